/** The result of a clearing: flows, relaxations, prices of constraints, security. */
@NullMarked
package org.gridclear.clearing.result;

import org.jspecify.annotations.NullMarked;
