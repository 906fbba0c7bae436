package org.gridclear.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.constraint.HvdcSchedule;
import org.gridclear.market.constraint.OperatingRules;
import org.gridclear.market.constraint.RangeConstraint;
import org.gridclear.market.constraint.RangeKind;
import org.gridclear.market.constraint.Reservoir;
import org.gridclear.market.constraint.Span;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.scenario.resolved.Market;

/**
 * Turns a day into the case of a market run: its periods, the state that the run before left, and
 * which commitments are still free (C-01, E-02, F-01, A-15). What is not free is given as data, so
 * one kernel clears all markets.
 *
 * @param market the market
 * @param from first period of the day that is cleared
 * @param periods how many; 0 for all to the end of the day
 * @param days days that are cleared together by repeating the first (AMB-14); 0 for the day as it
 *     is
 * @param minutes length of periods in a repeated day; 0 for that of the day
 * @param fastStartHoursMax longest minimum up and down time of a unit that intraday may start
 */
public record MarketRun(
    Market market, int from, int periods, int days, int minutes, double fastStartHoursMax) {
  /** Minimum times of a fast-start unit, in hours. */
  public static final double FAST_START_HOURS = 1;

  /** A run of the whole day. */
  public static MarketRun whole(Market market) {
    return new MarketRun(market, 0, 0, 0, 0, FAST_START_HOURS);
  }

  /**
   * The case of the run.
   *
   * @param before what the run before handed on, null for none
   * @throws IllegalArgumentException if periods lie outside the day, or a market that inherits its
   *     commitment has none to inherit
   */
  public MarketDay of(MarketDay day, Boundary before) {
    MarketDay cut = day;
    if (days > 0) {
      int length = minutes > 0 ? minutes : day.horizon().minutesPerPeriod();
      cut = HorizonCut.on(day, PeriodMap.repeated(day.horizon(), days, length));
    }
    int to = periods > 0 ? from + periods : cut.periodCount();
    if (from < 0 || from >= to || to > cut.periodCount()) {
      throw new IllegalArgumentException(
          "The periods (%d..%d) must lie in 1..%d.".formatted(from + 1, to, cut.periodCount()));
    }
    if (from > 0 || to < cut.periodCount()) {
      cut = HorizonCut.on(cut, PeriodMap.part(cut.horizon(), from, to));
    }
    boolean inherits = market == Market.ID || market == Market.RT;
    if (inherits && before == null && !given(cut)) {
      throw new IllegalArgumentException(
          "The market "
              + market
              + " takes its commitment from a run before it: name its folder with --after (after: in"
              + " a study), or give every status in the case.");
    }
    return before == null ? cut : new Handover(cut, before).day();
  }

  private static boolean given(MarketDay day) {
    return day.thermalUnits().stream()
        .flatMap(unit -> unit.commitment().stream())
        .noneMatch(status -> status == Commitment.FREE);
  }

  /** A day that goes on from a boundary. */
  private final class Handover {
    private final MarketDay day;
    private final Boundary before;
    private final int fromMinute;
    private final int last;
    private final Map<String, Boundary.UnitPath> paths = new HashMap<>();

    Handover(MarketDay day, Boundary before) {
      this.day = day;
      this.before = before;
      this.fromMinute = day.horizon().startMinute();
      this.last = before.periodBefore(fromMinute);
      before.units().forEach(path -> paths.put(path.unit(), path));
    }

    MarketDay day() {
      return new MarketDay(
          day.name(),
          day.synthetic(),
          day.horizon(),
          day.network(),
          day.thermalUnits().stream().map(this::unit).toList(),
          day.profiledUnits(),
          day.storageUnits().stream().map(this::storage).toList(),
          day.busLoads(),
          day.flexibleLoads(),
          day.interchanges(),
          day.reserves(),
          day.branchLimits(),
          day.branchOutages(),
          day.penalties(),
          rules(),
          day.currency());
    }

    private ThermalUnit unit(ThermalUnit unit) {
      Boundary.UnitPath path = paths.get(unit.id());
      if (path == null) {
        return unit;
      }
      ThermalUnit changed = unit.withInitial(path.after(last, before.horizon().hoursPerPeriod()));
      boolean fast =
          unit.minUpHours() <= fastStartHoursMax && unit.minDownHours() <= fastStartHoursMax;
      boolean fixed = market == Market.RT || (market == Market.ID && !fast);
      if (!fixed) {
        return changed;
      }
      List<Commitment> statuses = new ArrayList<>();
      for (int t = 0; t < day.periodCount(); t++) {
        int minute = fromMinute + t * day.horizon().minutesPerPeriod();
        boolean on = path.on()[before.periodAt(minute)];
        boolean out = unit.commitment().get(t) == Commitment.OFF;
        statuses.add(on && !out ? Commitment.ON : Commitment.OFF);
      }
      return changed.withCommitment(statuses);
    }

    private double level(List<Boundary.Level> levels, String id, double byDefault) {
      return levels.stream()
          .filter(level -> last >= 0 && level.id().equals(id))
          .mapToDouble(level -> level.value()[last])
          .findFirst()
          .orElse(byDefault);
    }

    private StorageUnit storage(StorageUnit unit) {
      return unit.withInitialLevel(level(before.storage(), unit.id(), unit.initialLevelMwh()));
    }

    private OperatingRules rules() {
      OperatingRules rules = day.rules();
      List<Reservoir> reservoirs =
          rules.reservoirs().stream()
              .map(r -> r.withInitial(level(before.reservoirs(), r.id(), r.initialMm3())))
              .toList();
      List<HvdcSchedule> hvdc =
          rules.hvdcSchedules().stream()
              .map(h -> h.withInitial(level(before.hvdc(), h.line(), h.initialMw())))
              .toList();
      List<RangeConstraint> ranges =
          rules.ranges().stream().map(range -> range.withUsed(usedMwh(range))).toList();
      return rules.withRanges(ranges).withStates(reservoirs, hvdc);
    }

    /** Energy of the same day that was generated before the first period (AMB-03). */
    private double usedMwh(RangeConstraint range) {
      if (range.kind() != RangeKind.ENERGY || range.span() != Span.DAY || range.from() > 0) {
        return 0;
      }
      double used = 0;
      int dayStart = fromMinute / 1440 * 1440;
      for (String unit : Members.of(day, range.scope())) {
        Boundary.UnitPath path = paths.get(unit);
        for (int p = 0; path != null && p <= last; p++) {
          int minute = before.horizon().startMinute() + p * before.horizon().minutesPerPeriod();
          used += minute >= dayStart ? path.mw()[p] * before.horizon().hoursPerPeriod() : 0;
        }
      }
      return used;
    }
  }
}
