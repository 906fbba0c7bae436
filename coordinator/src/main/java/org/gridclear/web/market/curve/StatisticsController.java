package org.gridclear.web.market.curve;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.result.StatisticsQuery;
import org.gridclear.table.RowRange;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.result.DayQuestions;
import org.gridclear.web.market.result.RowParameters;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of columns of results, within what the caller may see. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class StatisticsController {
  private final DayQuestions days;

  StatisticsController(DayQuestions days) {
    this.days = days;
  }

  /** Figures of a column by groups, or its duration curve ({@code curve=true}). */
  @GetMapping("/statistics/{kind}")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> statistics(
      Caller caller,
      @PathVariable String market,
      @PathVariable String kind,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = DayQuestions.NEWEST) String version,
      @ParameterObject RowParameters rows,
      @RequestParam(defaultValue = "") String column,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "false") boolean curve,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    List<String> groups = by.isEmpty() ? List.of() : List.of(by.split(",", -1));
    return days.answer(
        service ->
            service.statistics(
                DayQuestions.viewer(caller),
                DayQuestions.query(market, from, to, version, rows),
                ResultKind.of(kind),
                new StatisticsQuery(column, groups, curve)),
        RowRange.ALL,
        format);
  }
}
