package org.gridclear.web.market.fallback;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.gridclear.account.Right;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.fallback.Adaptation;
import org.gridclear.market.fallback.DayFallback;
import org.gridclear.market.fallback.Fallback;
import org.gridclear.market.fallback.FallbackRule;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.ServedMarket;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Results of before in the place of clearings, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/anomalies/fallbacks")
class FallbackController {
  private final ServedMarket served;

  FallbackController(ServedMarket served) {
    this.served = served;
  }

  /** Lets a result of before stand for a clearing; the body is the case of the day. */
  @PostMapping(consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  FellBack fallback(
      Caller caller,
      @RequestParam String market,
      @RequestParam LocalDate date,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestParam(defaultValue = "by-rule") String instead,
      @RequestBody String text) {
    MarketDay today =
        CaseFiles.load(text.getBytes(StandardCharsets.UTF_8), "case.json", Set.of())
            .day("The case has no units; send the whole case of the day.");
    Made.Source source = new Made.Source(Made.BUILD, caller.name(), Clock.systemUTC());
    Fallback made =
        DayFallback.of(served.folder(), served.days(), source.clock().instant(), source)
            .make(
                new DayKey(DayKey.market(market), date, cycle),
                today,
                FallbackRule.Choice.of(instead));
    DayVersion version = made.judged().version();
    return new FellBack(
        version.version(),
        version.alarms(),
        made.adaptations().stream().map(Adaptation::line).toList(),
        made.findings().stream().map(Finding::line).toList());
  }
}
