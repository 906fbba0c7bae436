package org.gridclear.web.market.result;

import java.io.IOException;
import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.market.day.ResultKind;
import org.gridclear.table.RowRange;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rows of results over dates, within what the caller may see. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class ResultRowController {
  private final DayQuestions days;

  ResultRowController(DayQuestions days) {
    this.days = days;
  }

  /** Rows of a kind of results over a range of dates, of the newest versions. */
  @GetMapping("/results/{kind}")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> rows(
      Caller caller,
      @PathVariable String market,
      @PathVariable String kind,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = DayQuestions.NEWEST) String version,
      @ParameterObject RowParameters rows,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "100000") int limit,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    RowRange pages = new RowRange(offset, limit);
    return days.answer(
        service ->
            service.rows(
                DayQuestions.viewer(caller),
                DayQuestions.query(market, from, to, version, rows),
                ResultKind.of(kind),
                pages),
        pages,
        format);
  }
}
