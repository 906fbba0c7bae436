package org.gridclear.settlement.close.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementColumn.Kind;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.registry.EntityClass;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was settled with the delivered files themselves, by id: that every entity
 * registered on a day is there once with its class, price point, tariff and capacity; that its
 * metered energy is that of its meters and all energy of every meter is somebody's; that awards,
 * services, prices, offers, rights and events are those of the files, nothing more and nothing
 * less. Knows nothing of the reader.
 */
public final class DeliveryAudit {
  private static final int LINES_MAX = 200;

  private final SettlementMonth month;
  private final Function<String, byte[]> files;
  private final DeliveredCsv entities;
  private final DeliveredCsv members;
  private final DeliveredCsv tariffs;
  private final DeliveredCsv contracts;
  private final DeliveredCsv offers;
  private final DeliveredCsv rights;
  private final Map<String, long[]> curves;
  private final List<String> differences = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> standIns = new ConcurrentSkipListSet<>();

  /**
   * Audits a month.
   *
   * @param files a delivered file by its path; null if there is none
   */
  public DeliveryAudit(SettlementMonth month, Function<String, byte[]> files) {
    this.month = month;
    this.files = files;
    this.entities = DeliveredCsv.of(files.apply("entities.csv"));
    this.members = DeliveredCsv.of(files.apply("members.csv"));
    this.tariffs = DeliveredCsv.of(files.apply("tariffs.csv"));
    this.contracts = DeliveredCsv.of(files.apply("contracts.csv"));
    this.offers = DeliveredCsv.of(files.apply("offers.csv"));
    this.rights = DeliveredCsv.of(files.apply("rights.csv"));
    this.curves = DeliveredContracts.curves(files.apply("curves.csv"), month.intervals());
    identities();
  }

  /** One line per difference; empty if there is none. */
  public List<String> differences() {
    return List.copyOf(differences);
  }

  /** Entities some of whose energy stands in for missing data and is not audited. */
  public List<String> standIns() {
    return List.copyOf(standIns);
  }

  private void differ(String text, Object... values) {
    if (differences.size() < LINES_MAX) {
      differences.add(text.formatted(values));
    }
  }

  /** Ids, members, names and classes of the month against the registry. */
  private void identities() {
    Map<String, String> names = new HashMap<>();
    members
        .rows()
        .forEach(row -> names.put(members.cell(row, "member"), members.cell(row, "name")));
    Map<String, List<List<String>>> records = new HashMap<>();
    for (List<String> row : entities.rows()) {
      records.computeIfAbsent(entities.cell(row, "entity"), id -> new ArrayList<>()).add(row);
    }
    for (SettlementMonth.EntityName entity : month.entities()) {
      boolean known =
          records.getOrDefault(entity.id(), List.of()).stream()
              .anyMatch(
                  row ->
                      entities.cell(row, "member").equals(entity.member())
                          && entities.cell(row, "class").equals(entity.entityClass())
                          && entities.cell(row, "name", entity.id()).equals(entity.name()));
      if (!known) {
        differ(
            "entity %s: entities.csv has no record with its member %s, class %s and name %s",
            entity.id(), entity.member(), entity.entityClass(), entity.name());
      } else if (!entity.memberName().equals(names.get(entity.member()))) {
        differ("entity %s: members.csv names its member otherwise", entity.id());
      }
    }
  }

  /** Compares a day; days can be compared at the same time. */
  public void day(PriceDay prices, List<EntityBlock> blocks) {
    LocalDate date = month.date(prices.day());
    Map<String, List<String>> registered = new LinkedHashMap<>();
    entities.on(date).forEach(row -> registered.put(entities.cell(row, "entity"), row));
    Map<String, EntityClass> classes = new HashMap<>();
    registered.forEach(
        (id, row) ->
            EntityClass.of(entities.cell(row, "class")).ifPresent(of -> classes.put(id, of)));
    DeliveredEnergy energy = new DeliveredEnergy(date, month.intervals(), files, classes);
    energy.unassigned.forEach(
        meter -> differ("%s: energy of meter %s is not all somebody's", date, meter));
    standIns.addAll(energy.standIns);
    Map<String, long[]> given = given(date, registered, classes, blocks);
    Map<String, List<String>> events = events(date);
    DeliveredContracts sides = new DeliveredContracts(month, date, contracts, curves(date));
    DeliveredTerms terms = new DeliveredTerms(month, date, offers, rights);
    TreeSet<String> missing = new TreeSet<>(registered.keySet());
    for (EntityBlock block : blocks) {
      for (int r = 0; r < block.rows(); r++) {
        String id = month.entities().get(block.entities()[r]).id();
        if (!missing.remove(id)) {
          differ("%s: entity %s is settled twice, or is not registered on that day", date, id);
          continue;
        }
        attributes(date, Objects.requireNonNull(registered.get(id)), block, r);
        metered(date, id, energy, block, r);
        columns(date, id, given, sides, block, r);
        events(date, id, events, block, r);
        terms(date, id, terms, block, r);
      }
    }
    missing.forEach(id -> differ("%s: entity %s is registered and not settled", date, id));
    sides
        .differences(blocks)
        .forEach(side -> differ("%s: side %s of a contract differs from the files", date, side));
    byte[] delivered = files.apply("days/%s/prices.csv".formatted(date));
    DeliveredPrices.differences(month, date, prices, delivered).forEach(line -> differ("%s", line));
  }

