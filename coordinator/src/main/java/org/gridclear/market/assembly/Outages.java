package org.gridclear.market.assembly;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.Commitment;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.market.ticket.TicketElement;
import org.gridclear.network.Branch;
import org.gridclear.network.HvdcLine;
import org.gridclear.quantity.Series;
import org.gridclear.validate.Rule;

/** Periods in which elements are out of service, and the case in which they are. */
final class Outages {
  private final SortedMap<TicketElement, BitSet> out = new TreeMap<>();
  private final SortedMap<String, BitSet> loadsOut = new TreeMap<>();
  private final int count;

  Outages(int count) {
    this.count = count;
  }

  void take(TicketElement element, int period) {
    out.computeIfAbsent(element, key -> new BitSet(count)).set(period);
  }

  void takeLoad(String load, int period) {
    loadsOut.computeIfAbsent(load, key -> new BitSet(count)).set(period);
  }

  private Optional<BitSet> of(TicketElement.Type type, String id) {
    return Optional.ofNullable(out.get(new TicketElement(type, id)));
  }

  /** Makes the draft's case the one in which they are out. */
  void apply(Draft draft) {
    MarketDay day = draft.day();
    CaseParts parts = new CaseParts(day);
    parts.thermalUnits = day.thermalUnits().stream().map(unit -> thermal(draft, unit)).toList();
    parts.profiledUnits = day.profiledUnits().stream().map(this::profiled).toList();
    parts.storageUnits = day.storageUnits().stream().map(this::storage).toList();
    parts.flexibleLoads = day.flexibleLoads().stream().map(this::flexible).toList();
    parts.branchOutages = branches(day);
    hvdc(draft, parts);
    draft.become(parts.day());
  }

  private ThermalUnit thermal(Draft draft, ThermalUnit unit) {
    Optional<BitSet> periods = of(TicketElement.Type.UNIT, unit.id());
    if (periods.isEmpty()) {
      return unit;
    }
    List<Commitment> commitment = new ArrayList<>(unit.commitment());
    periods.get().stream().forEach(t -> commitment.set(t, Commitment.OFF));
    return UnitStates.beforeOutage(
        draft, unit.withCommitment(commitment), periods.get().nextSetBit(0));
  }

  private ProfiledUnit profiled(ProfiledUnit unit) {
    return of(TicketElement.Type.UNIT, unit.id())
        .map(
            periods ->
                new ProfiledUnit(
                    unit.id(),
                    unit.bus(),
                    unit.fuel(),
                    zero(unit.minMw(), periods),
                    zero(unit.maxMw(), periods),
                    unit.priceYuanPerMwh()))
        .orElse(unit);
  }

  private StorageUnit storage(StorageUnit unit) {
    return of(TicketElement.Type.STORAGE, unit.id())
        .map(
            periods ->
                new StorageUnit(
                    unit.id(),
                    unit.bus(),
                    unit.minLevelMwh(),
                    unit.maxLevelMwh(),
                    zero(unit.minChargeMw(), periods),
                    zero(unit.maxChargeMw(), periods),
                    zero(unit.minDischargeMw(), periods),
                    zero(unit.maxDischargeMw(), periods),
                    unit.chargeYuanPerMwh(),
                    unit.dischargeYuanPerMwh(),
                    unit.chargeEfficiency(),
                    unit.dischargeEfficiency(),
                    unit.lossShare(),
                    unit.simultaneous(),
                    unit.initialLevelMwh(),
                    unit.endMinLevelMwh(),
                    unit.endMaxLevelMwh()))
        .orElse(unit);
  }

  private FlexibleLoad flexible(FlexibleLoad load) {
    return loadsOut.containsKey(load.id())
        ? new FlexibleLoad(
            load.id(),
            load.bus(),
            zero(load.maxMw(), loadsOut.get(load.id())),
            load.valueYuanPerMwh())
        : load;
  }

  private static Series zero(Series series, BitSet periods) {
    double[] values = series.toArray();
    periods.stream().forEach(t -> values[t] = 0);
    return Series.of(values);
  }

  /** One of a branch that the network does not have has been noticed, and takes nothing out. */
  private List<BranchOutage> branches(MarketDay day) {
    Set<String> ids = day.network().branches().stream().map(Branch::id).collect(Collectors.toSet());
    List<BranchOutage> outages = new ArrayList<>();
    out.forEach(
        (element, periods) -> {
          if (element.type() == TicketElement.Type.BRANCH && ids.contains(element.id())) {
            for (int from = periods.nextSetBit(0); from >= 0; ) {
              int to = periods.nextClearBit(from);
              outages.add(new BranchOutage(element.id(), from, to));
              from = periods.nextSetBit(to);
            }
          }
        });
    return outages;
  }

  /**
   * A line that a schedule decides has none in its periods; another is out in all of them or none.
   */
  private void hvdc(Draft draft, CaseParts parts) {
    List<HvdcSchedule> schedules = new ArrayList<>();
    for (HvdcSchedule schedule : parts.rules.hvdcSchedules()) {
      Optional<BitSet> periods = of(TicketElement.Type.HVDC, schedule.line());
      schedules.add(
          periods.isEmpty() || !schedule.inEffect()
              ? schedule
              : new HvdcSchedule(
                  schedule.line(),
                  true,
                  zero(schedule.minMw(), periods.get()),
                  zero(schedule.maxMw(), periods.get()),
                  schedule.rampMwPerH(),
                  schedule.initialMw(),
                  schedule.changesPerDayMax(),
                  schedule.changesOfDay()));
    }
    List<HvdcLine> lines = new ArrayList<>();
    for (HvdcLine line : parts.network.hvdcLines()) {
      Optional<BitSet> periods = of(TicketElement.Type.HVDC, line.id());
      boolean scheduled =
          schedules.stream().anyMatch(each -> each.inEffect() && each.line().equals(line.id()));
      if (periods.isPresent() && !scheduled && periods.get().cardinality() < count) {
        draft
            .log()
            .add(
                Rule.FIELD_TYPE,
                "hvdc " + line.id(),
                draft.grid().show(periods.get().nextSetBit(0)),
                "out in %d of %d periods".formatted(periods.get().cardinality(), count),
                "A line without a schedule in the rules is out in all periods or in none.");
      }
      lines.add(periods.isPresent() && !scheduled ? line.withInService(false) : line);
    }
    if (!lines.isEmpty()) {
      parts.network = parts.network.withHvdcLines(lines);
      parts.rules = parts.rules.withStates(parts.rules.reservoirs(), schedules);
    }
  }
}
