package org.gridclear.settlement.analysis;

import static org.gridclear.settlement.analysis.MonthFigures.at;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.MonthsOnce;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.registry.EntityClass.Side;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Capacity that buyers have to hold, from their load when the load of all was greatest: o =
 * r((1 + margin) · mean of the load of the buyer over the greatest intervals).
 *
 * @param peaks the intervals, the greatest first
 * @param lines one by buyer
 */
public record Obligations(List<Peak> peaks, List<Line> lines) {
  private static final String HELD = "held";

  /**
   * An interval of great load.
   *
   * @param date day
   * @param interval interval, from 1
   * @param load load of all buyers, 0.0001 MW
   */
  public record Peak(LocalDate date, int interval, long load) {}

  /**
   * What a buyer has to hold.
   *
   * @param entity buyer
   * @param member its member
   * @param obligation capacity that it has to hold, 0.0001 MW
   * @param registered obligation that is registered; empty for none
   * @param held capacity that it holds; empty where it is not given
   */
  public record Line(
      String entity, String member, long obligation, OptionalLong registered, OptionalLong held) {
    /** What it holds beyond its obligation; negative where it is short, empty where not given. */
    public OptionalLong surplus() {
      return held.isPresent()
          ? OptionalLong.of(held.getAsLong() - obligation)
          : OptionalLong.empty();
    }

    /** Whether it holds what it has to, which nobody knows of one whose holding is not given. */
    public String state() {
      OptionalLong surplus = surplus();
      if (surplus.isEmpty()) {
        return obligation == 0 ? HELD : "unknown";
      }
      return surplus.getAsLong() < 0 ? "short" : HELD;
    }
  }

  public Obligations {
    peaks = List.copyOf(peaks);
    lines = List.copyOf(lines);
  }

  /**
   * Obligations from closed months, for the buyers that are registered at the end of the last one.
   *
   * @param given the closes, in any order
   * @param count greatest intervals that count
   * @param margin reserve beyond the load, such as 0.15
   * @throws IllegalArgumentException if the months have fewer intervals, or come twice
   */
  public static Obligations of(List<CloseFolder> given, int count, BigDecimal margin) {
    List<CloseFolder> months =
        given.stream().sorted(Comparator.comparing(close -> close.month().month())).toList();
    MonthsOnce once = new MonthsOnce();
    months.forEach(once::add);
    List<Peak> all = new ArrayList<>();
    for (CloseFolder close : months) {
      for (int day = 1; day <= close.month().days(); day++) {
        long[] loads = loads(close, day);
        for (int t = 0; t < loads.length; t++) {
          all.add(new Peak(close.month().date(day), t + 1, loads[t] * loads.length / 24));
        }
      }
    }
    if (count < 1 || count > all.size()) {
      throw new IllegalArgumentException(
          "The closes have %d intervals; %d peaks of them cannot be.".formatted(all.size(), count));
    }
    all.sort(
        Comparator.comparingLong((Peak peak) -> -peak.load())
            .thenComparing(Peak::date)
            .thenComparing(Peak::interval));
    List<Peak> peaks = all.subList(0, count);
    Map<String, Long> sums = new TreeMap<>();
    for (CloseFolder close : months) {
      add(close, peaks, sums);
    }
    return new Obligations(peaks, lines(months.get(months.size() - 1), peaks, sums, margin));
  }

  private static long[] loads(CloseFolder close, int day) {
    long[] loads = new long[close.month().intervals()];
    for (EntityBlock block : MonthFigures.blocks(close, day)) {
      for (int r = 0; r < block.rows(); r++) {
        for (int t = 0; buys(block, r) && t < loads.length; t++) {
          loads[t] -= at(block, SettlementColumn.METERED, r, t);
        }
      }
    }
    return loads;
  }

  private static boolean buys(EntityBlock block, int row) {
    return MonthFigures.ofRow(block, row).side() == Side.CONSUMPTION;
  }

  private static void add(CloseFolder close, List<Peak> peaks, Map<String, Long> sums) {
    Map<LocalDate, List<Peak>> ofDay = new HashMap<>();
    peaks.stream()
        .filter(peak -> close.month().has(peak.date()))
        .forEach(peak -> ofDay.computeIfAbsent(peak.date(), k -> new ArrayList<>()).add(peak));
    ofDay.forEach(
        (date, list) -> {
          for (EntityBlock block : MonthFigures.blocks(close, close.month().day(date))) {
            for (int r = 0; r < block.rows(); r++) {
              if (buys(block, r)) {
                String id = close.month().entities().get(block.entities()[r]).id();
                for (Peak peak : list) {
                  long mwh = -(long) at(block, SettlementColumn.METERED, r, peak.interval() - 1);
                  sums.merge(id, mwh * block.intervals() / 24, Math::addExact);
                }
              }
            }
          }
        });
  }

  private static List<Line> lines(
      CloseFolder last, List<Peak> peaks, Map<String, Long> sums, BigDecimal margin) {
    LocalDate end = last.month().date(last.month().days());
    List<Line> lines = new ArrayList<>();
    for (SettlementEntity entity : SettlementReader.open(last.files()).registry().entities()) {
      if (entity.entityClass().side() == Side.CONSUMPTION && entity.validity().on(end)) {
        long obligation =
            BigDecimal.valueOf(sums.getOrDefault(entity.id(), 0L))
                .multiply(BigDecimal.ONE.add(margin))
                .divide(BigDecimal.valueOf(peaks.size()), 0, RoundingMode.HALF_UP)
                .longValueExact();
        lines.add(
            new Line(entity.id(), entity.member(), obligation, entity.obligation(), entity.held()));
      }
    }
    lines.sort(Comparator.comparing(Line::entity));
    return lines;
  }

  /** Buyers that hold less than they have to, or of which nobody knows what they hold. */
  public List<Line> shortages() {
    return lines.stream().filter(line -> !line.state().equals(HELD)).toList();
  }

  /** The lines as a table. */
  public Table table() {
    Table.Rows rows =
        new Table.Rows(
            "capacity-obligations",
            "Capacity that buyers have to hold, from their load at the peaks of all.",
            Column.text("entity", "Buyer."),
            Column.text("member", "Its member."),
            Column.quantity("obligationMw", "What it has to hold."),
            Column.quantity("registeredMw", "What is registered; empty for none."),
            Column.quantity("heldMw", "What it holds; empty where that is not given."),
            Column.quantity(
                "surplusMw", "Held less obligation; negative where short; empty as held."),
            Column.text("state", "short, held, or unknown where not given."));
    for (Line line : lines) {
      rows.add(
          line.entity(),
          line.member(),
          MonthFigures.quantity(line.obligation()),
          cell(line.registered()),
          cell(line.held()),
          cell(line.surplus()),
          line.state());
    }
    return rows.table();
  }

  private static @Nullable Object cell(OptionalLong mw) {
    return mw.isPresent() ? MonthFigures.quantity(mw.getAsLong()) : null;
  }

  /** Rows of {@code entities.csv} that register the obligations, for a correction or a change. */
  public List<String> rows() {
    List<String> rows = new ArrayList<>(List.of("action,entity,obligationMw"));
    lines.forEach(
        line ->
            rows.add(
                "replace,%s,%s"
                    .formatted(
                        line.entity(),
                        FixedPoint.format(line.obligation(), FixedPoint.MWH_DECIMALS))));
    return rows;
  }
}
