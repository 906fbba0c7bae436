package org.gridclear.market.anomaly.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.market.anomaly.rule.Anomaly.Periods;
import org.gridclear.market.anomaly.rule.AnomalyRule.Of;
import org.gridclear.market.anomaly.rule.AnomalyRule.Threshold;
import org.gridclear.market.anomaly.rule.CaseEvidence.Outside;
import org.gridclear.market.day.BlockBuilder;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of outputs, balance, reserve and the clearing as a whole at their thresholds. */
// Rows: I-01, I-03
class PlanBoundsTest extends JudgedDays {
  private static ResultBlock balance(double... loadAndShed) {
    BlockBuilder rows = rows(ResultKind.BALANCE, List.of(), "loadMw", "shedMw");
    for (int t = 0; t < loadAndShed.length / 2; t++) {
      rows.add(List.of(), t + 1L, loadAndShed[2 * t], loadAndShed[2 * t + 1]);
    }
    return rows.block();
  }

  @ParameterizedTest
  @CsvSource({"0.001, '', false", "0.0011, '', true", "0.0011, 0.002, false", "0.003, 0.002, true"})
  void gapIsHeldAgainstItsTargetOrTheRule(double gap, String limit, boolean raised) {
    Threshold threshold =
        limit.isEmpty() ? Threshold.NONE : Threshold.of(Double.parseDouble(limit));
    JudgedDay day = day(Optional.of(evidence(gap, List.of(), List.of())));
    List<Anomaly> found = found(rule(AnomalyType.GAP_WIDE, threshold), day);
    assertEquals(raised, !found.isEmpty());
    if (raised) {
      assertEquals(Periods.WHOLE, found.get(0).periods());
      assertEquals(limit.isEmpty() ? 0.001 : 0.002, found.get(0).threshold());
    }
    JudgedDay none = day(Optional.of(evidence(Double.NaN, List.of(), List.of())));
    assertEquals(1, notJudged(rule(AnomalyType.GAP_WIDE, threshold), none).size());
  }

  @ParameterizedTest
  @CsvSource({"100, 98.9, false", "100, 99, true", "100, 100, true", "0, 0, false"})
  void wholeLoadThatIsNotServedIsAShareOfThePeriod(double load, double shed, boolean raised) {
    JudgedDay day = day(Optional.of(CLEAN), balance(50, 0, load, shed));
    List<Anomaly> found = found(rule(AnomalyType.ALL_SHED, Threshold.of(0.99)), day);
    assertEquals(raised, !found.isEmpty());
    if (raised) {
      assertEquals(0.99 * load, found.get(0).threshold(), 1e-9);
      assertEquals(Place.SYSTEM, found.get(0).place());
    }
  }

  /** Load that is not served and output that is not taken, added up by period. */
  @Test
  void slackIsTheSumOfWhatTheCaseRelaxed() {
    List<Relaxation> relaxed =
        List.of(
            new Relaxation("B-14", "load not served at bus 1", 1, 0, 3, "MW", 1),
            new Relaxation("B-14", "generation not absorbed, system", 1, 0, 4, "MW", 1),
            new Relaxation("B-14", "load not served at bus 1", 2, 0, 5, "MW", 1),
            new Relaxation("B-19", "ab", 1, 0, 100, "MW", 1));
    JudgedDay day = day(Optional.of(evidence(0, relaxed, List.of())), balance(50, 9, 50, 9, 50, 9));
    List<Anomaly> found = found(rule(AnomalyType.BALANCE_SLACK, Threshold.of(6)), day);
    assertEquals(1, found.size());
    assertEquals(7, found.get(0).value());
    assertEquals(new Periods(2, 1), found.get(0).periods());
    List<Anomaly> unknown =
        found(
            rule(AnomalyType.BALANCE_SLACK, Threshold.of(6)),
            day(Optional.empty(), balance(50, 0, 50, 6, 50, 9)));
    assertEquals(9, unknown.get(0).value(), "by the table where nothing else is known");
    assertEquals(new Periods(3, 1), unknown.get(0).periods());
  }

  @Test
  void reserveIsShortOfItsRequirementByProduct() {
    BlockBuilder rows =
        rows(
            ResultKind.RESERVES,
            List.of("product", "unit", "requirement"),
            "requiredMw",
            "missingMw");
    rows.add(List.of("spin", "", "r"), 1L, 10.0, 1.0);
    rows.add(List.of("spin", "", "r"), 2L, 10.0, 4.0);
    rows.add(List.of("reg", "", "q"), 2L, 20.0, 5.0);
    rows.add(List.of("spin", "g1", ""), 2L, 0.0, 9.0);
    JudgedDay day = day(Optional.of(CLEAN), rows.block());
    List<Anomaly> all = found(rule(AnomalyType.RESERVE_SHORT, Threshold.of(1)), day);
    assertEquals(
        List.of("reserve spin r", "reserve reg q"),
        all.stream().map(each -> each.place().text()).toList());
    assertEquals(6, all.get(0).value(), "what there is");
    assertEquals(10, all.get(0).threshold(), "what is required");
    assertEquals(new Periods(2, 1), all.get(0).periods());
    AnomalyRule ofReg =
        new AnomalyRule(
            "R",
            AnomalyType.RESERVE_SHORT,
            AnomalySeverity.SEVERE,
            true,
            new Of(Set.of(), Set.of(), Set.of("reg")),
            Threshold.of(1));
    assertEquals(1, found(ofReg, day).size());
  }

