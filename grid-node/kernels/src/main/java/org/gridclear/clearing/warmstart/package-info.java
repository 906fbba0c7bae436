/** What a later clearing of a like case may start from. */
@NullMarked
package org.gridclear.clearing.warmstart;

import org.jspecify.annotations.NullMarked;
