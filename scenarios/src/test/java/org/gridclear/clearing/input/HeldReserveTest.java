package org.gridclear.clearing.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Horizon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A unit that held reserve up to the edge of the window: what it could have been called for counts
 * against the limit of a stop, as within one run (13).
 */
// Rows: A-15, B-08
class HeldReserveTest {
  private static MarketDay day(String more) {
    return CaseFiles.unpack(
        """
        {"format": "gridclear-case", "version": 1, "name": "held",
         "horizon": {"periodCount": 4, "minutesPerPeriod": 60},
         "network": {"buses": [{"id": "a", "type": "reference"}]},
         "busLoads": [{"bus": "a", "mw": 60}],
         "thermalUnits": [
           {"id": "g", "bus": "a", "offers": [{"mw": [8, 100], "yuanPerH": [5000, 7000]}],
            "stopRampMw": 10, "reserves": ["spin"],
            "initial": {"on": true, "hours": 9, "powerMw": 50} %s}]}
        """
            .formatted(more)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static InitialConditions ran(double mw, double heldMw) {
    return new InitialConditions(
        new Horizon(1, 60, 0),
        List.of(
            new InitialConditions.UnitPath(
                "g", new InitialState(true, 9, 50), new boolean[] {true}, new double[] {mw})),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        heldMw > 0 ? List.of(new InitialConditions.Level("g", new double[] {heldMw})) : List.of());
  }

  private static Commitment first(String more, InitialConditions before) {
    MarketRun run = new MarketRun(Market.DA, 1, 3, 0, 0, MarketRun.FAST_START_HOURS);
    return run.of(day(more), before).thermalUnits().get(0).commitment().get(0);
  }

  @ParameterizedTest
  @CsvSource({"8, 0, FREE", "8, 2, FREE", "8, 2.1, ON", "10, 0.5, ON"})
  void itStopsOnlyWhereOutputAndReserveWereUnderTheLimit(
      double mw, double heldMw, Commitment status) {
    assertEquals(status, first("", ran(mw, heldMw)));
  }

  @Test
  void whereReserveIsNoPartOfTheLimitItMayStop() {
    assertEquals(Commitment.FREE, first(", \"limitRule\": \"STOP_WITHOUT_RESERVE\"", ran(8, 12)));
  }

  @Test
  void anOutageThatIsGivenStays() {
    String off = ", \"commitment\": [\"FREE\", \"OFF\", \"FREE\", \"FREE\"]";
    assertEquals(Commitment.OFF, first(off, ran(8, 12)));
  }

  @Test
  void reserveIsHandedOnInShorterPeriodsAndBesideAPlan() {
    InitialConditions quarters = ran(8, 12).inPeriodsOf(15);
    assertEquals(12, quarters.held().get(0).value()[3]);
    InitialConditions plan =
        new InitialConditions(
            new Horizon(2, 60, 60),
            List.of(
                new InitialConditions.UnitPath(
                    "g", new InitialState(true, 9, 8), new boolean[] {true, true}, new double[2])),
            List.of(),
            List.of(),
            List.of());
    double[] joined = ran(8, 12).goingOn(plan).held().get(0).value();
    assertEquals(3, joined.length);
    assertEquals(12, joined[0]);
    assertEquals(0, joined[2], "the plan holds none");
  }
}
