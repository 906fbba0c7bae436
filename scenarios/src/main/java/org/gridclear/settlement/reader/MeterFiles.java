package org.gridclear.settlement.reader;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.folder.SeriesPath;
import org.gridclear.settlement.input.SettlementColumn.Measure;
import org.gridclear.settlement.registry.Meter;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Reads what meters delivered for a day: energy of intervals, registers, exchanges. */
final class MeterFiles {
  private static final String METERS = "meters.csv";
  private static final long MULTIPLIER_ONE = 10_000;

  private final SettlementSource source;
  private final LocalDate day;
  private final int intervals;
  private final MeteredEnergy energy;
  private final Function<String, IssueLog> logs;
  private final InputFiles files;
  private final MeterSubstitute substitute;
  private final String path;
  private final Set<String> reported = new HashSet<>();

  MeterFiles(
      SettlementSource source,
      LocalDate day,
      MeteredEnergy energy,
      InputFiles files,
      Function<String, IssueLog> logs) {
    this.files = files;
    this.source = source;
    this.day = day;
    this.intervals = source.month().intervals();
    this.energy = energy;
    this.logs = logs;
    this.path = path(METERS);
    this.substitute = new MeterSubstitute(source, day, files);
  }

  /** Reads them; returns whether the header of {@code meters.csv} is one. */
  boolean read() {
    SeriesFile.Kind kind = new SeriesFile.Kind(Measure.MWH, false);
    Map<String, SeriesFile.Kind> kinds = Map.of("forwardMwh", kind, "reverseMwh", kind);
    IssueLog log = logs.apply(METERS);
    boolean readable =
        new SeriesFile(path, day, intervals, log, target(kinds, log)).read(files.read(path), false);
    RegisterFile registers = new RegisterFile(source, day, energy);
    registers.exchanges(files, path("exchanges.csv"), logs.apply("exchanges.csv"));
    registers.read(files, path("registers.csv"), logs.apply("registers.csv"));
    registers.unused();
    return readable;
  }

  private String path(String name) {
    return SeriesPath.of(files, InputFiles.ofDay(day, name));
  }

  private MeteredEnergy.Place place(IssueLog log, int line) {
    return new MeteredEnergy.Place(log, path, line);
  }

  private SeriesFile.Target target(Map<String, SeriesFile.Kind> kinds, IssueLog log) {
    return new SeriesFile.Target() {
      @Override
      public Optional<SeriesFile.Kind> kind(String series) {
        return Optional.ofNullable(kinds.get(series));
      }

      @Override
      public boolean gaps() {
        return !source.dataRules().substitutes().isEmpty();
      }

      @Override
      public void accept(String id, String series, int[] mwh, int line) {
        meter(id, series, mwh, place(log, line));
      }
    };
  }

  private void meter(String id, String series, int[] mwh, MeteredEnergy.Place place) {
    Optional<Meter> meter = source.meter(id, day);
    if (meter.isEmpty()) {
      report(place, Rule.REGISTERED, "meter", id, "Register it for this day.");
      return;
    }
    if (!substitute.fill(meter.get(), series, mwh, place.log())) {
      int gap = Arrays.stream(mwh).boxed().toList().indexOf(SeriesFile.GAP);
      report(
          place,
          Rule.INTERVALS_WHOLE,
          id + " interval " + (gap + 1),
          "",
          "Give a value; nothing that may stand in for it was found.");
      return;
    }
    take(meter.get(), series, mwh, place);
  }

  private void take(Meter meter, String series, int[] mwh, MeteredEnergy.Place place) {
    if (meter.multiplier() == MULTIPLIER_ONE) {
      energy.takeWhole(meter, series, mwh, place);
      return;
    }
    long[] exact = new long[intervals];
    for (int t = 0; t < intervals; t++) {
      exact[t] = mwh[t] * meter.multiplier();
      if (!MeteredEnergy.fits(exact[t])) {
        report(
            place,
            Rule.VALUE_IN_BOUNDS,
            meter.id() + " interval " + (t + 1),
            FixedPoint.format(mwh[t], 4),
            "Times the multiplier it is above 10000 MWh; check both.");
        return;
      }
    }
    energy.take(meter, series, exact, place);
  }

  private static void report(
      MeteredEnergy.Place place, Rule rule, String field, String value, String advice) {
    place.log().add(rule, SeriesPath.place(place.file(), place.line()), field, value, advice);
  }

  /**
   * Looks for what stands in for the meters that delivered nothing: every meter that counts for an
   * entity of the day has a direction, and that of a storage has both.
   */
  void substitute() {
    IssueLog log = logs.apply(METERS);
    for (Meter meter : source.registry().meters()) {
      if (meter.validity().on(day)) {
        energy.missing(meter.id()).forEach(series -> stand(meter, series, log));
      }
    }
  }

  /** Whether it was said that a meter of an entity is missing. */
  boolean reported(String entity) {
    return reported.contains(entity);
  }

  private void stand(Meter meter, String series, IssueLog log) {
    int[] mwh = new int[intervals];
    Arrays.fill(mwh, SeriesFile.GAP);
    if (substitute.fill(meter, series, mwh, log)) {
      take(meter, series, mwh, place(log, 0));
    } else {
      reported.addAll(energy.entities(meter.id()));
      log.add(
          Rule.INTERVALS_WHOLE,
          "meter " + meter.id(),
          series,
          "no metered energy of " + String.join(", ", energy.entities(meter.id())),
          "Deliver it, or name what may stand in for it in 'substitute'.");
    }
  }
}
