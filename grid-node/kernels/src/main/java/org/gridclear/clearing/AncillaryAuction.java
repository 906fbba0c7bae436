package org.gridclear.clearing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.pricing.Prices;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.constraint.RangeConstraint;
import org.gridclear.market.constraint.RangeKind;
import org.gridclear.market.constraint.Scope;
import org.gridclear.market.constraint.Span;
import org.gridclear.quantity.Series;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.ClearingOptions;
import org.gridclear.scenario.resolved.ConstraintFamily;

/**
 * Ancillary products cleared with energy in one program (G-02), or by themselves on what the energy
 * schedule leaves (G-03): energy first without reserve, then, with every status and output fixed,
 * an auction of the products by their offers. Energy keeps the prices of the first step.
 */
public final class AncillaryAuction {
  private static final double FIXED_YUAN_PER_MWH = 1e6;
  private static final Set<ConstraintFamily> RESERVE =
      EnumSet.of(
          ConstraintFamily.RESERVE, ConstraintFamily.ZONAL_RESERVE, ConstraintFamily.UNIT_RESERVE);

  private AncillaryAuction() {}

  /** Clears a case, its products as the options say. */
  public static ClearingOutcome clear(
      ClearingCase clearingCase, ClearingOptions options, ClearingContext context) {
    boolean separate = options.ancillary() == ClearingOptions.Ancillary.SEPARATE;
    if (!separate || clearingCase.day().reserves().isEmpty()) {
      return ClearingKernel.clear(clearingCase, options, context);
    }
    Set<ConstraintFamily> off = EnumSet.copyOf(RESERVE);
    off.addAll(clearingCase.switchedOff());
    ClearingCase energyOnly =
        new ClearingCase(clearingCase.name(), clearingCase.day(), clearingCase.market(), off);
    ClearingOutcome withoutReserve = ClearingKernel.clear(energyOnly, options, context.unproved());
    if (!(withoutReserve instanceof ClearingOutcome.Cleared energy)) {
      return withoutReserve;
    }
    ClearingResult first = energy.result();
    ClearingOutcome outcome =
        ClearingKernel.clear(
            clearingCase.withDay(fixed(clearingCase.day(), first)),
            options,
            context.startingFrom(first.start()).withStatuses(first.schedule().committed()));
    return outcome instanceof ClearingOutcome.Cleared auction
        ? new ClearingOutcome.Cleared(joined(first, auction.result()))
        : outcome;
  }

  /**
   * The day with every output of a schedule fixed. Statuses stay as the data have them: a unit that
   * is off but might start can hold reserve that is not spinning.
   */
  private static MarketDay fixed(MarketDay day, ClearingResult energy) {
    List<RangeConstraint> ranges = new ArrayList<>(day.rules().ranges());
    int periods = day.periodCount();
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      ThermalUnit unit = day.thermalUnits().get(g);
      Series mw = Series.of(energy.schedule().outputMw()[g]);
      ranges.add(
          new RangeConstraint(
              "energy of " + unit.id(),
              RangeKind.FIXED_SCHEDULE,
              Scope.unit(unit.id()),
              true,
              0,
              periods,
              Span.PERIOD,
              mw,
              mw,
              "",
              0,
              FIXED_YUAN_PER_MWH));
    }
    return day.withRules(day.rules().withRanges(ranges));
  }

  /** The auction's schedule with the energy prices of the first step and its bound. */
  private static ClearingResult joined(ClearingResult energy, ClearingResult auction) {
    Prices prices =
        new Prices(
            energy.prices().lmpYuanPerMwh(),
            energy.prices().energyYuanPerMwh(),
            energy.prices().congestionYuanPerMwh(),
            energy.prices().lossYuanPerMwh(),
            auction.prices().reserveYuanPerMwh());
    double unproved = energy.objectiveYuan() - energy.bestBoundYuan();
    return new ClearingResult(
        energy.status(),
        auction.objectiveYuan(),
        auction.objectiveYuan() - unproved,
        energy.lpYuan(),
        auction.costs(),
        auction.schedule(),
        prices,
        auction.lossMw(),
        energy.flows(),
        energy.shadowPrices(),
        auction.relaxations(),
        energy.start(),
        null,
        energy.statistics());
  }
}
