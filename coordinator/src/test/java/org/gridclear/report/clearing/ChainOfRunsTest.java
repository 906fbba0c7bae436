package org.gridclear.report.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A chain of runs obeys the limits of its day as one run of the day does, whatever the number of
 * runs (A-15, AMB-03): counted over what the runs did, with no part of the ledger.
 */
// Rows: A-15, E-02, E-11, F-03
class ChainOfRunsTest {
  private static final int PERIODS = 12;
  private static final double EPS = 1e-4;

  /** What a chain did, period by period. */
  private static final class Done {
    final List<Boolean> peakOn = new ArrayList<>();
    final List<Boolean> fastOn = new ArrayList<>();
    final List<Double> peakMw = new ArrayList<>();
    final List<Double> baseMw = new ArrayList<>();
    final List<Double> levelMwh = new ArrayList<>();
    final List<Relaxation> relaxed = new ArrayList<>();
    double hours = 1;

    double relaxedBy(String element) {
      return relaxed.stream()
          .filter(r -> r.element().contains(element))
          .mapToDouble(Relaxation::amount)
          .sum();
    }
  }

  private static MarketDay day(long seed, double loadShare) {
    Random random = new Random(seed);
    StringBuilder load = new StringBuilder();
    for (int t = 0; t < PERIODS; t++) {
      double mw = loadShare * (60 + 140 * random.nextDouble());
      load.append(t == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%.2f", mw));
    }
    return CaseFiles.unpack(
        """
        {"format": "gridclear-case", "version": 1, "name": "day",
         "horizon": {"periodCount": 12, "minutesPerPeriod": 60},
         "network": {"buses": [{"id": "b", "type": "reference"}, {"id": "c"}],
           "branches": [{"id": "bc", "from": "b", "to": "c", "xPu": 0.1}],
           "hvdcLines": [{"id": "dc", "from": "b", "to": "c", "pMinMw": 0, "pMaxMw": 40}]},
         "busLoads": [{"bus": "b", "mw": [%s]}],
         "thermalUnits": [
           {"id": "base", "bus": "b", "offers": [{"mw": [30, 120], "yuanPerH": [6000, 24000]}],
            "minUpHours": 3, "minDownHours": 3,
            "initial": {"on": true, "hours": 9, "powerMw": 80}},
           {"id": "peak", "bus": "b", "offers": [{"mw": [10, 60], "yuanPerH": [5000, 24000]}],
            "minUpHours": 1, "minDownHours": 1, "maxStartsPerDay": 2,
            "initial": {"on": false, "hours": 9}},
           {"id": "fast", "bus": "b", "offers": [{"mw": [5, 80], "yuanPerH": [4000, 64000]}],
            "minUpHours": 1, "minDownHours": 1, "initial": {"on": false, "hours": 9}}],
         "storageUnits": [{"id": "s", "bus": "b", "maxLevelMwh": 40, "maxChargeMw": 15,
           "maxDischargeMw": 15, "initialLevelMwh": 20, "endMinLevelMwh": 20}],
         "rules": {
           "hvdcSchedules": [{"line": "dc", "changesPerDayMax": 2, "initialMw": 0}],
           "rates": [{"unit": "base", "item": "CO2", "tPerMwh": 0.9},
                     {"unit": "peak", "item": "CO2", "tPerMwh": 0.5, "tPerStart": 3}],
           "ranges": [
             {"id": "peak energy", "kind": "energy", "scope": {"units": ["peak"]}, "max": 220},
             {"id": "tonnes", "kind": "emission", "item": "CO2",
              "scope": {"units": ["base", "peak"]}, "max": 900},
             {"id": "fast starts", "kind": "starts", "scope": {"units": ["fast"]}, "max": 2}]}}
        """
            .formatted(load)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static ClearingResult clear(ClearingCase of) {
    ClearingOutcome outcome =
        ClearingKernel.clear(
            of,
            ClearingOptions.LOSSLESS.withGap(1e-6).in(of.market()),
            HighsSolver.find().orElseThrow());
    ClearingResult result = assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
    assertEquals(List.of(), ClearingAuditor.audit(of, result));
    return result;
  }

  private static InitialConditions handedOn(ClearingCase of, ClearingResult result) {
    InitialConditions handed = FinalState.of(of, result);
    return Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(handed), InitialConditions.class);
  }

  private static MarketRun run(Market market, int from, int count, int minutes) {
    return new MarketRun(market, from, count, 0, minutes, MarketRun.FAST_START_HOURS);
  }

  /** Clears a window after another; returns what it hands on. */
  private static InitialConditions step(
      MarketDay actual, MarketRun run, InitialConditions before, int kept, Done done) {
    ClearingCase window = ClearingCase.of(run.of(actual, before)).in(run.market());
    ClearingResult result = clear(window);
    for (int t = 0; t < kept; t++) {
      done.peakOn.add(result.schedule().committed()[1][t]);
      done.fastOn.add(result.schedule().committed()[2][t]);
      done.baseMw.add(result.schedule().outputMw()[0][t]);
      done.peakMw.add(result.schedule().outputMw()[1][t]);
      done.levelMwh.add(result.schedule().levelMwh()[0][t]);
    }
    done.relaxed.addAll(result.relaxations());
    done.hours = window.day().horizon().hoursPerPeriod();
    return handedOn(window, result);
  }

  private static int starts(List<Boolean> on) {
    int count = on.get(0) ? 1 : 0;
    for (int t = 1; t < on.size(); t++) {
      count += on.get(t) && !on.get(t - 1) ? 1 : 0;
    }
    return count;
  }

  private static void obeysTheDay(Done done) {
    double peakMwh = done.peakMw.stream().mapToDouble(mw -> mw * done.hours).sum();
    double baseMwh = done.baseMw.stream().mapToDouble(mw -> mw * done.hours).sum();
    int peakStarts = starts(done.peakOn);
    assertTrue(peakMwh <= 220 + done.relaxedBy("peak energy") + EPS, "energy " + peakMwh);
    double tonnes = 0.9 * baseMwh + 0.5 * peakMwh + 3 * peakStarts;
    assertTrue(tonnes <= 900 + done.relaxedBy("tonnes") + EPS, "tonnes " + tonnes);
    assertTrue(peakStarts <= 2 + done.relaxedBy("peak") + EPS, "starts " + peakStarts);
    assertTrue(
        starts(done.fastOn) <= 2 + done.relaxedBy("fast starts") + EPS,
        "fast starts " + done.fastOn);
    double end = done.levelMwh.get(done.levelMwh.size() - 1);
    assertTrue(end >= 20 - done.relaxedBy("s") - EPS, "level " + end);
  }

  /** Intraday runs of three hours, an hour later each, then real time hour by hour on the last. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aChainOfIntradayRunsObeysTheDay(long seed) {
    MarketDay planned = day(seed, 1);
    ClearingCase dayAhead = ClearingCase.of(planned);
    InitialConditions plan = handedOn(dayAhead, clear(dayAhead));
    MarketDay actual = day(seed + 100, 1.05);
    Done done = new Done();
    InitialConditions last = plan;
    for (int t = 0; t < PERIODS; t++) {
      int count = Math.min(3, PERIODS - t);
      InitialConditions before = t == 0 ? plan : last.goingOn(plan);
      last = step(actual, run(Market.ID, t, count, 0), before, 1, done);
    }
    assertEquals(PERIODS, done.peakOn.size());
    obeysTheDay(done);
  }

  /** Real time in quarters of an hour goes on from hours, and never takes a status for others. */
  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void aChainOfShorterPeriodsObeysTheDayAndKeepsItsStatuses(long seed) {
    MarketDay planned = day(seed, 1);
    ClearingCase dayAhead = ClearingCase.of(planned);
    InitialConditions plan = handedOn(dayAhead, clear(dayAhead));
    MarketDay actual = day(seed, 0.98);
    Done done = new Done();
    InitialConditions last = plan;
    for (int t = 0; t < 4 * PERIODS; t++) {
      InitialConditions before = t == 0 ? plan : last.goingOn(plan);
      last = step(actual, run(Market.RT, t, 1, 15), before, 1, done);
    }
    boolean[] peak = plan.units().get(1).on();
    for (int t = 0; t < 4 * PERIODS; t++) {
      assertEquals(peak[t / 4], done.peakOn.get(t), "status of quarter " + t);
    }
    obeysTheDay(done);
  }

  @Test
  void realTimeAfterTwoHoursOfIntradayNeedsThePlanForTheRest() {
    MarketDay day = day(7, 1);
    ClearingCase dayAhead = ClearingCase.of(day);
    InitialConditions plan = handedOn(dayAhead, clear(dayAhead));
    Done done = new Done();
    InitialConditions intraday = step(day, run(Market.ID, 0, 2, 0), plan, 2, done);
    assertThrows(IllegalArgumentException.class, () -> run(Market.RT, 2, 4, 0).of(day, intraday));
    MarketDay rest = run(Market.RT, 2, 4, 0).of(day, intraday.goingOn(plan));
    for (int t = 0; t < 4; t++) {
      Commitment expected = plan.units().get(1).on()[2 + t] ? Commitment.ON : Commitment.OFF;
      assertEquals(expected, rest.thermalUnits().get(1).commitment().get(t));
    }
  }

  @Test
  void aRunThatBeginsInsideAPeriodThatDoesNotFitIsRefused() {
    MarketDay day = day(8, 1);
    ClearingCase dayAhead = ClearingCase.of(day);
    InitialConditions hours = handedOn(dayAhead, clear(dayAhead));
    MarketDay quarters = run(Market.DA, 0, 0, 15).of(day, null);
    MarketDay late = run(Market.RT, 1, 4, 0).of(quarters, hours);
    assertEquals(15, late.horizon().startMinute());
    double quarterMwh = 0.25 * hours.units().get(1).mw()[0];
    assertEquals(quarterMwh, late.rules().ranges().get(0).used(), 1e-9, "a quarter of the hour");
  }

  @Test
  void theLongCycleBindsSlowUnitsOfTheDayAhead() {
    MarketDay day = day(9, 1);
    ClearingCase longCycle = ClearingCase.of(day).in(Market.LT_RUC);
    InitialConditions decided = handedOn(longCycle, clear(longCycle));
    MarketDay bound = run(Market.DA, 0, 0, 0).bound(day, decided);
    for (int t = 0; t < PERIODS; t++) {
      Commitment expected = decided.units().get(0).on()[t] ? Commitment.ON : Commitment.OFF;
      assertEquals(expected, bound.thermalUnits().get(0).commitment().get(t), "slow unit");
      assertEquals(Commitment.FREE, bound.thermalUnits().get(1).commitment().get(t), "fast");
    }
    MarketDay longer = run(Market.LT_RUC, 0, 6, 0).of(day, null);
    InitialConditions half = handedOn(ClearingCase.of(longer), clear(ClearingCase.of(longer)));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> run(Market.DA, 0, 0, 0).bound(day, half));
    assertTrue(refused.getMessage().contains("the long cycle"), refused.getMessage());
  }
}
