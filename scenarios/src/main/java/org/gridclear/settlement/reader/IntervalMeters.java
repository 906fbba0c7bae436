package org.gridclear.settlement.reader;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.registry.Meter;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Readings of all meters of one interval, as they come when it has ended: CSV {@code
 * meter,series,mwh}, by the relations of the registry.
 */
public final class IntervalMeters {
  private static final String HEADER = "meter,series,mwh";
  private static final List<String> SERIES = List.of("forwardMwh", "reverseMwh");
  private static final long MULTIPLIER_ONE = 10_000;
  private static final int CELLS = 3;

  private final SettlementSource source;
  private final LocalDate date;
  private final IssueLog log;
  private final DayValues values;
  private final MeteredEnergy energy;

  private IntervalMeters(SettlementSource source, int day, String name) {
    this.source = source;
    this.date = source.month().date(day);
    this.log = new IssueLog(name);
    this.values = new DayValues(day, 1, source.month().entities().size());
    this.energy = new MeteredEnergy(source, date, values);
    for (SettlementEntity entity : source.registry().entities()) {
      if (entity.validity().on(date)) {
        values.records[source.entity(entity.id())] = entity;
      }
    }
  }

  /**
   * Energy of an interval.
   *
   * @param mwh by number of the entity, 0.0001 MWh, positive for what is sold
   * @param metered entities that have a meter
   * @param rows how many readings there were
   */
  public record Energy(int[] mwh, BitSet metered, int rows) {}

  /**
   * Reads the file of an interval.
   *
   * @param day day of the month, from 1
   * @param name name of the file, for issues
   * @throws InvalidInputException with every issue: an unknown meter, a number that cannot be, a
   *     meter that is missing
   */
  public static Energy read(SettlementSource source, int day, String name, byte[] csv) {
    return new IntervalMeters(source, day, name).read(new String(csv, StandardCharsets.UTF_8));
  }

  private Energy read(String text) {
    List<String> rows = text.lines().toList();
    if (rows.isEmpty() || !rows.get(0).equals(HEADER)) {
      log.add(
          Rule.FIELD_KNOWN,
          "line 1",
          "header",
          rows.isEmpty() ? "" : rows.get(0),
          "A file of an interval begins with " + HEADER + ".");
      throw new InvalidInputException(log.issues());
    }
    for (int r = 1; r < rows.size(); r++) {
      row(Arrays.asList(rows.get(r).split(",", -1)), r + 1);
    }
    complete();
    if (!log.hasErrors()) {
      energy.assign();
    }
    if (log.hasErrors()) {
      throw new InvalidInputException(log.issues());
    }
    int[] mwh = new int[values.records.length];
    BitSet metered = new BitSet(mwh.length);
    for (int e = 0; e < mwh.length; e++) {
      mwh[e] = values.at(SettlementColumn.METERED, e, 0);
      metered.set(e, energy.has(e));
    }
    return new Energy(mwh, metered, rows.size() - 1);
  }

  private void row(List<String> cells, int line) {
    if (cells.size() != CELLS || !SERIES.contains(cells.get(1))) {
      report(
          line,
          Rule.FIELD_KNOWN,
          "series",
          String.join(",", cells),
          "Give " + HEADER + ", forwardMwh or reverseMwh.");
      return;
    }
    Optional<Meter> meter = source.meter(cells.get(0), date);
    if (meter.isEmpty()) {
      report(line, Rule.REGISTERED, "meter", cells.get(0), "Register it for this day.");
      return;
    }
    long read;
    try {
      read = FixedPoint.parse(cells.get(2), FixedPoint.MWH_DECIMALS);
    } catch (IllegalArgumentException e) {
      report(line, Rule.FIELD_TYPE, cells.get(0), cells.get(2), "Give MWh with up to 4 decimals.");
      return;
    }
    long bound = SettlementColumn.Measure.MWH.bound();
    if (read < 0 || read > bound || !MeteredEnergy.fits(read * meter.get().multiplier())) {
      report(
          line,
          Rule.VALUE_IN_BOUNDS,
          cells.get(0),
          cells.get(2),
          "A reading is not negative, and with its multiplier at most 10000 MWh.");
      return;
    }
    MeteredEnergy.Place place = new MeteredEnergy.Place(log, "interval", line);
    if (meter.get().multiplier() == MULTIPLIER_ONE) {
      energy.takeWhole(meter.get(), cells.get(1), new int[] {(int) read}, place);
    } else {
      energy.take(meter.get(), cells.get(1), new long[] {read * meter.get().multiplier()}, place);
    }
  }

  private void complete() {
    for (Meter meter : source.registry().meters()) {
      if (meter.validity().on(date)) {
        for (String series : energy.missing(meter.id())) {
          log.add(
              Rule.INTERVALS_WHOLE,
              "meter " + meter.id(),
              series,
              "missing",
              "Deliver it; what is missing is not 0.");
        }
      }
    }
  }

  private void report(int line, Rule rule, String field, String value, String advice) {
    log.add(rule, "line " + line, field, value, advice);
  }
}
