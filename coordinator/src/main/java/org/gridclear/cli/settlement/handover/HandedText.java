package org.gridclear.cli.settlement.handover;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.report.clearing.DayImport;

/** What became of a day that a settlement took, in words. */
final class HandedText {
  static final String UNMATCHED = "elements of the day are nothing of the settlement";

  private static final int SHOWN = 20;

  private HandedText() {}

  /**
   * Prices, awards and series.
   *
   * @param of which day
   */
  static void merged(String of, Path folder, DayImport.Merged merged, PrintWriter out) {
    out.printf(
        "Prices of %d points and %d awards of %s, in %s: %d series added, %d replaced, %d kept%n",
        merged.points(),
        merged.awards(),
        of,
        folder,
        merged.added(),
        merged.replaced(),
        merged.kept());
  }

  /** What needs an eye; nothing of nothing. */
  static void notice(String what, List<String> ids, PrintWriter out) {
    if (!ids.isEmpty()) {
      out.printf(
          "NOTICE: %d %s: %s%s%n",
          ids.size(),
          what,
          String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size()))),
          ids.size() > SHOWN ? ", …" : "");
    }
  }
}
