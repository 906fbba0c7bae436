package org.gridclear.market.fallback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.file.Sha256;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.approval.VersionsInForce;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.fallback.Fallback.Balance;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.RegisteredOwners;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.report.clearing.FinalState;
import org.gridclear.settlement.registration.RegistryLimits;
import org.gridclear.work.CaseSummary;
import org.gridclear.worker.api.Wire;

/**
 * Puts a result of before in the place of a clearing: finds it by rule, adapts it to the periods
 * and units of today, has it audited against today's case, and keeps it as the next version of the
 * day, which says on top that it is a fallback (I-07).
 */
public final class DayFallback {
  /** How an alarm of such a version begins. */
  public static final String ALARM = "FALLBACK";

  private final MarketFolder market;
  private final DayStore days;
  private final SimilarDay similar;
  private final Made.Source source;

  /**
   * Fallbacks of a market.
   *
   * @param similar days like a date
   * @param source who makes the versions
   */
  public DayFallback(MarketFolder market, DayStore days, SimilarDay similar, Made.Source source) {
    this.market = market;
    this.days = days;
    this.similar = similar;
    this.source = source;
  }

  /**
   * Fallbacks of a market.
   *
   * @param known up to when things had to be known that tell which days are like a date
   * @param source who makes the versions
   */
  public static DayFallback of(
      MarketFolder market, DayStore days, Instant known, Made.Source source) {
    return new DayFallback(market, days, new KnownSimilarDays(market, known), source);
  }

  /** Makes the version of a run of a day in the place of a case, of a market by itself. */
  public static Fallback make(
      MarketFolder market,
      DayKey key,
      MissedCase missed,
      FallbackRule.Choice choice,
      Made.Source source) {
    return of(market, DayStore.of(market), missed.known(), source).make(key, missed.day(), choice);
  }

  /**
   * Makes the version of a run of a day, cleared as its market is by itself, of the owners that are
   * registered.
   *
   * @param today the case that should have been cleared
   * @param choice which day takes the place of a day ahead
   * @throws NoFallbackException if there is nothing of before, or it has not all periods
   * @throws IllegalArgumentException if the case cannot be a version of the day
   */
  public Fallback make(DayKey key, MarketDay today, FallbackRule.Choice choice) {
    MarketRegistry registry = new MarketRegistry(market, RegistryLimits.STANDARD, source.clock());
    return make(
        new FallbackRequest(
            key,
            ClearingCase.of(today).in(key.market()),
            ClearingOptions.DEFAULT.in(key.market()),
            RegisteredOwners.on(registry, key.date()),
            choice));
  }

  /**
   * Makes the version.
   *
   * @throws NoFallbackException if there is nothing of before, or it has not all periods
   * @throws IllegalArgumentException if the case cannot be a version of the day
   */
  public Fallback make(FallbackRequest request) {
    MarketDay today = request.today().day();
    days.check(request.key(), today.horizon());
    List<FallbackSource> candidates =
        new FallbackRule(days, new VersionsInForce(days, market.database()), similar)
            .sources(request.key(), request.choice());
    PastValues past =
        new PastValues(
            days, candidates, today.horizon(), request.key().date(), market.facts().zone());
    Adaptations notes = new Adaptations();
    ClearingResult result = AdaptedResult.of(request.today(), past, notes);
    List<Finding> findings = ClearingAuditor.auditSchedule(request.today(), result);
    DayResult day =
        new DayResult(
            request.today(),
            request.options(),
            result,
            CaseSummary.of(today, result, findings, null),
            request.owners());
    Balance balance = balance(today, result);
    String state = market.content().put(Wire.pack(FinalState.of(request.today(), result)));
    DayVersion version =
        days.append(
            request.key(),
            day,
            source.now(provenance(request, past.used(), notes.list(), state)),
            List.of(alarm(past.used(), notes.list(), balance)));
    MarketAnomalies.Judged judged =
        new MarketAnomalies(market, days, source.clock()).cleared(version, day, source.by());
    return new Fallback(judged, past.used(), notes.list(), balance, findings);
  }

  private static Balance balance(MarketDay day, ClearingResult result) {
    Balance worst = new Balance(1, 0);
    for (int t = 0; t < day.periodCount(); t++) {
      double excess = AdaptedResult.excessMw(day, result, t);
      if (Math.abs(excess) > Math.abs(worst.excessMw())) {
        worst = new Balance(t + 1, excess);
      }
    }
    return worst;
  }

  private static String alarm(
      List<FallbackSource> sources, List<Adaptation> adaptations, Balance balance) {
    String off =
        String.format(
            Locale.ROOT,
            "%.3f MW %s in period %d",
            Math.abs(balance.excessMw()),
            balance.excessMw() < 0 ? "are missing" : "are too many",
            balance.period());
    return "%s: not cleared, but taken from %s; %d adaptations; at most %s"
        .formatted(
            ALARM,
            sources.stream().map(FallbackSource::text).collect(Collectors.joining(", then ")),
            adaptations.size(),
            off);
  }

  /** The fields of a run's origin, so that the next run goes on from here, and of this one's. */
  private static String provenance(
      FallbackRequest request,
      List<FallbackSource> sources,
      List<Adaptation> adaptations,
      String state) {
    List<Map<String, Object>> from = new ArrayList<>();
    for (FallbackSource each : sources) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("version", each.version().text());
      one.put("outcomeHash", each.version().outcomeHash());
      one.put("rule", each.rule());
      each.distance().ifPresent(distance -> one.put("distance", distance));
      from.add(one);
    }
    Map<String, Object> origin = new LinkedHashMap<>();
    origin.put("caseHash", Sha256.hex(CaseFiles.pack(request.today().day())));
    origin.put("plan", "");
    origin.put("after", sources.get(0).version().outcomeHash());
    origin.put("state", state);
    origin.put("fallback", from);
    origin.put("adaptations", adaptations.stream().map(Adaptation::line).toList());
    return Json.MAPPER.writeValueAsString(origin);
  }
}
