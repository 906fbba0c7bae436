package org.gridclear.market.day;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.market.day.BlockLayout.ValueColumn;
import org.gridclear.network.Bus;
import org.gridclear.report.clearing.ResultTables;
import org.gridclear.table.Column;
import org.gridclear.table.StoredTable;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a cleared case, of the same tables that its folder has. Nothing is computed again;
 * what is added is the zone of a bus, the owner, and the price at the bus.
 */
final class DayTables {
  private static final String LMP = "lmpYuanPerMwh";
  private static final String PRICE = "priceYuanPerMwh";

  private final DayResult day;
  private final MarketDay base;
  private final Origin origin;
  private final ResultTables tables;
  private final List<String> names;
  private final Map<String, String> zoneOfBus = new HashMap<>();
  private final Map<String, String> busOfThermal = new HashMap<>();
  private final Map<String, String> busOfStorage = new HashMap<>();
  private final Map<String, Double[]> lmpOfBus = new HashMap<>();
  private final Map<ResultKind, ResultBlock> blocks = new EnumMap<>(ResultKind.class);

  private DayTables(DayResult day, Origin origin, ResultTables tables) throws IOException {
    this.day = day;
    this.base = day.clearingCase().day();
    this.origin = origin;
    this.tables = tables;
    this.names = tables.names();
    for (Bus bus : base.network().buses()) {
      zoneOfBus.put(bus.id(), bus.zone());
    }
    base.storageUnits().forEach(storage -> busOfStorage.put(storage.id(), storage.bus()));
    base.thermalUnits().forEach(unit -> busOfThermal.put(unit.id(), unit.bus()));
  }

  /** The blocks; a kind that the case has no table of is missing. */
  static Map<ResultKind, ResultBlock> blocks(DayResult day, Origin origin, ResultTables tables)
      throws IOException {
    DayTables all = new DayTables(day, origin, tables);
    all.prices();
    all.plain(ResultKind.ZONE_PRICES, "zone-prices", List.of("zone", "zoneKind"));
    all.units();
    all.commitment();
    all.reserves();
    all.plain(
        ResultKind.FLOWS, "flows", List.of("constraint", "element", "outage", BlockBuilder.AGAIN));
    all.plain(
        ResultKind.SHADOW_PRICES,
        "shadow-prices",
        List.of("constraint", "element", BlockBuilder.AGAIN));
    all.security();
    all.blocks.put(ResultKind.OFFERS, OfferRows.block(day, origin, all.zoneOfBus));
    all.balance();
    all.loads();
    all.storage();
    return all.blocks;
  }

  /** Rows of a table, one after the other. */
  private interface EachRow {
    void of(Row row);
  }

  /** A row of a table by the names of its columns. */
  private record Row(Map<String, Integer> places, Object[] cells) {
    String text(String column) {
      Object text = cell(column);
      return text == null ? "" : (String) text;
    }

    Object cell(String column) {
      return cells[Objects.requireNonNull(places.get(column))];
    }

    Long period() {
      return (Long) cell("period");
    }
  }

  private void each(String table, EachRow each) throws IOException {
    StoredTable stored = tables.stored(table);
    Map<String, Integer> places = new HashMap<>();
    stored.columns().forEach(column -> places.put(column.name(), places.size()));
    try (StoredTable.Lines lines = stored.lines()) {
      while (lines.hasNext()) {
        each.of(new Row(places, lines.next()));
      }
    }
  }

  private BlockBuilder builder(ResultKind kind, List<String> keys, List<ValueColumn> columns) {
    return new BlockBuilder(origin, kind, base.horizon(), keys, columns);
  }

