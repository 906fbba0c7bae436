package org.gridclear.report.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.io.CaseFiles;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;

/** Prices and loadings as bytes: flows of equal lines that are known, and what has none. */
class NetworkFramesTest {
  /** 30 MW over three equal lines: 10 each, and 15 each in the second hour, when one is out. */
  private static final String DAY =
      """
      {"format": "gridclear-case", "version": 1, "name": "lines",
       "horizon": {"periodCount": 2, "minutesPerPeriod": 60},
       "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
         "branches": [
           {"id": "ab", "from": "a", "to": "b", "xPu": 0.1, "ratings": {"normalMva": 40}},
           {"id": "planned", "from": "b", "to": "a", "xPu": 0.1, "ratings": {"normalMva": 100}},
           {"id": "off", "from": "a", "to": "b", "xPu": 0.1, "inService": false,
            "ratings": {"normalMva": 10}},
           {"id": "nothing", "from": "a", "to": "b", "xPu": 0.1}]},
       "branchOutages": [{"branch": "planned", "from": 1, "to": 2}],
       "branchLimits": [{"branch": "nothing", "mw": [0, "Infinity"]}],
       "busLoads": [{"bus": "b", "mw": 30}],
       "thermalUnits": [{"id": "g", "bus": "a", "offers": [{"mw": [0, 50], "yuanPerH": [0, 500]}]}]}
      """;

  @Test
  void whatIsOutOrWithoutLimitIsNotLoadedAndALimitOfNothingIsPassed() {
    ClearingCase of = ClearingCase.of(CaseFiles.unpack(DAY.getBytes(StandardCharsets.UTF_8)));
    ClearingOutcome outcome =
        ClearingKernel.clear(of, ClearingOptions.LOSSLESS, HighsSolver.find().orElseThrow());
    ClearingResult result = assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
    ByteBuffer bytes = ByteBuffer.wrap(NetworkFrames.of(of, result)).order(ByteOrder.LITTLE_ENDIAN);
    int[] head = {bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getInt()};
    assertArrayEquals(new int[] {1, 2, 2, 4}, head);
    // One MW more at b takes a third over the limit of nothing, at 6000 yuan a MW.
    for (double price : new double[] {10, 2010, 10, 10}) {
      assertEquals(price, bytes.getFloat(), 1e-3);
    }
    int[] loadings = new int[bytes.remaining()];
    for (int k = 0; k < loadings.length; k++) {
      loadings[k] = bytes.get() & 0xff;
    }
    assertArrayEquals(new int[] {25, 10, 255, 254, 38, 255, 255, 255}, loadings);
  }
}
