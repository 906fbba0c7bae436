package org.gridclear.monitoring.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.monitoring.facts.FactsReader;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.monitoring.structure.OfferedCurve;

/**
 * References from what was accepted: the mean of the offers of a unit over the periods in which it
 * generated, on the dates before (AMB-39). Of every segment of its present offer the mean price at
 * its middle counts, and of running at least output the mean cost. Start costs stay as they are,
 * for the day store has none.
 *
 * @param days the days of the market
 * @param market the market
 * @param back how many dates back
 */
public record AcceptedOffers(DayStore days, Market market, int back) {
  /** 90 days. */
  public static final int BACK = 90;

  /** Dates that are read together. */
  private static final int TOGETHER = 16;

  /** References of the units of a day; a unit that never generated has none. */
  public ReferenceOffers before(MarketDay day, LocalDate date) {
    Map<DayKey, DayVersion> newest = new LinkedHashMap<>();
    days.versions(market, date.minusDays(back), date.minusDays(1))
        .forEach(version -> newest.put(version.key(), version));
    Map<String, Sums> sums = new HashMap<>();
    day.thermalUnits().forEach(unit -> sums.put(unit.id(), new Sums(unit.offer(0))));
    List<DayVersion> versions = List.copyOf(newest.values());
    for (int from = 0; from < versions.size(); from += TOGETHER) {
      List<DayVersion> part = versions.subList(from, Math.min(versions.size(), from + TOGETHER));
      Map<DayVersion, MarketFacts> facts = FactsReader.read(days, part, owner -> owner);
      part.forEach(
          version -> Optional.ofNullable(facts.get(version)).ifPresent(of -> add(sums, of)));
    }
    Map<String, ThermalUnit> references = new HashMap<>();
    for (ThermalUnit unit : day.thermalUnits()) {
      Objects.requireNonNull(sums.get(unit.id()))
          .mean()
          .ifPresent(curve -> references.put(unit.id(), unit.withOffers(List.of(curve))));
    }
    return new ReferenceOffers(references, Map.of());
  }

  private static void add(Map<String, Sums> sums, MarketFacts facts) {
    for (MarketFacts.UnitFacts unit : facts.units()) {
      Sums of = sums.get(unit.id());
      for (int t = 0; of != null && t < facts.span().periods(); t++) {
        if (unit.mw()[t] > 0 && unit.offer().get(t).isPresent()) {
          of.add(unit.offer().get(t).orElseThrow());
        }
      }
    }
  }

  /** Sums of what was accepted at the segments of an offer. */
  private static final class Sums {
    private final OfferCurve shape;
    private final double[] yuanPerMwh;
    private double leastYuanPerH;
    private int count;

    Sums(OfferCurve shape) {
      this.shape = shape;
      this.yuanPerMwh = new double[shape.segmentCount()];
    }

    void add(OfferedCurve accepted) {
      if (accepted.mw().length < 2) {
        return;
      }
      for (int k = 0; k < yuanPerMwh.length; k++) {
        double middle = (shape.mw().get(k) + shape.mw().get(k + 1)) / 2;
        yuanPerMwh[k] += accepted.marginalYuanPerMwh(middle);
      }
      leastYuanPerH += accepted.costYuanPerH(shape.firstMw());
      count++;
    }

    Optional<OfferCurve> mean() {
      if (count == 0) {
        return Optional.empty();
      }
      List<Double> cost = new ArrayList<>();
      cost.add(leastYuanPerH / count);
      for (int k = 0; k < yuanPerMwh.length; k++) {
        cost.add(cost.get(k) + yuanPerMwh[k] / count * shape.widthMw(k));
      }
      return Optional.of(new OfferCurve(shape.mw(), cost));
    }
  }
}
