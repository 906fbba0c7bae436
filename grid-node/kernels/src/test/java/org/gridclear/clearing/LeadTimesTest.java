package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.LeadTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start is ordered its lead time before (C-01). Rows (52). */
// Rows: C-01
class LeadTimesTest {
  private static final String LOAD = "100, 230, 240, 250, 230, 220, 240, 100";

  private static ClearingResult clear(ClearingCase clearingCase) {
    return Fixtures.clear(clearingCase, ClearingOptions.LOSSLESS.withGap(1e-9));
  }

  private static List<String> findings(ClearingCase clearingCase, ClearingResult result) {
    return ClearingAuditor.audit(clearingCase, result).stream().map(Finding::line).toList();
  }

  private static MarketDay with(MarketDay day, double hours) {
    return day.withRules(day.rules().withLeadTimes(List.of(new LeadTime("gas", hours, true))));
  }

  private static MarketDay given(MarketDay day, Commitment status, int from, int to) {
    List<ThermalUnit> units = new ArrayList<>();
    for (ThermalUnit unit : day.thermalUnits()) {
      List<Commitment> statuses = new ArrayList<>(unit.commitment());
      for (int t = from; t < to && unit.id().equals("gas"); t++) {
        statuses.set(t, status);
      }
      units.add(unit.withCommitment(statuses));
    }
    return day.withThermalUnits(units);
  }

  /** A unit that is off and cannot be ordered in time is off as if the data said so. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2.5, 4, 7, 30})
  void aUnitThatIsOffCannotStartBeforeItsLeadTimeHasPassed(double hours) {
    MarketDay day = Days.threeUnits(LOAD, "", "");
    ClearingCase led = ClearingCase.of(with(day, hours));
    ClearingResult result = clear(led);
    int closed = (int) Math.min(8, Math.ceil(hours));
    ClearingResult same = clear(ClearingCase.of(given(day, Commitment.OFF, 0, closed)));
    assertEquals(same.objectiveYuan(), result.objectiveYuan(), 1e-6);
    assertEquals(List.of(), findings(led, result));
    // The schedule without a lead time starts in hour 2; the auditor says that it was too late.
    ClearingResult free = clear(ClearingCase.of(day));
    assertTrue(free.schedule().starts()[1][1]);
    boolean found = findings(led, free).stream().anyMatch(line -> line.startsWith("lead time"));
    assertEquals(hours > 1, found);
  }

  @Test
  void aStartThatWasOrderedBeforeTakesPlace() {
    MarketDay ordered = given(Days.threeUnits(LOAD, "", ""), Commitment.ON, 1, 3);
    ClearingCase led = ClearingCase.of(with(ordered, 5));
    ClearingResult result = clear(led);
    assertTrue(result.schedule().starts()[1][1]);
    assertFalse(result.schedule().starts()[1][0]);
    assertEquals(List.of(), findings(led, result));
  }

  @Test
  void familyConstraintAndMarketSwitchItOff() {
    MarketDay day = with(Days.threeUnits(LOAD, "", ""), 5);
    double free = clear(ClearingCase.of(Days.threeUnits(LOAD, "", ""))).objectiveYuan();
    assertTrue(clear(ClearingCase.of(day)).objectiveYuan() > free + 1);
    ClearingCase family = new ClearingCase("off", day, Set.of(ConstraintFamily.LEAD_TIMES));
    assertEquals(free, clear(family).objectiveYuan(), 1e-6);
    MarketDay one = day.withRules(day.rules().withSwitched("lead time gas", false));
    assertEquals(free, clear(ClearingCase.of(one)).objectiveYuan(), 1e-6);
    assertFalse(Market.RT.has(ConstraintFamily.LEAD_TIMES));
  }
}
