/** Cuts that lower or lift the bound of a clearing, each an {@code Inequality}. */
@NullMarked
package org.gridclear.clearing.bound;

import org.jspecify.annotations.NullMarked;
