package org.gridclear.monitoring.adequacy;

import java.util.Arrays;

/**
 * Samples weeks of a system: every unit begins as it would be found, fails and is repaired through
 * the week. Sample {@code s} is of week {@code s mod weeks}, so every week is sampled alike. Load
 * is lost in an hour if, as it begins, the units that are not out have less.
 *
 * <p>A number of a unit follows from seed, unit and sample alone ({@link CounterStream}): with the
 * same seed another system differs by its units and not by chance.
 */
public final class AdequacySampling {
  private static final int HOURS = AdequacySystem.HOURS;

  private final AdequacySystem system;
  private final int units;
  private final long[] keys;
  private final long[] kw;
  private final double[] up;
  private final double[] meanUp;
  private final double[] meanDown;
  private final double[] noFailure;
  private final long[] spareKw;

  /** Samples of a system. */
  public AdequacySampling(AdequacySystem system, long seed) {
    this.system = system;
    this.units = system.units().size();
    keys = new long[units];
    kw = new long[units];
    up = new double[units];
    meanUp = new double[units];
    meanDown = new double[units];
    noFailure = new double[units];
    for (int u = 0; u < units; u++) {
      GeneratingUnit unit = system.units().get(u);
      keys[u] = CounterStream.key(seed, unit.id());
      kw[u] = unit.kw();
      up[u] = 1 - unit.unavailability();
      meanUp[u] = unit.meanUpHours();
      meanDown[u] = unit.meanDownHours();
      noFailure[u] = StrictMath.exp(-HOURS / meanUp[u]);
    }
    spareKw = new long[system.weeks()];
    for (int w = 0; w < spareKw.length; w++) {
      spareKw[w] = system.capacityKw() - Arrays.stream(system.loadKw()[w]).max().orElseThrow();
    }
  }

  /** Sums of the samples from one on. */
  public WeekSums block(long firstSample, int count) {
    WeekSums sums = WeekSums.empty(system.weeks());
    long[] change = new long[HOURS + 1];
    for (long sample = firstSample; sample < firstSample + count; sample++) {
      sample(sample, change, sums);
    }
    return sums;
  }

  private void sample(long sample, long[] change, WeekSums sums) {
    int week = (int) (sample % system.weeks());
    long outKw = 0;
    for (int u = 0; u < units; u++) {
      long start = CounterStream.start(keys[u], sample);
      double number = CounterStream.number(start, 0);
      boolean down = number >= up[u];
      // What is left of the number once the state is known is a number of its own.
      double rest = down ? (number - up[u]) / (1 - up[u]) : number / up[u];
      if (down || rest > noFailure[u]) {
        outKw += outages(u, start, down, rest, change);
      }
    }
    if (outKw <= spareKw[week]) {
      sums.add(week, 0, 0, 0);
      if (outKw > 0) {
        Arrays.fill(change, 0);
      }
      return;
    }
    lost(week, change, sums);
  }

  /** Enters the outages of a unit; returns its output if an hour begins in one of them. */
  private long outages(int u, long start, boolean down, double rest, long[] change) {
    double time = 0;
    boolean out = down;
    double number = down ? 1 - rest : rest;
    int count = 1;
    long any = 0;
    while (time < HOURS) {
      // Up: it fails within the week where the number is above noFailure, so 1 is at once.
      double length = -StrictMath.log(number) * (out ? meanDown[u] : meanUp[u]);
      double end = time + length;
      if (out) {
        int from = (int) Math.ceil(time);
        int to = (int) Math.min(HOURS, Math.ceil(end));
        if (from < to) {
          change[from] += kw[u];
          change[to] -= kw[u];
          any = kw[u];
        }
      }
      time = end;
      out = !out;
      number = CounterStream.number(start, count++);
    }
    return any;
  }

  private void lost(int week, long[] change, WeekSums sums) {
    long[] load = system.loadKw()[week];
    long capacity = system.capacityKw();
    long hours = 0;
    long kwh = 0;
    long began = 0;
    boolean before = false;
    for (int h = 0; h < HOURS; h++) {
      capacity -= change[h];
      long shortKw = load[h] - capacity;
      boolean lost = shortKw > 0;
      if (lost) {
        hours++;
        kwh += shortKw;
        began += before ? 0 : 1;
      }
      before = lost;
    }
    Arrays.fill(change, 0);
    sums.add(week, hours, kwh, began);
  }
}
