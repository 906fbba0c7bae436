package org.gridclear.clearing.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.context.ClearingProgress;
import org.gridclear.clearing.flow.FlowOffsets;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Assumptions;

/** Days and solvers for tests of the clearing. */
public final class Fixtures {
  private Fixtures() {}

  public static LinearSolver highs() {
    return HighsSolver.find().orElseThrow(() -> new AssertionError(HighsSolver.failure()));
  }

  /** A day of the data folder beside the project; the test is skipped where there is none. */
  public static MarketDay shared(String name) {
    Path folder = sharedFolder(name);
    CaseFiles.Loaded loaded = CaseFiles.load(name, folder, Set.of());
    return ((CaseFiles.Content.WholeDay) loaded.content()).day();
  }

  /** A file beside the project; the test is skipped where it is not there. */
  public static byte[] sharedBytes(String name) throws IOException {
    return Files.readAllBytes(sharedFolder(name).resolve(name));
  }

  private static Path sharedFolder(String name) {
    Path folder =
        Path.of(System.getProperty("gridclear.root", "."), "../shared/data/unit-commitment");
    Assumptions.assumeTrue(Files.exists(folder.resolve(name)), name + " is not beside the project");
    return folder;
  }

  public static ClearingContext context(
      Deadline searchUntil, Deadline cancelled, ClearingProgress progress) {
    return new ClearingContext(
        highs(), searchUntil, cancelled, progress, WarmStart.NONE, FlowOffsets.NONE);
  }

  /** The model of a lossless case that starts from nothing. */
  public static ModelSession solve(
      ClearingCase day, ClearingOptions options, ClearingContext context) {
    return new ModelSession(
        day, new ClearingGrid(day), options, context, false, false, WarmStart.NONE);
  }

  public static ClearingResult clear(MarketDay day, ClearingOptions options) {
    return clear(ClearingCase.of(day), options);
  }

  public static ClearingResult clear(ClearingCase clearingCase, ClearingOptions options) {
    return cleared(ClearingKernel.clear(clearingCase, options, highs()));
  }

  public static ClearingResult cleared(ClearingOutcome outcome) {
    if (outcome instanceof ClearingOutcome.Cleared cleared) {
      return cleared.result();
    }
    throw new AssertionError(outcome);
  }
}
