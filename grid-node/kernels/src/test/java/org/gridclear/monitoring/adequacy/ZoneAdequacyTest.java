package org.gridclear.monitoring.adequacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Zones with lines between them against all outage states, one by one, and by hand. */
// Rows: J-04, K-03
class ZoneAdequacyTest {
  private static final List<LoadZone> TWO =
      List.of(new LoadZone("n", 0.25), new LoadZone("s", 0.75));
  private static final List<GeneratingUnit> UNITS =
      List.of(
          new GeneratingUnit("a", 50_000, 90, 10, "n"),
          new GeneratingUnit("b", 40_000, 180, 20, "n"),
          new GeneratingUnit("c", 30_000, 400, 40, "s"),
          new GeneratingUnit("d", 20_000, 50, 2, "s"));
  private static final List<InterchangeLine> LINES =
      List.of(
          new InterchangeLine("one", "n", "s", 30_000, 73, 12),
          new InterchangeLine("two", "s", "n", 20_000, 40, 30));

  private static long[][] load(long... kwOfWeek) {
    long[][] load = new long[kwOfWeek.length][AdequacySystem.HOURS];
    for (int w = 0; w < load.length; w++) {
      for (int h = 0; h < AdequacySystem.HOURS; h++) {
        load[w][h] = kwOfWeek[w] - 1000L * (h % 24);
      }
    }
    return load;
  }

  private static AdequacySystem small(List<InterchangeLine> lines) {
    return new AdequacySystem(UNITS, load(100_000, 88_000), TWO, lines);
  }

  /** What two zones lack once each helps the other with what it has left and the lines carry. */
  private static long shortKw(long north, long south, long northUnits, long southUnits, long line) {
    long lackNorth = Math.max(0, north - northUnits);
    long lackSouth = Math.max(0, south - southUnits);
    long helpSouth = Math.min(line, Math.max(0, northUnits - north));
    long helpNorth = Math.min(line, Math.max(0, southUnits - south));
    return Math.max(0, lackNorth - helpNorth) + Math.max(0, lackSouth - helpSouth);
  }

  /** LOLE in h and EENS in MWh over every state of units and lines. */
  private static double[] byStates(AdequacySystem system) {
    int units = system.units().size();
    int all = units + system.lines().size();
    double[] figures = new double[2];
    for (int state = 0; state < 1 << all; state++) {
      double probability = 1;
      long north = 0;
      long south = 0;
      long line = 0;
      for (int k = 0; k < all; k++) {
        boolean out = ((state >> k) & 1) == 1;
        double unavailability =
            k < units
                ? system.units().get(k).unavailability()
                : system.lines().get(k - units).unavailability();
        probability *= out ? unavailability : 1 - unavailability;
        if (!out && k >= units) {
          line += system.lines().get(k - units).kw();
        } else if (!out && system.units().get(k).zone().equals("n")) {
          north += system.units().get(k).kw();
        } else if (!out) {
          south += system.units().get(k).kw();
        }
      }
      for (long[] week : system.loadKw()) {
        for (long load : week) {
          long kw = shortKw(load / 4, load - load / 4, north, south, line);
          figures[0] += kw > 0 ? probability : 0;
          figures[1] += probability * kw / 1000.0;
        }
      }
    }
    return figures;
  }

  @Test
  void sampledFiguresHoldTheSumOverAllStatesOfUnitsAndLines() {
    AdequacySystem system = small(LINES);
    assertEquals(12.0 / (120 + 12), LINES.get(0).unavailability(), 1e-12);
    double[] wanted = byStates(system);
    double[] sure = byStates(small(List.of(new InterchangeLine("sure", "n", "s", 50_000, 0, 12))));
    assertTrue(wanted[1] > 1.1 * sure[1], "outages of lines count");
    int held = 0;
    for (int seed = 1; seed <= 40; seed++) {
      WeekSums sums = new AdequacySampling(system, seed).block(0, 6_000);
      held += sums.loleHours().holds(wanted[0]) ? 1 : 0;
      held += sums.eensMwh().holds(wanted[1]) ? 1 : 0;
    }
    // 80 intervals of 95 %: fewer than 69 that hold would come once in ten thousand times.
    assertTrue(held >= 69, held + " of 80 intervals hold what is right");
  }

  @Test
  void manySamplesComeCloseToTheSumOverAllStates() {
    AdequacySystem system = small(LINES);
    double[] wanted = byStates(system);
    WeekSums sums = new AdequacySampling(system, 11).block(0, 200_000);
    assertEquals(wanted[0], sums.loleHours().value(), 2 * sums.loleHours().halfWidth());
    assertEquals(wanted[1], sums.eensMwh().value(), 2 * sums.eensMwh().halfWidth());
    assertTrue(sums.eensMwh().halfWidth() < 0.01 * wanted[1]);
  }

