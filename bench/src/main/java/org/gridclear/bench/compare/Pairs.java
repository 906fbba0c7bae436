package org.gridclear.bench.compare;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.gridclear.bench.compare.Build.Run;

/**
 * Runs of two builds on the same command, in the order in which they were taken.
 *
 * @param older those of the older build
 * @param newer as many of the newer one
 */
record Pairs(List<Run> older, List<Run> newer) {
  /** The median of the newer build over that of the older, in CPU time. */
  double ratio() {
    return median(newer, Run::cpuSeconds) / median(older, Run::cpuSeconds);
  }

  boolean above(Double atMost) {
    return atMost != null && ratio() > atMost;
  }

  /** Whether all runs ended alike: a command that fails is quick. */
  boolean equalExitCodes() {
    return older.get(0).exitCode() <= 1
        && IntStream.range(0, older.size())
            .allMatch(
                k ->
                    older.get(k).exitCode() == older.get(0).exitCode()
                        && newer.get(k).exitCode() == older.get(0).exitCode());
  }

  /** Cells of a row: medians, their ratio, lowest and highest of the pairs, what is asked for. */
  String cells(Double atMost) {
    double[] ratios =
        IntStream.range(0, older.size())
            .mapToDouble(k -> newer.get(k).cpuSeconds() / older.get(k).cpuSeconds())
            .sorted()
            .toArray();
    String text =
        String.format(
            Locale.ROOT,
            "%.2f | %.2f | %s%.2f | %.2f, %.2f | %s",
            median(older, Run::cpuSeconds),
            median(newer, Run::cpuSeconds),
            above(atMost) ? "ABOVE " : "",
            ratio(),
            ratios[0],
            ratios[ratios.length - 1],
            atMost == null ? "" : String.format(Locale.ROOT, "%.2f", atMost));
    return equalExitCodes()
        ? text
        : text
            + " EXIT CODES %s, %s"
                .formatted(
                    older.stream().map(Run::exitCode).toList(),
                    newer.stream().map(Run::exitCode).toList());
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
