package org.gridclear.cli.clearing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.gridclear.check.ScreeningJobs;
import org.gridclear.cli.process.FolderRun;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.clearing.ReportFolder;
import org.gridclear.report.security.ScreeningFolder;
import org.gridclear.report.security.ScreeningSummary;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.security.input.ScreeningPlan;

/** Screens the cases of a study that has been cleared, one run per case. */
final class StudyScreening {
  private StudyScreening() {}

  /**
   * Screens what the study's plan asks for.
   *
   * @param folder the folder of the study
   * @return whether nobody must act (docs/security.md)
   */
  static boolean run(FolderRun run, StudyRuns runs, RunResult result, Path folder)
      throws IOException {
    ScreeningPlan plan = result.study().screening().orElse(null);
    if (plan == null) {
      return true;
    }
    boolean calm = true;
    PrintWriter output = run.words();
    output.println("Screening of the cleared periods:");
    for (int c = 0; c < result.cases().size(); c++) {
      Job.Screening job = ScreeningJobs.ofCase(result, c, plan, runs.store()).orElse(null);
      if (job == null) {
        continue;
      }
      RunResult screened = run.await(runs.submit(job), "ranges of outages");
      Path target =
          folder
              .resolve("screening")
              .resolve(ReportFolder.folderName(c, result.cases().get(c).name()));
      ScreeningSummary summary =
          ScreeningFolder.write(ResultPlace.fresh(target), screened, runs.store(), run.beside());
      output.println("  %-24s %s".formatted(result.cases().get(c).name(), summary.countsLine()));
      summary.alarms().forEach(alarm -> output.println("    " + alarm));
      calm &= !summary.needsAction();
    }
    return calm;
  }
}
