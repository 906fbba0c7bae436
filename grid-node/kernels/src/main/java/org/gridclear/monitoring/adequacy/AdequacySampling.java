package org.gridclear.monitoring.adequacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Samples weeks of a system: every unit and line begins as it would be found, fails and is repaired
 * through the week. Sample {@code s} is of week {@code s mod weeks}, so every week is sampled
 * alike. Load is lost in an hour if, as it begins, what is not out cannot serve it ({@link
 * ZoneCuts}).
 *
 * <p>A number of a unit or line follows from seed, id and sample alone ({@link CounterStream}):
 * with the same seed another system differs by its parts and not by chance.
 */
public final class AdequacySampling {
  private static final int HOURS = AdequacySystem.HOURS;

  /** Before the id of a line, so that it shares no numbers with a unit of its id. */
  private static final String LINE = "line\n";

  private final AdequacySystem system;
  private final ZoneCuts cuts;
  private final Part[] parts;
  private final long[][] spareKw;

  /** What fails: a unit or a line. */
  private record Part(
      long key, long kw, int[] cuts, double up, double meanUp, double meanDown, double noFailure) {
    static Part of(long key, long kw, int[] cuts, double meanUp, double meanDown) {
      double out = meanDown / (meanUp + meanDown);
      return new Part(key, kw, cuts, 1 - out, meanUp, meanDown, StrictMath.exp(-HOURS / meanUp));
    }
  }

  /**
   * What a sample writes on.
   *
   * @param change what is more out of each set as an hour begins, kW; 0 between samples
   * @param outKw the most that can be out of each set at a time, kW
   */
  private record Sheet(long[][] change, long[] outKw) {}

  /** Samples of a system. */
  public AdequacySampling(AdequacySystem system, long seed) {
    this.system = system;
    this.cuts = new ZoneCuts(system);
    List<Part> all = new ArrayList<>();
    for (GeneratingUnit unit : system.units()) {
      long key = CounterStream.key(seed, unit.id());
      all.add(Part.of(key, unit.kw(), cuts.of(unit), unit.meanUpHours(), unit.meanDownHours()));
    }
    for (InterchangeLine line : system.lines()) {
      long key = CounterStream.key(seed, LINE + line.id());
      all.add(Part.of(key, line.kw(), cuts.of(line), line.meanUpHours(), line.repairHours()));
    }
    parts = all.toArray(Part[]::new);
    spareKw = new long[system.weeks()][cuts.count()];
    for (int w = 0; w < spareKw.length; w++) {
      for (int cut = 0; cut < cuts.count(); cut++) {
        spareKw[w][cut] = cuts.spareKw(cut, w);
      }
    }
  }

  /** Sums of the samples from one on. */
  public WeekSums block(long firstSample, int count) {
    WeekSums sums = WeekSums.empty(system.weeks());
    Sheet sheet = new Sheet(new long[cuts.count()][HOURS + 1], new long[cuts.count()]);
    for (long sample = firstSample; sample < firstSample + count; sample++) {
      sample(sample, sheet, sums);
    }
    return sums;
  }

  private void sample(long sample, Sheet sheet, WeekSums sums) {
    int week = (int) (sample % system.weeks());
    boolean any = false;
    for (Part part : parts) {
      long start = CounterStream.start(part.key, sample);
      double number = CounterStream.number(start, 0);
      boolean down = number >= part.up;
      // What is left of the number once the state is known is a number of its own.
      double rest = down ? (number - part.up) / (1 - part.up) : number / part.up;
      if (down || rest > part.noFailure) {
        any |= outages(part, start, down, rest, sheet);
      }
    }
    boolean maybe = false;
    for (int cut = 0; cut < sheet.outKw.length; cut++) {
      maybe |= sheet.outKw[cut] > spareKw[week][cut];
    }
    if (maybe) {
      lost(week, sheet, sums);
    } else {
      sums.add(week, 0, 0, 0);
    }
    if (any) {
      for (long[] change : sheet.change) {
        Arrays.fill(change, 0);
      }
      Arrays.fill(sheet.outKw, 0);
    }
  }

  /** Enters the outages of a part; returns whether an hour begins in one of them. */
  private static boolean outages(Part part, long start, boolean down, double rest, Sheet sheet) {
    double time = 0;
    boolean out = down;
    double number = down ? 1 - rest : rest;
    int count = 1;
    boolean any = false;
    while (time < HOURS) {
      // Up: it fails within the week where the number is above noFailure, so 1 is at once.
      double length = -StrictMath.log(number) * (out ? part.meanDown : part.meanUp);
      double end = time + length;
      if (out) {
        int from = (int) Math.ceil(time);
        int to = (int) Math.min(HOURS, Math.ceil(end));
        if (from < to) {
          any = true;
          for (int cut : part.cuts) {
            sheet.change[cut][from] += part.kw;
            sheet.change[cut][to] -= part.kw;
          }
        }
      }
      time = end;
      out = !out;
      number = CounterStream.number(start, count++);
    }
    for (int k = 0; any && k < part.cuts.length; k++) {
      sheet.outKw[part.cuts[k]] += part.kw;
    }
    return any;
  }

  private void lost(int week, Sheet sheet, WeekSums sums) {
    long[] shortKw = new long[HOURS];
    long[] capacity = cuts.capacityKw();
    for (int cut = 0; cut < capacity.length; cut++) {
      if (sheet.outKw[cut] <= spareKw[week][cut]) {
        continue;
      }
      long[] load = cuts.loadKw(cut, week);
      long[] change = sheet.change[cut];
      long left = capacity[cut];
      for (int h = 0; h < HOURS; h++) {
        left -= change[h];
        shortKw[h] = Math.max(shortKw[h], load[h] - left);
      }
    }
    long hours = 0;
    long kwh = 0;
    long began = 0;
    for (int h = 0; h < HOURS; h++) {
      if (shortKw[h] > 0) {
        hours++;
        kwh += shortKw[h];
        began += h > 0 && shortKw[h - 1] > 0 ? 0 : 1;
      }
    }
    sums.add(week, hours, kwh, began);
  }
}
