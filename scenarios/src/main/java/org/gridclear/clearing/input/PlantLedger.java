package org.gridclear.clearing.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.OutputBands;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.Span;
import org.gridclear.market.rule.Trajectory;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.jspecify.annotations.Nullable;

/**
 * What runs before a window leave in its plants (A-15): time in output bands and crossings of the
 * day, water on its way, and reserve that was awarded.
 */
final class PlantLedger {
  private static final double EDGE_MW = 1e-6;
  private static final double LEAST_AWARD_MW = 1e-6;

  private final MarketDay whole;
  private final Horizon window;
  private final InitialConditions before;
  private final InitialConditions plan;
  private final int kept;
  private final Map<String, InitialConditions.UnitPath> paths;

  /**
   * The ledger of a window.
   *
   * @param whole the day as its data say
   * @param handed of one run where there are output bands
   */
  PlantLedger(MarketDay whole, Horizon window, Handed handed) {
    this.whole = whole;
    this.window = window;
    this.before = handed.past();
    this.plan = handed.plan();
    this.kept = before.periodBefore(window.startMinute()) + 1;
    this.paths = whole.rules().bands().isEmpty() ? Map.of() : before.pathOfUnit();
  }

  /** The name under which a boundary counts the hours of a unit in bands of a kind. */
  static String nameOf(OutputBands bands) {
    return bands.kind() + " bands of " + bands.unit();
  }

  /** The name under which a boundary counts crossings of one band. */
  static String nameOf(OutputBands bands, int band) {
    return nameOf(bands) + " #" + (band + 1);
  }

  /**
   * A state whose output tells on which side of every band the unit is: at an edge but for rounding
   * that is where it came from.
   */
  @Nullable InitialState atEdge(String unit, @Nullable InitialState state) {
    InitialState result = state;
    for (OutputBands bands : whole.rules().bands()) {
      for (int b = 0; b < bands.bands().size() && bands.unit().equals(unit); b++) {
        double edge = bands.bands().get(b).toMw();
        if (state != null && state.on() && Math.abs(state.powerMw() - edge) <= EDGE_MW) {
          boolean above = crossings(bands, b, Objects.requireNonNull(paths.get(unit))).above();
          result = new InitialState(true, state.hours(), above ? edge : Math.nextDown(edge));
        }
      }
    }
    return result;
  }

  /** Bands with what was used of them before the window. */
  OutputBands bands(OutputBands bands) {
    InitialConditions.UnitPath path = paths.get(bands.unit());
    if (path == null) {
      return bands;
    }
    double hours = before.horizon().hoursPerPeriod();
    int inside = 0;
    while (inside < kept && inside(bands, path, kept - 1 - inside)) {
      inside++;
    }
    double insideHours = inside * hours;
    if (inside == kept) {
      insideHours +=
          before
              .used(InitialConditions.Counted.BAND_HOURS, nameOf(bands))
              .orElse(bands.insidePeriodsBefore() * window.hoursPerPeriod());
    }
    List<Integer> crossings = new ArrayList<>();
    for (int b = 0; b < bands.bands().size(); b++) {
      crossings.add(crossings(bands, b, path).ofDay());
    }
    int periods = (int) Math.ceil(insideHours / window.hoursPerPeriod() - 1e-9);
    boolean none = crossings.stream().allMatch(count -> count == 0);
    return bands.after(periods, none ? List.of() : crossings);
  }

  private boolean inside(OutputBands bands, InitialConditions.UnitPath path, int p) {
    return dispatched(path, p)
        && bands.bands().stream()
            .anyMatch(
                band ->
                    path.mw()[p] > band.fromMw() + EDGE_MW && path.mw()[p] < band.toMw() - EDGE_MW);
  }

  /**
   * What a unit did at a band.
   *
   * @param ofDay crossings on the day of the window before it
   * @param above whether it is above the band
   */
  private record Crossings(int ofDay, boolean above) {}

  private Crossings crossings(OutputBands bands, int b, InitialConditions.UnitPath path) {
    int dayStart = InitialConditions.dayStart(window.startMinute());
    int count =
        before.countOfDay(
            InitialConditions.Counted.BAND_CROSSINGS,
            nameOf(bands, b),
            window.startMinute(),
            bands.crossingsBefore(b));
    double edge = bands.bands().get(b).toMw();
    boolean ran = path.before() != null && path.before().on();
    boolean above = path.before() != null && ran && path.before().powerMw() >= edge;
    for (int p = 0; p < kept; p++) {
      boolean runs = dispatched(path, p);
      boolean either =
          runs && bands.dwellPeriodsMax() > 0 && Math.abs(path.mw()[p] - edge) <= EDGE_MW;
      boolean now = either ? above : runs && path.mw()[p] >= edge - EDGE_MW;
      boolean crosses = (now && !above && ran) || (above && !now && runs);
      count += crosses && before.minuteOf(p) >= dayStart ? 1 : 0;
      above = now;
      ran = runs;
    }
    return new Crossings(count, above);
  }

