package org.gridclear.web.why;

import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import org.gridclear.account.Right;
import org.gridclear.figures.ResultFigures;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.NoResultsException;
import org.gridclear.market.result.ResultService;
import org.gridclear.market.result.Viewer;
import org.gridclear.report.page.NetworkFrames;
import org.gridclear.report.page.NetworkPicture;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.ServedMarket;
import org.gridclear.whatif.KeptCase;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The same of versions of days: series for everybody, the network for who sees all of it. */
@RestController
@RequestMapping("/api/v1/markets/{market}/days/{date}/versions/{version}")
class DayFigureController {
  private final ServedMarket served;
  private final Versions versions;
  private final Answers answers;

  DayFigureController(ServedMarket served, Versions versions, Answers answers) {
    this.served = served;
    this.versions = versions;
    this.answers = answers;
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

  /** Buses with their places and branches with their ends, of a version. */
  @GetMapping("/network")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_RESULTS})
  Map<?, ?> network(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable String version,
      @RequestParam(defaultValue = "0") int cycle) {
    DayKey key = new DayKey(DayKey.market(market), date, cycle);
    KeptCase kept = versions.found(versions.version(caller, key, version)).kept();
    return answers.kept(
        "network of " + key.text() + " " + version,
        Map.class,
        () -> NetworkPicture.of(kept.clearingCase().day().network()));
  }

  /** Prices of all buses and loadings of all branches in every period, as bytes. */
  @GetMapping(path = "/network/frames", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_RESULTS})
  byte[] frames(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable String version,
      @RequestParam(defaultValue = "0") int cycle) {
    DayKey key = new DayKey(DayKey.market(market), date, cycle);
    KeptCase kept = versions.found(versions.version(caller, key, version)).kept();
    return NetworkFrames.of(kept.clearingCase(), kept.result());
  }
}
