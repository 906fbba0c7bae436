package org.gridclear.report.clearing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.file.StoredFiles;
import org.gridclear.report.FolderSwap;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.page.HtmlReport;
import org.gridclear.report.page.ReportData;
import org.gridclear.report.page.SummaryJson;
import org.gridclear.run.CaseResult;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.table.CsvFile;
import org.gridclear.table.DataPackage;
import org.gridclear.table.TableFormat;
import org.gridclear.work.CaseSummary;
import org.gridclear.worker.api.StoredOutcome;
import org.gridclear.worker.api.Wire;

/**
 * Writes everything about a run into one folder: {@code report.html}, {@code summary.json}, {@code
 * cases.csv}, and a folder of tables per case. Written aside and then moved, so that no half of it
 * is ever seen.
 */
public final class ReportFolder {
  private static final int FOLDER_NAME_MAX = 40;

  /** Cases whose details are drawn in the report; the tables hold all. */
  private static final int DETAILS_MAX = 12;

  private ReportFolder() {}

  /**
   * Writes the folder.
   *
   * @param more writes what else belongs into the folder
   * @param beside formats that tables are written in beside CSV
   * @throws IOException if it cannot be written; then nothing is left behind
   */
  public static void write(
      ResultPlace place,
      RunResult result,
      GridStore store,
      FolderSwap.Filling more,
      Set<TableFormat> beside)
      throws IOException {
    place.write(
        aside -> {
          fill(aside, result, store);
          more.into(aside);
          DataPackage.write(
              aside, "Study " + result.status().study(), result.study().base().currency(), beside);
        });
  }

  private static void fill(Path aside, RunResult result, GridStore store) throws IOException {
    List<ReportData.Detail> details = new ArrayList<>();
    for (int c = 0; c < result.cases().size(); c++) {
      CaseResult cell = result.cases().get(c);
      Optional<StoredOutcome> outcome = store.outcome(cell.receipt());
      if (outcome.isEmpty()) {
        continue;
      }
      ClearingCase resolved = result.resolved(c);
      CaseTables.write(
          aside.resolve("cases").resolve(folderName(c, cell.name())),
          resolved,
          result.study().options(),
          outcome.get().result());
      StoredFiles.write(
          aside.resolve("cases").resolve(folderName(c, cell.name())).resolve("result.bin"),
          Wire.pack(outcome.get()));
      if (details.size() < DETAILS_MAX) {
        details.add(
            new ReportData.Detail(
                cell.name(),
                "cases/" + folderName(c, cell.name()),
                resolved,
                outcome.get().result()));
      }
    }
    StoredFiles.write(aside.resolve("summary.json"), SummaryJson.of(result));
    cases(aside, result);
    StoredFiles.writeString(aside.resolve("report.html"), HtmlReport.of(result, details));
  }

  /** The folder of a case: its number, and the letters and digits, of any script, of its name. */
  public static String folderName(int index, String name) {
    String safe = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    int length = Math.min(FOLDER_NAME_MAX, safe.codePointCount(0, safe.length()));
    return "%03d-%s".formatted(index, safe.substring(0, safe.offsetByCodePoints(0, length)));
  }

  private static void cases(Path folder, RunResult result) {
    try (CsvFile file =
        new CsvFile(
            folder.resolve("cases.csv"),
            "case",
            "status",
            "reason",
            "objectiveYuan",
            "bestBoundYuan",
            "gap",
            "energyYuan",
            "startYuan",
            "penaltyYuan",
            "servedLoadMwh",
            "shedLoadMwh",
            "curtailedMwh",
            "unitHours",
            "starts",
            "lmpMinYuanPerMwh",
            "lmpMeanYuanPerMwh",
            "lmpMaxYuanPerMwh",
            "congestionRentYuan",
            "audit",
            "relaxations",
            "outcomeHash",
            "seconds",
            "cpuSeconds",
            "node")) {
      for (CaseResult cell : result.cases()) {
        if (cell.receipt().summary() instanceof CaseSummary s) {
          cleared(file, cell, s);
        } else {
          file.row(cell.name(), "FAILED", cell.receipt().why().reason().name());
        }
      }
    }
  }

  private static void cleared(CsvFile file, CaseResult cell, CaseSummary s) {
    file.row(
        cell.name(),
        s.status(),
        SummaryJson.reason(cell),
        s.objectiveYuan(),
        s.bestBoundYuan(),
        s.gap(),
        s.costs().energyYuan(),
        s.costs().startYuan(),
        s.costs().penaltyYuan(),
        s.servedLoadMwh(),
        s.shedLoadMwh(),
        s.curtailedMwh(),
        s.unitHours(),
        s.starts(),
        s.lmpMinYuanPerMwh(),
        s.lmpMeanYuanPerMwh(),
        s.lmpMaxYuanPerMwh(),
        s.congestionRentYuan(),
        s.auditFindings().isEmpty() ? "PASSED" : "FAILED",
        s.relaxations().size(),
        s.outcomeHash(),
        cell.receipt().seconds(),
        cell.receipt().cpuSeconds(),
        cell.receipt().node());
  }
}
