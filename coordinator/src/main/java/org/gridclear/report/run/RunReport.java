package org.gridclear.report.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.file.StoredFiles;
import org.gridclear.report.FolderSwap;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.clearing.ReportFolder;
import org.gridclear.report.page.SummaryJson;
import org.gridclear.report.security.ScreeningFolder;
import org.gridclear.report.security.SensitivityFolder;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;

/** What a run has come to, as its folder has it: the summary and the page. */
public final class RunReport {
  private RunReport() {}

  /** The figures, as in {@code summary.json}. */
  public static Map<String, Object> summary(RunResult result, GridStore store) {
    if (result.job() instanceof Job.Screening) {
      return ScreeningFolder.summary(result, store).map();
    }
    if (result.job() instanceof Job.Sensing) {
      return new SensitivityFolder(result, store).summary();
    }
    return result.job() instanceof Job.Clearing
        ? SummaryJson.map(result)
        : SummaryJson.ofUnits(result);
  }

  /** The page, as {@code report.html}; nothing of a run that has none. */
  public static Optional<byte[]> page(RunResult result, GridStore store) throws IOException {
    Path aside = Files.createTempDirectory("gridclear-report-");
    try {
      ResultPlace place = ResultPlace.fresh(aside.resolve("run"));
      if (result.job() instanceof Job.Clearing) {
        ReportFolder.write(place, result, store, more -> {}, Set.of());
      } else if (result.job() instanceof Job.Screening) {
        ScreeningFolder.write(place, result, store, Set.of());
      } else {
        return Optional.empty();
      }
      return Optional.of(StoredFiles.readAllBytes(place.folder().resolve("report.html")));
    } finally {
      FolderSwap.delete(aside);
    }
  }
}
