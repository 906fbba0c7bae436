package org.gridclear.web.monitoring;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.account.Right;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.store.index.IndexAlarmStore;
import org.gridclear.monitoring.evaluation.IndexAlarms;
import org.gridclear.monitoring.evaluation.IndexEvaluation;
import org.gridclear.monitoring.evaluation.IndexQuery;
import org.gridclear.report.monitoring.IndexReport;
import org.gridclear.report.monitoring.ReportLanguage;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The market report of a range of dates as a page to read or to print. */
@RestController
@RequestMapping("/api/v1/indices/report")
class MarketReportController {
  /** A page of its own, which loads nothing and runs nothing. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri"
          + " 'none'; frame-ancestors 'none'; sandbox";

  private final ServedMarket served;

  MarketReportController(ServedMarket served) {
    this.served = served;
  }

  /** The report of what was evaluated; dates that were not are named in it. */
  @GetMapping
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> report(
      Caller caller,
      @RequestParam String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "en") String language) {
    IndexQuery query = new IndexQuery(DayKey.market(market), from, to, List.of(), List.of());
    List<IndexEvaluation.StoredIndex> values =
        new IndexEvaluation(served.folder(), served.days(), Clock.systemUTC()).values(query);
    Set<LocalDate> there =
        values.stream().map(each -> each.run().key().date()).collect(Collectors.toSet());
    List<LocalDate> missing =
        from.datesUntil(to.plusDays(1)).filter(date -> !there.contains(date)).toList();
    IndexReport report =
        new IndexReport(
            new IndexReport.Facts(
                served.folder().facts().name(),
                from,
                to,
                missing,
                served.folder().facts().currency()),
            values,
            new IndexAlarms(served.folder().database(), Clock.systemUTC())
                .list(
                    new IndexAlarmStore.Wanted(
                        DayKey.word(query.market()), query.from(), query.to(), true)),
            language(language));
    return ResponseEntity.ok()
        .header("Content-Security-Policy", POLICY)
        .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
        .body(report.html().getBytes(StandardCharsets.UTF_8));
  }

  private static ReportLanguage language(String text) {
    try {
      return ReportLanguage.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The language (%s) must be en or zh.".formatted(text), e);
    }
  }
}
