package org.gridclear.market.check;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gridclear.market.series.DecimalColumn;
import org.gridclear.market.series.SeriesLookup;
import org.gridclear.market.series.SeriesSet;

/** Local times read as UTC, or UTC as local: the curve fits the days before where it is moved. */
final class ShiftedCurve {
  private static final double MUCH_BETTER = 0.5;

  private final SeriesLookup known;

  ShiftedCurve(SeriesLookup known) {
    this.known = known;
  }

  void check(Breaches breaches) {
    SeriesSet set = breaches.set();
    int offsetSeconds = set.zone().getRules().getOffset(set.from()).getTotalSeconds();
    if (offsetSeconds == 0) {
      return;
    }
    DayMeans means = new DayMeans(known, set, breaches.rule().threshold().days());
    set.values()
        .forEach(
            (subject, column) -> {
              double here = distance(set, subject, column, means, 0);
              if (here <= breaches.rule().threshold().limit()) {
                return;
              }
              for (int moved : new int[] {offsetSeconds, -offsetSeconds}) {
                double there = distance(set, subject, column, means, moved);
                if (there < MUCH_BETTER * here) {
                  breaches.add(
                      subject,
                      "off the days before by %.1f %%, and by %.1f %% if moved by %+d min"
                          .formatted(100 * here, 100 * there, moved / 60),
                      "Were local times read as UTC, or the other way round?");
                  return;
                }
              }
            });
  }

  /** Root mean square of the deviation from the days before, as a share of their mean. */
  private static double distance(
      SeriesSet set, String subject, DecimalColumn column, DayMeans means, int movedSeconds) {
    double squares = 0;
    double sum = 0;
    int count = 0;
    for (int k = 0; k < column.size(); k++) {
      Instant time = set.at(k).plusSeconds(movedSeconds);
      OptionalDouble mean = means.at(subject, time);
      Optional<Double> value = column.at(k).map(Number::doubleValue);
      if (mean.isPresent() && value.isPresent()) {
        squares += (value.get() - mean.getAsDouble()) * (value.get() - mean.getAsDouble());
        sum += Math.abs(mean.getAsDouble());
        count++;
      }
    }
    return count < 2 || sum == 0 ? Double.NaN : Math.sqrt(squares / count) / (sum / count);
  }
}
