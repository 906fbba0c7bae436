/** Why a schedule and its prices are as they are, out of the result alone. */
@NullMarked
package org.gridclear.clearing.explain;

import org.jspecify.annotations.NullMarked;
