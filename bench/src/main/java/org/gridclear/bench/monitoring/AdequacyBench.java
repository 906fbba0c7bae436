package org.gridclear.bench.monitoring;

import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.gridclear.monitoring.adequacy.AdequacySystem;
import org.gridclear.monitoring.adequacy.GeneratingUnit;
import org.gridclear.monitoring.adequacy.WeekSums;
import org.gridclear.monitoring.supply.AdequacyStudy;
import org.gridclear.monitoring.supply.AdequacyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sampled weeks of IEEE RTS-79 beside a plain loop over hours and units, in the same run. */
@Command(
    name = "adequacy",
    description = "Sample weeks of IEEE RTS-79, beside a plain loop over hours and units.")
public final class AdequacyBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--samples",
      defaultValue = "1000000",
      description = "Sampled weeks (default: ${DEFAULT-VALUE}).")
  private int samples;

  @Option(
      names = "--plain",
      defaultValue = "50000",
      description = "Sampled weeks of the plain loop (default: ${DEFAULT-VALUE}).")
  private int plain;

  @Option(names = "--seed", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    AdequacySystem system = AdequacyText.rts79();
    AdequacyStudy.of(system, 100_000, seed + 1);
    plain(system, Math.min(plain, 5_000));
    long start = System.nanoTime();
    AdequacyStudy study = AdequacyStudy.of(system, samples, seed);
    double seconds = (System.nanoTime() - start) / 1e9;
    start = System.nanoTime();
    double hours = plain(system, plain);
    double plainSeconds = (System.nanoTime() - start) / 1e9;
    WeekSums.Estimate lole = study.sampled().loleHours();
    WeekSums.Estimate eens = study.sampled().eensMwh();
    var out = spec.commandLine().getOut();
    out.printf(
        "%d weeks: LOLE %.3f ± %.3f h (exact %.3f), EENS %.1f ± %.1f MWh (exact %.1f)%n",
        samples,
        lole.value(),
        lole.halfWidth(),
        study.expected().loleHours(),
        eens.value(),
        eens.halfWidth(),
        study.expected().eensMwh());
    double each = seconds * 1e6 / samples;
    double plainEach = plainSeconds * 1e6 / plain;
    out.printf(
        "%.2f s, %.2f µs a week, all threads; plain loop, one thread: %d weeks, LOLE %.2f h, %.2f"
            + " µs a week: %.0f times%n",
        seconds, each, plain, hours, plainEach, plainEach / each);
    boolean right = Math.abs(lole.value() - study.expected().loleHours()) < 2 * lole.halfWidth();
    return right ? 0 : 1;
  }

  /** LOLE of weeks, hour by hour and unit by unit. */
  private double plain(AdequacySystem system, int weeks) {
    SplittableRandom random = new SplittableRandom(seed);
    int units = system.units().size();
    boolean[] out = new boolean[units];
    double[] next = new double[units];
    long lost = 0;
    for (int sample = 0; sample < weeks; sample++) {
      long[] load = system.loadKw()[sample % system.weeks()];
      for (int u = 0; u < units; u++) {
        GeneratingUnit unit = system.units().get(u);
        out[u] = random.nextDouble() < unit.unavailability();
        next[u] = length(random, unit, out[u]);
      }
      for (int h = 0; h < load.length; h++) {
        long kw = 0;
        for (int u = 0; u < units; u++) {
          GeneratingUnit unit = system.units().get(u);
          while (next[u] < h) {
            out[u] = !out[u];
            next[u] += length(random, unit, out[u]);
          }
          kw += out[u] ? 0 : unit.kw();
        }
        lost += kw < load[h] ? 1 : 0;
      }
    }
    return lost * (double) system.weeks() / weeks;
  }

  private static double length(SplittableRandom random, GeneratingUnit unit, boolean out) {
    double mean = out ? unit.meanDownHours() : unit.meanUpHours();
    return -Math.log(1 - random.nextDouble()) * mean;
  }
}
