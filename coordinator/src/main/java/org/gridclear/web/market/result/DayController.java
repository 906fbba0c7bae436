package org.gridclear.web.market.result;

import java.io.IOException;
import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.market.day.DayKey;
import org.gridclear.table.RowRange;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Results of days, within what the caller may see. Markets are lt-ruc, da, id and rt. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class DayController {
  private final DayQuestions days;

  DayController(DayQuestions days) {
    this.days = days;
  }

  /** Versions of days: who made them, when, and of which case. */
  @GetMapping("/days")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> versions(
      Caller caller,
      @PathVariable String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return days.answer(
        service -> service.versions(DayQuestions.viewer(caller), DayKey.market(market), from, to),
        RowRange.ALL,
        format);
  }
}
