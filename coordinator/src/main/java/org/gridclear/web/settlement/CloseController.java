package org.gridclear.web.settlement;

import java.io.IOException;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.settlement.close.Seal;
import org.gridclear.settlement.view.CloseChecks;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TablePage;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Questions to the closes in the folder {@code runs} of the server. Amounts are decimal texts. */
@RestController
@RequestMapping("/api/v1")
class CloseController {
  private static final String ONE = "/closes/{id}";

  private final OpenCloses closes;

  CloseController(OpenCloses closes) {
    this.closes = closes;
  }

  /** Names of all closes. */
  @GetMapping("/closes")
  @Needs(Right.READ_SETTLEMENT)
  List<String> closes() {
    return closes.shelf().names();
  }

  /** All closes with state, residual and who made them, the newest month first. */
  @GetMapping("/settlement/closes")
  @Needs(Right.READ_SETTLEMENT)
  ResponseEntity<byte[]> table(@ParameterObject TablePage page) throws IOException {
    return page.of(closes.shelf().table());
  }

  /** Figures of a close. */
  @GetMapping(ONE)
  @Needs(Right.READ_SETTLEMENT)
  JsonNode summary(@PathVariable String id) {
    return Seal.read(closes.path(id)).json("summary.json");
  }

  /** Reconciliations, pools and items of a close. */
  @GetMapping(ONE + "/checks")
  @Needs(Right.READ_SETTLEMENT)
  CloseChecks checks(@PathVariable String id) {
    return CloseChecks.of(Seal.read(closes.path(id)));
  }
}
