package org.gridclear.settlement.reader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.folder.CsvTable;
import org.gridclear.settlement.folder.CsvTable.Row;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.registry.Meter;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Readings of registers of a day at the ends of its intervals, and exchanges of meters within it
 * energy is the difference of readings × multiplier.
 */
final class RegisterFile {
  private static final long READING_MAX = 100_000_000_000_000L;
  private static final long MULTIPLIER_MAX = 10_000_000_000L;
  private static final Set<String> SERIES = Set.of("forwardMwh", "reverseMwh");

  /** A device: what its register counts, and where it rolls over. */
  private record Device(long multiplier, long fullScale) {}

  /** A new device takes over within an interval, from 1. */
  private record Exchange(int interval, long first, Device then, Row row) {}

  private final SettlementSource source;
  private final LocalDate day;
  private final int intervals;
  private final MeteredEnergy energy;
  private final Map<String, List<Exchange>> exchanges = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  RegisterFile(SettlementSource source, LocalDate day, MeteredEnergy energy) {
    this.source = source;
    this.day = day;
    this.intervals = source.month().intervals();
    this.energy = energy;
  }

  /** Reads {@code exchanges.csv}; comes before the readings. */
  void exchanges(InputFiles files, String path, IssueLog log) {
    CsvTable table =
        CsvTable.read(
            files,
            path,
            false,
            log,
            List.of("multiplier", "fullScale"),
            "meter",
            "series",
            "interval",
            "lastReading",
            "firstReading");
    for (Row row : table.rows()) {
      Optional<Meter> meter = meter(row);
      int interval = (int) row.number("interval", 0, intervals, null);
      String series = series(row);
      if (interval < 1) {
        row.report(Rule.VALUE_IN_BOUNDS, "interval", interval, "Intervals count from 1.");
      } else if (meter.isPresent()) {
        add(row, meter.get(), series, interval);
      }
    }
  }

  private void add(Row row, Meter meter, String series, int interval) {
    long multiplier = row.number("multiplier", 4, MULTIPLIER_MAX, decimal(meter.multiplier()));
    long fullScale = row.number("fullScale", 4, READING_MAX, decimal(meter.fullScale()));
    if (multiplier <= 0) {
      row.report(
          Rule.VALUE_IN_BOUNDS,
          "multiplier",
          decimal(multiplier),
          "Give what a reading is multiplied by, above 0.");
    }
    if (fullScale < 0) {
      row.report(Rule.VALUE_IN_BOUNDS, "fullScale", decimal(fullScale), "Give 0 or more.");
    }
    List<Exchange> others =
        exchanges.computeIfAbsent(meter.id() + "," + series, key -> new ArrayList<>());
    if (others.stream().anyMatch(other -> other.interval() == interval)) {
      row.report(
          Rule.INTERVAL_ONCE, "interval", interval, "One exchange of a register an interval.");
      return;
    }
    Device then = new Device(multiplier, fullScale);
    others.add(new Exchange(interval, checked(row, "firstReading", then), then, row));
    others.sort(Comparator.comparingInt(Exchange::interval));
  }

  private static String decimal(long value) {
    return FixedPoint.format(value, 4);
  }

  private static long reading(Row row, String column) {
    return row.number(column, 4, READING_MAX, null);
  }

  private Optional<Meter> meter(Row row) {
    String id = row.text("meter");
    Optional<Meter> meter = source.meter(id, day);
    if (meter.isEmpty()) {
      row.report(Rule.REGISTERED, "meter", id, "Register it for this day.");
    }
    return meter;
  }

  private static String series(Row row) {
    String series = row.text("series", "forwardMwh");
    if (!SERIES.contains(series)) {
      row.report(Rule.FIELD_KNOWN, "series", series, "Give forwardMwh or reverseMwh.");
    }
    return series;
  }

  /** Reads {@code registers.csv}. */
  void read(InputFiles files, String path, IssueLog log) {
    String[] columns =
        Stream.concat(
                Stream.of("meter"), IntStream.rangeClosed(0, intervals).mapToObj(String::valueOf))
            .toArray(String[]::new);
    for (Row row : CsvTable.read(files, path, false, log, List.of("series"), columns).rows()) {
      Optional<Meter> meter = meter(row);
      String series = series(row);
      if (meter.isPresent() && SERIES.contains(series)) {
        long[] exact = differences(row, meter.get(), series, log);
        if (exact != null) {
          energy.take(meter.get(), series, exact, new MeteredEnergy.Place(log, path, row.line()));
        }
      }
    }
  }

