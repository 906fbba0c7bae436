package org.gridclear.web.market.settlement;

import java.io.IOException;
import java.math.BigDecimal;
import org.gridclear.account.Right;
import org.gridclear.settlement.analysis.Consolidation;
import org.gridclear.settlement.analysis.Obligations;
import org.gridclear.settlement.analysis.SettlementReports;
import org.gridclear.settlement.analysis.TwoSides;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports on closed months. */
@RestController
@RequestMapping("/api/v1/settlement/closes/{id}")
class ReportController {
  private static final int PEAKS_MAX = 2976;

  private final ServedProcess served;

  ReportController(ServedProcess served) {
    this.served = served;
  }

  /** A month by class, zone, retailer or member, its two sides, contracts, purchases, pools. */
  @GetMapping("/reports/{show}")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> report(
      @PathVariable String id,
      @PathVariable SettlementReports.Show show,
      @RequestParam(required = false) @Nullable BigDecimal shareLimit,
      @RequestParam(required = false) @Nullable BigDecimal priceLimit,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    TwoSides.Limits limits = SettlementReports.limits(show, shareLimit, priceLimit);
    try (CloseFolder close = served.close(id)) {
      return TableAnswer.of(SettlementReports.of(close, show, limits), TableAnswer.format(format));
    }
  }

  /** A city's books beside the entity that it is in a province. */
  @GetMapping("/consolidation")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> consolidation(
      @PathVariable String id,
      @RequestParam String province,
      @RequestParam String entity,
      @RequestParam(defaultValue = "0") BigDecimal losses,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    try (CloseFolder city = served.close(id);
        CloseFolder whole = served.close(province)) {
      return TableAnswer.of(
          Consolidation.table(new Consolidation(city, losses).beside(whole, entity)),
          TableAnswer.format(format));
    }
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
    if (peaks < 1 || peaks > PEAKS_MAX || margin.signum() < 0) {
      throw new IllegalArgumentException(
          "Give 1 to %d peaks and a margin of 0 or more.".formatted(PEAKS_MAX));
    }
    try (CloseFolder close = served.close(id)) {
      return TableAnswer.of(
          Obligations.of(java.util.List.of(close), peaks, margin).table(),
          TableAnswer.format(format));
    }
  }
}
