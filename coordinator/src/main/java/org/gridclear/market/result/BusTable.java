package org.gridclear.market.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.BlockLayout.ValueColumn;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.table.Column;
import org.gridclear.table.RowRange;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The price of a bus beside what is cleared there: units, loads, users and storages (D-15). All of
 * a period are of one version.
 */
final class BusTable {
  private static final String LMP = "lmpYuanPerMwh";
  private static final Map<ResultKind, Parts> KINDS =
      Map.of(
          ResultKind.UNITS, new Parts("unit", "mw", "availableMw"),
          ResultKind.LOADS, new Parts("load", "mw", "askedMw"),
          ResultKind.STORAGE, new Parts("storage", "", ""));

  private final DayStore store;
  private final Viewer viewer;
  private final DayQuery query;
  private final RowRange pages;
  private final List<Object[]> rows = new ArrayList<>();
  private long total;

  private BusTable(DayStore store, Viewer viewer, DayQuery query, RowRange pages) {
    this.store = store;
    this.viewer = viewer;
    this.query = query;
    this.pages = pages;
  }

  private record Parts(String element, String mw, String limit) {}

  static ResultAnswer of(DayStore store, Viewer viewer, DayQuery query, RowRange pages) {
    if (query.filter().bus().isEmpty()) {
      throw new IllegalArgumentException("bus: name the bus whose price and units are wanted.");
    }
    Chosen chosen = BlockSource.choose(store, viewer, query, ResultKind.PRICES);
    BlockSource source = new BlockSource(store, viewer, query, ResultKind.PRICES);
    BusTable table = new BusTable(store, viewer, query, pages);
    source.each(chosen, Set.of(LMP), table::add);
    return source.answer(table.table(), table.total, chosen, false);
  }

  private void add(DayVersion version, BlockSource.Part part) {
    List<BlockSource.Part> beside = new ArrayList<>();
    for (ResultKind kind : new TreeSet<>(KINDS.keySet())) {
      if (viewer.sees(DayKey.word(query.market()), kind)) {
        Chosen same = new Chosen(List.of(version), List.of(), List.of());
        // Only the bus, and that it may have no such thing is no mistake.
        new BlockSource(store, viewer, query.with(DayQuery.Filter.NONE), kind)
            .each(same, Set.of(), (of, block) -> beside.add(block));
      }
    }
    ResultBlock prices = part.block();
    int slots = prices.layout().slots();
    for (int here = 0; here < prices.elements().length; here++) {
      String bus = prices.text(here, "bus");
      for (int slot = 0; slot < slots; slot++) {
        if (part.has(here, slot)) {
          Object lmp = cell(prices, LMP, here * slots + slot);
          add(version, part, slot, bus, lmp, "PRICE", new String[] {"", "", ""}, null, null);
          for (BlockSource.Part each : beside) {
            beside(version, each, part, slot, bus, lmp);
          }
        }
      }
    }
  }

  private void beside(
      DayVersion version,
      BlockSource.Part part,
      BlockSource.Part prices,
      int slot,
      String bus,
      @Nullable Object lmp) {
    ResultBlock block = part.block();
    Parts parts = Objects.requireNonNull(KINDS.get(block.layout().kind()));
    for (int here = 0; here < block.elements().length; here++) {
      int at = here * block.layout().slots() + slot;
      if (block.text(here, "bus").equals(bus) && block.present().get(at)) {
        String[] texts = {
          block.text(here, parts.element()), block.text(here, "fuel"), block.text(here, "owner")
        };
        boolean storage = block.layout().kind() == ResultKind.STORAGE;
        Object mw = storage ? net(block, at) : cell(block, parts.mw(), at);
        Object limit = storage ? null : cell(block, parts.limit(), at);
        add(version, prices, slot, bus, lmp, block.layout().kind().name(), texts, mw, limit);
      }
    }
  }

  /** What a storage gives, less what it draws. */
  private static @Nullable Object net(ResultBlock block, int at) {
    BlockLayout layout = block.layout();
    long given = block.column("dischargeMw")[at];
    long drawn = block.column("chargeMw")[at];
    boolean both = given != ResultBlock.MISSING && drawn != ResultBlock.MISSING;
    ValueColumn of = layout.columns().get(layout.column("dischargeMw"));
    return both ? Cells.of(of, given - drawn) : null;
  }

  private static @Nullable Object cell(ResultBlock block, String column, int at) {
    BlockLayout layout = block.layout();
    ValueColumn of = layout.columns().get(layout.column(column));
    return Cells.of(of, block.column(column)[at]);
  }

  private void add(
      DayVersion version,
      BlockSource.Part prices,
      int slot,
      String bus,
      @Nullable Object lmp,
      String kind,
      String[] texts,
      @Nullable Object mw,
      @Nullable Object limit) {
    if (total >= pages.offset() && rows.size() < pages.limit()) {
      LocalDate date = version.key().date();
      rows.add(
          new Object[] {
            date,
            (long) version.key().cycle(),
            (long) version.version(),
            slot + 1L,
            prices.clock().text(slot),
            bus,
            lmp,
            kind,
            texts[0],
            texts[1],
            texts[2],
            mw,
            limit
          });
    }
    total++;
  }

  private Table table() {
    return new Table(
        "at-bus",
        "Price of a bus and what is cleared there, period by period.",
        List.of(
            new Column("date", Column.Type.DATE, "Trading date."),
            Column.whole("cycle", "Number of the run of the day."),
            Column.whole("version", "Number of the version."),
            Column.whole("period", "Period, counted from 1."),
            Column.text("time", "When it begins, with the offset of the market's zone."),
            Column.text("bus", "Id of the bus."),
            Column.number(LMP, "Price of the bus."),
            Column.text("kind", "PRICE alone, or what the row is of: UNITS, LOADS, STORAGE."),
            Column.text("element", "Id of the unit, load or storage."),
            Column.text("fuel", "Fuel of a unit."),
            Column.text("owner", "Member that it belongs to; empty where none is registered."),
            Column.number("mw", "Output, load served, or discharge less charge."),
            Column.number("limitMw", "Greatest output, or load asked for; empty for a storage.")),
        rows);
  }
}
