package org.gridclear.market.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.BlockLayout.ValueColumn;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.gridclear.validate.NaturalOrder;
import org.gridclear.validate.UnknownNameException;
import org.jspecify.annotations.Nullable;

/**
 * Least, mean and greatest number of groups, the mean over time and the one weighted by load or
 * output, the energy of powers, and duration curves. Every number counts as long as its period is;
 * sums are exact, so they do not depend on where blocks lie or in which order they come.
 */
final class Statistics {
  private static final int[] PERCENTS = {0, 1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99, 100};
  private static final Comparator<List<String>> ORDER =
      (a, b) -> {
        int order = 0;
        for (int i = 0; i < a.size() && order == 0; i++) {
          order = NaturalOrder.OF_NAMES.compare(a.get(i), b.get(i));
        }
        return order;
      };

  private final DayStore store;
  private final Viewer viewer;
  private final DayQuery query;
  private final ResultKind kind;
  private final StatisticsQuery asked;
  private final Map<List<String>, Accumulator> groups = new HashMap<>();
  private final Map<List<List<String>>, Map<String, Accumulator[]>> groupsOf =
      new IdentityHashMap<>();
  private final RunOrder runs = new RunOrder();
  private @Nullable ValueColumn column;

  private Statistics(
      DayStore store, Viewer viewer, DayQuery query, ResultKind kind, StatisticsQuery asked) {
    this.store = store;
    this.viewer = viewer;
    this.query = query;
    this.kind = kind;
    this.asked = asked;
  }

  static ResultAnswer of(
      DayStore store, Viewer viewer, DayQuery query, ResultKind kind, StatisticsQuery asked) {
    Chosen chosen = BlockSource.choose(store, viewer, query, kind);
    BlockSource source = new BlockSource(store, viewer, query, kind);
    Statistics statistics = new Statistics(store, viewer, query, kind, asked);
    source.each(chosen, statistics.columns(chosen), statistics::add);
    Table table = asked.curve() ? statistics.curves() : statistics.figures();
    boolean owners = asked.by().contains("owner") || !query.filter().owner().isEmpty();
    return source.answer(table, table.rows().size(), chosen, owners);
  }

  private ValueColumn column() {
    return Objects.requireNonNull(column);
  }

  /** The column that is asked for, and its weight where that lies beside it. */
  private Set<String> columns(Chosen chosen) {
    for (DayVersion version : chosen.versions()) {
      Selection none = Selection.of("").where("", Set.of());
      BlockLayout layout = store.block(version, kind, none).map(ResultBlock::layout).orElse(null);
      if (layout != null) {
        ValueColumn wanted =
            asked.column().isEmpty()
                ? layout.columns().get(0)
                : layout.columns().get(layout.column(asked.column()));
        column = wanted;
        String weight = weight();
        return weight.isEmpty() ? Set.of(wanted.name()) : Set.of(wanted.name(), weight);
      }
    }
    throw NoResultsException.of(query, kind);
  }

  /** What weights a price: a column of the same block; "" for none. */
  private String weight() {
    if (!price()) {
      return "";
    }
    return switch (kind) {
      case ZONE_PRICES -> "weightMw";
      case UNITS, LOADS -> "mw";
      default -> "";
    };
  }

  private boolean price() {
    return column().name().endsWith("YuanPerMwh");
  }

  private void add(DayVersion version, BlockSource.Part part) {
    runs.next(version, part.clock());
    refuseOtherDecimals(version, part.block().layout());
    ResultBlock block = part.block();
    BlockLayout layout = block.layout();
    Accumulator[] into = groups(version, block);
    long[] values = block.column(column().name());
    long[] weights = weights(version, block);
    int minutes = layout.minutesPerPeriod();
    int slots = layout.slots();
    for (int here = 0; here < block.elements().length; here++) {
      Accumulator group = into[here];
      for (int slot = 0; slot < slots; slot++) {
        int at = here * slots + slot;
        if (!layout.period(slot) || !part.has(here, slot)) {
          continue;
        }
        if (values[at] == ResultBlock.MISSING) {
          group.missing();
        } else {
          group.add(values[at], minutes);
          if (weights == null || weights[at] == ResultBlock.MISSING) {
            group.unweighted();
          } else {
            group.weight(values[at], weights[at], minutes);
          }
        }
      }
    }
  }

  private void refuseOtherDecimals(DayVersion version, BlockLayout layout) {
    ValueColumn own = layout.columns().get(layout.column(column().name()));
    if (!own.equals(column())) {
      throw new IllegalArgumentException(
          "%s of %s has %d decimals, and %d before it; ask for one of them at a time."
              .formatted(column().name(), version.text(), own.decimals(), column().decimals()));
    }
  }

