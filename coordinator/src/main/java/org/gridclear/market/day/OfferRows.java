package org.gridclear.market.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.quantity.Series;
import org.gridclear.table.Column;

/**
 * What was offered in every period: points of total cost per hour against output. A unit without
 * commitment, a storage and a user's bid have one price, so a point at its least and one at its
 * greatest power.
 */
final class OfferRows {
  private final DayResult day;
  private final Map<String, String> zoneOfBus;
  private final BlockBuilder rows;
  private final int periods;

  private OfferRows(DayResult day, Map<String, String> zoneOfBus, BlockBuilder rows) {
    this.day = day;
    this.zoneOfBus = zoneOfBus;
    this.rows = rows;
    this.periods = day.clearingCase().day().periodCount();
  }

  static ResultBlock block(DayResult day, Origin origin, Map<String, String> zoneOfBus) {
    MarketDay base = day.clearingCase().day();
    BlockBuilder rows =
        new BlockBuilder(
            origin,
            ResultKind.OFFERS,
            base.horizon(),
            List.of("unit", "bus", "zone", "fuel", "owner", "kind", "point"),
            List.of(
                BlockBuilder.column("mw", Column.Type.NUMBER),
                BlockBuilder.column("yuanPerH", Column.Type.NUMBER)));
    OfferRows offers = new OfferRows(day, zoneOfBus, rows);
    base.thermalUnits().forEach(offers::thermal);
    base.profiledUnits().forEach(offers::profiled);
    base.storageUnits().forEach(offers::storage);
    base.flexibleLoads().forEach(offers::user);
    return rows.block();
  }

  private void thermal(ThermalUnit unit) {
    List<String> texts = texts("unit", unit.id(), unit.bus(), unit.fuel(), "THERMAL");
    for (int t = 0; t < periods; t++) {
      OfferCurve curve = unit.offer(t);
      for (int p = 0; p < curve.mw().size(); p++) {
        point(texts, p, t, curve.mw().get(p), curve.yuanPerH().get(p));
      }
    }
  }

  private void profiled(ProfiledUnit unit) {
    List<String> texts = texts("unit", unit.id(), unit.bus(), unit.fuel(), "PROFILED");
    line(texts, unit.minMw(), unit.maxMw(), unit.priceYuanPerMwh());
  }

  private void storage(StorageUnit unit) {
    line(
        texts("storage", unit.id(), unit.bus(), "", "CHARGE"),
        unit.minChargeMw(),
        unit.maxChargeMw(),
        unit.chargeYuanPerMwh());
    line(
        texts("storage", unit.id(), unit.bus(), "", "DISCHARGE"),
        unit.minDischargeMw(),
        unit.maxDischargeMw(),
        unit.dischargeYuanPerMwh());
  }

  private void user(FlexibleLoad load) {
    List<String> texts = texts("load", load.id(), load.bus(), "", "LOAD");
    for (int t = 0; t < periods; t++) {
      point(texts, 0, t, 0, 0);
      point(texts, 1, t, load.maxMw().at(t), load.maxMw().at(t) * load.valueYuanPerMwh().at(t));
    }
  }

  private void line(List<String> texts, Series minMw, Series maxMw, Series yuanPerMwh) {
    for (int t = 0; t < periods; t++) {
      point(texts, 0, t, minMw.at(t), minMw.at(t) * yuanPerMwh.at(t));
      point(texts, 1, t, maxMw.at(t), maxMw.at(t) * yuanPerMwh.at(t));
    }
  }

  private List<String> texts(String kind, String id, String bus, String fuel, String offer) {
    return List.of(id, bus, zoneOfBus.get(bus), fuel, day.owners().of(kind, id), offer);
  }

  private void point(List<String> texts, int point, int t, double mw, double yuanPerH) {
    List<String> element = new ArrayList<>(texts);
    element.add(Integer.toString(point + 1));
    rows.add(element, t + 1L, mw, yuanPerH);
  }
}
