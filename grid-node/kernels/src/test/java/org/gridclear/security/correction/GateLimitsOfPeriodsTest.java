package org.gridclear.security.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.SecurityRounds;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.clearing.result.SecurityReport.Kind;
import org.gridclear.clearing.result.SecurityReport.Violation;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Contingency;
import org.gridclear.network.DeviceLimit;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.security.screening.ScreeningKernel;
import org.gridclear.security.screening.ScreeningModel;
import org.gridclear.security.verification.SecurityAudit;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;

/** Limits of interfaces by period in the AC check, its audit and the screening of a period. */
// Rows: A-23, B-18
class GateLimitsOfPeriodsTest {
  /** Two lines side by side; AC loads the first, the corridor, more than DC says. */
  private static MarketDay day(String limits) {
    return Days.read(
        """
        {"name": "pair", "horizon": {"periodCount": 2},
         "network": {"baseMva": 100,
           "buses": [{"id": "a", "type": "reference"}, {"id": "b", "type": "pv"}],
           "branches": [
             {"id": "l1", "from": "a", "to": "b", "rPu": 0.005, "xPu": 0.1},
             {"id": "l2", "from": "a", "to": "b", "rPu": 0.3, "xPu": 0.3}],
           "flowgates": [{"id": "corridor", "terms": [{"branch": "l1", "weight": 1}],
             "limitMw": 500, "reverseLimitMw": 500}]},
         "thermalUnits": [
           {"id": "cheap", "bus": "a", "offers": [{"mw": [0, 300], "yuanPerH": [0, 30000]}],
            "initial": {"on": true, "hours": 10, "powerMw": 100}},
           {"id": "dear", "bus": "b", "offers": [{"mw": [0, 300], "yuanPerH": [0, 150000]}],
            "initial": {"on": true, "hours": 10, "powerMw": 50}}],
         "busLoads": [{"bus": "b", "mw": 150}],
         "rules": {"flowgateLimits": [{"flowgate": "corridor", %s}]}}
        """
            .formatted(limits));
  }

  private static ClearingResult clear(MarketDay day, int rounds) {
    ClearingOutcome outcome =
        SecureClearing.clear(
            ClearingCase.of(day),
            ClearingOptions.LOSSLESS
                .withLosses(true)
                .withGap(1e-6)
                .withSecurity(new SecurityRounds(rounds, false)),
            ClearingContext.of(HighsSolver.find().orElseThrow()));
    return assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
  }

  private static List<Finding> audit(MarketDay day, ClearingResult result) {
    return SecurityAudit.audit(ClearingCase.of(day), result, false, Deadline.never()).findings();
  }

  @Test
  void theCheckHoldsTheHourOfTheLimitToItAndTheOtherToNone() {
    MarketDay day = day("\"mw\": [400, 75], \"reverseMw\": [1, 1]");
    ClearingResult once = clear(day, 1);
    assertEquals(1, once.security().remaining().size(), once.security().toString());
    Violation found = once.security().remaining().get(0);
    assertEquals(Kind.FLOWGATE, found.kind());
    assertEquals(1, found.period());
    assertEquals(75, found.limit(), 1e-9);
    assertTrue(found.share() > 1.1, found.toString());

    ClearingResult secured = clear(day, 6);
    assertTrue(secured.security().secure(), secured.security().toString());
    assertEquals(0, secured.schedule().outputMw()[1][0], 1e-6, "hour 1 is not held to 75 MW");
    assertTrue(secured.schedule().outputMw()[1][1] > 40);
    assertEquals(List.of(), audit(day, secured));
  }

  @Test
  void aVerdictThatLeavesTheLimitOfAnHourOutIsFoundByTheAudit() {
    MarketDay day = day("\"mw\": [400, 75]");
    ClearingResult once = clear(day, 1);
    assertEquals(List.of(), audit(day, once), "what is named is no finding");
    SecurityReport of = once.security();
    ClearingResult silent =
        once.withSecurity(
            new SecurityReport(of.rounds(), true, List.of(), List.of(), of.cuts(), of.next()));
    List<Finding> found = audit(day, silent);
    assertFalse(found.isEmpty());
    for (Finding each : found) {
      assertEquals(1, each.period(), each.line());
      assertTrue(each.text().startsWith("flowgate corridor"), each.line());
    }
  }

