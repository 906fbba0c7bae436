package org.gridclear.clearing.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.CostParts;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.result.Relaxation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a right result reports of itself, costs, flows and relaxations, is changed or left out. */
class TamperedReportTest {
  private static ClearedDays days;

  @BeforeAll
  static void clearTheDays() {
    days = new ClearedDays();
  }

  private static List<Finding> audit(String name, ClearingResult result) {
    return days.audit(name, result);
  }

  private static ClearingResult good(String name) {
    return days.good(name);
  }

  private static ClearingResult with(
      ClearingResult result,
      double objective,
      double bound,
      CostParts costs,
      List<FlowResult> flows,
      List<Relaxation> relaxations) {
    return new ClearingResult(
        result.status(),
        objective,
        bound,
        result.lpYuan(),
        costs,
        result.schedule(),
        result.prices(),
        result.lossMw(),
        flows,
        result.shadowPrices(),
        relaxations,
        result.start(),
        result.security(),
        result.statistics());
  }

  /** A result of another network must not end the audit: its names are findings. */
  @Test
  void aFlowOfWhatTheCaseLacksIsFound() {
    ClearingResult result = good("rich");
    FlowResult known = result.flows().get(0);
    List<FlowResult> strange =
        List.of(
            new FlowResult("B-19", "gone", "", 0, 1, 5, 0, 0),
            new FlowResult("B-18", "gone", "", 0, 1, 5, 3, 0),
            new FlowResult("B-20", "ac", "gone", 0, 1, 5, 3, 0),
            new FlowResult("B-19", "ac", "", 2, 1, 5, 0, 0));
    for (FlowResult flow : strange) {
      ClearingResult other =
          with(
              result,
              result.objectiveYuan(),
              result.bestBoundYuan(),
              result.costs(),
              List.of(known, flow),
              result.relaxations());
      List<Finding> found = audit("rich", other);
      assertEquals(List.of("completeness"), found.stream().map(Finding::check).toList());
      assertEquals(flow.element(), found.get(0).element());
      assertEquals(
          List.of(), ClearingAuditor.auditSchedule(ClearingCase.of(days.day("rich")), other));
    }
  }

  private static CostParts costs(double[] c) {
    return new CostParts(c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, -5, Double.NaN})
  void everyPartOfTheCostIsCountedAnew(double more) {
    List<String> checks =
        List.of(
            "energy cost",
            "start cost",
            "cost of profiled units",
            "cost of storage",
            "cost of reserve",
            "value of demand",
            "penalties");
    ClearingResult result = good("rich");
    CostParts parts = result.costs();
    for (int i = 0; i < checks.size(); i++) {
      double[] c = {
        parts.energyYuan(),
        parts.startYuan(),
        parts.profiledYuan(),
        parts.storageYuan(),
        parts.ancillaryYuan(),
        parts.demandValueYuan(),
        parts.penaltyYuan()
      };
      c[i] += more;
      ClearingResult other =
          with(
              result,
              result.objectiveYuan(),
              result.bestBoundYuan(),
              costs(c),
              result.flows(),
              result.relaxations());
      List<String> found = audit("rich", other).stream().map(Finding::check).toList();
      assertTrue(
          Double.isNaN(more) ? !found.isEmpty() : found.equals(List.of(checks.get(i))),
          checks.get(i) + " " + found);
    }
  }

  @Test
  void anObjectiveThatIsNotTheSumAndABoundAboveItAreFound() {
    ClearingResult result = good("rich");
    for (double off : new double[] {9, -9, Double.NaN}) {
      ClearingResult other =
          with(
              result,
              result.objectiveYuan() + off,
              result.bestBoundYuan() - 9,
              result.costs(),
              result.flows(),
              result.relaxations());
      assertFalse(audit("rich", other).isEmpty(), "objective off by " + off);
    }
    for (double bound : new double[] {result.objectiveYuan() + 1, Double.NaN}) {
      ClearingResult other =
          with(
              result,
              result.objectiveYuan(),
              bound,
              result.costs(),
              result.flows(),
              result.relaxations());
      assertFalse(audit("rich", other).isEmpty(), "bound " + bound);
    }
  }

  private static FlowResult flow(FlowResult f, double[] n) {
    return new FlowResult(
        f.constraint(), f.element(), f.outage(), f.period(), n[0], n[1], n[2], n[3]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, -3, Double.NaN})
  void everyNumberOfAFlowIsFound(double more) {
    ClearingResult result = good("rich");
    List<String> unseen = new ArrayList<>();
    assertFalse(result.flows().isEmpty());
    for (int i = 0; i < result.flows().size(); i++) {
      FlowResult f = result.flows().get(i);
      for (int k = 0; k < 4; k++) {
        double[] n = {f.flowMw(), f.limitMw(), f.shadowPriceYuanPerMwh(), f.overloadMw()};
        n[k] += more;
        List<FlowResult> flows = new ArrayList<>(result.flows());
        flows.set(i, flow(f, n));
        ClearingResult other =
            with(
                result,
                result.objectiveYuan(),
                result.bestBoundYuan(),
                result.costs(),
                flows,
                result.relaxations());
        if (audit("rich", other).isEmpty()) {
          unseen.add(f + " number " + k);
        }
      }
    }
    assertEquals(List.of(), unseen);
  }

  @Test
  void aRelaxationThatIsLeftOutOrOfAnotherSizeIsFound() {
    ClearingResult result = good("short");
    assertEquals(2, result.relaxations().size());
    for (int i = 0; i < 2; i++) {
      for (double more : new double[] {-5, 5, Double.NaN}) {
        List<Relaxation> other = new ArrayList<>(result.relaxations());
        Relaxation r = other.remove(i);
        CostParts costs = result.costs();
        ClearingResult without =
            with(result, result.objectiveYuan(), result.bestBoundYuan(), costs, List.of(), other);
        assertFalse(audit("short", without).isEmpty(), "without " + r);
        other.add(
            new Relaxation(
                r.constraint(),
                r.element(),
                r.period(),
                r.day(),
                r.amount() + more,
                r.unit(),
                r.penaltyYuan()));
        ClearingResult changed =
            with(result, result.objectiveYuan(), result.bestBoundYuan(), costs, List.of(), other);
        assertFalse(audit("short", changed).isEmpty(), more + " more of " + r);
      }
    }
  }
}
