package org.gridclear.bench.settlement;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Changes a synthetic settlement folder by chance as registries change: users are renamed, move to
 * another member, leave; tariffs change; meters are exchanged within a day or shared. Knows from
 * the files alone what energy each entity has.
 */
final class RandomRegistry {
  private static final int INTERVALS = 96;

  private final Path folder;
  private final int days;
  private final SplittableRandom draw;
  private final Table entities;
  private final Table relations;
  private final List<String> users;

  /** A file of comma-separated cells. */
  private record Table(Path file, List<String[]> rows) {
    static Table read(Path file) throws IOException {
      return new Table(
          file,
          Files.readAllLines(file).stream()
              .map(line -> line.split(",", -1))
              .collect(Collectors.toCollection(ArrayList::new)));
    }

    void write() throws IOException {
      Files.write(file, rows.stream().map(row -> String.join(",", row)).toList());
    }

    int row(String id) {
      return IntStream.range(1, rows.size())
          .filter(r -> rows.get(r)[0].equals(id))
          .findFirst()
          .orElseThrow();
    }

    /** The record of an id holds up to the day before, a copy of it from the day on. */
    String[] changesOn(String id, String before, String day) {
      String[] old = rows.get(row(id));
      String[] changed = old.clone();
      old[old.length - 1] = before;
      changed[changed.length - 2] = day;
      rows.add(row(id) + 1, changed);
      return changed;
    }
  }

  RandomRegistry(Path folder, int days, long seed) throws IOException {
    this.folder = folder;
    this.days = days;
    this.draw = new SplittableRandom(seed);
    this.entities = Table.read(folder.resolve("entities.csv"));
    this.relations = Table.read(folder.resolve("relations.csv"));
    this.users =
        entities.rows().stream()
            .filter(row -> row[3].equals("user"))
            .map(row -> row[0])
            .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String date(int day) {
    return "2026-10-%02d".formatted(day);
  }

  private Path file(int day, String name) {
    return folder.resolve("days").resolve(date(day)).resolve(name);
  }

  /** A user that nothing was changed of yet. */
  private String user() {
    return users.remove(draw.nextInt(users.size()));
  }

  private int day() {
    return 2 + draw.nextInt(days - 1);
  }

  /** Changes the folder; each kind of change at least once. */
  void change() throws IOException {
    leave(user(), day());
    for (int kind = 0; kind < 2; kind++) {
      int day = day();
      String user = user();
      String[] changed = entities.changesOn(user, date(day - 1), date(day));
      changed[2] = "Renamed " + user;
      changed[1] = kind == 0 ? changed[1] : entities.rows().get(entities.row(users.get(0)))[1];
    }
    exchange(user(), 1 + draw.nextInt(days));
    share(user(), user(), day());
    Table tariffs = Table.read(folder.resolve("tariffs.csv"));
    int day = day();
    String tariff = tariffs.rows().get(1 + draw.nextInt(tariffs.rows().size() - 1))[0];
    tariffs.changesOn(tariff, date(day - 1), date(day))[1] = draw.nextInt(90, 300) + ".125";
    tariffs.write();
    entities.write();
    relations.write();
  }

  /** Is registered up to the day before, as are its contracts; then it has no awards, no meter. */
  private void leave(String user, int day) throws IOException {
    String[] record = entities.rows().get(entities.row(user));
    record[record.length - 1] = date(day - 1);
    Table contracts = Table.read(folder.resolve("contracts.csv"));
    contracts.rows().stream()
        .filter(row -> row[2].equals(user))
        .forEach(row -> row[row.length - 1] = date(day - 1));
    contracts.write();
    for (int d = day; d <= days; d++) {
      without(file(d, "awards.csv"), user);
      without(file(d, "meters.csv"), "E" + user);
    }
  }

  private static String without(Path file, String id) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String gone =
        lines.stream().filter(line -> line.startsWith(id + ",")).findFirst().orElseThrow();
    Files.write(file, lines.stream().filter(line -> !line.startsWith(id + ",")).toList());
    return gone;
  }

