package org.gridclear.clearing.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Horizon;
import org.junit.jupiter.api.Test;

/** A unit that an outage took off follows its plan again when its minimum time off is over. */
// Rows: B-05, E-02, F-01
class AfterAnOutageTest {
  private static final int HOURS = 12;

  private static MarketDay day() {
    return CaseFiles.unpack(
        """
        {"format": "gridclear-case", "version": 1, "name": "d",
         "horizon": {"periodCount": 12, "minutesPerPeriod": 60},
         "network": {"buses": [{"id": "a", "type": "reference"}]},
         "busLoads": [{"bus": "a", "mw": 60}],
         "thermalUnits": [
           {"id": "g", "bus": "a", "offers": [{"mw": [8, 100], "yuanPerH": [5000, 7000]}],
            "minUpHours": 3, "minDownHours": 4,
            "initial": {"on": true, "hours": 99, "powerMw": 60}}]}
        """
            .getBytes(StandardCharsets.UTF_8));
  }

  private static InitialConditions run(int from, boolean... on) {
    double[] mw = new double[on.length];
    return new InitialConditions(
        new Horizon(on.length, 60, 60 * from, null),
        List.of(new InitialConditions.UnitPath("g", new InitialState(true, 99, 60), on, mw)),
        List.of(),
        List.of(),
        List.of());
  }

  private static InitialConditions planned() {
    boolean[] on = new boolean[HOURS];
    Arrays.fill(on, true);
    return run(0, on);
  }

  private static List<Commitment> statuses(Market market, int from, InitialConditions did) {
    return new MarketRun(market, from, 6, 0, 0, MarketRun.FAST_START_HOURS)
        .of(day(), did.goingOn(planned()))
        .thermalUnits()
        .get(0)
        .commitment();
  }

  @Test
  void itStaysOffForTheRestOfItsTime() {
    InitialConditions tripped = run(2, true, false);
    Commitment off = Commitment.OFF;
    Commitment on = Commitment.ON;
    for (Market market : List.of(Market.ID, Market.RT)) {
      assertEquals(List.of(off, off, off, on, on, on), statuses(market, 4, tripped), "of 4 h, 1");
    }
  }

  @Test
  void onePlannedOffAndOnIsAsPlanned() {
    InitialConditions asPlanned = run(2, true, true);
    assertEquals(
        6, statuses(Market.RT, 4, asPlanned).stream().filter(Commitment.ON::equals).count());
  }
}
