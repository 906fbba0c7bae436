package org.gridclear.clearing.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.market.Commitment;
import org.gridclear.market.LimitRule;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.AncillaryCapability;
import org.gridclear.market.rule.AncillaryService;
import org.gridclear.market.rule.OutputBands;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.ReserveOffer;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Trajectory;

/** What a thermal unit does in a schedule, and the room that its own limits and ramps leave it. */
public final class UnitPath {
  private static final double MINUTES_PER_H = 60;

  /** What the names of a unit's rows end with. */
  static final List<String> ROWS = List.of("", " up", " down", " stop limit");

  private final ClearingCase clearingCase;
  private final ClearingResult result;
  private final ThermalUnit unit;
  private final int g;
  private final Set<String> rows;
  private final boolean[] on;
  private final double[] mw;
  private final FixedOutput fixedOutput;
  private final boolean[] fixed;
  private final Trajectory curve;
  private final List<ReserveProduct> products;
  private final boolean ramps;
  private final boolean steady;
  private final double rampUpMw;
  private final double rampDownMw;

  /** The path of the unit of number {@code g} in a result. */
  public UnitPath(ClearingCase clearingCase, ClearingResult result, int g) {
    this.clearingCase = clearingCase;
    this.result = result;
    this.unit = clearingCase.day().thermalUnits().get(g);
    this.g = g;
    this.rows = ROWS.stream().map(row -> "unit " + unit.id() + row).collect(Collectors.toSet());
    this.on = result.schedule().committed()[g];
    this.mw = result.schedule().outputMw()[g];
    this.fixedOutput = new FixedOutput(clearingCase, unit, on);
    this.fixed = fixedOutput.fixed();
    this.curve =
        clearingCase.day().rules().trajectories().stream()
            .filter(each -> each.unit().equals(unit.id()) && each.inEffect())
            .filter(each -> clearingCase.inEffect(ConstraintFamily.TRAJECTORIES))
            .findFirst()
            .orElse(new Trajectory(unit.id(), false, List.of(), List.of()));
    this.products =
        RulesAudit.products(clearingCase.day()).stream()
            .map(clearingCase.day().rules()::product)
            .toList();
    double hours = clearingCase.day().horizon().hoursPerPeriod();
    this.ramps = clearingCase.inEffect(ConstraintFamily.RAMPS);
    this.steady =
        unit.limitRule() != LimitRule.LIMIT_FOR_RAMP
            && unit.offers().stream().allMatch(o -> o.firstMw() == unit.offer(0).firstMw());
    this.rampUpMw = unit.rampUpMwPerH() * hours;
    this.rampDownMw = unit.rampDownMwPerH() * hours;
  }

  /** The unit. */
  public ThermalUnit unit() {
    return unit;
  }

  boolean on(int t) {
    return on[t];
  }

  /** Status before a period; before the first one that of the data, or the first itself. */
  boolean onBefore(int t) {
    return t > 0 ? on[t - 1] : unit.initial() == null ? on[0] : unit.initial().on();
  }

  /** Output in a period. */
  public double mw(int t) {
    return mw[t];
  }

  /** Whether a trajectory fixes the output of a period. */
  boolean fixed(int t) {
    return fixed[t];
  }

  /** The output that a trajectory fixes. */
  double fixedMw(int t) {
    return fixedOutput.mw(t);
  }

  /** Whether the unit is on and follows its offer. */
  public boolean ready(int t) {
    return on[t] && !fixed[t];
  }

  /** Least output of the unit when it follows its offer. */
  public double leastMw(int t) {
    return Math.max(unit.pMinMw().at(t), unit.offer(t).firstMw());
  }

  /** Output at most, and with upward reserve where that counts against all limits. */
  public double mostMw(int t) {
    double most = startMostMw(t);
    boolean stops = t + 1 < on.length ? !on[t + 1] : unit.stopAfterPeriods() == 1;
    if (ramps && stops && curve.stopMw().isEmpty()) {
      most = Math.min(most, stopMw(t));
    }
    return most;
  }

  /**
   * Output and upward reserve at most, without the limit of a stop where reserve is no part of it.
   */
  double mostWithReserveMw(int t) {
    return stopsWithoutReserve() ? startMostMw(t) : mostMw(t);
  }

  private double startMostMw(int t) {
    double most = unit.pMaxMw().at(t);
    if (ramps && !onBefore(t) && curve.startMw().isEmpty()) {
      most = Math.min(most, startMw(t));
    }
    return most;
  }

  /** Whether reserve does not count against the limit of a stop. */
  private boolean stopsWithoutReserve() {
    return unit.limitRule() == LimitRule.STOP_WITHOUT_RESERVE;
  }

  /** Greatest output in the period of a start; not under the least output. */
  double startMw(int t) {
    return Math.max(unit.startRampMw(), leastMw(t));
  }

  private double stopMw(int t) {
    return Math.max(unit.stopRampMw(), leastMw(Math.max(0, t)));
  }

