package org.gridclear.web.market.anomaly;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.AnomalySelect;
import org.gridclear.market.anomaly.AnomalyTables;
import org.gridclear.table.RowRange;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Anomalies of results, within what the caller may see, and what becomes of them. */
@RestController
@RequestMapping("/api/v1/anomalies")
class AnomalyController {
  private final ServedAnomalies served;

  AnomalyController(ServedAnomalies served) {
    this.served = served;
  }

  /**
   * Anomalies from one trading date to another; headers say how many there are and how many severe
   * ones of the dates are open.
   */
  @GetMapping
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> list(
      Caller caller,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "") String market,
      @RequestParam(defaultValue = "") List<String> state,
      @RequestParam(defaultValue = "") String rule,
      @RequestParam(defaultValue = "") String severity,
      @RequestParam(defaultValue = "") String element,
      @RequestParam(defaultValue = "") String outage,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "100000") int limit,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    RowRange range = new RowRange(offset, limit);
    served.anomalies().requireRule(rule);
    AnomalySelect select = new AnomalySelect(rule, severity, element, outage, owner, sort);
    AnomalyDesk.Part part =
        served
            .desk()
            .part(
                ServedAnomalies.query(from, to, market, state),
                ServedAnomalies.viewer(caller),
                select,
                range);
    ResponseEntity<byte[]> answer = TableAnswer.of(AnomalyTables.anomalies(part.rows()), format);
    return ResponseEntity.ok()
        .headers(answer.getHeaders())
        .header("X-Open-Severe", Long.toString(part.openSevere()))
        .header("X-Total-Count", Long.toString(part.count()))
        .body(answer.getBody());
  }
}
