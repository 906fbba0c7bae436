package org.gridclear.web.settlement;

import java.io.IOException;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.settlement.close.Seal;
import org.gridclear.settlement.view.CloseTables;
import org.gridclear.table.Table;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TablePage;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Days of closes, what a correction changed, and accounts by day. */
@RestController
@RequestMapping("/api/v1")
class CloseDayController {
  private static final String ONE = "/closes/{id}";

  private final OpenCloses closes;

  CloseDayController(OpenCloses closes) {
    this.closes = closes;
  }

  /** Days of a close with the state of their data. */
  @GetMapping(ONE + "/days")
  @Needs(Right.READ_SETTLEMENT)
  ResponseEntity<byte[]> days(@PathVariable String id, @ParameterObject TablePage page)
      throws IOException {
    closes.path(id);
    List<String> findings = closes.shelf().facts(id).findings();
    return page.of(closes.ask(id, queries -> CloseTables.days(queries, findings)));
  }

  /** What a correction changed. */
  @GetMapping(ONE + "/changes")
  @Needs(Right.READ_SETTLEMENT)
  ResponseEntity<byte[]> changes(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String entity,
      @RequestParam(required = false) @Nullable String item,
      @ParameterObject TablePage page)
      throws IOException {
    Table table = CloseTables.changes(Seal.read(closes.path(id)));
    return page.of(TablePage.having(TablePage.having(table, "entity", entity), "item", item));
  }
}