  private void terms(LocalDate date, String id, DeliveredTerms terms, EntityBlock block, int row) {
    if (!terms.sameOffer(id, block, row)) {
      differ("%s, %s: its offer differs from offers.csv", date, id);
    }
    if (!terms.sameRights(id, block, row)) {
      differ("%s, %s: its transmission rights differ from rights.csv", date, id);
    }
  }

  /** Curves of a day, before those that hold on all days. */
  private Map<String, long[]> curves(LocalDate date) {
    Map<String, long[]> ofDay = new HashMap<>(curves);
    byte[] content = files.apply("days/%s/curves.csv".formatted(date));
    ofDay.putAll(DeliveredContracts.curves(content, month.intervals()));
    return ofDay;
  }

  private void attributes(LocalDate date, List<String> record, EntityBlock block, int row) {
    String id = entities.cell(record, "entity");
    if (!EntityClass.values()[block.classes()[row]]
        .label()
        .equals(entities.cell(record, "class"))) {
      differ("%s, %s: its class is %s", date, id, entities.cell(record, "class"));
    }
    if (!month.points().get(block.points()[row]).equals(entities.cell(record, "point"))) {
      differ("%s, %s: its price point is %s", date, id, entities.cell(record, "point"));
    }
    for (SettlementColumn column :
        List.of(
            SettlementColumn.CAPACITY,
            SettlementColumn.MINIMUM,
            SettlementColumn.OBLIGATION,
            SettlementColumn.HELD)) {
      long due = DeliveredSeries.whole(entities.cell(record, column.label(), "0"), 4);
      if (block.attributes()[column.index()][row] != due) {
        differ("%s, %s: its %s differs from entities.csv", date, id, column.label());
      }
    }
    String tariff = entities.cell(record, "tariff");
    long due =
        tariffs.on(date).stream()
            .filter(each -> tariffs.cell(each, "tariff").equals(tariff))
            .mapToLong(each -> DeliveredSeries.whole(tariffs.cell(each, "yuanPerMwh"), 3))
            .sum();
    if (block.attributes()[SettlementColumn.TARIFF.index()][row] != due) {
      differ("%s, %s: its tariff %s is another in tariffs.csv", date, id, tariff);
    }
  }

  /**
   * Every interval within the rounding of its parts, and the day too: rounded parts of a day add up
   * to it, but for meters that are shared interval by interval.
   */
  private void metered(
      LocalDate date, String id, DeliveredEnergy energy, EntityBlock block, int row) {
    if (energy.standIns.contains(id)) {
      return;
    }
    int n = block.intervals();
    int[] column = block.columns()[SettlementColumn.METERED.index()];
    long[] exact = energy.ofEntity.getOrDefault(id, new long[n]);
    int parts = energy.parts.getOrDefault(id, 0);
    long bound = DeliveredEnergy.UNIT * parts * 2;
    long apart = 0;
    for (int t = 0; t < n; t++) {
      long settled = column == null ? 0 : column[row * n + t];
      long off = settled * DeliveredEnergy.UNIT - exact[t];
      apart += off;
      if (Math.abs(off) > bound) {
        differ(
            "%s, %s, interval %d: settled %d, its meters give %d (0.0001 MWh)",
            date, id, t + 1, settled, exact[t] / DeliveredEnergy.UNIT);
        return;
      }
    }
    if (Math.abs(apart) > DeliveredEnergy.UNIT * parts && !energy.shared.contains(id)) {
      differ(
          "%s, %s: its day and that of its meters are %d apart (0.0001 MWh)",
          date, id, apart / DeliveredEnergy.UNIT);
    }
  }

