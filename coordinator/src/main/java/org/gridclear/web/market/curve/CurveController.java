package org.gridclear.web.market.curve;

import java.io.IOException;
import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.RegisteredTypes;
import org.gridclear.market.result.CurveQuery;
import org.gridclear.table.RowRange;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.registry.ServedRegistry;
import org.gridclear.web.market.result.DayQuestions;
import org.gridclear.web.market.result.RowParameters;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Load and output of groups, within what the caller may see. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class CurveController {
  private final DayQuestions days;

  private final ServedRegistry registry;

  CurveController(DayQuestions days, ServedRegistry registry) {
    this.days = days;
    this.registry = registry;
  }

  /**
   * Load or output of all elements of a type or a member, by period, or its energy over the range
   * ({@code energy=true}).
   */
  @GetMapping("/curves/{kind}")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> curves(
      Caller caller,
      @PathVariable String market,
      @PathVariable String kind,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = DayQuestions.NEWEST) String version,
      @ParameterObject RowParameters rows,
      @RequestParam(defaultValue = "type") String by,
      @RequestParam(defaultValue = "false") boolean energy,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    MarketRegistry open = registry.open();
    return days.answer(
        service ->
            service.curves(
                DayQuestions.viewer(caller),
                DayQuestions.query(market, from, to, version, rows),
                new CurveQuery(
                    ResultKind.of(kind), CurveQuery.by(by), energy, RegisteredTypes.byDate(open))),
        RowRange.ALL,
        format);
  }
}
