package org.gridclear.bench.settlement;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.CorrectionPreview;
import org.gridclear.settlement.close.MonthCorrection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How long a preview takes on an open close. */
@Command(name = "preview", description = "Preview a correction of an open close, again and again.")
public final class PreviewBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "CLOSE", description = "Folder of the close.")
  private Path folder;

  @Parameters(index = "1", paramLabel = "CORRECTION", description = "Folder of corrected rows.")
  private Path correction;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Rounds (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (CloseFolder close = CloseFolder.open(folder)) {
      for (int round = 1; round <= rounds; round++) {
        long start = System.nanoTime();
        MonthCorrection merged = MonthCorrection.ofFiles(close, correction);
        double read = (System.nanoTime() - start) / 1e9;
        CorrectionPreview preview = CorrectionPreview.of(merged);
        out.printf(
            Locale.ROOT,
            "round %d: %.3f s, of it %.3f s to merge; %d amounts%n",
            round,
            (System.nanoTime() - start) / 1e9,
            read,
            preview.changes().size());
        out.flush();
      }
    }
    return 0;
  }
}
