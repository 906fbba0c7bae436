package org.gridclear.clearing.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.gridclear.clearing.commitment.SearchState.Dive;
import org.gridclear.solver.Solution;
import org.junit.jupiter.api.Test;

class SearchStateTest {
  private static final SearchState START = SearchState.of(costing(90), 95);

  private static Solution costing(double yuan) {
    return new Solution(new double[1], new double[1], new double[1], yuan, 0, 0, 0);
  }

  @Test
  void nothingIsKnownBeforeTheFirstStepButTheBound() {
    assertEquals(95, START.boundYuan());
    assertTrue(START.best().isEmpty());
    assertTrue(START.found().isEmpty());
    assertFalse(START.raise().done());
    assertEquals(Dive.NONE, START.dive());
  }

  @Test
  void aDearerScheduleIsFoundButNotTheBest() {
    Solution cheap = costing(100);
    Solution dear = costing(101);
    SearchState after = START.with(Optional.of(cheap)).with(Optional.of(dear));
    assertSame(cheap, after.best().orElseThrow());
    assertSame(dear, after.found().orElseThrow());
  }

  @Test
  void aStepThatFindsNothingTakesNothingAway() {
    Solution known = costing(100);
    SearchState after = START.with(Optional.of(known)).with(Optional.empty());
    assertSame(known, after.best().orElseThrow());
    assertTrue(after.found().isEmpty());
  }

  @Test
  void ofEquallyCheapSchedulesTheNewerIsTheBest() {
    Solution newer = costing(100);
    SearchState after = START.with(Optional.of(costing(100))).with(Optional.of(newer));
    assertSame(newer, after.best().orElseThrow());
  }

  @Test
  void aBoundNeverFalls() {
    assertEquals(95, START.provedTo(94).boundYuan());
    assertEquals(97, START.provedTo(97).provedTo(96).boundYuan());
    assertEquals(95, START.provedTo(Double.NEGATIVE_INFINITY).boundYuan());
  }

  @Test
  void aTighterRelaxationIsTheNewOneAndItsOptimumABoundWhereItIsHigher() {
    Solution tighter = costing(96);
    assertSame(tighter, START.relaxedTo(tighter).relaxed());
    assertEquals(96, START.relaxedTo(tighter).boundYuan());
    assertEquals(95, START.relaxedTo(costing(91)).boundYuan());
  }

  @Test
  void aRaisedBoundFindsNoScheduleAndKeepsTheBest() {
    SearchState after = START.with(Optional.of(costing(100))).raised(true);
    assertTrue(after.raise().done());
    assertTrue(after.raise().capacityScarce());
    assertTrue(after.found().isEmpty());
    assertEquals(100, after.best().orElseThrow().objective());
  }

  @Test
  void whatRoundsOfCutsWereToProveIsRemembered() {
    SearchState after = START.raised(true).tried(99.5);
    assertEquals(99.5, after.raise().triedYuan());
    assertTrue(after.raise().capacityScarce(), "cuts forgot that capacity is scarce");
    assertTrue(START.tried(99.5).raise().done(), "rounds of cuts raise the bound, too");
  }

  @Test
  void windowsAreDueAfterADiveOnly() {
    assertEquals(Dive.NONE, START.improved().dive());
    assertEquals(Dive.MADE, START.dived().dive());
    assertEquals(Dive.IMPROVED, START.dived().improved().dive());
    assertEquals(Dive.MADE, START.dived().improved().dived().dive());
  }

  @Test
  void aScheduleInPlaceOfTheBestMayBeDearer() {
    Solution dear = costing(120);
    SearchState after = START.with(Optional.of(costing(100))).holding(dear);
    assertSame(dear, after.best().orElseThrow());
  }
}
