/**
 * Security-constrained unit commitment and dispatch. Start at {@link
 * org.gridclear.clearing.ClearingKernel}; the inequalities are numbered in docs/model.md.
 */
@NullMarked
package org.gridclear.clearing;

import org.jspecify.annotations.NullMarked;
