package org.gridclear.clearing.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gridclear.clearing.Days;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a MWh is worth at a bus that an HVDC line alone feeds. */
class DeadIslandsTest {
  /**
   * The line can bring 40 MW, of which 39.2 arrive. A price-sensitive load that takes all of what
   * comes is what gives way to one more MWh; a draw that no one decides can not, so that where the
   * line is full the MWh would be missing, and where it is not the unit gives it: 10 / 0.98.
   */
  @ParameterizedTest
  @CsvSource({"39.2, 20000", "30, 10.204081632653061"})
  void aFullLineBringsNoMore(double drawnMw, double yuanPerMwh) {
    ClearingResult result =
        Fixtures.clear(
            Days.read(
                """
                {"horizon": {"periodCount": 1},
                 "network": {"buses": [{"id": "west", "type": "reference"}, {"id": "east"}],
                   "shunts": [{"bus": "east", "gMw": %s}],
                   "hvdcLines": [{"id": "dc", "from": "west", "to": "east", "pFromMw": 0,
                                  "pMinMw": 0, "pMaxMw": 50, "lossShare": 0.02}]},
                 "thermalUnits": [
                   {"id": "g", "bus": "west", "offers": [{"mw": [0, 300], "yuanPerH": [0, 3000]}],
                    "initial": {"on": true, "hours": 9, "powerMw": 90}}],
                 "busLoads": [{"bus": "west", "mw": 50}],
                 "rules": {"hvdcSchedules": [{"line": "dc", "minMw": 0, "maxMw": 40}]}}
                """
                    .formatted(drawnMw)),
            ClearingOptions.LOSSLESS.withGap(1e-9));
    assertEquals(drawnMw / 0.98, result.schedule().hvdcMw()[0][0], 1e-6);
    assertEquals(yuanPerMwh, result.prices().lmpYuanPerMwh()[1][0], 1e-6);
    assertEquals(10, result.prices().lmpYuanPerMwh()[0][0], 1e-6);
  }
}
