package org.gridclear.market.fallback;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.day.ResultKind;

/** Charging, discharging and price-sensitive load of before within the limits of today. */
final class AdaptedStorage {
  private static final String STORAGE = "storage";
  private static final String LOAD = "load";
  private static final String FLEXIBLE = "FLEXIBLE";
  private static final double NOISE_MW = 1e-6;

  private final MarketDay day;
  private final PastValues past;
  private final Adaptations notes;
  final double[][] chargeMw;
  final double[][] dischargeMw;
  final double[][] levelMwh;
  final double[][] flexibleMw;

  AdaptedStorage(MarketDay day, PastValues past, Adaptations notes) {
    this.day = day;
    this.past = past;
    this.notes = notes;
    int periods = day.periodCount();
    int units = day.storageUnits().size();
    chargeMw = new double[units][periods];
    dischargeMw = new double[units][periods];
    levelMwh = new double[units][periods];
    flexibleMw = new double[day.flexibleLoads().size()][periods];
    for (int s = 0; s < units; s++) {
      storage(s);
    }
    for (int f = 0; f < flexibleMw.length; f++) {
      flexible(f);
    }
    gone(STORAGE, past.ids(ResultKind.STORAGE, STORAGE), ids(day.storageUnits(), StorageUnit::id));
    gone(
        LOAD,
        past.ids(ResultKind.LOADS, LOAD, FLEXIBLE),
        ids(day.flexibleLoads(), FlexibleLoad::id));
  }

  private static <T> Set<String> ids(List<T> all, Function<T, String> id) {
    return all.stream().map(id).collect(Collectors.toSet());
  }

  private void gone(String kind, Set<String> before, Set<String> today) {
    before.stream()
        .filter(id -> !today.contains(id))
        .forEach(id -> notes.of(kind, id, "is not in the case of today and is left out"));
  }

  private double[] before(String storage, String column) {
    return past.of(ResultKind.STORAGE, List.of(STORAGE), List.of(storage), column);
  }

  private void storage(int s) {
    StorageUnit unit = day.storageUnits().get(s);
    double[] charge = before(unit.id(), "chargeMw");
    double[] discharge = before(unit.id(), "dischargeMw");
    double hours = day.horizon().hoursPerPeriod();
    double level = unit.initialLevelMwh();
    for (int t = 0; t < day.periodCount(); t++) {
      if (Double.isNaN(charge[t])) {
        notes.in(t, STORAGE, unit.id(), "is new and stands still");
      }
      double kept = level * (1 - unit.lossShare().at(t));
      double in = unit.chargeEfficiency().at(t) * hours;
      double out = hours / unit.dischargeEfficiency().at(t);
      double wantedIn = Double.isNaN(charge[t]) ? 0 : charge[t];
      double wantedOut = Double.isNaN(discharge[t]) ? 0 : discharge[t];
      double room = Math.max(0, unit.maxLevelMwh().at(t) - kept) / in;
      double stock = Math.max(0, kept - unit.minLevelMwh().at(t)) / out;
      chargeMw[s][t] = Math.min(wantedIn, Math.min(unit.maxChargeMw().at(t), room));
      dischargeMw[s][t] = Math.min(wantedOut, Math.min(unit.maxDischargeMw().at(t), stock));
      if (wantedIn - chargeMw[s][t] > NOISE_MW || wantedOut - dischargeMw[s][t] > NOISE_MW) {
        notes.in(t, STORAGE, unit.id(), "is held within the rates and levels of today");
      }
      level = kept + chargeMw[s][t] * in - dischargeMw[s][t] * out;
      levelMwh[s][t] = level;
    }
  }

  private void flexible(int f) {
    FlexibleLoad load = day.flexibleLoads().get(f);
    double[] mw =
        past.of(ResultKind.LOADS, List.of(LOAD, "kind"), List.of(load.id(), FLEXIBLE), "mw");
    for (int t = 0; t < day.periodCount(); t++) {
      if (Double.isNaN(mw[t])) {
        notes.in(t, LOAD, load.id(), "is new and is not served");
      } else if (mw[t] - load.maxMw().at(t) > NOISE_MW) {
        notes.in(t, LOAD, load.id(), "is served no more than it asks for today");
      }
      flexibleMw[f][t] = Double.isNaN(mw[t]) ? 0 : Math.min(load.maxMw().at(t), mw[t]);
    }
  }
}
