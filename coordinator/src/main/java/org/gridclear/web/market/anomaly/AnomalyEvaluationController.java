package org.gridclear.web.market.anomaly;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.anomaly.AnomalyTables;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.remedy.CaseRemedy;
import org.gridclear.market.remedy.ChangeTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Versions are judged by the rules that hold, and how their limits could be met. */
@RestController
@RequestMapping("/api/v1/anomalies")
class AnomalyEvaluationController {
  private final ServedAnomalies served;

  AnomalyEvaluationController(ServedAnomalies served) {
    this.served = served;
  }

  /** Judges a version by the rules that hold now. */
  @PostMapping("/evaluations")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> evaluate(
      Caller caller,
      @RequestParam String market,
      @RequestParam LocalDate date,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestParam int version) {
    DayVersion of = served.version(market, date, cycle, version);
    return AnomalyTables.summary(served.anomalies().again(of, caller.name()));
  }

  /** Changes of the case of a version after which its limits are met, the dearest first. */
  @GetMapping("/changes")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> changes(
      Caller caller,
      @RequestParam String market,
      @RequestParam LocalDate date,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestParam int version,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    CaseRemedy remedy =
        CaseRemedy.of(
            served.folder(), served.anomalies(), served.version(market, date, cycle, version));
    return TableAnswer.of(ChangeTables.of(remedy.changes()), format);
  }
}
