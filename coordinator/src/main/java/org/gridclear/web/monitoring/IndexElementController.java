package org.gridclear.web.monitoring;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.monitoring.evaluation.IndexTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is behind values of indices (J-13). */
@RestController
@RequestMapping("/api/v1/indices")
class IndexElementController {
  private final ServedIndices served;

  IndexElementController(ServedIndices served) {
    this.served = served;
  }

  /** Numbers of suppliers, fuels, products and constraints behind the values. */
  @GetMapping("/elements")
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> elements(
      Caller caller,
      @RequestParam String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "") List<String> index,
      @RequestParam(defaultValue = "") List<String> zone,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        IndexTables.elements(
            served.evaluation().values(ServedIndices.query(market, from, to, index, zone))),
        format);
  }
}
