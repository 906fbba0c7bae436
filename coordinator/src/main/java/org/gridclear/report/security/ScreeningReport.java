package org.gridclear.report.security;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.gridclear.report.ResultPlace;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.table.TableFormat;

/**
 * What people read of a screening whose folder was written.
 *
 * @param text counts and the most severe outages
 * @param failures what was not computed
 * @param clean whether nobody must act (docs/security.md)
 */
public record ScreeningReport(String text, List<String> failures, boolean clean) {
  public ScreeningReport {
    failures = List.copyOf(failures);
  }

  /**
   * Writes the folder of a screening.
   *
   * @param beside formats that tables are written in beside CSV
   * @param pairs whether all pairs of its outages of single branches are screened, too (N-2, DC)
   * @throws IOException if it cannot be written; then nothing is left behind
   */
  public static ScreeningReport write(
      ResultPlace place, RunResult result, GridStore store, Set<TableFormat> beside, boolean pairs)
      throws IOException {
    PairTables both = pairs ? PairTables.of((Job.Screening) result.job()) : null;
    ScreeningSummary summary = ScreeningFolder.write(place, result, store, beside, both);
    return new ScreeningReport(
        summary.text() + (both != null ? both.text() : ""),
        ScreeningSummary.failures(result),
        !summary.needsAction() && (both == null || !both.needsAction()));
  }
}
