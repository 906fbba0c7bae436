package org.gridclear.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.HorizonWindow;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.report.clearing.FinalState;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A chain of five-minute runs obeys the limits of the day as one run of it does: what the
 * runs decided is put together and judged by the auditor over the whole day, which knows nothing of
 * what was handed on.
 */
// Rows: E-02, F-01
class ChainedRunsTest {
  private static final int QUARTERS = 14;
  private static final int MINUTES = 5;
  private static final int PERIODS = QUARTERS * 15 / MINUTES;

  /** A cascade, output bands, curves, an HVDC line, storage, awards and a derating at the end. */
  private static MarketDay day(long seed, double share) {
    Random random = new Random(seed);
    StringBuilder load = new StringBuilder();
    StringBuilder most = new StringBuilder();
    for (int t = 0; t < QUARTERS; t++) {
      double shape = 130 + 60 * Math.sin(t * Math.PI / 8 + seed) + 12 * random.nextDouble();
      load.append(t == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%.2f", share * shape));
      most.append(t == 0 ? "" : ", ").append(t < 11 ? 160 : 110);
    }
    return CaseFiles.unpack(
        """
        {"format": "gridclear-case", "version": 1, "name": "day",
         "horizon": {"periodCount": 14, "minutesPerPeriod": 15},
         "network": {"buses": [{"id": "b", "type": "reference"}, {"id": "c"}],
           "branches": [{"id": "bc", "from": "b", "to": "c", "xPu": 0.1}],
           "hvdcLines": [{"id": "dc", "from": "b", "to": "c", "pMinMw": 0, "pMaxMw": 40}]},
         "busLoads": [{"bus": "b", "mw": [%s]}],
         "thermalUnits": [
           {"id": "base", "bus": "b", "offers": [{"mw": [30, 160], "yuanPerH": [6000, 30000]}],
            "minUpHours": 3, "minDownHours": 3, "rampUpMwPerH": 120, "rampDownMwPerH": 60,
            "pMaxMw": [%s], "reserves": ["spin", "reg"],
            "initial": {"on": true, "hours": 9, "powerMw": 80}},
           {"id": "peak", "bus": "b", "offers": [{"mw": [10, 60], "yuanPerH": [5000, 24000]}],
            "minUpHours": 2, "minDownHours": 1, "maxStartsPerDay": 2, "reserves": ["spin", "reg"],
            "stopRampMw": 15, "startRampMw": 30, "rampUpMwPerH": 240, "rampDownMwPerH": 240,
            "initial": {"on": true, "hours": 9, "powerMw": 30}},
           {"id": "curve", "bus": "b", "offers": [{"mw": [20, 50], "yuanPerH": [9000, 21000]}],
            "minUpHours": 3, "minDownHours": 1, "initial": {"on": false, "hours": 9}},
           {"id": "up", "bus": "b", "offers": [{"mw": [0, 30], "yuanPerH": [0, 1500]}],
            "commitment": ["on"], "initial": {"on": true, "hours": 9, "powerMw": 10}},
           {"id": "low", "bus": "b", "offers": [{"mw": [0, 40], "yuanPerH": [0, 1200]}],
            "commitment": ["on"], "initial": {"on": true, "hours": 9, "powerMw": 10}},
           {"id": "fast", "bus": "b", "offers": [{"mw": [5, 80], "yuanPerH": [9000, 90000]}],
            "minUpHours": 1, "minDownHours": 1, "initial": {"on": false, "hours": 9}}],
         "storageUnits": [{"id": "s", "bus": "b", "maxLevelMwh": 40, "maxChargeMw": 15,
           "maxDischargeMw": 15, "initialLevelMwh": 20, "endMinLevelMwh": 20}],
         "reserves": [{"id": "spin", "product": "spin", "mw": 12},
           {"id": "reg", "product": "reg", "mw": 8}],
         "rules": {
           "products": [{"id": "spin", "minutes": 10}, {"id": "reg", "kind": "regulation", "minutes": 5}],
           "trajectories": [{"unit": "curve", "startMw": [8, 14], "stopMw": [16, 12]}],
           "bands": [{"unit": "base", "kind": "mill", "bands": [{"fromMw": 90, "toMw": 100}],
             "dwellPeriodsMax": 2, "crossingsPerDayMax": 2}],
           "reservoirs": [
             {"id": "lake", "units": ["up"], "m3PerMwh": 3600, "inflowM3PerS": 8, "maxMm3": 0.5,
              "initialMm3": 0.3, "endMinMm3": 0.2, "downstream": "pool", "delayHours": 0.5,
              "releaseBeforeM3PerS": 10},
             {"id": "pool", "units": ["low"], "m3PerMwh": 3600, "maxMm3": 0.2,
              "initialMm3": 0.1, "endMinMm3": 0.05}],
           "hvdcSchedules": [{"line": "dc", "changesPerDayMax": 2, "initialMw": 0}],
           "ranges": [
             {"id": "peak energy", "kind": "energy", "scope": {"units": ["peak"]}, "max": 220},
             {"id": "fast starts", "kind": "starts", "scope": {"units": ["fast"]}, "max": 2}]}}
        """
            .formatted(load, most)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static ClearingResult clear(ClearingCase of) {
    ClearingOutcome outcome =
        ClearingKernel.clear(
            of,
            ClearingOptions.LOSSLESS
                .withGap(of.market() == Market.DA ? 0.05 : 1e-4)
                .in(of.market()),
            HighsSolver.find().orElseThrow());
    ClearingResult result = assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
    assertEquals(List.of(), ClearingAuditor.audit(of, result));
    return result;
  }

  private static InitialConditions handedOn(ClearingCase of, ClearingResult result) {
    InitialConditions handed = FinalState.of(of, result);
    return Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(handed), InitialConditions.class);
  }

  private static MarketDay fine(MarketDay day) {
    return HorizonWindow.on(day, PeriodMap.days(day.horizon(), 0, MINUTES, false));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void aChainOfFiveMinuteRunsObeysEveryLimitOfTheDay(long seed) {
    MarketDay planned = day(seed, 1);
    ClearingCase dayAhead = ClearingCase.of(planned);
    InitialConditions plan = handedOn(dayAhead, clear(dayAhead));
    MarketDay actual = day(seed, 1.01);
    ChainedRuns chain = new ChainedRuns();
    InitialConditions last = plan;
    for (int t = 0; t < PERIODS; t++) {
      MarketRun run =
          new MarketRun(
              Market.RT, t, Math.min(2, PERIODS - t), 0, MINUTES, MarketRun.FAST_START_HOURS);
      InitialConditions before = t == 0 ? plan : last.goingOn(plan);
      ClearingCase window = ClearingCase.of(run.of(actual, before)).in(Market.RT);
      assertSameApart(run, actual, last, plan);
      ClearingResult result = clear(window);
      chain.add(result, 1);
      last = handedOn(window, result);
    }
    assertEquals(List.of(), chain.audit(fine(actual), plan));
    assertEquals(
        List.of(), chain.relaxations().stream().filter(ChainedRunsTest::isALimitOfTheDay).toList());
    assertFalse(plan.awards().isEmpty());
  }

  /** A window goes on from a state and a plan apart as from the two put together. */
  private static void assertSameApart(
      MarketRun run, MarketDay day, InitialConditions state, InitialConditions plan) {
    assertEquals(run.of(day, state.goingOn(plan)), run.of(day, state, plan));
    OperatingRules rules = day.rules();
    MarketDay withoutBands =
        day.withRules(
            rules.after(
                rules.products(),
                rules.ranges(),
                List.of(),
                rules.reservoirs(),
                rules.hvdcSchedules()));
    MarketDay apart = run.of(withoutBands, state, plan);
    assertEquals(run.of(withoutBands, state.goingOn(plan)), apart);
    assertEquals(day.thermalUnits().size(), apart.thermalUnits().size());
  }

  /** Load not served, reserve that was called and levels of the plan give way before any limit. */
  private static boolean isALimitOfTheDay(Relaxation relaxation) {
    return !relaxation.constraint().equals("B-14")
        && !relaxation.element().contains("award of")
        && !relaxation.element().endsWith("end level");
  }
}
