package org.gridclear.web.market.assembly;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.market.assembly.AssembledCase;
import org.gridclear.market.assembly.AssemblyForm;
import org.gridclear.market.assembly.Manifest;
import org.gridclear.market.assembly.MarketAssembly;
import org.gridclear.market.check.CheckFinding;
import org.gridclear.market.series.MarketClock;
import org.gridclear.validate.Issue;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.ServedMarket;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases of trading dates, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/market/cases")
class AssemblyController {
  private final ServedMarket served;

  AssemblyController(ServedMarket served) {
    this.served = served;
  }

  /**
   * A case that was made.
   *
   * @param manifest what it was made from; its caseHash is the case
   * @param findings what the rules of the market found
   * @param late versions that were recorded after the gate and say that they were known at it
   * @param remarks warnings and notices about the case
   */
  record Made(
      Manifest manifest, List<CheckFinding> findings, List<String> late, List<String> remarks) {}

  /** Makes the case of a date from what was known at its gate. */
  @PostMapping(consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  Made make(Caller caller, @RequestBody String text) {
    MarketClock clock = new MarketClock(served.folder().facts().zone());
    AssembledCase made =
        MarketAssembly.of(served.folder(), Clock.systemUTC())
            .make(AssemblyForm.read(text.getBytes(StandardCharsets.UTF_8), clock), Instant.now());
    return new Made(
        made.manifest(),
        made.findings(),
        made.late(),
        made.remarks().stream().map(Issue::line).toList());
  }
}
