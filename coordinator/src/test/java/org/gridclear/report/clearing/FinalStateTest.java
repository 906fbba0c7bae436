package org.gridclear.report.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that go on where another ended count what it used and keep what it planned. */
// Rows: A-15
class FinalStateTest {
  private static final ClearingOptions EXACT = ClearingOptions.LOSSLESS.withGap(1e-9);

  /** A day with a cheap unit of 100 MW and a dear one, both as given. */
  private static MarketDay day(String load, String cheap, String more) {
    return CaseFiles.unpack(
        """
        {"format": "gridclear-case", "version": 1, "name": "day",
         "horizon": {"periodCount": %d, "minutesPerPeriod": 60},
         "network": {"buses": [{"id": "b", "type": "reference", "zone": "A"}]},
         "busLoads": [{"bus": "b", "mw": [%s]}],
         "thermalUnits": [
           {"id": "g", "bus": "b", "offers": [{"mw": [20, 100], "yuanPerH": [5000, 7000]}], %s},
           {"id": "h", "bus": "b", "offers": [{"mw": [0, 100], "yuanPerH": [0, 30000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 60}}] %s}
        """
            .formatted(load.split(",").length, load, cheap, more)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static ClearingResult clear(MarketDay day, Market market) {
    ClearingOutcome outcome =
        ClearingKernel.clear(
            ClearingCase.of(day).in(market), EXACT.in(market), HighsSolver.find().orElseThrow());
    return assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
  }

  /** What the day ahead hands on, as it is written and read again. */
  private static InitialConditions dayAhead(MarketDay day) {
    InitialConditions handed = FinalState.of(ClearingCase.of(day), clear(day, Market.DA));
    return Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(handed), InitialConditions.class);
  }

  private static MarketDay window(
      MarketDay day, Market market, int from, int count, InitialConditions b) {
    return new MarketRun(market, from, count, 0, 0, MarketRun.FAST_START_HOURS).of(day, b);
  }

  private static final String OFF =
      "\"minUpHours\": 1, \"minDownHours\": 1, \"initial\": {\"on\": false, \"hours\": 9}";

  private static final String ONE_START =
      ", \"rules\": {\"ranges\": [{\"id\": \"s\", \"kind\": \"starts\","
          + " \"scope\": {\"units\": [\"g\"]}, \"max\": 1}]}";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aUnitStartsOncePerDayThoughTheDayIsClearedTwice(boolean ownLimit) {
    MarketDay day =
        day(
            "80, 80, 20, 10, 80, 80",
            ownLimit ? OFF + ", \"maxStartsPerDay\": 1" : OFF,
            ownLimit ? "" : ONE_START);
    InitialConditions before = dayAhead(day);
    assertEquals(true, before.units().get(0).on()[1]);
    ClearingResult intraday = clear(window(day, Market.ID, 3, 0, before), Market.ID);
    boolean[] starts = intraday.schedule().starts()[0];
    assertEquals(List.of(false, false, false), List.of(starts[0], starts[1], starts[2]));
    assertEquals(3000 + 24_000 + 24_000, intraday.objectiveYuan(), 1e-3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"emission", "emission-total", "fuel", "energy"})
  void whatTheDayAheadUsedOfADailyLimitIsUsed(String kind) {
    String item = kind.equals("energy") ? "" : ", \"item\": \"CO2\"";
    MarketDay day =
        day(
            "80, 80, 80, 80",
            OFF + ", \"commitment\": [\"on\", \"on\", \"free\", \"free\"]",
            ", \"rules\": {\"rates\": [{\"unit\": \"g\", \"item\": \"CO2\", \"tPerMwh\": 1}],"
                + " \"ranges\": [{\"id\": \"y\", \"kind\": \"output\", \"scope\": {\"units\":"
                + " [\"g\"]},"
                + " \"min\": 80, \"to\": 2}, {\"id\": \"x\", \"kind\": \"%s\", \"scope\": {\"units\": [\"g\"]}, \"max\": 160%s}]}"
                    .formatted(kind, item));
    MarketDay rest = window(day, Market.ID, 2, 0, dayAhead(day));
    assertEquals(48_000, clear(rest, Market.ID).objectiveYuan(), 1e-3);
  }

  @Test
  void realTimeKeepsTheLevelThatWasPlanned() {
    MarketDay day =
        day(
            "80, 80, 80, 120",
            "\"initial\": {\"on\": true, \"hours\": 9, \"powerMw\": 60}",
            """
            , "storageUnits": [{"id": "s", "bus": "b", "maxLevelMwh": 40, "maxChargeMw": 20,
              "maxDischargeMw": 20, "initialLevelMwh": 20, "endMinLevelMwh": 20}]
            """);
    InitialConditions before = dayAhead(day);
    ClearingResult third = clear(window(day, Market.RT, 2, 1, before), Market.RT);
    assertEquals(40, third.schedule().levelMwh()[0][0], 1e-6);
    assertEquals(List.of(), third.relaxations());
    // The day needs nothing of the dear unit if 40 MWh are there for the peak.
    ClearingResult peak = clear(window(day, Market.RT, 3, 1, before), Market.RT);
    assertEquals(7000, peak.objectiveYuan(), 1e-3);
  }
}
