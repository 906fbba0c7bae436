package org.gridclear.web.market.result;

import java.io.IOException;
import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.market.day.ResultKind;
import org.gridclear.table.RowRange;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Two versions side by side, within what the caller may see. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class ComparisonController {
  private final DayQuestions days;

  ComparisonController(DayQuestions days) {
    this.days = days;
  }

  /** Two versions, or two dates, side by side; what is not said of the other is the same. */
  @GetMapping("/days/{date}/versions/{version}/{kind}/comparison")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> comparison(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable String version,
      @PathVariable String kind,
      @ParameterObject RowParameters rows,
      @RequestParam(required = false) @Nullable LocalDate otherDate,
      @RequestParam(defaultValue = DayQuestions.NEWEST) String otherVersion,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    LocalDate other = otherDate == null ? date : otherDate;
    return days.answer(
        service ->
            service.compare(
                DayQuestions.viewer(caller),
                DayQuestions.query(market, date, date, version, rows),
                DayQuestions.query(market, other, other, otherVersion, rows),
                ResultKind.of(kind)),
        RowRange.ALL,
        format);
  }
}
