package org.gridclear.web.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.settlement.close.EntityDetail;
import org.gridclear.settlement.view.EntityExplanation;
import org.gridclear.settlement.view.EntityLines;
import org.gridclear.settlement.view.Explanation;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lines of entities of closes, and where amounts come from. */
@RestController
@RequestMapping("/api/v1")
class CloseLineController {
  private static final String ONE = "/closes/{id}";

  private final OpenCloses closes;

  CloseLineController(OpenCloses closes) {
    this.closes = closes;
  }

  /** Where amounts of an entity come from: items, days of an item, lines of a day, one line. */
  @GetMapping(ONE + "/entities/{entity}/explanation")
  @Needs(Right.READ_SETTLEMENT)
  Explanation explanation(
      @PathVariable String id,
      @PathVariable String entity,
      @RequestParam(required = false) @Nullable String item,
      @RequestParam(required = false) @Nullable LocalDate day,
      @RequestParam(required = false) @Nullable Integer interval) {
    return closes.ask(
        id,
        queries -> {
          EntityDetail detail = EntityDetail.of(queries.close(), entity);
          return new EntityExplanation(queries.close(), detail)
              .of(new EntityExplanation.Asked(item, day, interval));
        });
  }

  /** Every line of an entity, or those of an item or a day: a date, or its number in the month. */
  @GetMapping(ONE + "/entities/{entity}/lines")
  @Needs(Right.READ_SETTLEMENT)
  List<Map<String, Object>> lines(
      @PathVariable String id,
      @PathVariable String entity,
      @RequestParam(defaultValue = "") String item,
      @RequestParam(defaultValue = "") String day) {
    return closes.ask(id, queries -> EntityLines.of(queries, entity, item, day));
  }
}
