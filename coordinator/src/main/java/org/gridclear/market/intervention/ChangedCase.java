package org.gridclear.market.intervention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Prices;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.intervention.HandChange.Place;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.Span;
import org.gridclear.network.Bus;
import org.gridclear.quantity.Series;

/** A case and its result with what somebody changed by hand. */
final class ChangedCase {
  private ChangedCase() {}

  /** The case with statuses and outputs of units fixed (B-07). */
  static MarketDay fixed(MarketDay given, HandChange change) {
    MarketDay day = new ChangedResources(change).of(given);
    Set<String> thermal =
        day.thermalUnits().stream().map(ThermalUnit::id).collect(Collectors.toSet());
    List<HandChange.OfUnit> units =
        change.units().stream().filter(each -> thermal.contains(each.unit())).toList();
    return units.isEmpty() ? day : fixed(day, units);
  }

  private static MarketDay fixed(MarketDay day, List<HandChange.OfUnit> changes) {
    Map<String, List<Commitment>> statuses = new HashMap<>();
    List<RangeConstraint> ranges = new ArrayList<>(day.rules().ranges());
    for (HandChange.OfUnit each : changes) {
      List<Commitment> ofUnit =
          statuses.computeIfAbsent(each.unit(), unit -> commitment(day, unit));
      each.on()
          .ifPresent(
              on ->
                  Collections.fill(
                      ofUnit.subList(each.from(), each.to()), on ? Commitment.ON : Commitment.OFF));
      each.mw().ifPresent(mw -> ranges.add(output(day, each, mw)));
    }
    List<ThermalUnit> units =
        day.thermalUnits().stream()
            .map(
                unit ->
                    statuses.containsKey(unit.id())
                        ? unit.withCommitment(statuses.get(unit.id()))
                        : unit)
            .toList();
    return day.withThermalUnits(units).withRules(day.rules().withRanges(ranges));
  }

  private static List<Commitment> commitment(MarketDay day, String id) {
    List<Commitment> given =
        day.thermalUnits().stream()
            .filter(unit -> unit.id().equals(id))
            .findFirst()
            .orElseThrow()
            .commitment();
    return new ArrayList<>(
        given.isEmpty() ? Collections.nCopies(day.periodCount(), Commitment.FREE) : given);
  }

  private static RangeConstraint output(MarketDay day, HandChange.OfUnit each, double mw) {
    double[] values = new double[day.periodCount()];
    Arrays.fill(values, mw);
    return new RangeConstraint(
        "by hand %s %d-%d".formatted(each.unit(), each.from() + 1, each.to()),
        RangeKind.FIXED_SCHEDULE,
        Scope.unit(each.unit()),
        true,
        each.from(),
        each.to(),
        Span.PERIOD,
        Series.of(values),
        Series.of(values),
        "",
        0,
        -1);
  }

  /**
   * The result with prices as they were set. What a price gains or loses is of its energy
   * component; congestion and losses stay what they are.
   */
  static ClearingResult priced(MarketDay day, ClearingResult result, HandChange change) {
    if (change.prices().isEmpty()) {
      return result;
    }
    Prices before = result.prices();
    double[][] lmp = copy(before.lmpYuanPerMwh());
    double[][] energy = copy(before.energyYuanPerMwh());
    List<Bus> buses = day.network().buses();
    for (HandChange.OfPrice each : change.prices()) {
      for (int b = 0; b < buses.size(); b++) {
        Bus bus = buses.get(b);
        boolean meant = (each.place() == Place.BUS ? bus.id() : bus.zone()).equals(each.id());
        for (int t = each.from(); meant && t < each.to(); t++) {
          energy[b][t] += each.yuanPerMwh() - lmp[b][t];
          lmp[b][t] = each.yuanPerMwh();
        }
      }
    }
    return with(
        result,
        new Prices(
            lmp,
            energy,
            before.congestionYuanPerMwh(),
            before.lossYuanPerMwh(),
            before.reserveYuanPerMwh()));
  }

  private static ClearingResult with(ClearingResult result, Prices prices) {
    return new ClearingResult(
        result.status(),
        result.objectiveYuan(),
        result.bestBoundYuan(),
        result.lpYuan(),
        result.costs(),
        result.schedule(),
        prices,
        result.lossMw(),
        result.flows(),
        result.shadowPrices(),
        result.relaxations(),
        result.start(),
        result.security(),
        result.statistics());
  }

  private static double[][] copy(double[][] values) {
    return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }
}
