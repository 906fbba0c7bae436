/**
 * The port to optimisers: a {@link LinearModel} goes in, a {@link SolverOutcome} comes out. No
 * model knows a solver; adapters live in the packages below.
 */
@NullMarked
package org.gridclear.solver;

import org.jspecify.annotations.NullMarked;