  /** Awards and services by {@code entity,series}, with the sign and the owner of settlement. */
  private Map<String, long[]> given(
      LocalDate date,
      Map<String, List<String>> registered,
      Map<String, EntityClass> classes,
      List<EntityBlock> blocks) {
    Map<String, long[]> given = new HashMap<>();
    for (String name : List.of("awards.csv", "services.csv")) {
      byte[] content = files.apply("days/%s/%s".formatted(date, name));
      Map<String, long[]> all = DeliveredSeries.of(content, month.intervals(), 4);
      all.forEach(
          (key, delivered) -> {
            String[] names = key.split(",");
            long[] values = delivered;
            if (names[1].equals("baselineMwh")) {
              names[1] = SettlementColumn.RESPONSE.label();
              long[] calls = all.get(names[0] + ",responseCalledMwh");
              values = response(delivered, calls, consumed(names[0], blocks));
            }
            EntityClass of = classes.get(names[0]);
            if (of == null || names[1].equals(SettlementColumn.METERED.label())) {
              return;
            }
            boolean award = name.equals("awards.csv");
            String owner =
                names[1].startsWith("response")
                    ? entities.cell(
                        Objects.requireNonNull(registered.get(names[0])), "aggregator", names[0])
                    : names[0];
            add(given, owner + "," + names[1], values, award ? of.sign() : 1);
          });
    }
    return given;
  }

  /** Where a load is called: what it would have taken less what it took. */
  private static long[] response(long[] baseline, long @Nullable [] calls, long[] consumed) {
    long[] response = new long[baseline.length];
    for (int t = 0; calls != null && t < response.length; t++) {
      response[t] = calls[t] > 0 ? Math.max(0, baseline[t] - consumed[t]) : 0;
    }
    return response;
  }

  /** What a load took as it is settled, which is compared with its meters. */
  private long[] consumed(String id, List<EntityBlock> blocks) {
    long[] consumed = new long[month.intervals()];
    for (EntityBlock block : blocks) {
      int[] column = block.columns()[SettlementColumn.METERED.index()];
      for (int r = 0; column != null && r < block.rows(); r++) {
        if (month.entities().get(block.entities()[r]).id().equals(id)) {
          int at = r * block.intervals();
          Arrays.setAll(consumed, t -> -column[at + t]);
        }
      }
    }
    return consumed;
  }

  private static void add(Map<String, long[]> sums, String key, long[] values, int sign) {
    long[] sum = sums.computeIfAbsent(key, k -> new long[values.length]);
    for (int t = 0; t < values.length; t++) {
      sum[t] += sign * values[t];
    }
  }

  private void columns(
      LocalDate date,
      String id,
      Map<String, long[]> given,
      DeliveredContracts sides,
      EntityBlock block,
      int row) {
    int n = block.intervals();
    for (SettlementColumn column : SettlementColumn.of(Kind.INTERVAL)) {
      if (column == SettlementColumn.METERED) {
        continue;
      }
      boolean ofContracts =
          column == SettlementColumn.CONTRACT || column == SettlementColumn.PHYSICAL;
      int[] settled = block.columns()[column.index()];
      long[] due = ofContracts ? sides.energy(id, column) : given.get(id + "," + column.label());
      for (int t = 0; t < n; t++) {
        long was = settled == null ? 0 : settled[row * n + t];
        if (was != (due == null ? 0 : due[t])) {
          differ(
              "%s, %s, interval %d: %s differs from the delivered file",
              date, id, t + 1, column.label());
          break;
        }
      }
    }
  }

  private Map<String, List<String>> events(LocalDate date) {
    Map<String, List<String>> events = new HashMap<>();
    DeliveredCsv csv = DeliveredCsv.of(files.apply("days/%s/events.csv".formatted(date)));
    for (List<String> row : csv.rows()) {
      events
          .computeIfAbsent(csv.cell(row, "entity"), id -> new ArrayList<>())
          .add(
              "%s %d %d"
                  .formatted(
                      csv.cell(row, "item"),
                      DeliveredSeries.whole(csv.cell(row, "quantity"), 4),
                      DeliveredSeries.whole(csv.cell(row, "yuan"), 3)));
    }
    return events;
  }

  private void events(
      LocalDate date, String id, Map<String, List<String>> due, EntityBlock block, int row) {
    List<String> settled =
        block.events().stream()
            .filter(event -> event.row() == row)
            .map(event -> "%s %d %d".formatted(event.item(), event.quantity(), event.yuan()))
            .sorted()
            .toList();
    if (!settled.equals(due.getOrDefault(id, List.of()).stream().sorted().toList())) {
      differ("%s, %s: its events differ from events.csv", date, id);
    }
  }
}
