package org.gridclear.market.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ElementTypes;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.gridclear.validate.NaturalOrder;
import org.jspecify.annotations.Nullable;

/**
 * Load or output of all elements of a type or a member by period, and its energy over the range
 * (J-08). Sums are exact; where the number of one element is missing, that of its group is missing,
 * too.
 */
final class GroupCurves {
  private static final String MW = "mw";
  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

  private final CurveQuery asked;
  private final RunOrder runs = new RunOrder();
  private final List<Object[]> rows = new ArrayList<>();
  private final Map<String, Energy> energies = new TreeMap<>(NaturalOrder.OF_NAMES);
  private int untyped;

  private GroupCurves(CurveQuery asked) {
    this.asked = asked;
  }

  static ResultAnswer of(DayStore store, Viewer viewer, DayQuery query, CurveQuery asked) {
    Chosen chosen = BlockSource.choose(store, viewer, query, asked.kind());
    BlockSource source = new BlockSource(store, viewer, query, asked.kind());
    GroupCurves curves = new GroupCurves(asked);
    source.each(chosen, Set.of(MW), curves::add);
    Table table = asked.energy() ? curves.energyTable(query) : curves.curveTable(query);
    boolean owners = asked.by() == CurveQuery.By.OWNER || !query.filter().owner().isEmpty();
    return curves.told(source.answer(table, table.rows().size(), chosen, owners));
  }

  private ResultAnswer told(ResultAnswer answer) {
    if (untyped == 0) {
      return answer;
    }
    List<String> notices = new ArrayList<>(answer.notices());
    notices.add(
        "Up to %d elements of a day have no registered type; theirs is empty.".formatted(untyped));
    return new ResultAnswer(
        answer.table(), answer.total(), answer.missing(), answer.alarms(), notices);
  }

  /** The sum of a group in the periods of a run, in the last decimal of its column. */
  private static final class Curve {
    private final long[] sum;
    private final int[] missing;
    private final boolean[] present;
    private int elements;

    Curve(int slots) {
      sum = new long[slots];
      missing = new int[slots];
      present = new boolean[slots];
    }

    void add(int slot, long value) {
      present[slot] = true;
      if (value == ResultBlock.MISSING) {
        missing[slot]++;
      } else {
        sum[slot] = Math.addExact(sum[slot], value);
      }
    }
  }

  /** What a group took or gave over the range. */
  private static final class Energy {
    private BigDecimal mwMinutes = BigDecimal.ZERO;
    private long minutes;
    private long missing;
    private @Nullable BigDecimal greatestMw;
    private String greatestAt = "";

    void add(BigDecimal mw, int length, String time) {
      mwMinutes = mwMinutes.add(mw.multiply(BigDecimal.valueOf(length)));
      minutes += length;
      if (greatestMw == null || mw.compareTo(greatestMw) > 0) {
        greatestMw = mw;
        greatestAt = time;
      }
    }
  }

  private void add(DayVersion version, BlockSource.Part part) {
    if (asked.energy()) {
      runs.next(version, part.clock());
    }
    ResultBlock block = part.block();
    int decimals = block.layout().columns().get(block.layout().column(MW)).decimals();
    curves(version, part)
        .forEach(
            (group, curve) -> {
              for (int slot = 0; slot < curve.sum.length; slot++) {
                if (curve.present[slot] && asked.energy()) {
                  energy(group, curve, slot, decimals, part.clock());
                } else if (curve.present[slot]) {
                  rows.add(row(version, part.clock(), group, curve, slot, decimals));
                }
              }
            });
  }

