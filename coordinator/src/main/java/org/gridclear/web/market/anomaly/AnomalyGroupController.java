package org.gridclear.web.market.anomaly;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Anomalies by market and rule, within what the caller may see. */
@RestController
@RequestMapping("/api/v1/anomalies")
class AnomalyGroupController {
  private final ServedAnomalies served;

  AnomalyGroupController(ServedAnomalies served) {
    this.served = served;
  }

  /** Anomalies by market and rule: how many, how many are unsettled, and the worst. */
  @GetMapping("/groups")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> groups(
      Caller caller,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "") String market,
      @RequestParam(defaultValue = "") List<String> state,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    AnomalyDesk.Query query = ServedAnomalies.query(from, to, market, state);
    return TableAnswer.of(served.desk().groups(query, ServedAnomalies.viewer(caller)), format);
  }
}
