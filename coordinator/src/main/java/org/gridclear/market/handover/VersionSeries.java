package org.gridclear.market.handover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.handover.DayOfRuns.Row;
import org.gridclear.market.rule.Scope;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.report.clearing.ClearedDay.Series;
import org.gridclear.report.clearing.ImportMapping;
import org.gridclear.report.clearing.ImportMapping.Kind;
import org.gridclear.report.clearing.IntervalMeans;

/**
 * Prices and awards of a day that is in force as series of a settlement: the same as those of the
 * cleared case, of the numbers that everybody has seen.
 */
final class VersionSeries {
  private static final String MW = "mw";
  private static final List<String> PARTS = List.of("Energy", "Congestion", "Loss");
  private static final List<String> PRICES =
      List.of("energyYuanPerMwh", "congestionYuanPerMwh", "lossYuanPerMwh");

  private final DayOfRuns day;
  private final String market;
  private final IntervalMeans means;
  private final ImportMapping mapping;
  private final BiPredicate<Kind, String> known;
  private final Map<String, Map<String, long[]>> files = new LinkedHashMap<>();
  private final List<String> unmatched = new ArrayList<>();
  private final TreeSet<String> seen = new TreeSet<>();
  private final Map<String, double[]> weightOfBus = new HashMap<>();

  /**
   * Series of a day.
   *
   * @param market {@code da} or {@code rt}, as the settlement names its series
   * @param intervals settlement intervals of a day
   */
  VersionSeries(
      DayOfRuns day,
      String market,
      int intervals,
      ImportMapping mapping,
      BiPredicate<Kind, String> known) {
    this.day = day;
    this.market = market;
    this.means = IntervalMeans.of(day.periods(), day.minutes(), intervals);
    this.mapping = mapping;
    this.known = known;
  }

  Series series() {
    for (Row unit : day.rows(ResultKind.UNITS, List.of("unit", "bus"), List.of(MW))) {
      award(
          Kind.UNIT,
          unit.text("unit"),
          unit.text("bus"),
          unit.whole(MW, "unit " + unit.text("unit")));
    }
    List<String> flows = List.of("chargeMw", "dischargeMw");
    for (Row storage : day.rows(ResultKind.STORAGE, List.of("storage", "bus"), flows)) {
      String id = storage.text("storage");
      double[] net = storage.whole("dischargeMw", "storage " + id).clone();
      double[] charge = storage.whole("chargeMw", "storage " + id);
      weigh(storage.text("bus"), charge);
      weigh(storage.text("bus"), net);
      for (int t = 0; t < net.length; t++) {
        net[t] -= charge[t];
      }
      targets(Kind.STORAGE, id).forEach(row -> put("awards.csv", row.to(), net));
    }
    loads();
    prices();
    if (market.equals("da")) {
      reserves();
    }
    return new Series(files, unmatched, seen);
  }

  private void weigh(String bus, double[] mw) {
    double[] sum = weightOfBus.computeIfAbsent(bus, none -> new double[day.periods()]);
    for (int t = 0; t < sum.length; t++) {
      sum[t] += Math.abs(mw[t]);
    }
  }

  private List<ImportMapping.Row> targets(Kind kind, String id) {
    seen.add(kind.label() + " " + id);
    List<ImportMapping.Row> rows = mapping.of(kind, id, known);
    if (rows.isEmpty()) {
      unmatched.add(kind.label() + " " + id);
    }
    return rows;
  }

  private void award(Kind kind, String id, String bus, double[] mw) {
    weigh(bus, mw);
    targets(kind, id).forEach(row -> put("awards.csv", row.to(), mw));
  }

  private void put(String file, String entity, double[] mw) {
    put(file, entity + "," + market + "Mwh", means.energy(mw));
  }

  private void put(String file, String key, long[] values) {
    if (files.computeIfAbsent(file, none -> new LinkedHashMap<>()).put(key, values) != null) {
      throw new IllegalArgumentException(
          "Two elements of the day are %s; name one in the mapping.".formatted(key));
    }
  }

