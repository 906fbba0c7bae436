package org.gridclear.report.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.run.CaseResult;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunStatus;
import org.gridclear.table.Figures;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Severity;
import org.gridclear.work.CaseAlarms;
import org.gridclear.work.CaseSummary;

/** {@code summary.json}: the fields of docs/formats.md, kept stable. */
public final class SummaryJson {
  private SummaryJson() {}

  /** The summary as pretty JSON. */
  public static byte[] of(RunResult result) {
    return Figures.bytes(map(result));
  }

  /** The summary of a run that clears cases as a tree. */
  public static Map<String, Object> map(RunResult result) {
    Map<String, Object> map = run(result.status());
    map.put("currency", result.study().base().currency());
    map.put("synthetic", result.study().base().synthetic());
    map.put("options", result.study().options());
    map.put("warnings", Issue.lines(result.study().remarks(), Severity.WARNING));
    map.put("notices", Issue.lines(result.study().remarks(), Severity.NOTICE));
    map.put("cases", result.cases().stream().map(SummaryJson::cell).toList());
    return map;
  }

  /** The summary of a run of any other kind: how it went, and the figures of its units. */
  public static Map<String, Object> ofUnits(RunResult result) {
    Map<String, Object> map = run(result.status());
    map.put("units", result.cases().stream().map(SummaryJson::unit).toList());
    return map;
  }

  private static Map<String, Object> unit(CaseResult cell) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", cell.name());
    map.put("status", cell.solved() ? "DONE" : "FAILED");
    map.put("reason", cell.solved() ? "" : cell.receipt().why().reason().name());
    map.put("reasonText", cell.solved() ? "" : cell.receipt().why().text());
    map.putAll(work(cell));
    if (cell.solved()) {
      map.put("figures", cell.receipt().summary());
    }
    return map;
  }

  private static Map<String, Object> work(CaseResult cell) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("node", cell.receipt().node());
    map.put("attempts", cell.attempts());
    map.put("seconds", cell.receipt().seconds());
    map.put("cpuSeconds", cell.receipt().cpuSeconds());
    return map;
  }

  private static Map<String, Object> run(RunStatus status) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("runId", status.runId());
    map.put("study", status.study());
    map.put("state", status.state().name());
    map.put("message", status.message());
    map.put("nodes", status.nodes());
    map.put("lostNodes", status.lostNodes());
    map.put("retries", status.retries());
    map.put("reusedCases", status.reused());
    map.put("seconds", status.seconds());
    return map;
  }

  /** Why a case failed, or why its search ended before the gap was reached; else nothing. */
  public static String reason(CaseResult cell) {
    if (!(cell.receipt().summary() instanceof CaseSummary s)) {
      return cell.receipt().why().reason().name();
    }
    return s.ended() == ClearingResult.SearchEnd.WITHIN_GAP ? "" : s.ended().name();
  }

  private static Map<String, Object> cell(CaseResult cell) {
    Map<String, Object> map = new LinkedHashMap<>();
    CaseSummary s = cell.receipt().summary() instanceof CaseSummary cleared ? cleared : null;
    map.put("name", cell.name());
    map.put("status", s == null ? "FAILED" : s.status());
    map.put("reason", reason(cell));
    map.put("reasonText", s == null ? cell.receipt().why().text() : s.ended().text());
    map.putAll(work(cell));
    if (s != null) {
      map.put("alarms", CaseAlarms.of(s));
      map.put("objective", s.objectiveYuan());
      map.put("bestBound", s.bestBoundYuan());
      map.put("gap", s.gap());
      map.put("outcomeHash", s.outcomeHash());
      map.put("audit", s.auditFindings().isEmpty() ? "PASSED" : "FAILED");
      map.put("auditFindings", s.auditFindings());
      map.put("securityAudit", s.securityAudit());
      map.put("relaxations", s.relaxations());
      map.put("servedLoadMwh", s.servedLoadMwh());
      map.put("shedLoadMwh", s.shedLoadMwh());
      map.put("flexibleLoadMwh", s.flexibleLoadMwh());
      map.put("curtailedMwh", s.curtailedMwh());
      map.put("costs", s.costs());
      map.put("unitHours", s.unitHours());
      map.put("starts", s.starts());
      Map<String, Object> lmp = new LinkedHashMap<>();
      lmp.put("min", s.lmpMinYuanPerMwh());
      lmp.put("mean", s.lmpMeanYuanPerMwh());
      lmp.put("max", s.lmpMaxYuanPerMwh());
      map.put("lmp", lmp);
      map.put("bindingElements", s.bindingElements());
      map.put("congestionRent", s.congestionRentYuan());
      map.put("solverName", s.solver());
      map.put("solver", cell.receipt().phases());
      map.put("security", s.security());
    }
    return map;
  }
}
