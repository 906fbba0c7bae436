package org.gridclear.monitoring.index;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.gridclear.monitoring.index.IndexKernel.Given;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.monitoring.measure.MarketFacts.UnitFacts;
import org.gridclear.monitoring.measure.Measure;
import org.gridclear.monitoring.measure.Measures;
import org.gridclear.monitoring.structure.Concentration;
import org.gridclear.monitoring.structure.PivotalSuppliers;
import org.gridclear.monitoring.structure.ResidualSupply;

/** Indices of suppliers: members together with whom the same shareholder controls. */
final class SupplierIndices {
  private SupplierIndices() {}

  /** MW of suppliers, {@code [supplier][period]}, by name. */
  private static TreeMap<String, double[]> bySupplier(
      MarketFacts facts, Function<UnitFacts, double[]> of) {
    TreeMap<String, double[]> sums = new TreeMap<>();
    for (UnitFacts unit : facts.units()) {
      double[] sum =
          sums.computeIfAbsent(unit.supplier(), none -> new double[facts.span().periods()]);
      double[] mw = of.apply(unit);
      for (int t = 0; t < sum.length; t++) {
        sum[t] += mw[t];
      }
    }
    return sums;
  }

  /** Why there is no index of suppliers. */
  private static Optional<Measured> refused(MarketFacts facts) {
    long without = facts.units().stream().filter(unit -> unit.supplier().isEmpty()).count();
    if (facts.units().isEmpty()) {
      return Optional.of(Measured.undefined("no unit lies there"));
    }
    return without == 0
        ? Optional.empty()
        : Optional.of(Measured.undefined(without + " units have no registered owner"));
  }

  /** What becomes of the MW of all suppliers in a period. */
  private interface Share {
    double of(double[] mw, int period);
  }

  private static Measured each(Given given, Function<UnitFacts, double[]> of, Share share) {
    return refused(given.facts())
        .orElseGet(
            () -> {
              TreeMap<String, double[]> sums = bySupplier(given.facts(), of);
              double[] values = new double[given.facts().span().periods()];
              for (int t = 0; t < values.length; t++) {
                values[t] = share.of(at(sums, t), t);
              }
              return Measured.of(values).with(shares(sums));
            });
  }

  private static double[] at(TreeMap<String, double[]> sums, int period) {
    return sums.values().stream().mapToDouble(mw -> mw[period]).toArray();
  }

  private static Map<String, Double> shares(TreeMap<String, double[]> sums) {
    double total = 0;
    Map<String, Double> shares = new TreeMap<>();
    for (Map.Entry<String, double[]> each : sums.entrySet()) {
      double sum = 0;
      for (double mw : each.getValue()) {
        sum += mw;
      }
      shares.put(each.getKey(), sum);
      total += sum;
    }
    double all = total;
    shares.replaceAll((supplier, sum) -> all > 0 ? sum / all : Double.NaN);
    return shares;
  }

  /** Units below 0 (pumps) have no share of what is generated. */
  private static double[] positive(double[] mw) {
    double[] cut = new double[mw.length];
    for (int t = 0; t < mw.length; t++) {
      cut[t] = Math.max(0, mw[t]);
    }
    return cut;
  }

  static Measured hhiOffered(Given given) {
    return each(given, unit -> positive(unit.availableMw()), (mw, t) -> Concentration.hhi(mw));
  }

  static Measured hhiCleared(Given given) {
    return each(given, unit -> positive(unit.mw()), (mw, t) -> Concentration.hhi(mw));
  }

  static Measured largestShare(Given given) {
    int count = Objects.requireNonNull(given.numbers().get("count")).intValue();
    return each(
        given,
        unit -> positive(unit.availableMw()),
        (mw, t) -> Concentration.largestShare(mw, count));
  }

  /** An index of every supplier in a period. */
  private interface OfEach {
    double[] of(double[] supplyMw, double demandMw);
  }