  /** By how much the output before the first period is too great for a stop in it. */
  double aboveFirstStopMw() {
    boolean stops = unit.initial() != null && unit.initial().on() && !on[0];
    boolean limited = ramps && curve.stopMw().isEmpty();
    return stops && limited ? unit.stateBefore().powerMw() - stopMw(-1) : 0;
  }

  /** Reserve of all products that a running unit holds in a direction. */
  double heldMw(ReserveProduct.Direction direction, int t) {
    return heldMw(direction, false, t);
  }

  private double heldMw(ReserveProduct.Direction direction, boolean rampedOnly, int t) {
    double sum = 0;
    for (int p = 0; p < products.size(); p++) {
      ReserveProduct product = products.get(p);
      boolean counts =
          product.kind() != ReserveProduct.Kind.NON_SPINNING
              && product.direction() == direction
              && (!rampedOnly || product.minutes() == 0);
      sum += counts ? result.schedule().reserveMw()[p][g][t] : 0;
    }
    return sum;
  }

  /** Spinning reserve and regulation upwards that it holds. */
  public double upMw(int t) {
    return heldMw(ReserveProduct.Direction.UP, t);
  }

  /** Spinning reserve and regulation downwards that it holds. */
  public double downMw(int t) {
    return heldMw(ReserveProduct.Direction.DOWN, t);
  }

  private boolean unlimited(int t) {
    return !ramps || t >= on.length || (t == 0 && unit.initial() == null);
  }

  /** Room to rise from the period before, in MW; negative if the ramp is broken. */
  public double riseRoomMw(int t) {
    if (unlimited(t) || (t == 0 && stopsWithoutReserve() && !unit.stateBefore().on())) {
      return Double.POSITIVE_INFINITY;
    }
    double held = heldMw(ReserveProduct.Direction.UP, true, t);
    if (steady) {
      return rampUpMw + aboveMw(t - 1) - aboveMw(t) - held;
    }
    double risen = dispatchedMw(t) + held - dispatchedMw(t - 1);
    if (curve.inEffect()) {
      return rampUpMw + (wasReady(t - 1) ? 0 : unit.offer(t).firstMw()) - risen;
    }
    return (onBefore(t) ? rampUpMw : startMw(t)) - risen;
  }

  /** Room to fall from the period before, in MW; negative if the ramp is broken. */
  public double fallRoomMw(int t) {
    if (unlimited(t)) {
      return Double.POSITIVE_INFINITY;
    }
    double held = heldMw(ReserveProduct.Direction.DOWN, true, t);
    if (steady) {
      return rampDownMw - aboveMw(t - 1) + aboveMw(t) - held;
    }
    double fallen = dispatchedMw(t - 1) - dispatchedMw(t) + held;
    if (curve.inEffect()) {
      double first = unit.offer(Math.max(0, t - 1)).firstMw();
      return rampDownMw + (ready(t) ? 0 : first) - fallen;
    }
    return (on[t] ? rampDownMw : stopMw(t - 1)) - fallen;
  }

  /** The same for a period that may lie before the first one. */
  private boolean wasReady(int t) {
    double hours = clearingCase.day().horizon().hoursPerPeriod();
    return t >= 0
        ? ready(t)
        : unit.stateBefore().on()
            && unit.stateBefore().hours() > curve.startMw().size() * hours + 1e-9;
  }

  /** Output above the first breakpoint while the unit follows its offer. */
  private double aboveMw(int t) {
    if (t >= 0) {
      return ready(t) ? mw[t] - unit.offer(t).firstMw() : 0;
    }
    double above = wasReady(t) ? unit.stateBefore().powerMw() - unit.offer(0).firstMw() : 0;
    return curve.inEffect() ? Math.max(0, above) : above;
  }

  /** Output without what a trajectory fixes. */
  private double dispatchedMw(int t) {
    if (t >= 0) {
      return ready(t) ? mw[t] : 0;
    }
    return wasReady(t) ? unit.stateBefore().powerMw() : 0;
  }

  /** By how much the clearing reports that a row of the unit is relaxed in a period. */
  double relaxedMw(String constraint, int t) {
    return relaxed(constraint).filter(r -> r.period() == t).mapToDouble(Relaxation::amount).sum();
  }

  /** By how much the clearing reports that a count of a day is relaxed for the unit. */
  double relaxedOnDay(String constraint, int d) {
    return relaxed(constraint)
        .filter(r -> r.period() < 0 && r.day() == d)
        .mapToDouble(Relaxation::amount)
        .sum();
  }

  /** Rows of the unit itself; ids may have blanks. */
  private Stream<Relaxation> relaxed(String constraint) {
    return result.relaxations().stream()
        .filter(r -> rows.contains(r.element()))
        .filter(r -> r.constraint().equals(constraint));
  }

