package org.gridclear.web.market.settlement;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
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
  private static final int DECIMALS_MAX = 9;
  private static final int PRICE_BELOW = 1_000_000;

  private final ServedProcess served;

  ReportController(ServedProcess served) {
    this.served = served;
  }

  /**
   * Numbers that the options of the commands take too; 1e999999999 would be worked with for ever.
   */
  private static void check(String name, @Nullable BigDecimal value, int below) {
    if (value != null
        && (Math.abs((long) value.scale()) > DECIMALS_MAX
            || value.signum() < 0
            || value.compareTo(BigDecimal.valueOf(below)) >= 0)) {
      throw new IllegalArgumentException(
          "%s must be from 0 to below %d, with at most %d decimals."
              .formatted(name, below, DECIMALS_MAX));
    }
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
    check("shareLimit", shareLimit, 1);
    check("priceLimit", priceLimit, PRICE_BELOW);
    TwoSides.Limits limits = SettlementReports.limits(show, shareLimit, priceLimit);
    try (CloseFolder close = served.close(id)) {
      return TableAnswer.of(SettlementReports.of(close, show, limits).table(), format);
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
    check("losses", losses, 1);
    try (CloseFolder city = served.close(id);
        CloseFolder whole = served.close(province)) {
      return TableAnswer.of(
          Consolidation.table(new Consolidation(city, losses).beside(whole, entity)), format);
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
    check("margin", margin, 1);
    if (peaks < 1 || peaks > PEAKS_MAX) {
      throw new IllegalArgumentException("Give 1 to %d peaks.".formatted(PEAKS_MAX));
    }
    try (CloseFolder close = served.close(id)) {
      return TableAnswer.of(Obligations.of(List.of(close), peaks, margin).table(), format);
    }
  }
}
