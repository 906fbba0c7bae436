package org.gridclear.settlement.close.delivery;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.gridclear.settlement.registry.EntityClass;
import org.jspecify.annotations.Nullable;

/**
 * What the meters of a day measured, by entity id (EQ-19), exactly: in units of 1e-14 MWh, readings
 * times multiplier times share. Knows nothing of the reader; energy that stands in for missing data
 * is named and left out.
 */
final class DeliveredEnergy {
  /** Units of 1e-14 MWh in the 0.0001 MWh of settlement. */
  static final long UNIT = 10_000_000_000L;

  /** A share of 1. */
  private static final long WHOLE = 1_000_000L;

  private final LocalDate day;
  private final int intervals;
  private final Function<String, byte[]> files;
  private final Map<String, EntityClass> classes;

  /** Energy in the entity's own sign, injection positive. */
  final Map<String, long[]> ofEntity = new HashMap<>();

  /** How many parts of meters an entity's energy is made of. */
  final Map<String, Integer> parts = new HashMap<>();

  /** Entities that have a part of a meter, which is rounded interval by interval. */
  final TreeSet<String> shared = new TreeSet<>();

  /** Entities some of whose energy stands in for data that are missing. */
  final TreeSet<String> standIns = new TreeSet<>();

  /** Meters whose energy does not all go to entities. */
  final TreeSet<String> unassigned = new TreeSet<>();

  /**
   * Reads the meters of a day.
   *
   * @param classes classes of the entities that are registered on the day
   */
  DeliveredEnergy(
      LocalDate day,
      int intervals,
      Function<String, byte[]> files,
      Map<String, EntityClass> classes) {
    this.day = day;
    this.intervals = intervals;
    this.files = files;
    this.classes = classes;
    DeliveredCsv meters = DeliveredCsv.of(files.apply("meters.csv"));
    Map<String, List<String>> registered = new HashMap<>();
    meters.on(day).forEach(row -> registered.put(meters.cell(row, "meter"), row));
    Map<String, List<List<String>>> relations = new HashMap<>();
    DeliveredCsv table = DeliveredCsv.of(files.apply("relations.csv"));
    table
        .on(day)
        .forEach(
            row ->
                relations
                    .computeIfAbsent(table.cell(row, "meter"), key -> new java.util.ArrayList<>())
                    .add(row));
    byMeter(meters, registered)
        .forEach((key, exact) -> assign(key.split(","), exact, table, relations));
    byEntity();
  }

  private byte[] file(String name) {
    return files.apply("days/%s/%s".formatted(day, name));
  }

  /** Readings × multiplier by meter and direction, 1e-8 MWh; NONE where there is none. */
  private Map<String, long[]> byMeter(DeliveredCsv meters, Map<String, List<String>> registered) {
    Map<String, long[]> exact = new TreeMap<>();
    DeliveredSeries.of(file("meters.csv"), intervals, 4)
        .forEach(
            (key, mwh) -> {
              long multiplier = multiplier(meters, registered.get(key.split(",")[0]));
              exact.put(
                  key,
                  Arrays.stream(mwh)
                      .map(v -> v == DeliveredSeries.NONE ? v : Math.multiplyExact(v, multiplier))
                      .toArray());
            });
    DeliveredCsv readings = DeliveredCsv.of(file("registers.csv"));
    DeliveredCsv exchanges = DeliveredCsv.of(file("exchanges.csv"));
    for (List<String> row : readings.rows()) {
      String meter = readings.cell(row, "meter");
      String key = meter + "," + readings.cell(row, "series", "forwardMwh");
      exact.put(key, register(readings, row, exchanges, key, meters, registered.get(meter)));
    }
    return exact;
  }

  private static long multiplier(DeliveredCsv meters, @Nullable List<String> meter) {
    return meter == null ? 10_000 : DeliveredSeries.whole(meters.cell(meter, "multiplier", "1"), 4);
  }

