package org.gridclear.monitoring.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridclear.monitoring.measure.MarketFacts.LoadFacts;
import org.gridclear.monitoring.measure.MarketFacts.ReserveFacts;
import org.gridclear.monitoring.measure.MarketFacts.StorageFacts;
import org.gridclear.monitoring.measure.MarketFacts.UnitFacts;

/** The measures of facts; one is computed when it is asked for. */
public final class Measures {
  private final MarketFacts facts;
  private final Fuels fuels;
  private final int periods;
  private final Map<Measure, double[]> known = new HashMap<>();

  /** Measures of a day. */
  public Measures(MarketFacts facts, Fuels fuels) {
    this.facts = facts;
    this.fuels = fuels;
    this.periods = facts.span().periods();
  }

  /** A measure by period; NaN where a number is missing. */
  public double[] of(Measure measure) {
    double[] there = known.get(measure);
    if (there == null) {
      there = computed(measure);
      known.put(measure, there);
    }
    return there;
  }

  /** Measures by name, for a formula. */
  public Map<String, double[]> named(Iterable<String> names) {
    Map<String, double[]> values = new HashMap<>();
    for (String name : names) {
      Stream.of(Measure.values())
          .filter(measure -> measure.word().equals(name))
          .forEach(measure -> values.put(name, of(measure)));
    }
    return values;
  }

  private double[] computed(Measure measure) {
    List<UnitFacts> units = facts.units();
    List<LoadFacts> loads = facts.loads();
    List<ReserveFacts> reserves = facts.reserves();
    double hours = facts.span().hours();
    return switch (measure) {
      case HOURS -> filled(hours);
      case DEMAND_MW -> sum(loads.stream(), LoadFacts::askedMw);
      case SERVED_MW -> sum(loads.stream(), LoadFacts::mw);
      case OUTPUT_MW -> sum(units.stream(), UnitFacts::mw);
      case AVAILABLE_MW -> sum(units.stream(), UnitFacts::availableMw);
      case ONLINE_MW -> sum(units.stream(), Measures::onlineMw);
      case OFFERED_MW -> sum(units.stream(), unit -> ofOffer(unit, false));
      case MUST_RUN_MW ->
          sum(units.stream().filter(UnitFacts::thermal), unit -> ofOffer(unit, true));
      case RENEWABLE_MW -> ofRenewables(UnitFacts::mw);
      case RENEWABLE_AVAILABLE_MW -> ofRenewables(UnitFacts::availableMw);
      case STORAGE_MW -> sum(facts.storages().stream(), StorageFacts::netMw);
      case STARTS -> sum(units.stream().filter(UnitFacts::thermal), UnitFacts::starts);
      case PRICE -> price();
      case HIGHEST_PRICE -> extreme(Double.NEGATIVE_INFINITY, Math::max);
      case LOWEST_PRICE -> extreme(Double.POSITIVE_INFINITY, Math::min);
      case REVENUE ->
          sum(units.stream(), unit -> times(unit.mw(), unit.place().yuanPerMwh(), hours));
      case OFFERED_COST -> sum(units.stream(), unit -> offeredCost(unit, hours));
      case PAYMENT ->
          sum(loads.stream(), load -> times(load.mw(), load.place().yuanPerMwh(), hours));
      case CONGESTION -> congestion();
      case RESERVE_MW -> sum(reserves.stream(), ReserveFacts::heldMw);
      case RESERVE_REQUIRED_MW -> sum(reserves.stream(), ReserveFacts::requiredMw);
      case RESERVE_MISSING_MW -> sum(reserves.stream(), ReserveFacts::missingMw);
      case RESERVE_COST ->
          sum(reserves.stream(), each -> times(each.heldMw(), each.yuanPerMwh(), hours));
    };
  }

  private double[] filled(double value) {
    double[] values = new double[periods];
    Arrays.fill(values, value);
    return values;
  }

