package org.gridclear.monitoring.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridclear.market.intake.KnownPieces;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesChoice;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.store.PieceStore;
import org.gridclear.monitoring.measure.MarketFacts.Seen;

/**
 * Forecast and actual load, and actual output, of dates, hour by hour, from the series of a market.
 */
final class SeenLoads {
  private static final int MINUTES = 60;

  private final MarketClock clock;
  private final List<SeriesSet> forecasts;
  private final List<SeriesSet> actual;
  private final List<SeriesSet> output;

  /**
   * What is known of a range of dates.
   *
   * @param now what is known later does not count
   */
  SeenLoads(PieceStore store, MarketClock clock, LocalDate from, LocalDate to, Instant now) {
    this.clock = clock;
    KnownPieces known = new KnownPieces(store, clock, now);
    this.forecasts =
        known.covering(SeriesKind.LOAD_FORECAST_SHORT, clock.startOf(from), clock.endOf(to));
    this.actual = known.covering(SeriesKind.LOAD_ACTUAL, clock.startOf(from), clock.endOf(to));
    this.output = known.covering(SeriesKind.UNIT_OUTPUT_LIVE, clock.startOf(from), clock.endOf(to));
  }

  /** The loads of a date; the forecast is the last one that was known before the date began. */
  Seen of(LocalDate date) {
    Instant start = clock.startOf(date);
    List<SeriesSet> before =
        forecasts.stream().filter(set -> set.knownAt().isBefore(start)).toList();
    return new Seen(
        hours(new SeriesChoice(SeriesKind.LOAD_FORECAST_SHORT, before), date),
        hours(new SeriesChoice(SeriesKind.LOAD_ACTUAL, actual), date),
        outputs(date));
  }

  private SortedMap<String, double[]> outputs(LocalDate date) {
    SortedMap<String, double[]> outputs = new TreeMap<>();
    if (!output.isEmpty()) {
      SeriesChoice choice = new SeriesChoice(SeriesKind.UNIT_OUTPUT_LIVE, output);
      for (String unit : choice.subjects(clock.startOf(date), clock.endOf(date))) {
        hours(choice, unit, date).ifPresent(mw -> outputs.put(unit, mw));
      }
    }
    return outputs;
  }

  private Optional<double[]> hours(SeriesChoice choice, LocalDate date) {
    return hours(choice, SeriesKind.SYSTEM, date);
  }

  private Optional<double[]> hours(SeriesChoice choice, String subject, LocalDate date) {
    List<Optional<BigDecimal>> values =
        choice.over(subject, clock.startOf(date), MINUTES, clock.minutesOf(date) / MINUTES);
    return values.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(
            values.stream().mapToDouble(value -> value.orElseThrow().doubleValue()).toArray());
  }

  /** The loads as one text. */
  static String text(Seen seen) {
    StringBuilder text = new StringBuilder();
    text.append(seen.forecastMw().map(Arrays::toString).orElse("none"));
    text.append(seen.loadMw().map(Arrays::toString).orElse("none"));
    seen.outputMw().forEach((unit, mw) -> text.append(unit).append(Arrays.toString(mw)));
    return text.toString();
  }
}
