package org.gridclear.security.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.NetworkIndex;
import org.junit.jupiter.api.Test;

class AcFlowTest {
  /** A mismatch that is no number compares as "not too great", and the flow would pass. */
  @Test
  void voltagesThatAreNoNumbersLeaveAnInfiniteMismatch() {
    NetworkIndex index =
        new NetworkIndex(CaseFiles.load("ieee14", Path.of(""), Set.of()).network());
    int n = index.busCount();
    boolean[] on = new boolean[index.branchCount()];
    Arrays.fill(on, true);
    double[] magnitude = new double[n];
    Arrays.fill(magnitude, 1);
    magnitude[n - 1] = Double.NaN;
    boolean[] held = new boolean[n];
    held[0] = true;
    AcFlow flow = new AcFlow(index, on, magnitude, new double[n]);
    double left = flow.solve(new double[n], new double[n], held, held.clone(), 1e-8, 5);
    assertEquals(Double.POSITIVE_INFINITY, left);
  }
}