  private <T> double[] sum(Stream<T> things, Function<T, double[]> of) {
    double[] sum = new double[periods];
    things.forEachOrdered(
        thing -> {
          double[] values = of.apply(thing);
          for (int t = 0; t < periods; t++) {
            sum[t] += values[t];
          }
        });
    return sum;
  }

  private double[] ofRenewables(Function<UnitFacts, double[]> of) {
    if (!fuels.unknown(facts).isEmpty()) {
      return filled(Double.NaN);
    }
    return sum(
        facts.units().stream().filter(unit -> fuels.of(unit.fuel()).orElseThrow().renewable()), of);
  }

  private static double[] onlineMw(UnitFacts unit) {
    return unit.thermal() ? times(unit.availableMw(), unit.on(), 1) : unit.availableMw();
  }

  private static double[] times(double[] a, double[] b, double factor) {
    double[] product = new double[a.length];
    for (int t = 0; t < a.length; t++) {
      product[t] = a[t] * b[t] * factor;
    }
    return product;
  }

  /** What is offered at most, or the least output while it runs. */
  private static double[] ofOffer(UnitFacts unit, boolean leastWhileOn) {
    double[] mw = new double[unit.mw().length];
    for (int t = 0; t < mw.length; t++) {
      if (unit.offer().get(t).isPresent()) {
        var curve = unit.offer().get(t).orElseThrow();
        mw[t] = leastWhileOn ? curve.leastMw() * unit.on()[t] : curve.greatestMw();
      }
    }
    return mw;
  }

  private static double[] offeredCost(UnitFacts unit, double hours) {
    double[] yuan = new double[unit.mw().length];
    for (int t = 0; t < yuan.length; t++) {
      boolean idle = unit.mw()[t] == 0 && !(unit.on()[t] > 0);
      if (idle) {
        continue;
      }
      double mw = unit.mw()[t];
      yuan[t] = unit.offer().get(t).map(c -> c.costYuanPerH(mw) * hours).orElse(Double.NaN);
    }
    return yuan;
  }

  private double[] price() {
    double[] served = of(Measure.SERVED_MW);
    double[] paid = of(Measure.PAYMENT);
    double[] price = new double[periods];
    for (int t = 0; t < periods; t++) {
      double sum = 0;
      for (MarketFacts.BusFacts bus : facts.grid().buses()) {
        sum += bus.yuanPerMwh()[t];
      }
      price[t] =
          served[t] > 0
              ? paid[t] / (served[t] * facts.span().hours())
              : sum / facts.grid().buses().size();
    }
    return price;
  }

  /** The better of two prices. */
  private interface Choice {
    double of(double a, double b);
  }

  private double[] extreme(double start, Choice choice) {
    double[] price = filled(start);
    for (MarketFacts.BusFacts bus : facts.grid().buses()) {
      for (int t = 0; t < periods; t++) {
        price[t] = choice.of(price[t], bus.yuanPerMwh()[t]);
      }
    }
    return price;
  }

  /** Σ congestion price × (load − output) over the buses (EQ-26). */
  private double[] congestion() {
    Map<String, double[]> ofBus = new HashMap<>();
    facts.grid().buses().forEach(bus -> ofBus.put(bus.bus(), bus.congestionYuanPerMwh()));
    double[] yuan = new double[periods];
    facts.loads().forEach(load -> add(yuan, ofBus, load.place().bus(), load.mw(), 1));
    facts.units().forEach(unit -> add(yuan, ofBus, unit.place().bus(), unit.mw(), -1));
    facts
        .storages()
        .forEach(storage -> add(yuan, ofBus, storage.place().bus(), storage.netMw(), -1));
    return yuan;
  }

  private void add(
      double[] yuan, Map<String, double[]> ofBus, String bus, double[] mw, double sign) {
    double[] congestion = ofBus.get(bus);
    for (int t = 0; t < periods; t++) {
      yuan[t] +=
          congestion == null ? Double.NaN : sign * mw[t] * congestion[t] * facts.span().hours();
    }
  }
}
