package org.gridclear.report.clearing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Scope;
import org.gridclear.network.Bus;
import org.gridclear.network.NetworkIndex;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.report.AncillaryStatus;
import org.gridclear.report.MarketFigures;
import org.gridclear.report.clearing.ImportMapping.Kind;
import org.gridclear.report.clearing.ImportMapping.Row;

/**
 * Prices and awards of a cleared day as series of a settlement (O-14): of units, storage, loads,
 * reserve and its prices. Prices of periods shorter than an interval are weighted by the energy
 * that was cleared at the bus in the period, the plain mean where there was none (AMB-31).
 */
public final class ClearedDay {
  private final MarketDay day;
  private final Schedule schedule;
  private final ClearingResult result;
  private final String market;
  private final int intervals;
  private final ImportMapping mapping;
  private final BiPredicate<Kind, String> known;
  private final NetworkIndex index;
  private final IntervalMeans means;
  private final Map<String, Map<String, long[]>> files = new LinkedHashMap<>();
  private final List<String> unmatched = new ArrayList<>();
  private final TreeSet<String> seen = new TreeSet<>();

  /**
   * A cleared day.
   *
   * @param market {@code da} or {@code rt}
   * @param intervals settlement intervals of a day
   * @param known whether the settlement has an entity, a price point or a product of this id
   * @throws IllegalArgumentException if its periods do not make a day of such intervals
   */
  public ClearedDay(
      MarketDay day,
      ClearingResult result,
      String market,
      int intervals,
      ImportMapping mapping,
      BiPredicate<Kind, String> known) {
    this.day = day;
    this.result = result;
    this.schedule = result.schedule();
    this.market = market;
    this.intervals = intervals;
    this.mapping = mapping;
    this.known = known;
    this.index = new NetworkIndex(day.network());
    this.means = IntervalMeans.of(day.periodCount(), day.horizon().minutesPerPeriod(), intervals);
  }

  /**
   * What a day gives to a settlement.
   *
   * @param files series by file, key {@code id,series}, in the smallest unit of the series
   * @param unmatched elements of the day that are nothing of the settlement
   * @param seen {@code kind id} of the elements of the day
   */
  public record Series(
      Map<String, Map<String, long[]>> files, List<String> unmatched, TreeSet<String> seen) {}