  /** Energy by interval, 8 decimals; null after reporting why there is none. */
  private long @Nullable [] differences(Row row, Meter meter, String series, IssueLog log) {
    used.add(meter.id() + "," + series);
    Walk walk = new Walk(row, meter, series);
    for (int t = 0; walk.reading >= 0 && t < intervals; t++) {
      walk.step(t);
    }
    if (walk.reading < 0) {
      return null;
    }
    if (walk.filled > 0) {
      long mwh = FixedPoint.divide(Arrays.stream(walk.exact).sum(), 10_000);
      MeterSubstitute.report(meter, series, walk.filled, "differences of the register", mwh, log);
    }
    return walk.exact;
  }

  /** Goes through the readings of a register, interval by interval. */
  private final class Walk {
    private final Row row;
    private final List<Exchange> ahead;
    private final long[] exact = new long[intervals];
    private Device device;

    /** The last reading; −1 after reporting that there is none. */
    private long reading;

    private int since;
    private int filled;

    Walk(Row row, Meter meter, String series) {
      this.row = row;
      this.ahead = exchanges.getOrDefault(meter.id() + "," + series, List.of());
      this.device = new Device(meter.multiplier(), meter.fullScale());
      this.reading = checked(row, "0", device);
    }

    void step(int t) {
      String column = String.valueOf(t + 1);
      long energy = 0;
      for (Exchange exchange : ahead) {
        if (exchange.interval() == t + 1 && reading >= 0) {
          energy += exchanged(exchange, t);
        }
      }
      if (reading < 0 || (energy == 0 && t + 1 < intervals && gap(row, column))) {
        filled++;
        return;
      }
      long now = checked(row, column, device);
      int count = t + 1 - since;
      long after = now < 0 ? -1 : energy(row, column, reading, now, device, count);
      reading = after < 0 ? -1 : now;
      if (after >= 0 && !MeteredEnergy.fits((energy + after) / count)) {
        tooMuch(row, column);
        reading = -1;
      } else if (after >= 0) {
        spread(exact, since, count, energy + after);
      }
      since = t + 1;
    }

    /** Energy of the old device; the new one goes on from its first reading. */
    private long exchanged(Exchange exchange, int t) {
      long last = checked(exchange.row(), "lastReading", device);
      long energy = last < 0 ? -1 : energy(exchange.row(), "lastReading", reading, last, device, 1);
      if (since < t) {
        exchange
            .row()
            .report(
                Rule.INTERVALS_WHOLE,
                "interval",
                t + 1,
                "Give the reading before the exchange in registers.csv.");
      }
      reading = energy < 0 || since < t ? -1 : exchange.first();
      device = exchange.then();
      return Math.max(0, energy);
    }
  }

  /** Whether a reading is missing between others whose difference stands for it. */
  private boolean gap(Row row, String column) {
    return row.text(column, "").isEmpty() && source.dataRules().may(DataRules.REGISTER);
  }

  private static void spread(long[] exact, int from, int count, long energy) {
    for (int i = 0; i < count; i++) {
      exact[from + i] = energy / count + (i < energy % count ? 1 : 0);
    }
  }

  /** A reading; −1 after reporting what is wrong with it. */
  private static long checked(Row row, String column, Device device) {
    String text = row.text(column, "");
    if (text.isEmpty()) {
      row.report(Rule.INTERVALS_WHOLE, column, "", "Give the reading.");
      return -1;
    }
    int issues = row.issues();
    long value = reading(row, column);
    if (row.issues() > issues) {
      return -1;
    }
    if (value < 0 || (device.fullScale() > 0 && value > device.fullScale())) {
      row.report(
          Rule.VALUE_IN_BOUNDS, column, text, "A reading lies between 0 and the full scale.");
      return -1;
    }
    return value;
  }

  /**
   * Difference of two readings × multiplier, 8 decimals; −1 after reporting why there is none.
   *
   * @param count intervals between the readings
   */
  private static long energy(
      Row row, String column, long before, long now, Device device, int count) {
    long turns = now - before + (now < before ? device.fullScale() : 0);
    if (turns >= 0
        && Math.multiplyHigh(turns, device.multiplier()) == 0
        && MeteredEnergy.fits(turns * device.multiplier() / count)) {
      return turns * device.multiplier();
    }
    tooMuch(row, column);
    return -1;
  }

  private static void tooMuch(Row row, String column) {
    row.report(
        Rule.VALUE_IN_BOUNDS,
        column,
        row.text(column, ""),
        "Readings rise or roll over at full scale, by at most 10000 MWh an interval.");
  }

  /** Reports exchanges of meters that have no readings. */
  void unused() {
    exchanges.forEach(
        (key, list) -> {
          if (!used.contains(key)) {
            Exchange first = list.get(0);
            first
                .row()
                .report(
                    Rule.INTERVALS_WHOLE,
                    "meter",
                    key.replace(',', ' '),
                    "An exchange needs the readings of the day in registers.csv.");
          }
        });
  }
}
