package org.gridclear.clearing.order;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gridclear.check.ScreeningJobs;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.clearing.ReportFolder;
import org.gridclear.report.security.ScreeningFolder;
import org.gridclear.report.security.ScreeningSummary;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.security.input.ScreeningPlan;
import org.gridclear.table.TableFormat;

/**
 * Screens the cases of a study that has been cleared, one run per case.
 *
 * @param store where outcomes lie
 * @param beside formats that tables are written in beside CSV
 * @param screen runs a job to its end
 * @param said takes what people read, line by line as it is known
 */
public record StudyScreening(
    GridStore store,
    Set<TableFormat> beside,
    Function<Job, RunResult> screen,
    Consumer<String> said) {
  public StudyScreening {
    beside = Set.copyOf(beside);
  }

  /**
   * Screens what the study's plan asks for.
   *
   * @param folder the folder of the study
   * @return whether nobody must act (docs/security.md)
   */
  public boolean run(RunResult result, Path folder) throws IOException {
    ScreeningPlan plan = result.study().screening().orElse(null);
    if (plan == null) {
      return true;
    }
    boolean calm = true;
    said.accept("Screening of the cleared periods:");
    for (int c = 0; c < result.cases().size(); c++) {
      Job.Screening job = ScreeningJobs.ofCase(result, c, plan, store).orElse(null);
      if (job == null) {
        continue;
      }
      RunResult screened = screen.apply(job);
      Path target =
          folder
              .resolve("screening")
              .resolve(ReportFolder.folderName(c, result.cases().get(c).name()));
      ScreeningSummary summary =
          ScreeningFolder.write(ResultPlace.fresh(target), screened, store, beside);
      said.accept("  %-24s %s".formatted(result.cases().get(c).name(), summary.countsLine()));
      summary.alarms().forEach(alarm -> said.accept("    " + alarm));
      calm &= !summary.needsAction();
    }
    return calm;
  }
}