  /** The groups of the elements that are here; most days have the same elements. */
  private Accumulator[] groups(DayVersion version, ResultBlock block) {
    List<String> times = new ArrayList<>();
    for (String by : asked.by()) {
      String date = version.key().date().toString();
      if (by.equals(StatisticsQuery.DAY)) {
        times.add(date);
      } else if (by.equals(StatisticsQuery.MONTH)) {
        times.add(date.substring(0, date.length() - 3));
      } else {
        times.add("");
      }
    }
    return groupsOf
        .computeIfAbsent(block.layout().elements(), elements -> new HashMap<>())
        .computeIfAbsent(
            String.join(" ", times) + block.layout().keys(), none -> groups(block, times));
  }

  private Accumulator[] groups(ResultBlock block, List<String> times) {
    Accumulator[] into = new Accumulator[block.elements().length];
    for (int here = 0; here < into.length; here++) {
      List<String> group = new ArrayList<>(times);
      for (int g = 0; g < group.size(); g++) {
        String by = asked.by().get(g);
        if (group.get(g).isEmpty()) {
          if (block.layout().key(by) < 0) {
            throw unknown(by, block.layout());
          }
          group.set(g, block.text(here, by));
        }
      }
      into[here] = groups.computeIfAbsent(group, none -> new Accumulator(asked.curve()));
    }
    return into;
  }

  private static UnknownNameException unknown(String by, BlockLayout layout) {
    List<String> known = new ArrayList<>(layout.keys());
    known.add(StatisticsQuery.DAY);
    known.add(StatisticsQuery.MONTH);
    return new UnknownNameException("group of " + layout.kind().word(), by, known);
  }

  /** What weights each number of a block; null for nothing. */
  private long @Nullable [] weights(DayVersion version, ResultBlock block) {
    if (!weight().isEmpty()) {
      return block.column(weight());
    }
    boolean weighs = kind == ResultKind.PRICES && price() && weightsSeen();
    return weighs ? BusLoads.of(store, version, block) : null;
  }

  /** The mean weighted by the load of one bus tells that load; of a zone everybody knows it. */
  private boolean weightsSeen() {
    boolean ofBus = asked.by().contains("bus") || !query.filter().bus().isEmpty();
    return viewer.seesAll() || !ofBus;
  }

  private Map<List<String>, Accumulator> sorted() {
    Map<List<String>, Accumulator> sorted = new TreeMap<>(ORDER);
    sorted.putAll(groups);
    return sorted;
  }

  private List<Column> groupColumns() {
    List<Column> columns = new ArrayList<>();
    asked.by().forEach(by -> columns.add(Column.text(by, "What the group is of.")));
    return columns;
  }

  private String unit() {
    String end = Column.number(column().name(), "").dimension().nameEnd();
    return column().type() == Column.Type.NUMBER ? end : "";
  }

  private String text() {
    return "%s of %s of %s from %s to %s."
        .formatted(
            column().name(), kind.word(), DayKey.word(query.market()), query.from(), query.to());
  }

  private Table figures() {
    boolean power = unit().equals("Mw");
    List<Column> columns = groupColumns();
    columns.add(Column.number("hours", "Time of the numbers, over all elements of the group."));
    columns.add(Column.whole("numbers", "How many numbers."));
    columns.add(Column.whole("missing", "Rows without a number; they are in no figure."));
    columns.add(Column.number("min" + unit(), "Least number."));
    columns.add(Column.number("mean" + unit(), "Mean over time and elements."));
    columns.add(Column.number("max" + unit(), "Greatest number."));
    if (price()) {
      columns.add(
          Column.number(
              "weightedMean" + unit(), "Mean weighted by load or output; empty for none."));
    }
    if (power) {
      columns.add(Column.number("energyMwh", "Power times time."));
    }
    int decimals = column().decimals();
    List<Object[]> rows = new ArrayList<>();
    sorted()
        .forEach(
            (group, a) -> {
              List<Object> row = new ArrayList<>(group);
              row.add(a.hours());
              row.add(a.count());
              row.add(a.missed());
              row.add(a.min(decimals));
              row.add(a.mean(decimals));
              row.add(a.max(decimals));
              if (price()) {
                row.add(a.weightedMean(decimals));
              }
              if (power) {
                row.add(a.energyMwh(decimals));
              }
              rows.add(row.toArray());
            });
    return new Table("statistics", text(), columns, rows);
  }

  private Table curves() {
    List<Column> columns = groupColumns();
    columns.add(Column.whole("percent", "Share of the time."));
    columns.add(
        Column.number("value" + unit(), "It is reached or exceeded for that share of the time."));
    List<Object[]> rows = new ArrayList<>();
    sorted()
        .forEach(
            (group, a) -> {
              double[] points =
                  a.count() == 0 ? new double[0] : a.curve(PERCENTS, column().decimals());
              for (int p = 0; p < points.length; p++) {
                List<Object> row = new ArrayList<>(group);
                row.add((long) PERCENTS[p]);
                row.add(points[p]);
                rows.add(row.toArray());
              }
            });
    return new Table("duration", text(), columns, rows);
  }
}
