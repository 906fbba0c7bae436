package org.gridclear.security.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.SecurityRounds;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.SecurityReport.Unsolved;
import org.gridclear.market.MarketDay;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.powerflow.AcPowerFlow;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;

/** A schedule whose units cannot give what the grid loses in AC is not secure. */
class LackingPowerTest {
  private static final double LOAD_MW = 100;

  private static MarketDay day(double mostMw) {
    return Days.read(
        """
        {"horizon": {"periodCount": 1},
         "network": {"baseMva": 100,
           "buses": [{"id": "a", "type": "reference"}, {"id": "b", "type": "pq"}],
           "branches": [{"id": "l", "from": "a", "to": "b", "rPu": 0.02, "xPu": 0.1}]},
         "thermalUnits": [{"id": "g", "bus": "a", "pMaxMw": %1$s,
           "offers": [{"mw": [0, %1$s], "yuanPerH": [0, 20000]}],
           "initial": {"on": true, "hours": 9, "powerMw": 50}}],
         "busLoads": [{"bus": "b", "mw": [%2$s]}]}
        """
            .formatted(mostMw, LOAD_MW));
  }

  private static ClearingResult clear(MarketDay day) {
    ClearingOptions options = ClearingOptions.LOSSLESS.withSecurity(new SecurityRounds(3, false));
    ClearingOutcome outcome =
        SecureClearing.clear(
            ClearingCase.of(day),
            options.withLosses(false),
            ClearingContext.of(HighsSolver.find().orElseThrow()));
    return assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
  }

  @Test
  void aPeriodWhoseLossesNobodyCanGiveIsNamed() {
    ClearingResult full = clear(day(LOAD_MW));
    assertFalse(full.security().secure());
    Unsolved lacking = full.security().unsolved().get(0);
    assertEquals(List.of(new Unsolved(0, "", lacking.missingMw())), full.security().unsolved());
    assertTrue(lacking.lacksPower() && lacking.missingMw() > 1.5, lacking.toString());
    assertTrue(clear(day(LOAD_MW + 5)).security().secure());
  }

  @Test
  void whatIsMissingIsWhatTheReferenceGivesBeyondTheRoom() {
    MarketDay day = day(LOAD_MW);
    ClearedSnapshots shots = ClearedSnapshots.of(ClearingCase.of(day), clear(day), 0, 1);
    PowerFlowModel model =
        new PowerFlowModel(NetworkStructure.of(shots.network()), shots.points().get(0));
    double givenPu = givenPu(model, Sharing.REFERENCE);
    assertTrue(givenPu > 1.015, "two hundredths of an ohm lose more than 1.5 MW: " + givenPu);
    assertEquals(givenPu - LOAD_MW / 100, solve(model, Sharing.HEADROOM).missingPu(), 1e-6);
    assertEquals(0, solve(model, Sharing.REFERENCE).missingPu());
  }

  private static org.gridclear.security.powerflow.AcSolution solve(
      PowerFlowModel model, Sharing sharing) {
    return AcPowerFlow.solve(
        model, new PowerFlowOptions(PowerFlowOptions.Start.FLAT, false, sharing, 1e-9));
  }

  /** What goes into the branch at the reference bus, by Ohm's law. */
  private static double givenPu(PowerFlowModel model, Sharing sharing) {
    var solution = solve(model, sharing);
    double e = solution.e()[0] - solution.e()[1];
    double f = solution.f()[0] - solution.f()[1];
    double z = 0.02 * 0.02 + 0.1 * 0.1;
    double currentE = (e * 0.02 + f * 0.1) / z;
    double currentF = (f * 0.02 - e * 0.1) / z;
    return Math.abs(solution.e()[0] * currentE + solution.f()[0] * currentF);
  }

  /**
   * After the outage the long line alone cannot carry the load, and the unit that is left cannot
   * give what the other gave either: of equations without a solution no missing power is told.
   */
  @Test
  void anOutageWithoutASolutionLacksNoPower() {
    MarketDay day =
        Days.read(
            """
            {"horizon": {"periodCount": 1},
             "network": {"baseMva": 100,
               "buses": [{"id": "a", "type": "reference"}, {"id": "b", "type": "pq"}],
               "branches": [
                 {"id": "short", "from": "a", "to": "b", "rPu": 0.005, "xPu": 0.1},
                 {"id": "long", "from": "a", "to": "b", "rPu": 0.05, "xPu": 0.9}]},
             "thermalUnits": [
               {"id": "big", "bus": "a", "pMaxMw": 80, "offers": [{"mw": [0, 80],
                 "yuanPerH": [0, 8000]}], "initial": {"on": true, "hours": 9, "powerMw": 50}},
               {"id": "lost", "bus": "a", "pMaxMw": 40, "offers": [{"mw": [0, 40],
                 "yuanPerH": [0, 2000]}], "initial": {"on": true, "hours": 9, "powerMw": 40}}],
             "busLoads": [{"bus": "b", "mw": [100]}],
             "rules": {"contingencies": {"listed": [
               {"id": "both", "branches": ["short"], "generators": ["lost"]},
               {"id": "unit", "generators": ["lost"]}]}}}
            """);
    List<Unsolved> unsolved = clear(day).security().unsolved();
    assertEquals(new Unsolved(0, "both", 0), unsolved.get(0));
    assertEquals("unit", unsolved.get(1).outage());
    assertTrue(unsolved.get(1).missingMw() > 20, unsolved.toString());
  }
}