  /** What is told of the indices of a period. */
  private interface Told {
    double of(double[] index);
  }

  /** The elements are the least index of each supplier over the day. */
  private static Measured pivotalIndex(Given given, OfEach index, Told told) {
    Optional<Measured> refused = refused(given.facts());
    if (refused.isPresent()) {
      return refused.orElseThrow();
    }
    TreeMap<String, double[]> supply =
        bySupplier(given.facts(), unit -> positive(unit.availableMw()));
    double[] demandMw = new Measures(given.facts(), given.fuels()).of(Measure.DEMAND_MW);
    double[] values = new double[demandMw.length];
    Map<String, Double> least = new TreeMap<>();
    for (int t = 0; t < values.length; t++) {
      double[] ofEach = index.of(at(supply, t), demandMw[t]);
      values[t] = told.of(ofEach);
      int s = 0;
      for (String supplier : supply.keySet()) {
        least.merge(supplier, ofEach[s++], Math::min);
      }
    }
    return Measured.of(values).with(least);
  }

  private static double[] residual(double[] supplyMw, double demandMw) {
    return ResidualSupply.index(supplyMw, new double[supplyMw.length], demandMw);
  }

  static Measured residualSupply(Given given) {
    return pivotalIndex(given, SupplierIndices::residual, ResidualSupply::market);
  }

  static Measured pivotal(Given given) {
    return pivotalIndex(
        given,
        SupplierIndices::residual,
        index -> {
          double count = 0;
          for (double each : index) {
            count += Double.isNaN(each) ? Double.NaN : each < 1 ? 1 : 0;
          }
          return count;
        });
  }

  static Measured threePivotal(Given given) {
    return pivotalIndex(given, PivotalSuppliers::index, ResidualSupply::market);
  }

  private static double[] withheldMw(UnitFacts unit) {
    double[] mw = new double[unit.mw().length];
    for (int t = 0; t < mw.length; t++) {
      double offered = unit.offer().get(t).map(curve -> curve.greatestMw()).orElse(0.0);
      mw[t] = Math.max(0, unit.availableMw()[t] - offered);
    }
    return mw;
  }

  static Measured withheld(Given given) {
    double[] available = new Measures(given.facts(), given.fuels()).of(Measure.AVAILABLE_MW);
    return each(
        given,
        SupplierIndices::withheldMw,
        (mw, t) -> {
          double sum = 0;
          for (double each : mw) {
            sum += each;
          }
          return available[t] > 0 ? sum / available[t] : Double.NaN;
        });
  }

  private static double[] profitYuan(UnitFacts unit, double hours) {
    double[] yuan = new double[unit.mw().length];
    for (int t = 0; t < yuan.length; t++) {
      double mw = unit.mw()[t];
      boolean idle = mw == 0 && !(unit.on()[t] > 0);
      double cost =
          idle ? 0 : unit.offer().get(t).map(curve -> curve.costYuanPerH(mw)).orElse(Double.NaN);
      yuan[t] = (mw * unit.place().yuanPerMwh()[t] - cost) * hours;
    }
    return yuan;
  }

  static Measured profit(Given given) {
    Optional<Measured> refused = refused(given.facts());
    if (refused.isPresent()) {
      return refused.orElseThrow();
    }
    double hours = given.facts().span().hours();
    TreeMap<String, double[]> sums = bySupplier(given.facts(), unit -> profitYuan(unit, hours));
    double[] total = new double[given.facts().span().periods()];
    Map<String, Double> ofSupplier = new TreeMap<>();
    sums.forEach(
        (supplier, yuan) -> {
          for (int t = 0; t < total.length; t++) {
            total[t] += yuan[t];
            ofSupplier.merge(supplier, yuan[t], Double::sum);
          }
        });
    return Measured.of(total)
        .with(ofSupplier)
        .noted("energy at its price less its offered cost; starts, reserve and contracts apart");
  }
}
