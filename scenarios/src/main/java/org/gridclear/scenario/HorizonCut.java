package org.gridclear.scenario;

import java.util.List;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.BusLoad;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Horizon;

/** The first periods of a market day as a day of its own. */
public final class HorizonCut {
  private HorizonCut() {}

  /** The first {@code n} periods of {@code day}; limits at the end of storage are dropped. */
  public static MarketDay head(MarketDay day, int n) {
    List<ThermalUnit> thermal =
        day.thermalUnits().stream()
            .map(
                u ->
                    u.withOffers(u.offers().size() == 1 ? u.offers() : u.offers().subList(0, n))
                        .withLimits(u.pMinMw().head(n), u.pMaxMw().head(n))
                        .withCommitment(u.commitment().subList(0, n)))
            .toList();
    return new MarketDay(
        day.name(),
        day.synthetic(),
        new Horizon(n, day.horizon().minutesPerPeriod()),
        day.network(),
        thermal,
        day.profiledUnits().stream()
            .map(
                u ->
                    new ProfiledUnit(
                        u.id(),
                        u.bus(),
                        u.fuel(),
                        u.minMw().head(n),
                        u.maxMw().head(n),
                        u.priceYuanPerMwh().head(n)))
            .toList(),
        day.storageUnits().stream().map(u -> storage(u, n)).toList(),
        day.busLoads().stream().map(l -> new BusLoad(l.bus(), l.mw().head(n))).toList(),
        day.flexibleLoads().stream()
            .map(
                l ->
                    new FlexibleLoad(
                        l.id(), l.bus(), l.maxMw().head(n), l.valueYuanPerMwh().head(n)))
            .toList(),
        day.interchanges().stream()
            .map(i -> new Interchange(i.id(), i.bus(), i.importMw().head(n)))
            .toList(),
        day.reserves().stream().map(r -> r.withMw(r.mw().head(n))).toList(),
        day.branchLimits().stream()
            .map(l -> new BranchLimit(l.branch(), l.mw().head(n), l.penaltyYuanPerMwh()))
            .toList(),
        day.branchOutages().stream()
            .filter(o -> o.from() < n)
            .map(o -> new BranchOutage(o.branch(), o.from(), Math.min(n, o.to())))
            .toList(),
        day.penalties(),
        day.rules().head(n));
  }

  private static StorageUnit storage(StorageUnit u, int n) {
    return new StorageUnit(
        u.id(),
        u.bus(),
        u.minLevelMwh().head(n),
        u.maxLevelMwh().head(n),
        u.minChargeMw().head(n),
        u.maxChargeMw().head(n),
        u.minDischargeMw().head(n),
        u.maxDischargeMw().head(n),
        u.chargeYuanPerMwh().head(n),
        u.dischargeYuanPerMwh().head(n),
        u.chargeEfficiency().head(n),
        u.dischargeEfficiency().head(n),
        u.lossShare().head(n),
        u.simultaneous().subList(0, n),
        u.initialLevelMwh(),
        u.minLevelMwh().at(n - 1),
        u.maxLevelMwh().at(n - 1));
  }
}
