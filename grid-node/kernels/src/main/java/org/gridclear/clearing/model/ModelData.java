package org.gridclear.clearing.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.LeadTime;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.market.rule.Trajectory;
import org.gridclear.quantity.Horizon;

/**
 * What a case gives its model: the day, the grid, the units with their times in periods, and what
 * the data leave open.
 */
abstract class ModelData {
  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final ClearingGrid grid;
  private final boolean losses;
  private final boolean tight;
  private final boolean segmentRows;
  private final boolean elastic;
  private final int periodCount;
  private final double hours;
  private final List<UnitTimes> units = new ArrayList<>();
  private final UnitSets unitSets;
  private final List<ReserveProduct> products;
  private final List<Reservoir> reservoirs;
  private final boolean[] given;

  ModelData(
      ClearingCase clearingCase,
      ClearingGrid grid,
      boolean losses,
      ClearingOptions.Formulation formulation,
      boolean elastic) {
    this.losses = losses;
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.grid = grid;
    this.tight = formulation != ClearingOptions.Formulation.PLAIN;
    this.segmentRows = formulation != ClearingOptions.Formulation.COMPACT;
    this.elastic = elastic;
    this.periodCount = day.periodCount();
    this.hours = day.horizon().hoursPerPeriod();
    for (ThermalUnit unit : day.thermalUnits()) {
      units.add(UnitTimes.of(unit, day.horizon(), trajectory(unit)));
    }
    given = new boolean[units.size()];
    for (int g = 0; g < given.length; g++) {
      given[g] = isGiven(units.get(g));
    }
    unitSets = new UnitSets(day);
    products = List.copyOf(UnitSets.products(day));
    reservoirs = List.copyOf(clearingCase.decidedReservoirs());
  }

  private boolean isGiven(UnitTimes times) {
    return !elastic
        && !times.hasTrajectory()
        && times.unit().commitment().stream().noneMatch(status -> status == Commitment.FREE)
        && (!inEffect(ConstraintFamily.MIN_UP_DOWN) || times.keepsTimes(hours));
  }

  private Optional<Trajectory> trajectory(ThermalUnit unit) {
    return day.rules().trajectories().stream()
        .filter(each -> each.unit().equals(unit.id()) && each.inEffect())
        .filter(each -> inEffect(ConstraintFamily.TRAJECTORIES))
        .findFirst();
  }

  /** The periods of the case. */
  public Horizon horizon() {
    return day.horizon();
  }

  /** The case. */
  public ClearingCase clearingCase() {
    return clearingCase;
  }

  /** The day that is cleared. */
  public MarketDay day() {
    return day;
  }

  /** Network and what is monitored in it. */
  public ClearingGrid grid() {
    return grid;
  }

  /** Whether losses are in this model. */
  public boolean hasLosses() {
    return losses;
  }

  /** Whether rows are written tight: more of them, or more entries, for a better relaxation. */
  public boolean isTight() {
    return tight;
  }

  /** Whether segments of offers have rows of their own. */
  public boolean hasSegmentRows() {
    return segmentRows;
  }

  /** Whether what the case must keep may be left at a price. */
  public boolean isElastic() {
    return elastic;
  }

  /** Number of periods. */
  public int periodCount() {
    return periodCount;
  }

  /** Length of a period. */
  public double hours() {
    return hours;
  }

  /** The thermal units with their times in periods. */
  public List<UnitTimes> units() {
    return units;
  }

  /** The units by scope and id. */
  public UnitSets unitSets() {
    return unitSets;
  }

  /** The reserve products, in the order of {@link #reserve}. */
  public List<ReserveProduct> products() {
    return products;
  }

  /** The reservoirs that are decided. */
  public List<Reservoir> reservoirs() {
    return reservoirs;
  }

  /** Least periods on of a thermal unit, 1 where minimum times are not in effect. */
  public int upPeriods(int g) {
    return inEffect(ConstraintFamily.MIN_UP_DOWN) ? units.get(g).upPeriods() : 1;
  }

  /** Least periods off of a thermal unit, 1 where minimum times are not in effect. */
  public int downPeriods(int g) {
    return inEffect(ConstraintFamily.MIN_UP_DOWN) ? units.get(g).downPeriods() : 1;
  }

  /** Least periods off of a thermal unit, 0 where nothing holds it off after a stop. */
  public int downPeriodsOrNone(int g) {
    boolean held = inEffect(ConstraintFamily.MIN_UP_DOWN) && units.get(g).unit().minDownHours() > 0;
    return held ? units.get(g).downPeriods() : 0;
  }

  /** Whether neither the data, nor the time off before, nor its lead time forbid a start. */
  public boolean mayStart(int g, int t) {
    UnitTimes times = units.get(g);
    boolean heldOff =
        inEffect(ConstraintFamily.MIN_UP_DOWN)
            && times.initialKnown()
            && !times.initiallyOn()
            && t < times.heldPeriods(day.horizon());
    boolean late = inEffect(ConstraintFamily.LEAD_TIMES) && tooLate(g, t) && !givenOn(g, t);
    return !heldOff && !late && times.unit().commitment().get(t) != Commitment.OFF;
  }

  /** Whether a start in a period would have had to be ordered before the first one. */
  public boolean tooLate(int g, int t) {
    double afterHours = t * hours;
    String id = units.get(g).unit().id();
    for (LeadTime each : day.rules().leadTimes()) {
      if (each.unit().equals(id)) {
        return each.inEffect() && afterHours < each.hours() - 1e-9;
      }
    }
    return false;
  }

  /**
   * Whether the data give every status of a unit, so that nothing about it is whole-numbered. With
   * elastic statuses nothing is given.
   */
  public boolean given(int g) {
    return given[g];
  }

  /** Status that the data give a unit in a period. */
  public boolean givenOn(int g, int t) {
    return units.get(g).unit().commitment().get(t) == Commitment.ON;
  }

  /** Whether a family is in effect in this case. */
  public final boolean inEffect(ConstraintFamily family) {
    return clearingCase.inEffect(family);
  }
}
