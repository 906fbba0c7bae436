package org.gridclear.clearing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Prices;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.Span;
import org.gridclear.quantity.Series;

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
            auction(clearingCase, first),
            options,
            context
                .startingFrom(Objects.requireNonNull(first.start()))
                .withStatuses(first.schedule().committed()));
    return outcome instanceof ClearingOutcome.Cleared auction
        ? new ClearingOutcome.Cleared(joined(first, auction.result()))
        : outcome;
  }

  /**
   * The case with every output of a schedule fixed, whatever the case switches off. Statuses stay
   * as the data have them: a unit that is off but might start can hold reserve that is not
   * spinning.
   */
  private static ClearingCase auction(ClearingCase clearingCase, ClearingResult energy) {
    MarketDay day = clearingCase.day();
    List<RangeConstraint> ranges = new ArrayList<>(day.rules().ranges());
    Set<ConstraintFamily> off = EnumSet.noneOf(ConstraintFamily.class);
    off.addAll(clearingCase.switchedOff());
    if (off.remove(ConstraintFamily.FIXED_SCHEDULE)) {
      ranges.removeIf(range -> range.kind() == RangeKind.FIXED_SCHEDULE);
    }
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
    return new ClearingCase(
        clearingCase.name(),
        day.withRules(day.rules().withRanges(ranges)),
        clearingCase.market(),
        off);
  }

  /**
   * The energy schedule with the reserve of the auction, each with its own prices. Where several
   * dispatches are optimal the auction may end at another one: what it says of energy is left.
   */
  private static ClearingResult joined(ClearingResult energy, ClearingResult auction) {
    Prices prices =
        new Prices(
            energy.prices().lmpYuanPerMwh(),
            energy.prices().energyYuanPerMwh(),
            energy.prices().congestionYuanPerMwh(),
            energy.prices().lossYuanPerMwh(),
            auction.prices().reserveYuanPerMwh());
    double ancillaryYuan = auction.costs().ancillaryYuan();
    double shortYuan = auction.objectiveYuan() - energy.objectiveYuan() - ancillaryYuan;
    double reserveYuan = ancillaryYuan + shortYuan;
    return new ClearingResult(
        energy.status(),
        energy.objectiveYuan() + reserveYuan,
        energy.bestBoundYuan() + reserveYuan,
        energy.lpYuan(),
        energy.costs().withAncillary(ancillaryYuan).withPenalty(shortYuan),
        energy.schedule().withReserve(auction.schedule().reserveMw()),
        prices,
        energy.lossMw(),
        energy.flows(),
        ofBoth(
            energy.shadowPrices(), auction.shadowPrices(), price -> ofReserve(price.constraint())),
        ofBoth(energy.relaxations(), auction.relaxations(), each -> ofReserve(each.constraint())),
        energy.start(),
        null,
        energy.statistics());
  }

  private static boolean ofReserve(String constraint) {
    return RESERVE.stream().anyMatch(family -> family.id().equals(constraint));
  }

  private static <T> List<T> ofBoth(List<T> energy, List<T> auction, Predicate<T> wanted) {
    return Stream.concat(energy.stream(), auction.stream().filter(wanted)).toList();
  }
}
