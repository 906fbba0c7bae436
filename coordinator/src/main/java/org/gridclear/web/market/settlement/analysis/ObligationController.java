package org.gridclear.web.market.settlement.analysis;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.settlement.analysis.Obligations;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Capacity that buyers have to hold. */
@RestController
@RequestMapping("/api/v1/settlement/closes/{id}")
class ObligationController {
  private static final int PEAKS_MAX = 2976;

  private final ServedProcess served;

  ObligationController(ServedProcess served) {
    this.served = served;
  }

  /** Capacity that buyers have to hold, from the greatest loads of the month. */
  @GetMapping("/obligations")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> obligations(
      @PathVariable String id,
      @RequestParam(defaultValue = "20") int peaks,
      @RequestParam(defaultValue = "0.15") BigDecimal margin,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    ReportBounds.check("margin", margin, 1);
    if (peaks < 1 || peaks > PEAKS_MAX) {
      throw new IllegalArgumentException("Give 1 to %d peaks.".formatted(PEAKS_MAX));
    }
    try (CloseFolder close = served.close(id)) {
      return TableAnswer.of(Obligations.of(List.of(close), peaks, margin).table(), format);
    }
  }
}
