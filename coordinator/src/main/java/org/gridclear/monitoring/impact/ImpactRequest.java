package org.gridclear.monitoring.impact;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.RegisteredOwners;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.conduct.ConductThresholds;
import org.gridclear.monitoring.conduct.ImpactTest;

/**
 * A day that is to be tested, with what is said of it; the rest is what a market knows.
 *
 * @param day the day as it is offered
 * @param reference the same units with their offers at cost; empty where none are said
 * @param owners owners of units; empty for those of the market's registry
 * @param conduct thresholds of conduct
 * @param impact thresholds of impact
 */
public record ImpactRequest(
    MarketDay day,
    Optional<MarketDay> reference,
    Optional<Map<String, String>> owners,
    ConductThresholds conduct,
    ImpactTest impact) {
  /**
   * A test of files.
   *
   * @param source the day as it is offered
   * @param reference the same units with their offers at cost
   * @param owners table of units and their owners
   * @throws IllegalArgumentException if a case is a network without a market
   */
  public static ImpactRequest of(
      String source,
      Optional<String> reference,
      Optional<Path> owners,
      ConductThresholds conduct,
      ImpactTest impact) {
    return new ImpactRequest(
        day(source),
        reference.map(ImpactRequest::day),
        owners.map(UnitOwners::read),
        conduct,
        impact);
  }

  private static MarketDay day(String source) {
    return CaseFiles.load(source, Path.of(""), Set.of())
        .day("%s is a network without a market.".formatted(source));
  }

  /**
   * The test by what is said alone.
   *
   * @throws IllegalArgumentException if an owner is of no unit, or no owners are said
   */
  public ImpactPlan plan() {
    return plan(said(), owned());
  }

  /**
   * The test by what is said and, where nothing is, by what a market knows: owners of the day's
   * first date, and of units without another reference the mean of what was accepted before.
   *
   * @param acceptedDays dates of that mean
   * @throws IllegalArgumentException if an owner is of no unit, or the day has no date
   */
  public ImpactPlan planIn(MarketFolder market, int acceptedDays, Clock clock) {
    Optional<Map<String, String>> given = owners.map(of -> owned());
    LocalDate date = day.horizon().firstDay();
    if (date == null) {
      throw new IllegalArgumentException(
          "The case %s has no date; give horizon.firstDay.".formatted(day.name()));
    }
    ReferenceOffers accepted =
        new AcceptedOffers(DayStore.of(market), Market.DA, acceptedDays).before(day, date);
    return plan(
        said().or(accepted),
        given.orElseGet(
            () ->
                UnitOwners.of(day, RegisteredOwners.on(new MarketRegistry(market, clock), date))));
  }

  private ImpactPlan plan(ReferenceOffers references, Map<String, String> ownerOfUnit) {
    return new ImpactPlan(day, references, ownerOfUnit, conduct, impact);
  }

  private ReferenceOffers said() {
    return reference
        .map(ReferenceOffers::of)
        .orElseGet(() -> new ReferenceOffers(Map.of(), Map.of()));
  }

  private Map<String, String> owned() {
    Map<String, String> of =
        owners.orElseThrow(() -> new IllegalArgumentException("Say whose the units are."));
    UnitOwners.check(of, day);
    return of;
  }
}