  /** The meter delivers readings; a device that counts in other units takes over in an interval. */
  private void exchange(String user, int day) throws IOException {
    String[] energy = without(file(day, "meters.csv"), "E" + user).split(",");
    int interval = 1 + draw.nextInt(INTERVALS);
    BigDecimal reading = new BigDecimal(draw.nextInt(1_000)).setScale(4);
    BigDecimal first = new BigDecimal(draw.nextInt(1_000)).setScale(4);
    BigDecimal last = BigDecimal.ZERO;
    List<String> readings = new ArrayList<>(List.of("E" + user, "forwardMwh", reading.toString()));
    for (int t = 1; t <= INTERVALS; t++) {
      BigDecimal counted = new BigDecimal(energy[t + 1]);
      if (t == interval) {
        last = reading.add(counted);
        reading = first;
      } else {
        BigDecimal units = t > interval ? counted.divide(new BigDecimal("2.5")) : counted;
        reading = reading.add(units.setScale(4, RoundingMode.HALF_UP));
      }
      readings.add(reading.toString());
    }
    String header =
        IntStream.rangeClosed(0, INTERVALS)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(","));
    Files.write(
        file(day, "registers.csv"), List.of("meter,series," + header, String.join(",", readings)));
    Files.write(
        file(day, "exchanges.csv"),
        List.of(
            "meter,series,interval,lastReading,firstReading,multiplier",
            "E%s,forwardMwh,%d,%s,%s,2.5".formatted(user, interval, last, first)));
  }

  /** From a day on, a part of the meter of a user counts for another. */
  private void share(String user, String other, int day) {
    String part = "0.%06d".formatted(1 + draw.nextInt(999_999));
    String[] changed = relations.changesOn("E" + user, date(day - 1), date(day));
    changed[3] = part;
    String[] rest = changed.clone();
    rest[1] = other;
    rest[3] = BigDecimal.ONE.subtract(new BigDecimal(part)).toString();
    relations.rows().add(rest);
  }

  /** Energy of every meter on a day, forward less reverse, with its decimals as delivered. */
  private Map<String, BigDecimal> meters(int day) throws IOException {
    Map<String, BigDecimal> energy = new TreeMap<>();
    for (String line : Files.readAllLines(file(day, "meters.csv"))) {
      String[] cells = line.split(",");
      BigDecimal sum = BigDecimal.ZERO;
      for (int t = 2; !cells[0].equals("meter") && t < cells.length; t++) {
        sum = sum.add(new BigDecimal(cells[t]));
      }
      energy.merge(cells[0], cells[1].startsWith("rev") ? sum.negate() : sum, BigDecimal::add);
    }
    if (Files.exists(file(day, "registers.csv"))) {
      String[] read = Files.readAllLines(file(day, "registers.csv")).get(1).split(",");
      String[] changed = Files.readAllLines(file(day, "exchanges.csv")).get(1).split(",");
      BigDecimal old = new BigDecimal(changed[3]).subtract(new BigDecimal(read[2]));
      BigDecimal now = new BigDecimal(read[INTERVALS + 2]).subtract(new BigDecimal(changed[4]));
      BigDecimal exact = old.add(now.multiply(new BigDecimal(changed[5])));
      energy.put(read[0], exact.setScale(4, RoundingMode.HALF_UP));
    }
    return energy;
  }

  private static boolean holds(String[] row, String date) {
    String from = row[row.length - 2];
    String to = row[row.length - 1];
    return from.compareTo(date) <= 0 && (to.isEmpty() || to.compareTo(date) >= 0);
  }

  /**
   * Energy of the entities of a day that have a meter alone, by id, positive for what is sold; and
   * under {@code *} that of all together.
   */
  Map<String, BigDecimal> energy(int day) throws IOException {
    Map<String, BigDecimal> meters = meters(day);
    Map<String, BigDecimal> energy = new TreeMap<>();
    Set<String> shared = new HashSet<>();
    for (String[] relation : relations.rows()) {
      BigDecimal mwh = meters.get(relation[0]);
      if (mwh != null && holds(relation, date(day)) && !relation[0].equals("meter")) {
        BigDecimal part = mwh.multiply(new BigDecimal(relation[3])).multiply(sign(relation[1]));
        energy.merge(relation[1], part, BigDecimal::add);
        energy.merge("*", part, BigDecimal::add);
        if (!relation[3].equals("1")) {
          shared.add(relation[1]);
        }
      }
    }
    energy.keySet().removeAll(shared);
    return energy;
  }

  private BigDecimal sign(String entity) {
    String entityClass = entities.rows().get(entities.row(entity))[3];
    boolean buys = entityClass.equals("user") || entityClass.equals("retailer");
    return buys ? BigDecimal.ONE.negate() : BigDecimal.ONE;
  }
}
