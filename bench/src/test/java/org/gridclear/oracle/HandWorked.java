package org.gridclear.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.oracle.random.RandomCases;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;

/**
 * Days so small that what they cost is worked out by hand: neither the clearing nor the oracle may
 * say anything else. Both could be wrong in the same way; a sum on paper is of neither.
 */
final class HandWorked {
  private static final LinearSolver HIGHS =
      HighsSolver.find().orElseThrow(() -> new AssertionError(HighsSolver.failure()));

  private HandWorked() {}

  /** A day of periods of so many minutes, with parts in JSON whose quotes are single ones. */
  static ClearingCase day(int periods, int minutes, String parts) {
    String text =
        """
        {'format': 'gridclear-case', 'version': 1, 'name': 'by hand',
         'horizon': {'periodCount': %d, 'minutesPerPeriod': %d}, %s}
        """
            .formatted(periods, minutes, parts);
    return ClearingCase.of(RandomCases.read(text.replace('\'', '"')));
  }

  /** The clearing of a day, at gap 0. */
  static ClearingResult cleared(ClearingCase clearingCase, boolean losses) {
    ClearingOutcome outcome = ClearingKernel.clear(clearingCase, Comparison.exact(losses), HIGHS);
    return ((ClearingOutcome.Cleared) outcome).result();
  }

  /** Checks what a day costs, by the oracle and by the clearing. */
  static void costs(double yuan, ClearingCase clearingCase, boolean losses) {
    double near = 1e-5 * Math.max(10, Math.abs(yuan));
    Oracle.Point best = new Oracle(clearingCase, losses, HIGHS).best().orElseThrow();
    assertEquals(yuan, best.objectiveYuan(), near, "oracle");
    ClearingResult result = cleared(clearingCase, losses);
    assertEquals(yuan, result.objectiveYuan(), near, "clearing");
    assertEquals(List.of(), ClearingAuditor.audit(clearingCase, result));
  }
}
