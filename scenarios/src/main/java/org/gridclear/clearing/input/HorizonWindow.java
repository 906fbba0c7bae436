package org.gridclear.clearing.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.BusLoad;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.PeriodMap;

/** A market day on other periods: a part of it, its first day repeated, a finer grid (AMB-14). */
public final class HorizonWindow {
  private HorizonWindow() {}

  /** The first {@code n} periods of {@code day}; limits at the end of storage are dropped. */
  public static MarketDay head(MarketDay day, int n) {
    return on(day, PeriodMap.part(day.horizon(), 0, n));
  }

  /** The day with its first period on a date. */
  public static MarketDay dated(MarketDay day, LocalDate date) {
    return CommonClock.moved(day, day.horizon().from(date));
  }

  /** The day with the data of each period taken from where {@code map} says. */
  public static MarketDay on(MarketDay day, PeriodMap map) {
    return new MarketDay(
        day.name(),
        day.synthetic(),
        map.horizon(),
        day.network(),
        map.each(day.thermalUnits(), HorizonWindow::thermal),
        map.each(day.profiledUnits(), HorizonWindow::profiled),
        map.each(day.storageUnits(), HorizonWindow::storage),
        map.each(day.busLoads(), (load, on) -> new BusLoad(load.bus(), on.of(load.mw()))),
        map.each(day.flexibleLoads(), HorizonWindow::flexible),
        map.each(
            day.interchanges(), (i, on) -> new Interchange(i.id(), i.bus(), on.of(i.importMw()))),
        map.each(day.reserves(), ReserveRequirement::on),
        map.each(day.branchLimits(), BranchLimit::on),
        outages(day, map),
        day.penalties().on(map),
        day.rules().on(map),
        day.currency());
  }

  private static ThermalUnit thermal(ThermalUnit u, PeriodMap map) {
    return u.in(
        u.offers().size() == 1 ? u.offers() : map.of(u.offers()),
        map.of(u.pMinMw()),
        map.of(u.pMaxMw()),
        map.of(u.commitment()));
  }

  private static ProfiledUnit profiled(ProfiledUnit u, PeriodMap map) {
    return new ProfiledUnit(
        u.id(),
        u.bus(),
        u.fuel(),
        map.of(u.minMw()),
        map.of(u.maxMw()),
        map.of(u.priceYuanPerMwh()));
  }

  private static FlexibleLoad flexible(FlexibleLoad l, PeriodMap map) {
    return new FlexibleLoad(l.id(), l.bus(), map.of(l.maxMw()), map.of(l.valueYuanPerMwh()));
  }

  private static List<BranchOutage> outages(MarketDay day, PeriodMap map) {
    List<BranchOutage> outages = new ArrayList<>();
    for (BranchOutage outage : day.branchOutages()) {
      for (int[] run : map.runs(outage.from(), outage.to())) {
        outages.add(new BranchOutage(outage.branch(), run[0], run[1]));
      }
    }
    return outages;
  }

  private static StorageUnit storage(StorageUnit u, PeriodMap map) {
    int last = map.lastSource();
    return new StorageUnit(
        u.id(),
        u.bus(),
        map.of(u.minLevelMwh()),
        map.of(u.maxLevelMwh()),
        map.of(u.minChargeMw()),
        map.of(u.maxChargeMw()),
        map.of(u.minDischargeMw()),
        map.of(u.maxDischargeMw()),
        map.of(u.chargeYuanPerMwh()),
        map.of(u.dischargeYuanPerMwh()),
        map.of(u.chargeEfficiency()),
        map.of(u.dischargeEfficiency()),
        map.of(u.lossShare())
            .map(share -> 1 - Math.pow(1 - share, (double) map.coarser() / map.finer())),
        map.of(u.simultaneous()),
        u.initialLevelMwh(),
        map.toEnd() ? u.endMinLevelMwh() : u.minLevelMwh().at(last),
        map.toEnd() ? u.endMaxLevelMwh() : u.maxLevelMwh().at(last));
  }
}
