package org.gridclear.clearing.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.gridclear.clearing.input.CommitmentChanges.Change;
import org.gridclear.quantity.Horizon;
import org.junit.jupiter.api.Test;

/** Changes of commitment between runs, with times (D-12, E-09). */
// Rows: C-07, C-10, D-12, E-09
class CommitmentChangesTest {
  private static InitialConditions run(Horizon horizon, InitialConditions.UnitPath... paths) {
    return new InitialConditions(horizon, List.of(paths), List.of(), List.of(), List.of());
  }

  private static InitialConditions.UnitPath path(String unit, String on, double mw) {
    boolean[] statuses = new boolean[on.length()];
    double[] output = new double[on.length()];
    for (int t = 0; t < statuses.length; t++) {
      statuses[t] = on.charAt(t) == '1';
      output[t] = statuses[t] ? mw : 0;
    }
    return new InitialConditions.UnitPath(unit, null, statuses, output);
  }

  @Test
  void changesHaveTheirTimesAndTheirEnergy() {
    InitialConditions before =
        run(new Horizon(6, 60), path("g", "011100", 40), path("h", "111111", 10));
    InitialConditions now =
        run(new Horizon(6, 60), path("h", "111111", 90), path("g", "101110", 20));
    CommitmentChanges found = CommitmentChanges.of(before, now);
    assertEquals(
        List.of(
            new Change("g", 0, 60, "00:00", "01:00", true, 20),
            new Change("g", 60, 120, "01:00", "02:00", false, 40),
            new Change("g", 240, 300, "04:00", "05:00", true, 20)),
        found.changes());
    assertEquals("04:00 to 05:00", found.changes().get(2).time());
  }

  @Test
  void runsOfOtherPeriodsAreComparedWhereBothHaveThem() {
    InitialConditions hours =
        run(new Horizon(4, 60), path("g", "0110", 40), path("old", "1111", 1));
    InitialConditions quarters =
        run(new Horizon(8, 15, 105), path("g", "10011100", 20), path("new", "11111111", 1));
    CommitmentChanges found = CommitmentChanges.of(hours, quarters);
    assertEquals(105, found.fromMinute());
    assertEquals(225, found.toMinute());
    assertEquals(
        List.of(
            new Change("g", 120, 150, "02:00", "02:30", false, 20),
            new Change("g", 180, 195, "03:00", "03:15", true, 5)),
        found.changes());
    assertEquals(List.of("old"), found.onlyBefore());
    assertEquals(List.of("new"), found.onlyNow());
  }

  @Test
  void runsWithoutACommonPeriodAreRefused() {
    InitialConditions first = run(new Horizon(2, 60), path("g", "11", 40));
    InitialConditions later = run(new Horizon(2, 60, 120), path("g", "11", 40));
    assertThrows(IllegalArgumentException.class, () -> CommitmentChanges.of(first, later));
  }
}