  /** Whether a unit is on in a period and follows its offer, no start or stop curve. */
  private boolean dispatched(InitialConditions.UnitPath path, int p) {
    Optional<Trajectory> curve =
        whole.rules().trajectories().stream()
            .filter(each -> each.unit().equals(path.unit()) && each.inEffect())
            .findFirst();
    if (!path.on()[p] || curve.isEmpty()) {
      return path.on()[p];
    }
    double hours = before.horizon().hoursPerPeriod();
    double startHours = curve.get().startMw().size() * whole.horizon().hoursPerPeriod();
    double stopHours = curve.get().stopMw().size() * whole.horizon().hoursPerPeriod();
    boolean known = p > 0 || path.before() != null;
    double since = Objects.requireNonNull(path.after(p, hours)).hours() - hours;
    int stop = p;
    while (stop < path.on().length && path.on()[stop]) {
      stop++;
    }
    boolean stops = stop < path.on().length && (stop - p) * hours <= stopHours + 1e-9;
    return !stops && (!known || since >= startHours - 1e-9);
  }

  /** Releases of the periods before the window that are still on their way, the latest last. */
  List<Double> releases(Reservoir reservoir) {
    Optional<double[]> path = InitialConditions.values(before.releases(), reservoir.id());
    if (path.isEmpty() || reservoir.downstream().isEmpty()) {
      return reservoir.releasesBeforeM3PerS();
    }
    double[] earlier =
        InitialConditions.values(before.releasedBefore(), reservoir.id()).orElse(new double[0]);
    double[] flows = Arrays.copyOf(earlier, earlier.length + kept);
    System.arraycopy(path.get(), 0, flows, earlier.length, kept);
    int each = Math.max(1, window.minutesPerPeriod() / before.horizon().minutesPerPeriod());
    List<Double> releases = new ArrayList<>();
    for (int back = window.periodsFor(reservoir.delayHours()); back > 0; back--) {
      int to = flows.length - (back - 1) * each;
      if (to > 0) {
        double sum = 0;
        for (int i = to - each; i < to; i++) {
          sum += i < 0 ? reservoir.releaseBeforeM3PerS() : flows[i];
        }
        releases.add(sum / each);
      }
    }
    return releases;
  }

  /**
   * Awards that the window must hold: of units whose status is not decided to be another than what
   * the product needs.
   *
   * @param day the window
   * @param decided its units with the statuses that it takes from the run before
   */
  List<RangeConstraint> awards(MarketDay day, List<ThermalUnit> decided) {
    List<RangeConstraint> ranges = new ArrayList<>();
    int at = 0;
    for (InitialConditions.Award award : plan.awards()) {
      at = placeOf(award.unit(), decided, at);
      ThermalUnit unit = at < 0 ? null : decided.get(at);
      if (unit == null) {
        throw new IllegalArgumentException(
            "The run before awarded %s to the unit %s, which the case does not have."
                .formatted(award.product(), award.unit()));
      }
      ReserveProduct product = day.rules().product(award.product());
      boolean off = product.kind() == ReserveProduct.Kind.NON_SPINNING;
      double[] mw = new double[window.periodCount()];
      for (int t = 0; t < mw.length; t++) {
        int minute = window.startMinute() + t * window.minutesPerPeriod();
        Commitment given = unit.commitment().get(t);
        boolean possible = off ? given != Commitment.ON : !given.isOff();
        mw[t] = possible ? award.mw()[plan.periodAt(minute)] : 0;
      }
      if (isAnAward(mw)) {
        ranges.add(range(award, mw));
      }
    }
    return ranges;
  }

  /** The place of a unit, looked for from a place on; -1 where there is none. */
  private static int placeOf(String id, List<ThermalUnit> units, int from) {
    for (int i = 0; i < units.size(); i++) {
      int g = (from + i) % units.size();
      if (units.get(g).id().equals(id)) {
        return g;
      }
    }
    return -1;
  }

  private static boolean isAnAward(double[] mw) {
    for (double each : mw) {
      if (each > LEAST_AWARD_MW) {
        return true;
      }
    }
    return false;
  }

  private static RangeConstraint range(InitialConditions.Award award, double[] mw) {
    return new RangeConstraint(
        "award of " + award.product() + " to " + award.unit(),
        RangeKind.AWARD,
        Scope.unit(award.unit()),
        true,
        0,
        mw.length,
        Span.PERIOD,
        Series.of(mw),
        Series.constant(Double.POSITIVE_INFINITY, mw.length),
        award.product(),
        0,
        -1);
  }
}
