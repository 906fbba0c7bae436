/**
 * The port to optimisers: a {@link LinearModel} goes in, a {@link SolverOutcome} comes out. No
 * model knows a solver; adapters live in the packages below.
 */
package org.gridclear.solver;
