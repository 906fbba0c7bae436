package org.gridclear.monitoring.index;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.monitoring.index.IndexKernel.Given;
import org.gridclear.monitoring.measure.Fuel;
import org.gridclear.monitoring.measure.MarketFacts.ReserveFacts;
import org.gridclear.monitoring.measure.MarketFacts.UnitFacts;

/** Indices of energy by fuel, of what it emits, and of the reserve beside it. */
final class EnergyIndices {
  private EnergyIndices() {}

  private static double energyMwh(UnitFacts unit, double hours) {
    double sum = 0;
    for (double mw : unit.mw()) {
      sum += mw * hours;
    }
    return sum;
  }

  static Measured fuelMix(Given given) {
    Map<String, Double> mwh = new TreeMap<>();
    double hours = given.facts().span().hours();
    double total = 0;
    for (UnitFacts unit : given.facts().units()) {
      double energy = energyMwh(unit, hours);
      mwh.merge(unit.fuel().toLowerCase(Locale.ROOT), energy, Double::sum);
      total += energy;
    }
    if (!(total > 0)) {
      return Measured.undefined("nothing is generated");
    }
    double all = total;
    mwh.replaceAll((fuel, energy) -> energy / all);
    double largest = mwh.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return Measured.ofDay(largest).with(mwh);
  }

  static Measured emissions(Given given) {
    String unknown = given.fuels().unknown(given.facts());
    if (!unknown.isEmpty()) {
      return Measured.undefined("the catalogue does not know the fuels " + unknown);
    }
    Map<String, Double> ofFuel = new TreeMap<>();
    double[] tons = new double[given.facts().span().periods()];
    for (UnitFacts unit : given.facts().units()) {
      Fuel fuel = given.fuels().of(unit.fuel()).orElseThrow();
      for (int t = 0; t < tons.length; t++) {
        double more = unit.mw()[t] * given.facts().span().hours() * fuel.tonPerMwh();
        tons[t] += more;
        ofFuel.merge(fuel.id(), more, Double::sum);
      }
    }
    return Measured.of(tons).with(ofFuel);
  }

  static Measured ancillaryCost(Given given) {
    Map<String, Double> ofProduct = new TreeMap<>();
    double[] yuan = new double[given.facts().span().periods()];
    for (ReserveFacts reserve : given.facts().reserves()) {
      for (int t = 0; t < yuan.length; t++) {
        double more = reserve.heldMw()[t] * reserve.yuanPerMwh()[t] * given.facts().span().hours();
        yuan[t] += more;
        ofProduct.merge(reserve.product(), more, Double::sum);
      }
    }
    return Measured.of(yuan).with(ofProduct);
  }
}
