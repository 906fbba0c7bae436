package org.gridclear.settlement.analysis;

import static org.gridclear.settlement.analysis.MonthFigures.at;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;

/**
 * What loads would have taken on a day on which they are called: b_t = r(Σ_d c_d,t / N) over
 * the last N days of the same kind (workday, weekend, holiday) on which they were not called.
 *
 * @param mwh baseline by load and interval, 0.0001 MWh
 * @param few loads with fewer days than are needed, and how many they have
 */
public record Baselines(Map<String, long[]> mwh, Map<String, Integer> few) {
  private static final String CALLED = "responseCalledMwh";

  /** How many days count, and how far back they may lie. */
  public record Rule(int days, int back) {}

  /** Days of one load that were found so far. */
  private static final class Found {
    private final List<long[]> days = new ArrayList<>();
  }

  /**
   * Baselines of the loads of a settlement folder that are called on a day.
   *
   * @param earlier folders of closes of earlier months, for days before the month
   * @throws IllegalArgumentException if the day is of another month, or a close cuts its days into
   *     other intervals
   */
  public static Baselines inFolder(Path folder, List<Path> earlier, LocalDate date, Rule rule) {
    SettlementSource source = SettlementReader.open(folder);
    source.month().day(date);
    List<CloseFolder> closes = new ArrayList<>();
    try {
      earlier.forEach(close -> closes.add(CloseFolder.open(close)));
      return of(source, closes, date, rule);
    } finally {
      closes.forEach(CloseFolder::close);
    }
  }

  /**
   * Baselines of the loads that are called on a day.
   *
   * @param earlier closes of earlier months, for days before the month
   * @throws IllegalArgumentException if one of them cuts its days into other intervals
   */
  public static Baselines of(
      SettlementSource source, List<CloseFolder> earlier, LocalDate date, Rule rule) {
    earlier.forEach(close -> requireIntervals(close, source.month().intervals()));
    Map<String, Found> found = new TreeMap<>();
    called(source.files(), date).forEach(load -> found.put(load, new Found()));
    long kind = source.dayType(date);
    for (int back = 1; back <= rule.back(); back++) {
      LocalDate day = date.minusDays(back);
      boolean open = found.values().stream().anyMatch(each -> each.days.size() < rule.days());
      if (open && source.dayType(day) == kind) {
        take(source, earlier, day, rule, found);
      }
    }
    Map<String, long[]> mwh = new TreeMap<>();
    Map<String, Integer> few = new TreeMap<>();
    found.forEach(
        (load, each) -> {
          if (each.days.size() == rule.days()) {
            mwh.put(load, mean(each.days));
          } else {
            few.put(load, each.days.size());
          }
        });
    return new Baselines(mwh, few);
  }

  private static void requireIntervals(CloseFolder close, int intervals) {
    int own = close.month().intervals();
    if (own != intervals) {
      throw new IllegalArgumentException(
          "%s has %d intervals a day; rule: a mean is of days with the same intervals, %d here; name closes of such months."
              .formatted(close.path(), own, intervals));
    }
  }

  private static void take(
      SettlementSource source,
      List<CloseFolder> earlier,
      LocalDate day,
      Rule rule,
      Map<String, Found> found) {
    Map<String, long[]> consumed = new HashMap<>();
    Set<String> called = new HashSet<>();
    if (source.month().has(day)) {
      int number = source.month().day(day);
      SettlementReader.days(
          source, number, number, input -> add(source.month(), input.blocks(), consumed));
      called.addAll(called(source.files(), day));
    } else {
      Optional<CloseFolder> close =
          earlier.stream().filter(each -> each.month().has(day)).findFirst();
      if (close.isPresent()) {
        SettlementMonth month = close.get().month();
        add(month, MonthFigures.blocks(close.get(), month.day(day)), consumed);
        called.addAll(called(close.get().files(), day));
      }
    }
    found.forEach(
        (load, each) -> {
          if (each.days.size() < rule.days()
              && consumed.containsKey(load)
              && !called.contains(load)) {
            each.days.add(consumed.get(load));
          }
        });
  }

  private static void add(
      SettlementMonth month, List<EntityBlock> blocks, Map<String, long[]> consumed) {
    for (EntityBlock block : blocks) {
      for (int r = 0; r < block.rows(); r++) {
        long[] own = new long[block.intervals()];
        for (int t = 0; t < own.length; t++) {
          own[t] = Math.max(0, -(long) at(block, SettlementColumn.METERED, r, t));
        }
        consumed.put(month.entities().get(block.entities()[r]).id(), own);
      }
    }
  }

  /** Loads that are called on a day: rows of the series with a number that is not 0. */
  private static Set<String> called(InputFiles files, LocalDate day) {
    Set<String> called = new TreeSet<>();
    byte[] content = files.read(InputFiles.ofDay(day, "services.csv")).orElse(new byte[0]);
    List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
    List<String> header = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(",", -1));
    int wide = header.indexOf("series");
    int column = header.indexOf(CALLED);
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      int first = wide >= 0 ? wide + 1 : column;
      int last = wide >= 0 ? cells.length : column + 1;
      if (wide >= 0 ? cells.length > wide && cells[wide].strip().equals(CALLED) : column >= 0) {
        for (int c = first; c < Math.min(last, cells.length); c++) {
          if (cells[c].matches(".*[1-9].*")) {
            called.add(cells[0].strip());
          }
        }
      }
    }
    return called;
  }

  private static long[] mean(List<long[]> days) {
    long[] mean = new long[days.get(0).length];
    for (int t = 0; t < mean.length; t++) {
      long sum = 0;
      for (long[] day : days) {
        sum += day[t];
      }
      mean[t] =
          BigDecimal.valueOf(sum)
              .divide(BigDecimal.valueOf(days.size()), 0, RoundingMode.HALF_UP)
              .longValueExact();
    }
    return mean;
  }

  /** Rows of {@code services.csv}, with their header. */
  public List<String> rows() {
    List<String> rows = new ArrayList<>();
    int intervals = mwh.values().stream().mapToInt(each -> each.length).findFirst().orElse(0);
    rows.add(
        "entity,series,"
            + LongStream.rangeClosed(1, intervals)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(",")));
    mwh.forEach(
        (load, own) ->
            rows.add(
                load
                    + ",baselineMwh,"
                    + LongStream.of(own)
                        .mapToObj(value -> FixedPoint.format(value, FixedPoint.MWH_DECIMALS))
                        .collect(Collectors.joining(","))));
    return rows;
  }

  /**
   * Loads with fewer days than count, a line each.
   *
   * @param days how many days count
   */
  public List<String> remarks(int days) {
    return few.entrySet().stream()
        .map(each -> "%s: %d of %d days".formatted(each.getKey(), each.getValue(), days))
        .toList();
  }
}