  /** Whether the clearing reports that a row of a family is relaxed for the unit at all. */
  boolean isRelaxed(String constraint) {
    return relaxed(constraint).findAny().isPresent();
  }

  /** Products in the order of the schedule. */
  public List<ReserveProduct> products() {
    return products;
  }

  /** What it holds of a product, by its number, in a period. */
  public double heldMw(int product, int t) {
    return result.schedule().reserveMw()[product][g][t];
  }

  /** Price of a product of the unit, expected mileage included; 0 where it offers none. */
  public double offerYuanPerMwh(ReserveProduct product, int t) {
    return offer(product).map(offer -> offer.yuanPerMwh(t)).orElse(0.0);
  }

  private Optional<ReserveOffer> offer(ReserveProduct product) {
    return clearingCase.day().rules().reserveOffers().stream()
        .filter(o -> o.unit().equals(unit.id()) && o.product().equals(product.id()))
        .findFirst();
  }

  /** Whether the unit offers a product, or is named for it, and the market clears it. */
  public boolean mayProvide(ReserveProduct product) {
    boolean named = unit.reserves().contains(product.id()) || offer(product).isPresent();
    return named && (clearingCase.clears(product.kind()) || awarded(product));
  }

  private boolean awarded(ReserveProduct product) {
    return clearingCase.day().rules().ranges().stream()
        .anyMatch(
            range ->
                range.kind() == RangeKind.AWARD
                    && range.item().equals(product.id())
                    && range.inEffect()
                    && clearingCase.inEffect(ConstraintFamily.UNIT_RESERVE));
  }

  /** The most that it can give of a product with its status, its offer and its ramp (43). */
  public double limitMw(ReserveProduct product, int t) {
    double offered = offer(product).map(offer -> offer.maxMw().at(t)).orElse(unit.pMaxMw().at(t));
    double most = Math.min(unit.pMaxMw().at(t), offered);
    if (product.minutes() > 0) {
      boolean up = product.direction() == ReserveProduct.Direction.UP;
      double perHour = up ? unit.rampUpMwPerH() : unit.rampDownMwPerH();
      most = Math.min(most, perHour * product.minutes() / MINUTES_PER_H);
    }
    if (product.service() == AncillaryService.SECONDARY_REGULATION) {
      double given =
          product.minutes() > 0
              ? product.minutes()
              : clearingCase.day().horizon().minutesPerPeriod();
      for (AncillaryCapability each : clearingCase.day().rules().capabilities()) {
        boolean own = each.unit().equals(unit.id());
        most = own ? Math.min(most, each.regulatingMwPerMin() * given) : most;
      }
    }
    if (product.kind() == ReserveProduct.Kind.NON_SPINNING) {
      return mayStart(t) ? Math.min(most, startMw(t)) : 0;
    }
    return ready(t) ? most : 0;
  }

  /** Whether a start would have had to be ordered before the first period. */
  boolean tooLate(int t) {
    double hours = t * clearingCase.day().horizon().hoursPerPeriod();
    return hours < clearingCase.day().rules().leadHours(unit.id()) - 1e-6;
  }

  /** Whether a unit that is off could start: not off by data, and its time off has passed. */
  private boolean mayStart(int t) {
    if (on[t] || unit.commitment().get(t) == Commitment.OFF) {
      return false;
    }
    int from = t;
    while (from > 0 && !on[from - 1]) {
      from--;
    }
    boolean led = clearingCase.inEffect(ConstraintFamily.LEAD_TIMES);
    if (led && unit.commitment().get(t) != Commitment.ON && tooLate(t)) {
      return false;
    }
    double offHours = (t - from) * clearingCase.day().horizon().hoursPerPeriod();
    if (from == 0 && !onBefore(0)) {
      offHours += unit.initial() == null ? Double.POSITIVE_INFINITY : unit.initial().hours();
    }
    boolean times = clearingCase.inEffect(ConstraintFamily.MIN_UP_DOWN);
    return !times || offHours >= unit.minDownHours() - 1e-6;
  }

  /**
   * The zone between, or in, output bands in which the unit is, as {@code {from, to}}; empty where
   * it is within {@code room} of an edge, as it may not leave that.
   */
  public double[] zoneMw(int t, double room) {
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    for (OutputBands bands : clearingCase.day().rules().bands()) {
      boolean mill = bands.kind() == OutputBands.Kind.MILL;
      boolean counts =
          bands.unit().equals(unit.id())
              && bands.inEffect()
              && clearingCase.inEffect(
                  mill ? ConstraintFamily.MILL_BANDS : ConstraintFamily.VIBRATION_ZONES);
      for (OutputBands.Band band : counts ? bands.bands() : List.<OutputBands.Band>of()) {
        for (double edge : new double[] {band.fromMw(), band.toMw()}) {
          from = mw[t] > edge - room ? Math.max(from, edge) : from;
          to = mw[t] < edge + room ? Math.min(to, edge) : to;
        }
      }
    }
    return new double[] {from, to};
  }
}
