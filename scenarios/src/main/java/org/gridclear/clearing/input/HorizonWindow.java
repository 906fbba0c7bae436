package org.gridclear.clearing.input;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.BusLoad;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
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

  /** The day with the data of each period taken from where {@code map} says. */
  public static MarketDay on(MarketDay day, PeriodMap map) {
    return new MarketDay(
        day.name(),
        day.synthetic(),
        map.horizon(),
        day.network(),
        day.thermalUnits().stream().map(u -> thermal(u, map)).toList(),
        day.profiledUnits().stream()
            .map(
                u ->
                    new ProfiledUnit(
                        u.id(),
                        u.bus(),
                        u.fuel(),
                        map.of(u.minMw()),
                        map.of(u.maxMw()),
                        map.of(u.priceYuanPerMwh())))
            .toList(),
        day.storageUnits().stream().map(u -> storage(u, map)).toList(),
        day.busLoads().stream().map(l -> new BusLoad(l.bus(), map.of(l.mw()))).toList(),
        day.flexibleLoads().stream()
            .map(
                l ->
                    new FlexibleLoad(
                        l.id(), l.bus(), map.of(l.maxMw()), map.of(l.valueYuanPerMwh())))
            .toList(),
        day.interchanges().stream()
            .map(i -> new Interchange(i.id(), i.bus(), map.of(i.importMw())))
            .toList(),
        day.reserves().stream().map(r -> r.on(map)).toList(),
        day.branchLimits().stream().map(l -> l.on(map)).toList(),
        outages(day, map),
        day.penalties().on(map),
        day.rules().on(map),
        day.currency());
  }

  private static ThermalUnit thermal(ThermalUnit u, PeriodMap map) {
    return u.withOffers(u.offers().size() == 1 ? u.offers() : map.of(u.offers()))
        .withLimits(map.of(u.pMinMw()), map.of(u.pMaxMw()))
        .withCommitment(map.of(u.commitment()));
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