  @ParameterizedTest
  @CsvSource({"100.01, false", "100.02, true", "-0.02, true", "-0.01, false"})
  void outputBeyondALimitByMoreThanTheTolerance(double mw, boolean raised) {
    double limit = mw < 0 ? 0 : 100;
    List<Outside> outside = List.of(new Outside("storage", "s", 3, mw, limit));
    JudgedDay day = day(Optional.of(evidence(0, List.of(), outside)));
    List<Anomaly> found = found(rule(AnomalyType.OUTPUT_LIMIT, Threshold.of(0.0101)), day);
    assertEquals(raised, !found.isEmpty());
    if (raised) {
      assertEquals("storage s", found.get(0).place().text());
      assertEquals(limit, found.get(0).threshold());
      assertEquals(mw, found.get(0).value());
    }
  }

  @Test
  void withoutEvidenceOutputIsHeldAgainstWhatIsAvailable() {
    BlockBuilder rows =
        rows(ResultKind.UNITS, List.of("unit", "zone", "owner"), "mw", "availableMw");
    rows.add(List.of("g", "north", "m"), 1L, 100.0, 100.0);
    rows.add(List.of("g", "north", "m"), 2L, 103.0, 100.0);
    List<Anomaly> found =
        found(
            rule(AnomalyType.OUTPUT_LIMIT, Threshold.of(0.01)),
            day(Optional.empty(), rows.block()));
    assertEquals(new Place("unit", "g", "", "north", "m"), found.get(0).place());
    assertEquals(103, found.get(0).value());
    assertEquals(new Periods(2, 1), found.get(0).periods());
  }

  /** Findings of the auditor are counted; what is not secure is told with how much of it. */
  @Test
  void clearingAsAWholeIsJudgedByItsEvidence() {
    CaseEvidence bad =
        new CaseEvidence(
            0,
            0.001,
            List.of("x", "y"),
            List.of(),
            List.of(),
            true,
            false,
            3,
            List.of(flow("", 120, true), flow("", 90, false)));
    JudgedDay day = day(Optional.of(bad));
    assertEquals(2, found(rule(AnomalyType.AUDIT_FAILED, Threshold.NONE), day).get(0).value());
    assertEquals(4, found(rule(AnomalyType.NOT_SECURE, Threshold.NONE), day).get(0).value());
    List<Relaxation> relaxed =
        List.of(
            new Relaxation("B-18", "gate", 0, 0, 1, "MW", 1),
            new Relaxation("B-14", "x", 0, 0, 1, "MW", 1));
    CaseEvidence unchecked =
        new CaseEvidence(0, 0.001, List.of(), relaxed, List.of(), false, false, 0, List.of());
    assertEquals(
        1,
        found(rule(AnomalyType.NOT_SECURE, Threshold.NONE), day(Optional.of(unchecked)))
            .get(0)
            .value());
    for (AnomalyType type :
        List.of(AnomalyType.AUDIT_FAILED, AnomalyType.NOT_SECURE, AnomalyType.GAP_WIDE)) {
      assertEquals(List.of(), found(rule(type, Threshold.NONE), day(Optional.of(CLEAN))));
      assertEquals(1, notJudged(rule(type, Threshold.NONE), day(Optional.empty())).size());
    }
  }

  @Test
  void gravestComesFirstThenTheOrderOfTheRules() {
    List<AnomalyRule> rules = new ArrayList<>();
    for (String id : List.of("notice", "severe", "warning", "severe2")) {
      AnomalySeverity severity =
          AnomalySeverity.valueOf(id.replace("2", "").toUpperCase(Locale.ROOT));
      rules.add(
          new AnomalyRule(id, AnomalyType.PRICE_ALARM, severity, true, Of.ALL, Threshold.of(100)));
    }
    Evaluation all =
        AnomalyEvaluator.evaluate(new AnomalyRules(rules), day(Optional.of(CLEAN), prices(500)));
    assertEquals(
        List.of("severe", "severe2", "warning", "notice"),
        all.anomalies().stream().map(Anomaly::rule).toList());
    assertEquals(2, all.count(AnomalySeverity.SEVERE));
    assertEquals(1, all.count(AnomalySeverity.NOTICE));
  }

  /** Zone and owner of a unit are those of the table of units; kinds are not mixed up. */
  @Test
  void placesOfOutputsAreThoseOfTheirTables() {
    BlockBuilder units =
        rows(ResultKind.UNITS, List.of("unit", "zone", "owner"), "mw", "availableMw");
    units.add(List.of("x", "north", "m"), 1L, 1.0, 1.0);
    BlockBuilder storages =
        rows(ResultKind.STORAGE, List.of("storage", "zone", "owner"), "chargeMw");
    storages.add(List.of("x", "south", "n"), 1L, 1.0);
    List<Outside> outside =
        List.of(
            new Outside("unit", "x", 1, 3, 1),
            new Outside("storage", "x", 1, 4, 1),
            new Outside("unit", "y", 1, 5, 1));
    List<Anomaly> found =
        found(
            rule(AnomalyType.OUTPUT_LIMIT, Threshold.of(0.01)),
            day(Optional.of(evidence(0, List.of(), outside)), units.block(), storages.block()));
    assertEquals(
        List.of(
            new Place("unit", "x", "", "north", "m"),
            new Place("storage", "x", "", "south", "n"),
            new Place("unit", "y", "", "", "")),
        found.stream().map(Anomaly::place).toList());
  }
}
