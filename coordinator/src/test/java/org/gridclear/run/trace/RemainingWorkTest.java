package org.gridclear.run.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridclear.run.trace.RemainingWork.Ended;
import org.junit.jupiter.api.Test;

/** The estimated end of recorded runs, beside that by units a second, and of runs made up. */
class RemainingWorkTest {
  private static final double FACTOR = 1.5;

  /** Studies of 10 to 20 cases on two slots, most of them beside other work on the machine. */
  private static Map<String, List<Ended>> recorded() throws IOException {
    Map<String, List<Ended>> runs = new TreeMap<>();
    try (InputStream in = RemainingWorkTest.class.getResourceAsStream("/run/recorded.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().skip(1).toList()) {
        String[] cells = line.split(",");
        runs.computeIfAbsent(cells[0], run -> new ArrayList<>())
            .add(
                new Ended(
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    cells[1].equals("0")));
      }
    }
    return runs;
  }

  private static double length(List<Ended> run) {
    return run.stream().mapToDouble(Ended::endSeconds).max().orElseThrow();
  }

  private static double byMeasuredWork(List<Ended> run, double now) {
    List<Ended> ended = run.stream().filter(each -> each.endSeconds() <= now).toList();
    List<Double> sent =
        run.stream()
            .filter(each -> each.startSeconds() <= now && each.endSeconds() > now)
            .map(Ended::startSeconds)
            .toList();
    return RemainingWork.seconds(now, ended, sent, run.size() - ended.size() - sent.size());
  }

  /** The rule of before: as many units a second as until now. */
  private static double byUnitsASecond(List<Ended> run, double now) {
    long done = run.stream().filter(each -> each.endSeconds() <= now).count();
    return done == 0 ? -1 : now / done * (run.size() - done);
  }

  /** By how much an estimate of the length of a run is off, at least 1. */
  private static double factor(double estimate, double length) {
    return Math.max(estimate / length, length / estimate);
  }

  private interface RuleOfRest {
    double seconds(List<Ended> run, double now);
  }

  /** Moments after a quarter of the run whose estimate is within the factor, of 100; the worst. */
  private static double[] withinPercent(RuleOfRest rule) throws IOException {
    int known = 0;
    int within = 0;
    double worst = 1;
    for (List<Ended> run : recorded().values()) {
      double length = length(run);
      for (int percent = 25; percent < 100; percent++) {
        double now = length * percent / 100;
        double rest = rule.seconds(run, now);
        if (rest >= 0) {
          double off = factor(now + rest, length);
          known++;
          within += off <= FACTOR ? 1 : 0;
          worst = Math.max(worst, off);
        }
      }
    }
    return new double[] {100.0 * within / known, worst};
  }

  @Test
  void afterAQuarterOfRecordedRunsTheEndIsKnownWithinAFactor() throws IOException {
    double[] now = withinPercent(RemainingWorkTest::byMeasuredWork);
    double[] before = withinPercent(RemainingWorkTest::byUnitsASecond);
    String figures =
        "measured work: %.0f %% within, worst %.2f; units a second: %.0f %%, %.2f"
            .formatted(now[0], now[1], before[0], before[1]);
    assertTrue(now[0] >= 95 && now[1] < 2.2, figures);
    assertTrue(before[0] < 80 && before[1] > 5, figures);
  }

  @Test
  void unitsOfOneLengthAreCountedToTheSecond() {
    List<Ended> run = IntStream.range(0, 10).mapToObj(k -> span(10 * (k / 2))).toList();
    assertEquals(35, byMeasuredWork(run, 15), 1e-9);
    assertEquals(60, byUnitsASecond(run, 15), 1e-9);
    assertEquals(1, byMeasuredWork(run, 49), 1e-9);
  }

  private static Ended span(double start) {
    return new Ended(start, start, start + 10, true);
  }

  @Test
  void unitsThatWaitAtTheirNodeAreNotTakenForWork() {
    List<Ended> ended = List.of(of(0), of(0), of(10), of(10));
    // Six were sent at the start; two of them are at work since 20.
    double rest = RemainingWork.seconds(25, ended, List.of(0.5, 0.5, 0.5, 0.5, 0.5, 0.5), 0);
    assertEquals(25, rest, 1e-9);
    double many = RemainingWork.seconds(25, ended, List.of(0.5, 0.5), 100_000);
    assertEquals(500_000, many, 100);
  }

  /** Sent with all others, begun later. */
  private static Ended of(double start) {
    return new Ended(0.5, start, start + 10, true);
  }

  @Test
  void nothingIsSaidBeforeTwoUnitsThatTellHaveEnded() {
    assertTrue(RemainingWork.seconds(9, List.of(span(0)), List.of(0.0), 5) < 0);
    List<Ended> leader = List.of(new Ended(0, 0, 30, false), span(30));
    assertTrue(RemainingWork.seconds(41, leader, List.of(40.0), 5) < 0);
  }
}