  private static List<ValueColumn> numbers(String... names) {
    List<ValueColumn> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(BlockBuilder.column(name, Column.Type.NUMBER));
    }
    return columns;
  }

  private void keep(ResultKind kind, BlockBuilder rows) {
    blocks.put(kind, rows.block());
  }

  /** A table whose texts are the element and whose numbers are the columns. */
  private void plain(ResultKind kind, String table, List<String> keys) throws IOException {
    if (!names.contains(table)) {
      return;
    }
    List<ValueColumn> columns =
        tables.stored(table).columns().stream()
            .filter(column -> !keys.contains(column.name()))
            .filter(column -> !List.of("period", "time").contains(column.name()))
            .map(column -> BlockBuilder.column(column.name(), column.type()))
            .toList();
    BlockBuilder rows = builder(kind, keys, columns);
    List<String> texts = keys.stream().filter(key -> !key.equals(BlockBuilder.AGAIN)).toList();
    each(
        table,
        row ->
            rows.add(
                texts.stream().map(row::text).toList(),
                row.period(),
                columns.stream().map(column -> row.cell(column.name())).toArray()));
    keep(kind, rows);
  }

  private void prices() throws IOException {
    plain(ResultKind.PRICES, "prices", List.of("bus", "zone"));
    each(
        "prices",
        row ->
            lmpOfBus
                    .computeIfAbsent(row.text("bus"), bus -> new Double[base.periodCount()])[
                    (int) (row.period() - 1)] =
                (Double) row.cell(LMP));
  }

  private Double lmp(@Nullable String bus, Long period) {
    return Objects.requireNonNull(lmpOfBus.get(bus))[(int) (period - 1)];
  }

  private String owner(String kind, String id) {
    return day.owners().of(kind, id);
  }

  private String kindOfUnit(String unit) {
    return busOfThermal.containsKey(unit) ? "THERMAL" : "PROFILED";
  }

  private List<String> unit(Row row) {
    String unit = row.text("unit");
    String bus = row.text("bus");
    return List.of(
        unit, bus, zoneOfBus.get(bus), row.text("fuel"), owner("unit", unit), kindOfUnit(unit));
  }

  private static final List<String> UNIT_KEYS =
      List.of("unit", "bus", "zone", "fuel", "owner", "kind");

  private void units() throws IOException {
    BlockBuilder rows =
        builder(ResultKind.UNITS, UNIT_KEYS, numbers("mw", "reserveMw", "availableMw", LMP));
    each(
        "units",
        row ->
            rows.add(
                unit(row),
                row.period(),
                row.cell("mw"),
                row.cell("reserveMw"),
                row.cell("availableMw"),
                lmp(row.text("bus"), row.period())));
    keep(ResultKind.UNITS, rows);
  }

  private void commitment() throws IOException {
    List<ValueColumn> columns =
        List.of("on", "start", "stop").stream()
            .map(name -> BlockBuilder.column(name, Column.Type.FLAG))
            .toList();
    Map<String, Boolean> before = new HashMap<>();
    base.thermalUnits().forEach(unit -> before.put(unit.id(), wasOn(unit.initial())));
    BlockBuilder rows = builder(ResultKind.COMMITMENT, UNIT_KEYS, columns);
    each(
        "units",
        row -> {
          boolean on = (Boolean) row.cell("on");
          Boolean was = before.put(row.text("unit"), on);
          Boolean stop = was == null && !on ? null : (Boolean) (!on && was);
          rows.add(unit(row), row.period(), on, row.cell("start"), stop);
        });
    keep(ResultKind.COMMITMENT, rows);
  }

  /** Null where the data do not say: then nobody knows whether it stops in the first period. */
  private static @Nullable Boolean wasOn(@Nullable InitialState initial) {
    return initial == null ? null : (Boolean) initial.on();
  }

  private void reserves() throws IOException {
    BlockBuilder rows =
        builder(
            ResultKind.RESERVES,
            List.of("product", "unit", "bus", "zone", "owner", "requirement", "scope"),
            numbers("mw", "requiredMw", "missingMw", PRICE));
    if (names.contains("requirements")) {
      each(
          "requirements",
          row ->
              rows.add(
                  List.of(
                      row.text("product"),
                      "",
                      "",
                      "",
                      "",
                      row.text("requirement"),
                      row.text("scope")),
                  row.period(),
                  row.cell("heldMw"),
                  row.cell("requiredMw"),
                  row.cell("missingMw"),
                  row.cell(PRICE)));
    }
    if (names.contains("reserves")) {
      each(
          "reserves",
          row -> {
            String unit = row.text("unit");
            String bus = busOfThermal.get(unit);
            String owner = owner("unit", unit);
            rows.add(
                List.of(row.text("product"), unit, bus, zoneOfBus.get(bus), owner, "", ""),
                row.period(),
                row.cell("mw"));
          });
    }
    keep(ResultKind.RESERVES, rows);
  }

  /** Nothing where no AC check was asked for: that is not the same as no violation. */
  private void security() throws IOException {
    ClearingResult result = day.result();
    if (result.security() == null) {
      return;
    }
    BlockBuilder rows =
        builder(
            ResultKind.SECURITY,
            List.of("kind", "element", "outage", "measure", "answer", BlockBuilder.AGAIN),
            numbers("value", "limit", "excess"));
    each(
        "security-violations",
        row ->
            rows.add(
                List.of("kind", "element", "outage", "unit", "answer").stream()
                    .map(row::text)
                    .toList(),
                row.period(),
                row.cell("value"),
                row.cell("limit"),
                row.cell("excess")));
    each(
        "security-unsolved",
        row ->
            rows.add(
                List.of(row.text("reason"), "", row.text("outage"), "MW", ""),
                row.period(),
                row.cell("missingMw")));
    keep(ResultKind.SECURITY, rows);
  }

  private void balance() throws IOException {
    Map<Long, Object> losses = new LinkedHashMap<>();
    each("lmp-curves", row -> losses.put(row.period(), row.cell("lossMw")));
    String[] columns = {
      "loadMw",
      "onlineCapacityMw",
      "outputMw",
      "lossMw",
      "shedMw",
      "positiveReserveMw",
      "requiredPositiveMw",
      "negativeReserveMw",
      "requiredNegativeMw"
    };
    BlockBuilder rows = builder(ResultKind.BALANCE, List.of(), numbers(columns));
    each(
        "balance",
        row ->
            rows.add(
                List.of(),
                row.period(),
                IntStream.range(0, columns.length)
                    .mapToObj(
                        c ->
                            columns[c].equals("lossMw")
                                ? losses.get(row.period())
                                : row.cell(columns[c]))
                    .toArray()));
    keep(ResultKind.BALANCE, rows);
  }

  private void loads() throws IOException {
    BlockBuilder rows =
        builder(
            ResultKind.LOADS,
            List.of("load", "bus", "zone", "owner", "kind"),
            numbers("mw", "askedMw", "valueYuanPerMwh", LMP));
    each(
        "loads",
        row -> {
          String load = row.text("load");
          String bus = row.text("bus");
          rows.add(
              List.of(load, bus, zoneOfBus.get(bus), owner("load", load), row.text("kind")),
              row.period(),
              row.cell("mw"),
              row.cell("askedMw"),
              row.cell("valueYuanPerMwh"),
              lmp(bus, row.period()));
        });
    keep(ResultKind.LOADS, rows);
  }

  private void storage() throws IOException {
    if (!names.contains("storage")) {
      return;
    }
    BlockBuilder rows =
        builder(
            ResultKind.STORAGE,
            List.of("storage", "bus", "zone", "owner"),
            numbers("chargeMw", "dischargeMw", "levelMwh", LMP));
    each(
        "storage",
        row -> {
          String id = row.text("storage");
          String bus = busOfStorage.get(id);
          rows.add(
              List.of(id, bus, zoneOfBus.get(bus), owner("storage", id)),
              row.period(),
              row.cell("chargeMw"),
              row.cell("dischargeMw"),
              row.cell("levelMwh"),
              lmp(bus, row.period()));
        });
    keep(ResultKind.STORAGE, rows);
  }
}
