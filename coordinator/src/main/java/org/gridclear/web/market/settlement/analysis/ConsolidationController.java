package org.gridclear.web.market.settlement.analysis;

import java.io.IOException;
import java.math.BigDecimal;
import org.gridclear.account.Right;
import org.gridclear.settlement.analysis.Consolidation;
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

/** Books of a city beside its entity in a province. */
@RestController
@RequestMapping("/api/v1/settlement/closes/{id}")
class ConsolidationController {
  private final ServedProcess served;

  ConsolidationController(ServedProcess served) {
    this.served = served;
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
    ReportBounds.check("losses", losses, 1);
    try (CloseFolder city = served.close(id);
        CloseFolder whole = served.close(province)) {
      return TableAnswer.of(
          Consolidation.table(new Consolidation(city, losses).beside(whole, entity)), format);
    }
  }
}
