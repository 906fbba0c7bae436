package org.gridclear.clearing.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingProgress;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.solver.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cuts that a case is given: which of several counts, whose they are, and what they do. */
class HandedCutsTest {
  /**
   * Two lines of 100 MW side by side, a gate of the name of one of them; 150 MW of load at 10
   * yuan/MWh from the west, 40 in the east.
   */
  private static ClearingCase day(String cuts, ConstraintFamily... off) {
    String text =
        """
        {"horizon": {"periodCount": 2},
         "network": {"buses": [{"id": "west", "type": "reference"}, {"id": "east"}],
           "branches": [
             {"id": "l1", "from": "west", "to": "east", "xPu": 0.1,
              "ratings": {"normalMva": 100, "emergencyMva": 160}},
             {"id": "l2", "from": "west", "to": "east", "xPu": 0.1,
              "ratings": {"normalMva": 100, "emergencyMva": 160}},
             {"id": "free", "from": "west", "to": "east", "xPu": 100}],
           "flowgates": [{"id": "l1", "limitMw": 180, "reverseLimitMw": 180,
             "terms": [{"branch": "l1"}, {"branch": "l2"}]}]},
         "thermalUnits": [
           {"id": "cheap", "bus": "west", "offers": [{"mw": [0, 300], "yuanPerH": [0, 3000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 150}},
           {"id": "dear", "bus": "east", "offers": [{"mw": [0, 300], "yuanPerH": [0, 12000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 0}}],
         "busLoads": [{"bus": "east", "mw": 150}],
         "rules": {"contingencies": {"everyBranch": true, "cuts": [%s]}}}
        """;
    return new ClearingCase("cuts", Days.read(text.formatted(cuts)), Set.of(off));
  }

  private static String cut(String element, String more) {
    return "{\"element\": \"%s\", \"period\": 0, %s}".formatted(element, more);
  }

  private static FlowOffsets offsets(String... cuts) {
    return HandedCuts.of(day(String.join(", ", cuts)));
  }

  private static double most(FlowOffsets offsets) {
    assertEquals(1, offsets.cuts().size());
    return offsets.cuts().values().iterator().next().mostMw();
  }

  /** The most DC flow is the limit less the offset, whichever is written first. */
  @Test
  void theTightestOfSeveralCounts() {
    String loose = cut("l1", "\"limitMw\": 70, \"offsetMw\": -5");
    String tight = cut("l1", "\"limitMw\": 80, \"offsetMw\": 20");
    assertEquals(60, most(offsets(loose, tight)), 0);
    assertEquals(60, most(offsets(tight, loose)), 0);
    String off = cut("l1", "\"limitMw\": 10, \"inEffect\": false");
    assertEquals(75, most(offsets(loose, off)), 0);
    assertSame(FlowOffsets.NONE, offsets(off));
  }

  /** Equally tight ones are one, at the greater penalty. */
  @Test
  void theOrderOfEquallyTightCutsChangesNothing() {
    String cheap = cut("l1", "\"limitMw\": 60, \"penaltyYuanPerMwh\": 1");
    String dear = cut("l1", "\"limitMw\": 60, \"penaltyYuanPerMwh\": 9000");
    assertEquals(offsets(cheap, dear), offsets(dear, cheap));
    assertEquals(
        9000, offsets(cheap, dear).cuts().values().iterator().next().penaltyYuanPerMwh(), 0);
  }

  @Test
  void cutsInBothDirectionsOfARowAreRefusedByName() {
    String forward = cut("l1", "\"limitMw\": 60");
    String reverse = cut("l1", "\"limitMw\": 60, \"forward\": false");
    String text =
        assertThrows(IllegalArgumentException.class, () -> offsets(forward, reverse)).getMessage();
    assertTrue(text.contains("cut of branch l1 in period 1"), text);
  }

  /** A gate and a branch of one id, another period and another outage are rows of their own. */
  @Test
  void aRowIsElementKindOutageAndPeriod() {
    String limit = "\"limitMw\": 60";
    FlowOffsets offsets =
        offsets(
            cut("l1", limit),
            cut("l1", limit + ", \"flowgate\": true"),
            cut("l2", limit),
            cut("l1", limit + ", \"outage\": \"l2\""),
            cut("l1", limit).replace("\"period\": 0", "\"period\": 1"));
    assertEquals(5, offsets.cuts().size());
  }

  @ParameterizedTest
  @CsvSource({"THERMAL", "CONTINGENCIES", "FLOWGATES"})
  void aCutWithoutARowIsRefused(ConstraintFamily off) {
    String cut =
        switch (off) {
          case THERMAL -> cut("free", "\"limitMw\": 60");
          case CONTINGENCIES -> cut("l1", "\"limitMw\": 60, \"outage\": \"l2\"");
          default -> cut("l1", "\"limitMw\": 60, \"flowgate\": true");
        };
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> HandedCuts.of(day(cut, off)));
    assertTrue(refused.getMessage().contains("Switch the cut off"), refused.getMessage());
  }

  /**
   * Each line carries half of what goes over; a cut of 60 MW with an offset of 10 leaves 50, so 100
   * go in the first hour; in the second 150, and a cut against the flow changes nothing.
   */
  @Test
  void aCutHoldsTheFlowOfItsPeriodAndDirection() {
    String against =
        cut("l2", "\"limitMw\": 1, \"forward\": false").replace("\"period\": 0", "\"period\": 1");
    ClearingCase day = day(cut("l1", "\"limitMw\": 60, \"offsetMw\": 10") + ", " + against);
    ClearingResult result =
        Fixtures.cleared(
            ClearingKernel.clear(
                day,
                ClearingOptions.LOSSLESS.withGap(1e-9),
                new ClearingContext(
                    Fixtures.highs(),
                    Deadline.never(),
                    Deadline.never(),
                    ClearingProgress.silent(),
                    WarmStart.NONE,
                    HandedCuts.of(day))));
    double share = 10 / (10 + 10 + 0.01);
    assertEquals(50 / share, result.schedule().outputMw()[0][0], 1e-4);
    assertEquals(150, result.schedule().outputMw()[0][1], 1e-4);
    assertEquals(40, result.prices().lmpYuanPerMwh()[1][0], 1e-6);
    assertEquals(10, result.prices().lmpYuanPerMwh()[1][1], 1e-6);
  }
}