  @Test
  void theScreeningOfAPeriodSeesItsLimit() {
    MarketDay day = day("\"mw\": [400, 75]");
    ClearedSnapshots shots = ClearedSnapshots.of(ClearingCase.of(day), clear(day, 0), 0, 2);
    assertEquals(400, limit(shots, shots.points().get(0)), 1e-9);
    assertEquals(75, limit(shots, shots.points().get(1)), 1e-9);
    // A limit given for a check stands in place of those of all periods, another leaves them.
    OperatingPoint checked = limited(shots, shots.points().get(1), 60.0, null);
    assertEquals(60, limit(shots, checked), 1e-9);
    OperatingPoint reverse = limited(shots, shots.points().get(1), null, 10.0);
    assertEquals(75, limit(shots, reverse), 1e-9);
    assertEquals(10, reverse.gateReverseMw()[0]);
  }

  private static OperatingPoint limited(
      ClearedSnapshots shots, OperatingPoint point, Double forward, Double reverse) {
    DeviceLimit limit =
        new DeviceLimit(
            "corridor", DeviceLimit.Kind.FLOWGATE, null, null, null, forward, reverse, null, null);
    return DeviceLimit.applyTo(point, shots.network(), List.of(limit));
  }

  /** Through a corridor that is shut whatever flows is too much, by as much as flows. */
  @Test
  void aLimitOfNothingIsOneAndItsExcessIsTheFlow() {
    MarketDay day = day("\"mw\": [0, 0], \"reverseMw\": [0, 0]");
    ClearedSnapshots shots = ClearedSnapshots.of(ClearingCase.of(day), clear(day, 0), 0, 1);
    OperatingPoint point = shots.points().get(0);
    ScreeningBlock still = screen(shots, point);
    assertEquals(0, still.results().get(0).excessMw(), 1e-3);
    assertTrue(Double.isFinite(still.results().get(0).severity()), still.results().toString());
    double[] mw = {100, 50};
    OperatingPoint flowing =
        new OperatingPoint(
                "flowing",
                point.branchOn(),
                new boolean[] {true, true},
                mw,
                point.loadMw(),
                point.loadMvar())
            .withGateLimits(new double[] {0}, new double[] {0});
    assertEquals(100, screen(shots, flowing).results().get(0).excessMw(), 1);
  }

  /** The limit of the corridor where the screening of a point lists it after the loss of l2. */
  private static double limit(ClearedSnapshots shots, OperatingPoint point) {
    int device = shots.network().branches().size();
    List<Loading> of =
        screen(shots, point).loadings().stream()
            .filter(loading -> loading.device() == device)
            .toList();
    assertEquals(1, of.size(), of.toString());
    return of.get(0).limit();
  }

  /** The loss of l2, with every device listed. */
  private static ScreeningBlock screen(ClearedSnapshots shots, OperatingPoint point) {
    ScreeningOptions o = ScreeningOptions.DEFAULT.with(ScreeningOptions.Method.AC);
    ScreeningOptions options =
        new ScreeningOptions(
            o.method(),
            o.start(),
            o.reactiveLimits(),
            o.baseSharing(),
            o.outageSharing(),
            o.rating(),
            o.tolerancePu(),
            o.heavyShare(),
            o.worsenedShare(),
            o.severityExponent(),
            ScreeningOptions.Rows.ALL);
    List<Outage> outages =
        List.of(Outage.of(Contingency.ofBranch("l2"), new NetworkIndex(shots.network())));
    ScreeningModel model =
        new ScreeningModel(NetworkStructure.of(shots.network()), point, outages, options, null);
    return ScreeningKernel.screen(model, 0, 1, () -> false);
  }
}
