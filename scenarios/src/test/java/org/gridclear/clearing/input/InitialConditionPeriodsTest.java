package org.gridclear.clearing.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.gridclear.clearing.input.InitialConditions.Award;
import org.gridclear.clearing.input.InitialConditions.Counted;
import org.gridclear.clearing.input.InitialConditions.Level;
import org.gridclear.clearing.input.InitialConditions.UnitPath;
import org.gridclear.clearing.input.InitialConditions.Used;
import org.gridclear.market.InitialState;
import org.gridclear.quantity.Horizon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Boundaries in shorter periods, and going on with a plan, against what each of them says of every
 * minute: statuses and powers of the period in which it lies, levels evenly between the ends.
 */
// Rows: A-15
class InitialConditionPeriodsTest {
  private static final List<String> IDS = List.of("a", "b", "c");

  /** What a boundary says of minutes, read off its own tables. */
  private record Minutes(InitialConditions of) {
    int period(int minute) {
      return (minute - of.horizon().startMinute()) / of.horizon().minutesPerPeriod();
    }

    boolean on(String unit, int minute) {
      return path(unit).on()[period(minute)];
    }

    double mw(String unit, int minute) {
      return path(unit).mw()[period(minute)];
    }

    private UnitPath path(String unit) {
      return of.units().stream().filter(each -> each.unit().equals(unit)).findAny().orElseThrow();
    }

    /** A power in the period of a minute, 0 where the id has none. */
    double power(List<Level> levels, String id, int minute) {
      return levels.stream()
          .filter(each -> each.id().equals(id))
          .mapToDouble(each -> each.value()[period(minute)])
          .sum();
    }

    double award(String unit, int minute) {
      return of.awards().stream()
          .filter(each -> each.unit().equals(unit))
          .mapToDouble(each -> each.mw()[period(minute)])
          .sum();
    }

    /** The level at the end of a minute, between the ends of its period. */
    double level(List<Level> levels, Counted before, String id, int minute) {
      int length = of.horizon().minutesPerPeriod();
      int p = period(minute);
      double gone = (double) (minute + 1 - of.horizon().startMinute() - p * length) / length;
      double[] value =
          levels.stream().filter(each -> each.id().equals(id)).findAny().orElseThrow().value();
      double from =
          p > 0
              ? value[p - 1]
              : of.used().stream()
                  .filter(each -> each.counted() == before && each.id().equals(id))
                  .mapToDouble(Used::amount)
                  .sum();
      return from + gone * (value[p] - from);
    }
  }

  private static InitialConditions random(
      SplittableRandom random, int periods, int minutes, int start, List<String> awarded) {
    Function<String, Level> level =
        id -> new Level(id, random.doubles(periods, 0, 100).map(Math::rint).toArray());
    List<UnitPath> units = new ArrayList<>();
    List<Used> used = new ArrayList<>();
    for (String id : IDS) {
      boolean[] on = new boolean[periods];
      for (int t = 0; t < periods; t++) {
        on[t] = random.nextBoolean();
      }
      InitialState before = new InitialState(random.nextBoolean(), random.nextInt(9), 0);
      units.add(new UnitPath(id, before, on, level.apply(id).value()));
      used.add(new Used(Counted.STORAGE_LEVEL, id, random.nextInt(100)));
      used.add(new Used(Counted.RESERVOIR_VOLUME, id, random.nextInt(100)));
    }
    return new InitialConditions(
        new Horizon(periods, minutes, start),
        units,
        IDS.stream().map(level).toList(),
        IDS.stream().map(level).toList(),
        IDS.stream().map(level).toList(),
        IDS.stream().map(level).toList(),
        used,
        IDS.stream().map(level).toList(),
        List.of(),
        awarded.stream().map(id -> new Award(id, "spin", level.apply(id).value())).toList(),
        awarded.stream().map(level).toList());
  }

  /** Everything that is said of a minute; levels where it ends a period of what was made. */
  private static void assertSays(Minutes expected, InitialConditions made, int minute) {
    Minutes found = new Minutes(made);
    InitialConditions of = expected.of();
    for (String id : IDS) {
      String at = id + " in minute " + minute;
      assertEquals(expected.on(id, minute), found.on(id, minute), at);
      assertEquals(expected.mw(id, minute), found.mw(id, minute), 0, at);
      assertEquals(
          expected.power(of.hvdc(), id, minute), found.power(made.hvdc(), id, minute), 0, at);
      assertEquals(
          expected.power(of.profiled(), id, minute),
          found.power(made.profiled(), id, minute),
          0,
          at);
      assertEquals(
          expected.power(of.releases(), id, minute),
          found.power(made.releases(), id, minute),
          0,
          at);
      assertEquals(expected.award(id, minute), found.award(id, minute), 0, at);
      assertEquals(
          expected.power(of.held(), id, minute), found.power(made.held(), id, minute), 0, at);
      int period = found.period(minute);
      if (minute + 1 == made.minuteOf(period + 1)) {
        assertEquals(
            expected.level(of.storage(), Counted.STORAGE_LEVEL, id, minute),
            level(made.storage(), id)[period],
            1e-9,
            at);
        assertEquals(
            expected.level(of.reservoirs(), Counted.RESERVOIR_VOLUME, id, minute),
            level(made.reservoirs(), id)[period],
            1e-9,
            at);
      }
    }
  }