  /** The series. */
  public Series series() {
    prices();
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      award(Kind.UNIT, day.thermalUnits().get(g).id(), schedule.outputMw()[g]);
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      award(Kind.UNIT, day.profiledUnits().get(i).id(), schedule.profiledMw()[i]);
    }
    for (int s = 0; s < day.storageUnits().size(); s++) {
      award(Kind.STORAGE, day.storageUnits().get(s).id(), netMw(s));
    }
    for (int f = 0; f < day.flexibleLoads().size(); f++) {
      award(Kind.FLEXIBLE, day.flexibleLoads().get(f).id(), schedule.flexibleMw()[f]);
    }
    loads();
    reserves();
    return new Series(files, unmatched, seen);
  }

  private double[] netMw(int storage) {
    double[] mw = schedule.dischargeMw()[storage].clone();
    for (int t = 0; t < mw.length; t++) {
      mw[t] -= schedule.chargeMw()[storage][t];
    }
    return mw;
  }

  private List<Row> targets(Kind kind, String id) {
    seen.add(kind.label() + " " + id);
    List<Row> rows = mapping.of(kind, id, known);
    if (rows.isEmpty()) {
      unmatched.add(kind.label() + " " + id);
    }
    return rows;
  }

  private void put(String file, String id, String series, long[] values) {
    long[] before =
        files.computeIfAbsent(file, key -> new LinkedHashMap<>()).put(id + "," + series, values);
    if (before != null) {
      throw new IllegalArgumentException(
          "Two elements of the day are %s of %s; name one in the mapping table."
              .formatted(series, id));
    }
  }

  private void add(String file, String id, String series, long[] values) {
    long[] sum =
        files
            .computeIfAbsent(file, key -> new LinkedHashMap<>())
            .computeIfAbsent(id + "," + series, key -> new long[intervals]);
    for (int t = 0; t < intervals; t++) {
      sum[t] += values[t];
    }
  }

  private void award(Kind kind, String id, double[] mw) {
    for (Row row : targets(kind, id)) {
      put("awards.csv", row.to(), market + "Mwh", energy(mw));
    }
  }

  /** Served load of a bus, in whole 0.0001 MWh shared by largest remainder. */
  private void loads() {
    double[][] mw = loadMw();
    TreeSet<String> buses = new TreeSet<>();
    day.busLoads().forEach(load -> buses.add(load.bus()));
    for (String bus : buses) {
      List<Row> rows =
          targets(Kind.LOAD, bus).stream().sorted(Comparator.comparing(Row::to)).toList();
      long[] whole = energy(mw[index.bus(bus)]);
      long[] left = whole.clone();
      long shareLeft = ImportMapping.WHOLE;
      for (Row row : rows) {
        long[] part = new long[intervals];
        for (int t = 0; t < intervals; t++) {
          part[t] = FixedPoint.divide(left[t] * row.share(), shareLeft);
          left[t] -= part[t];
        }
        shareLeft -= row.share();
        add("awards.csv", row.to(), market + "Mwh", part);
      }
    }
  }

  private double[][] loadMw() {
    double[][] mw = new double[index.busCount()][day.periodCount()];
    for (var load : day.busLoads()) {
      for (int t = 0; t < day.periodCount(); t++) {
        mw[index.bus(load.bus())][t] += load.mw().at(t);
      }
    }
    for (int b = 0; b < mw.length; b++) {
      for (int t = 0; t < day.periodCount(); t++) {
        mw[b][t] -= schedule.shedMw()[b][t];
      }
    }
    return mw;
  }

  private void prices() {
    double[][] weights = clearedMw();
    double[][][] parts = {
      result.prices().energyYuanPerMwh(),
      result.prices().congestionYuanPerMwh(),
      result.prices().lossYuanPerMwh()
    };
    for (Bus bus : day.network().buses()) {
      int b = index.bus(bus.id());
      double[][] ofBus = {parts[0][b], parts[1][b], parts[2][b]};
      point(Kind.BUS, bus.id(), ofBus, weights[b]);
    }
    Map<String, List<MarketFigures.ZonePrice>> zones = new TreeMap<>();
    MarketFigures.zonePrices(day, result)
        .forEach(p -> zones.computeIfAbsent(p.zone(), key -> new ArrayList<>()).add(p));
    zones.forEach(
        (zone, of) -> {
          boolean bus = day.network().buses().stream().anyMatch(b -> b.id().equals(zone));
          if (mapping.given() || !bus) {
            double[][] ofZone = {
              of.stream().mapToDouble(MarketFigures.ZonePrice::energyYuanPerMwh).toArray(),
              of.stream().mapToDouble(MarketFigures.ZonePrice::congestionYuanPerMwh).toArray(),
              of.stream().mapToDouble(MarketFigures.ZonePrice::lossYuanPerMwh).toArray()
            };
            double[] weight = of.stream().mapToDouble(MarketFigures.ZonePrice::weightMw).toArray();
            point(Kind.ZONE, zone, ofZone, weight);
          }
        });
  }

  private void point(Kind kind, String id, double[][] parts, double[] weights) {
    List<String> names = List.of("Energy", "Congestion", "Loss");
    for (Row row : targets(kind, id)) {
      for (int k = 0; k < parts.length; k++) {
        put("prices.csv", row.to(), market + names.get(k), price(parts[k], weights));
      }
    }
  }

  /** Energy bought and sold at each bus: output, charging and discharging, load served. */
  private double[][] clearedMw() {
    double[][] mw = loadMw();
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      add(mw[index.bus(day.thermalUnits().get(g).bus())], schedule.outputMw()[g]);
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      add(mw[index.bus(day.profiledUnits().get(i).bus())], schedule.profiledMw()[i]);
    }
    for (int s = 0; s < day.storageUnits().size(); s++) {
      add(mw[index.bus(day.storageUnits().get(s).bus())], schedule.chargeMw()[s]);
      add(mw[index.bus(day.storageUnits().get(s).bus())], schedule.dischargeMw()[s]);
    }
    for (int f = 0; f < day.flexibleLoads().size(); f++) {
      add(mw[index.bus(day.flexibleLoads().get(f).bus())], schedule.flexibleMw()[f]);
    }
    return mw;
  }

  private static void add(double[] sum, double[] values) {
    for (int t = 0; t < sum.length; t++) {
      sum[t] += Math.abs(values[t]);
    }
  }

  private void reserves() {
    List<String> products = MarketFigures.products(day);
    for (int p = 0; p < products.size(); p++) {
      String product = products.get(p);
      if (day.rules().ranges().stream().anyMatch(each -> awards(each, product))) {
        called(product, schedule.reserveMw()[p]);
        continue;
      }
      for (Row row : product(product)) {
        for (int g = 0; g < day.thermalUnits().size(); g++) {
          double[] mw = schedule.reserveMw()[p][g];
          List<Row> units = mapping.of(Kind.UNIT, day.thermalUnits().get(g).id(), known);
          if (Arrays.stream(mw).anyMatch(v -> v > 0)) {
            units.forEach(u -> add("services.csv", u.to(), row.to() + "Mw", power(mw)));
          }
        }
        add("prices.csv", "*", row.to() + "YuanPerMwh", reservePrice(product));
      }
    }
  }

  private static boolean awards(RangeConstraint range, String product) {
    return range.kind() == RangeKind.AWARD && range.item().equals(product);
  }

  /**
   * A product that was awarded before: capacity and price are those of the award; this day says
   * what of it was called. Regulation is instructed by AGC and measured, no dispatch calls it.
   */
  private void called(String product, double[][] heldMw) {
    boolean regulates = day.rules().product(product).kind() == ReserveProduct.Kind.REGULATION;
    for (Row row : product(product)) {
      for (RangeConstraint award : day.rules().ranges()) {
        if (!awards(award, product) || regulates || row.to().isEmpty()) {
          continue;
        }
        String unit = award.scope().units().get(0);
        double[] mw = new double[day.periodCount()];
        for (int t = 0; t < mw.length; t++) {
          mw[t] = AncillaryStatus.calledMw(award, heldMw[index(unit)][t], t);
        }
        if (Arrays.stream(mw).anyMatch(v -> v > 0)) {
          mapping
              .of(Kind.UNIT, unit, known)
              .forEach(u -> add("services.csv", u.to(), "calledMw", power(mw)));
        }
      }
    }
  }

  private int index(String unit) {
    int g = 0;
    while (!day.thermalUnits().get(g).id().equals(unit)) {
      g++;
    }
    return g;
  }

  /** A product goes to the service of its kind, unless the table says otherwise. */
  private List<Row> product(String id) {
    seen.add(Kind.PRODUCT.label() + " " + id);
    if (mapping.given()) {
      return targets(Kind.PRODUCT, id);
    }
    ReserveProduct.Kind kind =
        day.rules().products().stream()
            .filter(product -> product.id().equals(id))
            .map(ReserveProduct::kind)
            .findFirst()
            .orElse(ReserveProduct.Kind.SPINNING);
    String service =
        switch (kind) {
          case SPINNING -> "spinning";
          case REGULATION -> "regulation";
          case NON_SPINNING -> "nonSpinning";
        };
    return List.of(new Row(Kind.PRODUCT, id, service, ImportMapping.WHOLE));
  }

  /** Price of a product in the whole system; that of a zone cannot be settled. */
  private long[] reservePrice(String product) {
    double[] sum = new double[day.periodCount()];
    for (int r = 0; r < day.reserves().size(); r++) {
      ReserveRequirement requirement = day.reserves().get(r);
      double[] price = result.prices().reserveYuanPerMwh()[r];
      if (requirement.product().equals(product)) {
        boolean priced = Arrays.stream(price).anyMatch(v -> v != 0);
        if (priced && !requirement.scope().equals(Scope.SYSTEM)) {
          throw new IllegalArgumentException(
              "Requirement %s of product %s has a price of its own zone; the settlement has one price per service."
                  .formatted(requirement.id(), product));
        }
        add(sum, price);
      }
    }
    return price(sum, new double[sum.length]);
  }

  private long[] energy(double[] mw) {
    return means.energy(mw);
  }

  private long[] power(double[] mw) {
    return means.power(mw);
  }

  private long[] price(double[] yuanPerMwh, double[] weights) {
    return means.price(yuanPerMwh, weights);
  }
}