  private Map<String, Curve> curves(DayVersion version, BlockSource.Part part) {
    ResultBlock block = part.block();
    BlockLayout layout = block.layout();
    long[] mw = block.column(MW);
    int slots = layout.slots();
    String[] groups = groups(version, block);
    Map<String, Curve> curves = new TreeMap<>(NaturalOrder.OF_NAMES);
    for (int here = 0; here < groups.length; here++) {
      Curve curve = curves.computeIfAbsent(groups[here], none -> new Curve(slots));
      curve.elements++;
      for (int slot = 0; slot < slots; slot++) {
        if (layout.period(slot) && part.has(here, slot)) {
          curve.add(slot, mw[here * slots + slot]);
        }
      }
    }
    return curves;
  }

  private String[] groups(DayVersion version, ResultBlock block) {
    String[] groups = new String[block.elements().length];
    String element = asked.kind().element();
    ElementTypes types =
        asked.by() == CurveQuery.By.TYPE ? asked.types().apply(version.key().date()) : null;
    int none = 0;
    for (int here = 0; here < groups.length; here++) {
      groups[here] =
          types == null ? block.text(here, "owner") : types.of(element, block.text(here, element));
      none += types != null && groups[here].isEmpty() ? 1 : 0;
    }
    untyped = Math.max(untyped, none);
    return groups;
  }

  private void energy(String group, Curve curve, int slot, int decimals, DayClock clock) {
    Energy energy = energies.computeIfAbsent(group, none -> new Energy());
    if (curve.missing[slot] > 0) {
      energy.missing++;
    } else {
      energy.add(BigDecimal.valueOf(curve.sum[slot], decimals), clock.minutes(), clock.text(slot));
    }
  }

  private static Object[] row(
      DayVersion version, DayClock clock, String group, Curve curve, int slot, int decimals) {
    boolean whole = curve.missing[slot] == 0;
    return new Object[] {
      version.key().date(),
      (long) version.key().cycle(),
      (long) version.version(),
      group,
      (long) curve.elements,
      slot + 1L,
      clock.text(slot),
      whole ? (Object) Cells.number(curve.sum[slot], decimals) : null,
    };
  }

  private Table curveTable(DayQuery query) {
    List<Column> columns =
        List.of(
            new Column("date", Column.Type.DATE, "Trading date."),
            Column.whole("cycle", "Number of the run of the day."),
            Column.whole("version", "Number of the version."),
            group(),
            Column.whole("elements", "How many elements it has."),
            Column.whole("period", "Period, counted from 1."),
            Column.text("time", "When it begins, with the offset of the market's zone."),
            Column.number(
                "mw", "Load served, or output, of all of them; empty if one is missing."));
    return new Table("curves", text("Curves", query), columns, rows);
  }

  private Table energyTable(DayQuery query) {
    List<Column> columns =
        List.of(
            group(),
            Column.number("hours", "Time that the figures cover."),
            Column.whole("missing", "Periods without a number; they are in no figure."),
            Column.number("energyMwh", "Load served, or output, times time."),
            Column.number("greatestMw", "Greatest load or output of all of them together."),
            Column.text("greatestAt", "When that was first, with the offset of the zone."));
    List<Object[]> figures = new ArrayList<>();
    energies.forEach(
        (group, e) ->
            figures.add(
                new Object[] {
                  group,
                  hours(BigDecimal.valueOf(e.minutes)),
                  e.missing,
                  hours(e.mwMinutes),
                  e.greatestMw == null ? null : (Object) e.greatestMw.doubleValue(),
                  e.greatestAt
                }));
    return new Table("energy", text("Energy", query), columns, figures);
  }

  private Column group() {
    boolean type = asked.by() == CurveQuery.By.TYPE;
    return Column.text("group", type ? "Registered type." : "Member that they belong to.");
  }

  private String text(String of, DayQuery query) {
    return "%s of %s of %s from %s to %s."
        .formatted(of, asked.kind().word(), DayKey.word(query.market()), query.from(), query.to());
  }

  private static double hours(BigDecimal minutes) {
    return minutes.divide(MINUTES_PER_HOUR, 6, RoundingMode.HALF_EVEN).doubleValue();
  }
}
