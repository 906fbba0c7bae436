package org.gridclear.market.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.market.anomaly.rule.CaseEvidence;
import org.gridclear.market.anomaly.rule.CaseEvidence.Flow;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.remedy.Change.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What could not be met and the change that meets it, the dearest first. */
// Rows: I-06
class RankedChangesTest {
  private static List<Change> ranked(List<Relaxation> relaxed, Flow... flows) {
    CaseEvidence evidence =
        new CaseEvidence(0, 0.001, List.of(), relaxed, List.of(), true, false, 0, List.of(flows));
    return RankedChanges.of(SmallDays.day(LocalDate.of(2026, 10, 1), 4, 360, 70), evidence);
  }

  private static Relaxation relaxed(String constraint, String element, int period, double amount) {
    return new Relaxation(constraint, element, period, 0, amount, "MW", 100 * amount);
  }

  /** Buses 2, 10, 1; branches a, b; units 7, 07; requirement r. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B-14|load not served at bus 10|LOAD|10",
        "B-14|generation not absorbed, system|NONE|generation not absorbed, system",
        "B-14|load not served at bus 99|NONE|load not served at bus 99",
        "B-15|reserve r|RESERVE|r",
        "B-19|branch a|BRANCH|a",
        "B-20|branch a after outages|BRANCH_AFTER_OUTAGES|a",
        "B-20|branch b after outages, worst of b1|BRANCH_AFTER_OUTAGES|b",
        "B-06|unit 07 up|RAMP_UP|07",
        "B-06|unit 7 down|RAMP_DOWN|7",
        "B-07|unit 7|STATUS|7",
        "B-08|unit 7|NONE|unit 7"
      })
  void changeIsOfWhatCouldNotBeMet(String constraint, String text, Kind kind, String element) {
    List<Change> changes = ranked(List.of(relaxed(constraint, text, 2, 5)));
    assertEquals(
        List.of(new Change(kind, constraint, element, Map.of(2, 5.0), "MW", 500)), changes);
    assertEquals(kind != Kind.NONE, changes.get(0).isApplicable());
    assertEquals(5, changes.get(0).greatest());
  }

  /** Periods of one element are one change; within a period the greatest amount counts. */
  @Test
  void periodsOfAnElementAreOneChange() {
    List<Change> changes =
        ranked(
            List.of(
                relaxed("B-19", "branch a", 1, 5),
                relaxed("B-19", "branch a", 3, 8),
                relaxed("B-19", "branch a", 1, 2),
                relaxed("B-14", "load not served at bus 10", 0, 100)));
    assertEquals(
        List.of(
            new Change(Kind.LOAD, "B-14", "10", Map.of(0, 100.0), "MW", 10_000),
            new Change(Kind.BRANCH, "B-19", "a", Map.of(1, 5.0, 3, 8.0), "MW", 1_500)),
        changes);
    assertEquals(8, changes.get(1).greatest());
  }

  @Test
  void whatIsOfTheWholeHorizonHasNoChangeByRule() {
    Change only = ranked(List.of(relaxed("B-15", "reserve r", -1, 5))).get(0);
    assertEquals(Kind.NONE, only.kind());
    assertEquals(Map.of(-1, 5.0), only.amounts());
  }

  private static Flow flow(String element, String outage, int period, double value, boolean over) {
    return new Flow("branch", element, outage, period, value, 60, "MVA", over);
  }

  /** A flow beyond its limit in AC is raised by what it is beyond; one that is heavy is not. */
  @Test
  void flowsOfTheAcCheckAreRaisedByWhatTheyAreBeyond() {
    List<Change> changes =
        ranked(
            List.of(),
            flow("a", "", 2, -66, true),
            flow("a", "", 3, 59, false),
            flow("b", "a", 1, 75, true),
            flow("x", "", 1, 75, true),
            flow("b", "", 0, 61, true));
    assertEquals(
        List.of(
            new Change(Kind.BRANCH, "B-19", "a", Map.of(1, 6.0), "MVA", 0),
            new Change(Kind.BRANCH_AFTER_OUTAGES, "B-20", "b", Map.of(0, 15.0), "MVA", 0),
            new Change(Kind.NONE, "", "branch x", Map.of(0, 15.0), "MVA", 0),
            new Change(Kind.NONE, "B-19", "branch b", Map.of(-1, 1.0), "MVA", 0)),
        changes);
  }

  /** What the clearing relaxed and the check saw too is one change, of the greater amount. */
  @Test
  void sameFlowOfClearingAndCheckIsOneChange() {
    assertEquals(
        List.of(new Change(Kind.BRANCH, "B-19", "a", Map.of(1, 6.0), "MW", 500)),
        ranked(List.of(relaxed("B-19", "branch a", 1, 5)), flow("a", "", 2, 66, true)));
  }

  @Test
  void whereAllIsMetThereIsNothingToChange() {
    assertEquals(List.of(), ranked(List.of(), flow("a", "", 1, 50, false)));
    assertEquals(0, new Change(Kind.LOAD, "", "", Map.of(), "MW", 0).greatest());
  }
}
