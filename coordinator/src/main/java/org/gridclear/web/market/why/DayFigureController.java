package org.gridclear.web.market.why;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.gridclear.account.Right;
import org.gridclear.figures.ResultFigures;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.NoResultsException;
import org.gridclear.market.result.ResultService;
import org.gridclear.market.result.Viewer;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What pages draw of a version of a day for everybody: its series. */
@RestController
@RequestMapping("/api/v1/markets/{market}/days/{date}/versions/{version}")
class DayFigureController {
  private final ServedMarket served;

  DayFigureController(ServedMarket served) {
    this.served = served;
  }

  /** Series of a version, a number or {@code newest}, within what the caller may see. */
  @GetMapping("/figures")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResultFigures figures(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable String version,
      @RequestParam(defaultValue = "0") int cycle) {
    DayQuery day = DayQuery.of(DayKey.market(market), date, date).cycle(cycle);
    OptionalInt number = Versions.number(version);
    DayQuery query = number.isPresent() ? day.version(number.getAsInt()) : day;
    try {
      return new ResultService(served.days())
          .figures(
              Viewer.of(caller.scope(), caller.rights()),
              query,
              served.folder().facts().currency());
    } catch (NoResultsException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    }
  }
}
