package org.gridclear.monitoring.adequacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sampled weeks against all outage states, one by one, of small systems. */
// Rows: J-04, K-03
class AdequacySamplingTest {
  private static long[][] load(long... kwOfWeek) {
    long[][] load = new long[kwOfWeek.length][AdequacySystem.HOURS];
    for (int w = 0; w < load.length; w++) {
      for (int h = 0; h < AdequacySystem.HOURS; h++) {
        load[w][h] = kwOfWeek[w] - 1000L * (h % 24);
      }
    }
    return load;
  }

  private static AdequacySystem small() {
    return new AdequacySystem(
        List.of(
            new GeneratingUnit("a", 50_000, 90, 10),
            new GeneratingUnit("b", 40_000, 180, 20),
            new GeneratingUnit("c", 30_000, 400, 40),
            new GeneratingUnit("d", 20_000, 50, 2)),
        load(100_000, 95_000, 80_000));
  }

  /** LOLE in h and EENS in MWh over every state of the units. */
  private static double[] byStates(AdequacySystem system) {
    int units = system.units().size();
    double hours = 0;
    double mwh = 0;
    for (int state = 0; state < 1 << units; state++) {
      double probability = 1;
      long kw = 0;
      for (int u = 0; u < units; u++) {
        boolean out = (state >> u & 1) == 1;
        double unavailability = system.units().get(u).unavailability();
        probability *= out ? unavailability : 1 - unavailability;
        kw += out ? 0 : system.units().get(u).kw();
      }
      for (long[] week : system.loadKw()) {
        for (long load : week) {
          hours += load > kw ? probability : 0;
          mwh += probability * Math.max(0, load - kw) / 1000.0;
        }
      }
    }
    return new double[] {hours, mwh};
  }

  @Test
  void theOutageTableIsTheSumOverAllStates() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20; i++) {
      int at = i;
      List<GeneratingUnit> units =
          random
              .ints(1 + random.nextInt(9), 1, 6)
              .mapToObj(size -> size * 10_000L)
              .map(
                  kw ->
                      new GeneratingUnit(at + "-" + random.nextInt(), kw, 100, random.nextInt(40)))
              .toList();
      AdequacySystem system =
          new AdequacySystem(units, load(random.nextInt(200_000), random.nextInt(200_000)));
      double[] wanted = byStates(system);
      CapacityOutageTable.Expected found = new CapacityOutageTable(system).of(system.loadKw());
      assertEquals(wanted[0], found.loleHours(), 1e-8);
      assertEquals(wanted[1], found.eensMwh(), 1e-6);
    }
  }

  @Test
  void sampledFiguresHoldTheSumOverAllStates() {
    AdequacySystem system = small();
    double[] wanted = byStates(system);
    int held = 0;
    for (int seed = 1; seed <= 40; seed++) {
      WeekSums sums = new AdequacySampling(system, seed).block(0, 6_000);
      held += sums.loleHours().holds(wanted[0]) ? 1 : 0;
      held += sums.eensMwh().holds(wanted[1]) ? 1 : 0;
      assertTrue(sums.lossesOfLoad() > 0);
    }
    // 80 intervals of 95 %: fewer than 69 that hold would come once in ten thousand times.
    assertTrue(held >= 69, held + " of 80 intervals hold what is right");
  }

  @Test
  void blocksAddUpToTheSameBitsWhereverTheyAreCut() {
    AdequacySampling sampling = new AdequacySampling(small(), 3);
    WeekSums whole = sampling.block(0, 3_000);
    WeekSums parts = sampling.block(0, 1_234).plus(sampling.block(1_234, 1_766));
    assertArrayEquals(whole.lostKwh(), parts.lostKwh());
    assertArrayEquals(whole.lostHoursSquared(), parts.lostHoursSquared());
    assertArrayEquals(whole.events(), parts.events());
    assertEquals(3_000, Arrays.stream(whole.samples()).sum());
  }

  @Test
  void aUnitMoreNeverLosesMoreWithTheSameSeed() {
    AdequacySystem system = small();
    List<GeneratingUnit> more =
        List.of(
            system.units().get(3),
            new GeneratingUnit("new", 15_000, 200, 50),
            system.units().get(0),
            system.units().get(1),
            system.units().get(2));
    AdequacySampling before = new AdequacySampling(system, 9);
    AdequacySampling after = new AdequacySampling(new AdequacySystem(more, system.loadKw()), 9);
    long helped = 0;
    for (int sample = 0; sample < 2_000; sample++) {
      long lost = Arrays.stream(before.block(sample, 1).lostKwh()).sum();
      long now = Arrays.stream(after.block(sample, 1).lostKwh()).sum();
      assertTrue(now <= lost, "sample " + sample);
      helped += now < lost ? 1 : 0;
    }
    assertTrue(helped > 100, "common random numbers: only the new unit differs");
  }

  @Test
  void unitsThatNeverFailLoseNothing() {
    AdequacySystem sure =
        new AdequacySystem(List.of(new GeneratingUnit("a", 100_000, 10, 0)), load(100_000));
    WeekSums sums = new AdequacySampling(sure, 1).block(0, 500);
    assertEquals(0, sums.loleHours().value());
    assertEquals(0, sums.eensMwh().halfWidth());
  }

  @Test
  void whatIsNoSystemIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new GeneratingUnit("a", -1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new GeneratingUnit("a", 1, 0, 1));
    GeneratingUnit unit = new GeneratingUnit("a", 1, 1, 1);
    assertThrows(
        IllegalArgumentException.class, () -> new AdequacySystem(List.of(unit), new long[1][24]));
    assertThrows(
        IllegalArgumentException.class, () -> new AdequacySystem(List.of(unit, unit), load(1)));
  }
}