  private long[] register(
      DeliveredCsv readings,
      List<String> row,
      DeliveredCsv exchanges,
      String key,
      DeliveredCsv meters,
      @Nullable List<String> meter) {
    long[] exact = new long[intervals];
    long multiplier = multiplier(meters, meter);
    long fullScale =
        meter == null ? 0 : DeliveredSeries.whole(meters.cell(meter, "fullScale", "0"), 4);
    String first = readings.cell(row, "0");
    long before = first.isEmpty() ? DeliveredSeries.NONE : DeliveredSeries.whole(first, 4);
    List<List<String>> ahead =
        exchanges.rows().stream()
            .filter(
                each ->
                    key.equals(
                        exchanges.cell(each, "meter")
                            + ","
                            + exchanges.cell(each, "series", "forwardMwh")))
            .sorted(
                Comparator.comparing(
                    each -> new java.math.BigDecimal(exchanges.cell(each, "interval"))))
            .toList();
    for (int t = 0; t < intervals; t++) {
      for (List<String> exchange : ahead) {
        if (Integer.parseInt(exchanges.cell(exchange, "interval")) == t + 1) {
          long last = DeliveredSeries.whole(exchanges.cell(exchange, "lastReading"), 4);
          exact[t] += turned(before, last, fullScale) * multiplier;
          before = DeliveredSeries.whole(exchanges.cell(exchange, "firstReading"), 4);
          multiplier = given(exchanges, exchange, "multiplier", multiplier);
          fullScale = given(exchanges, exchange, "fullScale", fullScale);
        }
      }
      String text = readings.cell(row, String.valueOf(t + 1));
      long now = text.isEmpty() ? DeliveredSeries.NONE : DeliveredSeries.whole(text, 4);
      boolean gap = now == DeliveredSeries.NONE || before == DeliveredSeries.NONE;
      exact[t] =
          gap ? DeliveredSeries.NONE : exact[t] + turned(before, now, fullScale) * multiplier;
      before = now;
    }
    return exact;
  }

  private static long given(DeliveredCsv csv, List<String> row, String column, long before) {
    String text = csv.cell(row, column);
    return text.isEmpty() ? before : DeliveredSeries.whole(text, 4);
  }

  private static long turned(long before, long now, long fullScale) {
    return now - before + (now < before ? fullScale : 0);
  }

  private void assign(
      String[] key, long[] exact, DeliveredCsv table, Map<String, List<List<String>>> relations) {
    boolean gaps = Arrays.stream(exact).anyMatch(v -> v == DeliveredSeries.NONE);
    Map<Integer, Long> shares = new HashMap<>();
    for (List<String> row : relations.getOrDefault(key[0], List.of())) {
      String entity = table.cell(row, "entity");
      EntityClass of = classes.get(entity);
      if (of == null) {
        continue;
      }
      int sign = Integer.parseInt(table.cell(row, "sign", "1"));
      long share = DeliveredSeries.whole(table.cell(row, "share", "1"), 6);
      shares.merge(sign, share, Long::sum);
      if (gaps) {
        standIns.add(entity);
        continue;
      }
      if (share != WHOLE) {
        shared.add(entity);
      }
      int direction = key[1].equals("forwardMwh") ? sign : -sign;
      add(entity, exact, share * direction * of.sign());
    }
    boolean some = Arrays.stream(exact).anyMatch(v -> v != 0);
    if (some && !shares.containsValue(WHOLE)) {
      unassigned.add(key[0]);
    }
  }

  private void add(String entity, long[] values, long factor) {
    long[] sum = ofEntity.computeIfAbsent(entity, id -> new long[intervals]);
    for (int t = 0; t < intervals; t++) {
      sum[t] = Math.addExact(sum[t], Math.multiplyExact(values[t], factor));
    }
    parts.merge(entity, 1, Integer::sum);
  }

  /** Energy that is given for an entity itself. */
  private void byEntity() {
    DeliveredSeries.of(file("awards.csv"), intervals, 4)
        .forEach(
            (key, mwh) -> {
              String[] names = key.split(",");
              EntityClass of = classes.get(names[0]);
              if (names[1].equals("meteredMwh") && of != null) {
                add(names[0], mwh, UNIT * of.sign());
              }
            });
  }
}
