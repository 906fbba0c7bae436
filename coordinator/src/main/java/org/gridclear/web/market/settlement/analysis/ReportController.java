package org.gridclear.web.market.settlement.analysis;

import java.io.IOException;
import java.math.BigDecimal;
import org.gridclear.account.Right;
import org.gridclear.settlement.analysis.SettlementReports;
import org.gridclear.settlement.analysis.TwoSides;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.settlement.ServedProcess;
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
  private static final int PRICE_BELOW = 1_000_000;

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
    ReportBounds.check("shareLimit", shareLimit, 1);
    ReportBounds.check("priceLimit", priceLimit, PRICE_BELOW);
    TwoSides.Limits limits = SettlementReports.limits(show, shareLimit, priceLimit);
    try (CloseFolder close = served.close(id)) {
      return TableAnswer.of(SettlementReports.of(close, show, limits).table(), format);
    }
  }
}