  private static double[] level(List<Level> levels, String id) {
    return InitialConditions.values(levels, id).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"60, 15", "60, 30", "60, 60", "60, 5", "30, 15", "20, 4", "15, 1"})
  void shorterPeriodsSayTheSameOfEveryMinute(int minutes, int shorter) {
    SplittableRandom random = new SplittableRandom(minutes + shorter);
    InitialConditions of = random(random, 5, minutes, 2 * minutes, List.of("a", "c"));
    InitialConditions made = of.inPeriodsOf(shorter);
    assertEquals(shorter, made.horizon().minutesPerPeriod());
    assertEquals(of.endMinute(), made.endMinute());
    assertEquals(of.used(), made.used());
    for (int minute = of.horizon().startMinute(); minute < of.endMinute(); minute++) {
      assertSays(new Minutes(of), made, minute);
    }
  }

  @ParameterizedTest
  @CsvSource({"60, 45", "60, 120", "15, 60", "60, 0"})
  void periodsThatAreNoPartOfThePresentOnesChangeNothing(int minutes, int other) {
    InitialConditions of = random(new SplittableRandom(1), 4, minutes, 0, List.of());
    assertSame(of, of.inPeriodsOf(other));
  }

  /** What was until it ends, and the plan from there on, whichever has the shorter periods. */
  @ParameterizedTest
  @CsvSource({
    "4, 60, 0, 24, 60, 0",
    "4, 60, 120, 24, 60, 0",
    "8, 15, 60, 24, 60, 0",
    "3, 60, 0, 40, 15, 60",
    "2, 30, 180, 4, 60, 240",
    "1, 60, 0, 1, 60, 60"
  })
  void aPlanGoesOnWhereTheRunEnds(
      int periods, int minutes, int start, int planPeriods, int planMinutes, int planStart) {
    SplittableRandom random = new SplittableRandom(periods + planPeriods);
    InitialConditions run = random(random, periods, minutes, start, List.of("a", "b"));
    InitialConditions plan = random(random, planPeriods, planMinutes, planStart, List.of("b", "c"));
    InitialConditions made = run.goingOn(plan);
    assertEquals(start, made.horizon().startMinute());
    assertEquals(plan.endMinute(), made.endMinute());
    assertEquals(Math.min(minutes, planMinutes), made.horizon().minutesPerPeriod());
    for (int minute = start; minute < made.endMinute(); minute++) {
      assertSays(new Minutes(minute < run.endMinute() ? run : plan), made, minute);
    }
    for (String id : IDS) {
      InitialState before = new Minutes(run).path(id).before();
      assertEquals(before, new Minutes(made).path(id).before(), "state before the run");
    }
    assertEquals(run.used(), made.used());
  }

  @Test
  void aPlanThatEndsNoLaterAddsNothing() {
    SplittableRandom random = new SplittableRandom(3);
    InitialConditions run = random(random, 4, 60, 0, List.of());
    assertSame(run, run.goingOn(random(random, 4, 60, 0, List.of())));
    assertSame(run, run.goingOn(random(random, 8, 15, 0, List.of())));
  }

  @ParameterizedTest
  @CsvSource({"20, 24, 60, 300", "20, 48, 15, 0", "60, 24, 60, 30", "60, 99, 5, 243"})
  void aPlanThatLeavesOutTimeOrDoesNotFitIsRefused(
      int minutes, int planPeriods, int planMinutes, int planStart) {
    SplittableRandom random = new SplittableRandom(4);
    InitialConditions run = random(random, 4, minutes, 0, List.of());
    InitialConditions plan = random(random, planPeriods, planMinutes, planStart, List.of());
    assertThrows(IllegalArgumentException.class, () -> run.goingOn(plan));
  }

  /** A level halfway through a period needs where it began. */
  @Test
  void aLevelWhoseBeginningIsNotKnownIsNotCut() {
    InitialConditions of =
        new InitialConditions(
            new Horizon(2, 60),
            List.of(),
            List.of(new Level("s", new double[] {1, 2})),
            List.of(),
            List.of());
    String said =
        assertThrows(IllegalArgumentException.class, () -> of.inPeriodsOf(15)).getMessage();
    assertTrue(said.contains("level of s"), said);
  }

  /** By hand: on for the last three quarters of an hour and the hour before it. */
  @Test
  void hoursInAStateCountBackIntoWhatWasBefore() {
    UnitPath path =
        new UnitPath(
            "g",
            new InitialState(true, 2, 40),
            new boolean[] {true, true, false, true},
            new double[] {50, 60, 0, 30});
    assertEquals(new InitialState(true, 2, 40), path.after(-1, 0.25));
    assertEquals(new InitialState(true, 2.25, 50), path.after(0, 0.25));
    assertEquals(new InitialState(true, 2.5, 60), path.after(1, 0.25));
    assertEquals(new InitialState(false, 0.25, 0), path.after(2, 0.25));
    assertEquals(new InitialState(true, 0.25, 30), path.after(3, 0.25));
    UnitPath unknown = new UnitPath("g", null, new boolean[] {true}, new double[] {50});
    assertNull(unknown.after(-1, 1));
    assertEquals(new InitialState(true, 1, 50), unknown.after(0, 1));
  }
}
