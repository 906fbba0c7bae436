package org.gridclear.clearing.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.MarketDay;

/** Small days that are cleared exactly and audited. */
abstract class AuditedDays {
  static final ClearingOptions EXACT = ClearingOptions.LOSSLESS.withGap(1e-9);

  static ClearingResult audited(ClearingCase clearingCase) {
    ClearingResult result = Fixtures.clear(clearingCase, EXACT);
    assertEquals(
        List.of(),
        ClearingAuditor.audit(clearingCase, result).stream().map(Finding::line).toList());
    return result;
  }

  static ClearingResult audited(MarketDay day) {
    return audited(ClearingCase.of(day));
  }
}
