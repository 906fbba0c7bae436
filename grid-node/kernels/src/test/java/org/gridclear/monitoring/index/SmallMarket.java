package org.gridclear.monitoring.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridclear.monitoring.measure.Fuel;
import org.gridclear.monitoring.measure.Fuels;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.monitoring.measure.MarketFacts.FlowFacts;
import org.gridclear.monitoring.measure.MarketFacts.LoadFacts;
import org.gridclear.monitoring.measure.MarketFacts.Place;
import org.gridclear.monitoring.measure.MarketFacts.ReserveFacts;
import org.gridclear.monitoring.measure.MarketFacts.Seen;
import org.gridclear.monitoring.measure.MarketFacts.UnitFacts;
import org.gridclear.monitoring.structure.OfferedCurve;

/** A market of one bus that a test fills with what it is about. */
final class SmallMarket {
  private final int periods;
  private final double hours;
  private final double[] price;
  private final List<UnitFacts> units = new ArrayList<>();
  private final List<LoadFacts> loads = new ArrayList<>();
  private final List<FlowFacts> flows = new ArrayList<>();
  private final List<ReserveFacts> reserves = new ArrayList<>();
  private final SortedMap<String, double[]> outputs = new TreeMap<>();
  private final Map<String, Double> numbers = new TreeMap<>();
  private Optional<double[]> forecast = Optional.empty();
  private Optional<double[]> actual = Optional.empty();

  SmallMarket(double hours, double... yuanPerMwh) {
    this.periods = yuanPerMwh.length;
    this.hours = hours;
    this.price = yuanPerMwh;
  }

  private Place place() {
    return new Place("bus", "zone", price);
  }

  private double[] each(double value) {
    double[] values = new double[periods];
    java.util.Arrays.fill(values, value);
    return values;
  }

  /** A unit that runs; its offer covers {@code offered}, or is absent where that is null. */
  SmallMarket unit(String id, String owner, String fuel, double[] mw, double[] available) {
    return unit(id, owner, fuel, mw, available, each(1), null);
  }

  SmallMarket unit(
      String id,
      String owner,
      String fuel,
      double[] mw,
      double[] available,
      double[] on,
      OfferedCurve curve) {
    List<Optional<OfferedCurve>> offers = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      offers.add(Optional.ofNullable(curve));
    }
    units.add(new UnitFacts(id, place(), fuel, owner, true, mw, available, on, each(0), offers));
    return this;
  }

  SmallMarket load(double... mw) {
    loads.add(new LoadFacts(place(), mw, mw));
    return this;
  }

  SmallMarket flow(String name, boolean normal, double[] mw, double[] limit, double[] shadow) {
    flows.add(new FlowFacts(name, normal, mw, limit, shadow));
    return this;
  }

  SmallMarket reserve(String product, double[] held, double[] yuan) {
    reserves.add(new ReserveFacts(product, held, each(0), each(0), yuan));
    return this;
  }

  SmallMarket seen(double[] forecastMw, double[] actualMw) {
    forecast = Optional.ofNullable(forecastMw);
    actual = Optional.ofNullable(actualMw);
    return this;
  }

  SmallMarket output(String unit, double... mw) {
    outputs.put(unit, mw);
    return this;
  }

  SmallMarket number(String name, double value) {
    numbers.put(name, value);
    return this;
  }

  MarketFacts facts() {
    return new MarketFacts(
        LocalDate.of(2026, 10, 1),
        MarketFacts.SYSTEM,
        new MarketFacts.Span(periods, hours),
        units,
        loads,
        List.of(),
        new MarketFacts.Grid(
            List.of(new MarketFacts.BusFacts("bus", "zone", price, each(0))), flows),
        reserves,
        new Seen(forecast, actual, outputs));
  }

  Measured measured(IndexKernel kernel) {
    Map<String, Double> all = new TreeMap<>(kernel.defaults());
    all.putAll(numbers);
    Fuels fuels =
        new Fuels(
            List.of(
                new Fuel("Coal", false, 0.9),
                new Fuel("gas", false, 0.4),
                new Fuel("wind", true, 0)));
    return kernel.measure(new IndexKernel.Given(facts(), all, fuels));
  }
}
