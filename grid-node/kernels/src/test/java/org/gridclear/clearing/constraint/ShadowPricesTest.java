package org.gridclear.clearing.constraint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.audit.RuledDays;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shadow prices against clearings with a little more and a little less of the limit: the objective
 * changes by no more than the price on either side, in periods of half an hour.
 */
class ShadowPricesTest {
  /**
   * A number of a day and the price that is to be its worth.
   *
   * @param day name of the day
   * @param limit the number in its text, with its name; {@code %s} stands for the value
   * @param value the value
   * @param step by how much it is changed
   * @param hours length of a period
   * @param yuan what the result says that one more costs
   */
  private record Limit(
      String day,
      String limit,
      double value,
      double step,
      double hours,
      ToDoubleFunction<ClearingResult> yuan) {
    @Override
    public String toString() {
      return day + ", " + limit.formatted(value) + ", " + hours + " h";
    }

    /** What is counted over the day comes to half as much in half hours. */
    double at() {
      boolean ofDay = List.of("energy", "emission", "fuel", "lake").contains(day);
      return ofDay ? value * hours : value;
    }

    ClearingResult clear(double other) {
      String before = limit.formatted(number(value));
      String text = Objects.requireNonNull(RuledDays.all().get(day));
      assertTrue(text.contains(before), text);
      String minutes = "\"periodCount\": 2, \"minutesPerPeriod\": " + (int) (60 * hours);
      return Fixtures.clear(
          Days.read(
              text.replace(before, limit.formatted(number(other)))
                  .replace("\"periodCount\": 2", minutes)),
          ClearingOptions.LOSSLESS.withGap(1e-9));
    }

    private static String number(double value) {
      return value == Math.rint(value)
          ? String.format(Locale.ROOT, "%.0f", value)
          : String.format(Locale.ROOT, "%s", value);
    }
  }

  private static ToDoubleFunction<ClearingResult> row(String constraint, String element) {
    return result ->
        result.shadowPrices().stream()
            .filter(each -> each.constraint().equals(constraint) && each.element().equals(element))
            .mapToDouble(each -> each.yuanPerUnit())
            .sum();
  }

  private static ToDoubleFunction<ClearingResult> firstRow(String constraint, String element) {
    return result ->
        result.shadowPrices().stream()
            .filter(each -> each.constraint().equals(constraint) && each.element().equals(element))
            .filter(each -> each.period() == 0)
            .mapToDouble(each -> each.yuanPerUnit())
            .sum();
  }

  static Stream<Limit> limits() {
    double hours = 0.5;
    ToDoubleFunction<ClearingResult> flows =
        result ->
            -hours * result.flows().stream().mapToDouble(f -> f.shadowPriceYuanPerMwh()).sum();
    ToDoubleFunction<ClearingResult> reserve =
        result ->
            hours
                * (result.prices().reserveYuanPerMwh()[0][0]
                    + result.prices().reserveYuanPerMwh()[0][1]);
    return Stream.of(
        new Limit("output", "\"max\": %s", 70, 1, hours, row("B-02", "k")),
        new Limit("output, short", "\"min\": %s", 210, 1, hours, row("B-02", "k")),
        new Limit("fixed-schedule", "\"equal\": %s", 30, 1, hours, row("B-07", "k")),
        new Limit("energy", "\"max\": %s", 150, 1, hours, row("B-08", "k")),
        new Limit("must-run-capacity", "\"min\": %s", 310, 1, hours, row("B-17", "k")),
        new Limit("emission", "\"max\": %s", 150, 1, hours, row("B-13", "k")),
        new Limit("fuel", "\"max\": %s", 75, 1, hours, row("B-21", "k")),
        new Limit("linear", "\"max\": %s", 150, 1, hours, row("B-26", "k")),
        new Limit("linear, short", "\"min\": %s", 250, 1, hours, row("B-26", "k")),
        new Limit("lake", "\"initialMm3\": %s", 0.15, 0.01, hours, firstRow("B-22", "lake")),
        new Limit("lake, end", "\"initialMm3\": %s", 0.15, 0.01, hours, firstRow("B-22", "lake")),
        new Limit(
            "lake, release", "\"minReleaseM3PerS\": %s", 50, 1, hours, row("B-22", "lake release")),
        new Limit(
            "lake, ebb", "\"maxReleaseM3PerS\": %s", 20, 0.1, hours, row("B-22", "lake release")),
        new Limit(
            "lake, spillage",
            "\"maxSpillM3PerS\": %s",
            5,
            0.1,
            hours,
            row("B-24", "lake spillage")),
        new Limit("link", "\"maxMw\": %s", 40, 1, hours, row("B-25", "dc")),
        new Limit("link, both ways", "\"maxMw\": %s", 40, 1, hours, row("B-25", "dc")),
        new Limit("link, backward", "\"minMw\": %s", -30, 1, hours, row("B-25", "dc")),
        new Limit("branch", "\"normalMva\": %s", 60, 1, hours, flows),
        new Limit("branch, short", "\"normalMva\": %s", 100, 1, hours, flows),
        new Limit("outage", "\"emergencyMva\": %s", 120, 1, hours, flows),
        new Limit("outage, short", "\"emergencyMva\": %s", 120, 1, hours, flows),
        new Limit("reserve, short", "\"mw\": %s}]", 400, 1, hours, reserve));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void aPriceIsWhatALittleMoreAndALittleLessAreWorth(Limit limit) {
    ClearingResult result = limit.clear(limit.at());
    double more = limit.clear(limit.at() + limit.step()).objectiveYuan();
    double less = limit.clear(limit.at() - limit.step()).objectiveYuan();
    double up = (more - result.objectiveYuan()) / limit.step();
    double down = (result.objectiveYuan() - less) / limit.step();
    double yuan = limit.yuan().applyAsDouble(result);
    double tolerance = 0.01 + 1e-5 * Math.abs(yuan);
    assertTrue(Math.abs(yuan) > tolerance, "it has a price");
    assertTrue(
        yuan >= Math.min(up, down) - tolerance && yuan <= Math.max(up, down) + tolerance,
        yuan + " lies outside " + down + ".." + up);
  }
}