  private void add(String file, String key, long[] values) {
    long[] sum =
        files
            .computeIfAbsent(file, none -> new LinkedHashMap<>())
            .computeIfAbsent(key, none -> new long[values.length]);
    for (int t = 0; t < sum.length; t++) {
      sum[t] += values[t];
    }
  }

  /** Loads of buses by shares of largest remainder, those that bid whole. */
  private void loads() {
    List<String> keys = List.of("load", "bus", "kind");
    for (Row load : day.rows(ResultKind.LOADS, keys, List.of(MW))) {
      String id = load.text("load");
      double[] mw = load.whole(MW, "load " + id);
      weigh(load.text("bus"), mw);
      Kind kind = load.text("kind").equals("FIXED") ? Kind.LOAD : Kind.FLEXIBLE;
      long[] left = means.energy(mw);
      long shareLeft = ImportMapping.WHOLE;
      for (ImportMapping.Row row : sorted(targets(kind, id))) {
        long[] part = new long[left.length];
        for (int t = 0; t < part.length; t++) {
          part[t] = FixedPoint.divide(left[t] * row.share(), shareLeft);
          left[t] -= part[t];
        }
        shareLeft -= row.share();
        add("awards.csv", row.to() + "," + market + "Mwh", part);
      }
    }
  }

  private static List<ImportMapping.Row> sorted(List<ImportMapping.Row> rows) {
    return rows.stream().sorted(java.util.Comparator.comparing(ImportMapping.Row::to)).toList();
  }

  private void prices() {
    TreeSet<String> buses = new TreeSet<>();
    for (Row bus : day.rows(ResultKind.PRICES, List.of("bus"), PRICES)) {
      buses.add(bus.text("bus"));
      double[] none = new double[day.periods()];
      point(Kind.BUS, bus.text("bus"), bus, weightOfBus.getOrDefault(bus.text("bus"), none));
    }
    List<String> columns = Stream.concat(PRICES.stream(), Stream.of("weightMw")).toList();
    for (Row zone : day.rows(ResultKind.ZONE_PRICES, List.of("zone"), columns)) {
      if (mapping.given() || !buses.contains(zone.text("zone"))) {
        String id = zone.text("zone");
        point(Kind.ZONE, id, zone, zone.whole("weightMw", "zone " + id));
      }
    }
  }

  private void point(Kind kind, String id, Row row, double[] weights) {
    for (ImportMapping.Row target : targets(kind, id)) {
      for (int k = 0; k < PARTS.size(); k++) {
        double[] yuan = row.whole(PRICES.get(k), kind.label() + " " + id);
        put("prices.csv", target.to() + "," + market + PARTS.get(k), means.price(yuan, weights));
      }
    }
  }

  private void reserves() {
    List<String> keys = List.of("product", "unit", "requirement", "scope");
    for (Row row : day.rows(ResultKind.RESERVES, keys, List.of(MW, "priceYuanPerMwh"))) {
      for (ImportMapping.Row service : targets(Kind.PRODUCT, row.text("product"))) {
        if (row.text("unit").isEmpty()) {
          price(row, service.to());
        } else {
          double[] mw = row.orZero(MW);
          mapping
              .of(Kind.UNIT, row.text("unit"), known)
              .forEach(
                  unit ->
                      add("services.csv", unit.to() + "," + service.to() + "Mw", means.power(mw)));
        }
      }
    }
  }

  private void price(Row requirement, String service) {
    double[] yuan = requirement.orZero("priceYuanPerMwh");
    boolean priced = java.util.Arrays.stream(yuan).anyMatch(value -> value != 0);
    if (priced && !requirement.text("scope").equals(Scope.SYSTEM.label())) {
      throw new IllegalArgumentException(
          "Requirement %s of product %s has a price of its own zone; the settlement has one price per service."
              .formatted(requirement.text("requirement"), requirement.text("product")));
    }
    add("prices.csv", "*," + service + "YuanPerMwh", means.price(yuan, new double[yuan.length]));
  }
}
