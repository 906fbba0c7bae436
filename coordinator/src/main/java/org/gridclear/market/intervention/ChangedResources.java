package org.gridclear.market.intervention;

import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StorageUnit;
import org.gridclear.quantity.Series;

/**
 * A case with units that follow a forecast, storages, bids of loads and tie lines as somebody set
 * them. A limit that was set never opens one that the case has.
 */
record ChangedResources(HandChange change) {
  MarketDay of(MarketDay day) {
    return day.withResources(
        day.profiledUnits().stream().map(this::profiled).toList(),
        day.storageUnits().stream().map(this::storage).toList(),
        day.flexibleLoads().stream().map(this::load).toList(),
        day.interchanges().stream().map(this::tieLine).toList());
  }

  private ProfiledUnit profiled(ProfiledUnit unit) {
    Series min = unit.minMw();
    Series max = unit.maxMw();
    for (HandChange.OfUnit each : change.units()) {
      if (each.unit().equals(unit.id())) {
        double mw = each.mw().orElse(0);
        min = min.map(each.from(), each.to(), before -> mw);
        max = max.map(each.from(), each.to(), before -> mw);
      }
    }
    return new ProfiledUnit(unit.id(), unit.bus(), unit.fuel(), min, max, unit.priceYuanPerMwh());
  }

  private StorageUnit storage(StorageUnit unit) {
    Series minCharge = unit.minChargeMw();
    Series maxCharge = unit.maxChargeMw();
    Series minDischarge = unit.minDischargeMw();
    Series maxDischarge = unit.maxDischargeMw();
    for (HandChange.OfStorage each : change.storages()) {
      if (each.storage().equals(unit.id())) {
        double charge = each.chargeMw().orElse(Double.POSITIVE_INFINITY);
        double discharge = each.dischargeMw().orElse(Double.POSITIVE_INFINITY);
        minCharge = atMost(minCharge, each.from(), each.to(), charge);
        maxCharge = atMost(maxCharge, each.from(), each.to(), charge);
        minDischarge = atMost(minDischarge, each.from(), each.to(), discharge);
        maxDischarge = atMost(maxDischarge, each.from(), each.to(), discharge);
      }
    }
    return unit.withRates(minCharge, maxCharge, minDischarge, maxDischarge);
  }

  private static Series atMost(Series values, int from, int to, double most) {
    return values.map(from, to, before -> Math.min(before, most));
  }

  private FlexibleLoad load(FlexibleLoad load) {
    Series max = load.maxMw();
    for (HandChange.OfLoad each : change.loads()) {
      if (each.load().equals(load.id())) {
        max = atMost(max, each.from(), each.to(), each.mostMw());
      }
    }
    return new FlexibleLoad(load.id(), load.bus(), max, load.valueYuanPerMwh());
  }

  private Interchange tieLine(Interchange tie) {
    Series mw = tie.importMw();
    for (HandChange.OfTieLine each : change.tieLines()) {
      if (each.tieLine().equals(tie.id())) {
        mw = mw.map(each.from(), each.to(), before -> each.mw());
      }
    }
    return new Interchange(tie.id(), tie.bus(), mw);
  }
}
