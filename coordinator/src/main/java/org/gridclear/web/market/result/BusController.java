package org.gridclear.web.market.result;

import java.io.IOException;
import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.result.DayQuery;
import org.gridclear.table.RowRange;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The price of a bus beside what is there, within what the caller may see. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class BusController {
  private final DayQuestions days;

  BusController(DayQuestions days) {
    this.days = days;
  }

  /** The price of a bus beside the units, loads and storages there. */
  @GetMapping("/buses/{bus}")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> bus(
      Caller caller,
      @PathVariable String market,
      @PathVariable String bus,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "100000") int limit,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    RowRange pages = new RowRange(offset, limit);
    return days.answer(
        service ->
            service.atBus(
                DayQuestions.viewer(caller),
                DayQuery.of(DayKey.market(market), from, to).with(DayQuery.Filter.ofBus(bus)),
                pages),
        pages,
        format);
  }
}
