package org.gridclear.solver.highs;

import java.util.Optional;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.SolverSession;

/** HiGHS, single-threaded and with a fixed seed, so that the same model gives the same bits. */
public final class HighsSolver implements LinearSolver {
  private final HighsLibrary library;

  private HighsSolver(HighsLibrary library) {
    this.library = library;
  }

  /** The solver, if its native library loads on this platform. */
  public static Optional<LinearSolver> find() {
    return HighsLibrary.Loaded.LIBRARY.map(HighsSolver::new);
  }

  /** Why {@link #find} found nothing; empty if it did. */
  public static String failure() {
    return HighsLibrary.Loaded.FAILURE;
  }

  @Override
  public String name() {
    return "HiGHS " + library.Highs_version();
  }

  @Override
  public SolverSession open(LinearModel model) {
    return new HighsSession(library, model);
  }
}
