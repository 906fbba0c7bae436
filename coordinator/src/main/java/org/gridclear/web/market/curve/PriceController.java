package org.gridclear.web.market.curve;

import java.io.IOException;
import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.result.DayQuery;
import org.gridclear.table.RowRange;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.result.DayQuestions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Prices of zones and buses, within what the caller may see. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class PriceController {
  private final DayQuestions days;

  PriceController(DayQuestions days) {
    this.days = days;
  }

  /** How the price of each zone went over each date: its greatest change from period to period. */
  @GetMapping("/price-changes")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> priceChanges(
      Caller caller,
      @PathVariable String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    DayQuery all = DayQuery.of(DayKey.market(market), from, to);
    DayQuery query = zone == null ? all : all.with(DayQuery.Filter.ofZone(zone));
    return days.answer(
        service -> service.priceChanges(DayQuestions.viewer(caller), query), RowRange.ALL, format);
  }
}
