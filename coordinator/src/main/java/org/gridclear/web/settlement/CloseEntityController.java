package org.gridclear.web.settlement;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
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

/** Entities of closes: items, lines, where amounts come from. */
@RestController
@RequestMapping("/api/v1")
class CloseEntityController {
  private static final String ONE = "/closes/{id}";

  private final OpenCloses closes;

  CloseEntityController(OpenCloses closes) {
    this.closes = closes;
  }

  /** All entities with what they are paid. */
  @GetMapping(ONE + "/entities")
  @Needs(Right.READ_SETTLEMENT)
  ResponseEntity<byte[]> entities(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String entity,
      @RequestParam(required = false) @Nullable String member,
      @ParameterObject TablePage page)
      throws IOException {
    Table table = closes.ask(id, CloseTables::entities);
    return page.of(TablePage.having(TablePage.having(table, "entity", entity), "member", member));
  }

  /** Items of an entity over the month. */
  @GetMapping(ONE + "/entities/{entity}")
  @Needs(Right.READ_SETTLEMENT)
  List<Map<String, String>> entity(@PathVariable String id, @PathVariable String entity) {
    return closes.ask(id, queries -> queries.entity(entity).stream().map(AmountText::row).toList());
  }
}
