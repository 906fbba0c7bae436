package org.gridclear.settlement.reader;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.folder.SeriesPath;
import org.gridclear.settlement.input.SettlementColumn.Measure;
import org.gridclear.settlement.registry.Meter;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** What stands in for meter data that are missing, by rule, until an account accepts it (U-01). */
final class MeterSubstitute {

  private static final int DAYS_BACK = 28;
  private static final int MULTIPLIER_DECIMALS = 4;

  private final SettlementSource source;
  private final LocalDate day;
  private final InputFiles files;
  private final int intervals;
  private final Map<LocalDate, Map<String, int[]>> delivered = new HashMap<>();

  MeterSubstitute(SettlementSource source, LocalDate day, InputFiles files) {
    this.files = files;
    this.source = source;
    this.day = day;
    this.intervals = source.month().intervals();
  }

  /**
   * Fills the gaps of a series, by the rules of the settlement in their order.
   *
   * @param mwh energy as delivered, {@link SeriesFile#GAP} where there is none; is filled
   * @param log takes what was filled, to be verified
   * @return whether no gap is left
   */
  boolean fill(Meter meter, String series, int[] mwh, IssueLog log) {
    if (whole(mwh)) {
      return true;
    }
    for (String rule : source.dataRules().substitutes()) {
      int gaps = (int) Arrays.stream(mwh).filter(v -> v == SeriesFile.GAP).count();
      if (gaps == 0) {
        return true;
      }
      String how =
          switch (rule) {
            case DataRules.NEIGHBOUR -> neighbours(mwh) ? "neighbouring intervals" : "";
            case DataRules.LIKE_DAY -> likeDay(meter, series, mwh);
            default -> "";
          };
      int filled = gaps - (int) Arrays.stream(mwh).filter(v -> v == SeriesFile.GAP).count();
      if (filled > 0) {
        report(meter, series, filled, how, energy(meter, mwh), log);
      }
    }
    return whole(mwh);
  }

  /** Energy of the readings that are there, 0.0001 MWh. */
  private static long energy(Meter meter, int[] readings) {
    long sum = Arrays.stream(readings).filter(v -> v != SeriesFile.GAP).asLongStream().sum();
    return BigDecimal.valueOf(sum)
        .multiply(BigDecimal.valueOf(meter.multiplier(), MULTIPLIER_DECIMALS))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static boolean whole(int[] mwh) {
    for (int value : mwh) {
      if (value == SeriesFile.GAP) {
        return false;
      }
    }
    return true;
  }

  /** Notes that intervals of a series were filled in. */
  static void report(Meter meter, String series, int filled, String how, long mwh, IssueLog log) {
    log.add(
        Rule.SUBSTITUTED,
        "meter " + meter.id(),
        series,
        "%d intervals by %s: %s MWh in the day".formatted(filled, how, FixedPoint.format(mwh, 4)),
        "To be verified: deliver the data, or accept what stands in for them.");
  }

  /** The line between the values on both sides, over gaps of up to an eighth of a day. */
  private boolean neighbours(int[] mwh) {
    boolean some = false;
    for (int from = 0; from < intervals; from++) {
      int to = from;
      while (to < intervals && mwh[to] == SeriesFile.GAP) {
        to++;
      }
      if (to > from && from > 0 && to < intervals && to - from <= intervals / 8) {
        long first = mwh[from - 1];
        for (int t = from; t < to; t++) {
          mwh[t] =
              (int) (first + FixedPoint.divide((mwh[to] - first) * (t - from + 1), to - from + 1));
        }
        some = true;
      }
      from = Math.max(from, to - 1);
    }
    return some;
  }

  /** Readings of a day of the same kind, of the same multiplier: under another one they differ. */
  private String likeDay(Meter meter, String series, int[] mwh) {
    for (int back = 1; back <= DAYS_BACK; back++) {
      LocalDate like = day.minusDays(back);
      if (source.dayType(like) != source.dayType(day) || !sameMultiplier(meter, like)) {
        continue;
      }
      int[] then = delivered.computeIfAbsent(like, this::read).get(meter.id() + "," + series);
      if (then != null) {
        for (int t = 0; t < intervals; t++) {
          mwh[t] = mwh[t] == SeriesFile.GAP ? then[t] : mwh[t];
        }
        return "like day " + like;
      }
    }
    return "";
  }

  private boolean sameMultiplier(Meter meter, LocalDate date) {
    return source
        .meter(meter.id(), date)
        .filter(then -> then.multiplier() == meter.multiplier())
        .isPresent();
  }

  /** Whole series of meters that were delivered for a day. */
  private Map<String, int[]> read(LocalDate date) {
    Map<String, int[]> series = new HashMap<>();
    SeriesFile.Kind kind = new SeriesFile.Kind(Measure.MWH, false);
    Map<String, SeriesFile.Kind> kinds = Map.of("forwardMwh", kind, "reverseMwh", kind);
    SeriesFile.Target target =
        new SeriesFile.Target() {
          @Override
          public Optional<SeriesFile.Kind> kind(String name) {
            return Optional.ofNullable(kinds.get(name));
          }

          @Override
          public void accept(String id, String name, int[] values, int line) {
            series.put(id + "," + name, values);
          }
        };
    String path = SeriesPath.of(files, InputFiles.ofDay(date, "meters.csv"));
    new SeriesFile(path, date, intervals, new IssueLog(path), target).read(files.read(path), false);
    return series;
  }
}