  @Test
  void whereLinesNeverBindTheBitsAreThoseOfOnePlace() {
    List<InterchangeLine> wide =
        List.of(new InterchangeLine("wide", "n", "s", 1_000_000_000, 0, 5));
    WeekSums zones = new AdequacySampling(small(wide), 3).block(0, 3_000);
    List<GeneratingUnit> units =
        UNITS.stream()
            .map(u -> new GeneratingUnit(u.id(), u.kw(), u.meanUpHours(), u.meanDownHours()))
            .toList();
    AdequacySystem one = new AdequacySystem(units, load(100_000, 88_000));
    WeekSums place = new AdequacySampling(one, 3).block(0, 3_000);
    assertArrayEquals(place.lostKwh(), zones.lostKwh());
    assertArrayEquals(place.lostHoursSquared(), zones.lostHoursSquared());
    assertArrayEquals(place.events(), zones.events());
  }

  @Test
  void aLineMoreNeverLosesMoreWithTheSameSeed() {
    AdequacySampling before = new AdequacySampling(small(LINES.subList(0, 1)), 9);
    AdequacySampling after = new AdequacySampling(small(LINES), 9);
    long helped = 0;
    for (int sample = 0; sample < 2_000; sample++) {
      long lost = Arrays.stream(before.block(sample, 1).lostKwh()).sum();
      long now = Arrays.stream(after.block(sample, 1).lostKwh()).sum();
      assertTrue(now <= lost, "sample " + sample);
      helped += now < lost ? 1 : 0;
    }
    assertTrue(helped > 100, "common random numbers: only the new line differs");
  }

  /**
   * 60 MW in the west and 40 MW of load in each zone: the west keeps 40 and sends 12, which is what
   * its line carries. So 120 − 40 − 12 = 68 MW are lost, wherever the 12 stay.
   */
  @Test
  void threeZonesInARowLoseWhatTheirLinesCannotBring() {
    double third = 1.0 / 3;
    AdequacySystem row =
        new AdequacySystem(
            List.of(new GeneratingUnit("w", 60_000, 100, 0, "west")),
            flat(120_000),
            List.of(
                new LoadZone("west", third),
                new LoadZone("middle", third),
                new LoadZone("east", third)),
            List.of(
                new InterchangeLine("wm", "west", "middle", 12_000, 0, 1),
                new InterchangeLine("me", "middle", "east", 5_000, 0, 1)));
    WeekSums sums = new AdequacySampling(row, 1).block(0, 10);
    assertEquals(168, sums.loleHours().value(), 1e-12);
    assertEquals(168 * 68.0, sums.eensMwh().value(), 1e-9);
    assertThrows(IllegalArgumentException.class, () -> new CapacityOutageTable(row));
  }

  private static long[][] flat(long kw) {
    long[][] load = new long[1][AdequacySystem.HOURS];
    Arrays.fill(load[0], kw);
    return load;
  }

  @Test
  void zonesAndLinesThatDoNotFitAreNamedAtOnce() {
    List<InterchangeLine> lines =
        List.of(LINES.get(0), LINES.get(0), new InterchangeLine("x", "n", "nowhere", 1, 1, 1));
    List<LoadZone> zones = List.of(new LoadZone("n", 0.5), new LoadZone("n", 0.4));
    String faults = String.join("\n", AdequacySystem.faults(UNITS, zones, lines));
    for (String part :
        List.of(
            "Zone 'n' needs its own id",
            "add up to 0.9 and not to 1",
            "Unit c has the zone 's'",
            "Two lines have the id one",
            "Line x leads to 'nowhere'")) {
      assertTrue(faults.contains(part), faults);
    }
    List<LoadZone> many =
        List.of("1", "2", "3", "4", "5", "6", "7").stream()
            .map(id -> new LoadZone(id, 1.0 / 7))
            .toList();
    assertTrue(AdequacySystem.faults(List.of(), many, List.of()).get(0).contains("more than 6"));
    assertFalse(AdequacySystem.faults(UNITS, List.of(), List.of()).isEmpty(), "zones of units");
    assertThrows(
        IllegalArgumentException.class,
        () -> new AdequacySystem(UNITS, load(1_000), zones, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new LoadZone("n", 1.5));
    assertThrows(IllegalArgumentException.class, () -> new InterchangeLine("x", "n", "n", 1, 1, 1));
  }
}
