package org.gridclear.web.monitoring;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.monitoring.evaluation.AlarmedEvaluation;
import org.gridclear.monitoring.evaluation.IndexEvaluation;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Indices are evaluated as a service (J-13). */
@RestController
@RequestMapping("/api/v1/indices")
class IndexEvaluationController {
  private final ServedIndices served;

  IndexEvaluationController(ServedIndices served) {
    this.served = served;
  }

  /** Evaluates what is not there yet. */
  @PostMapping("/evaluations")
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  Map<String, Object> evaluate(
      Caller caller,
      @RequestParam String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "") List<String> index,
      @RequestParam(defaultValue = "") List<String> zone) {
    AlarmedEvaluation evaluated =
        AlarmedEvaluation.of(
            served.evaluation(),
            served.alarms(),
            ServedIndices.query(market, from, to, index, zone),
            told -> {});
    IndexEvaluation.Evaluated done = evaluated.done();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("missingDates", done.missing());
    answer.put("withoutResults", done.without());
    answer.put("values", done.items());
    answer.put("computed", done.computed());
    answer.put("newAlarms", done.raised());
    answer.put("severeOpen", evaluated.severe().size());
    answer.put("sha256", done.hash());
    return answer;
  }
}
