package org.gridclear.web;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.json.Json;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.CloseQueries;
import org.gridclear.settlement.close.EntityDetail;
import org.gridclear.settlement.close.Seal;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.view.CloseChecks;
import org.gridclear.settlement.view.CloseTables;
import org.gridclear.settlement.view.EntityExplanation;
import org.gridclear.settlement.view.Explanation;
import org.gridclear.table.Table;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TablePage;
import org.gridclear.web.settlement.OpenCloses;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
    return Json.MAPPER.readTree(Seal.read(closes.path(id)).content("summary.json"));
  }

  /** Reconciliations, pools and items of a close. */
  @GetMapping(ONE + "/checks")
  @Needs(Right.READ_SETTLEMENT)
  CloseChecks checks(@PathVariable String id) {
    return CloseChecks.of(Seal.read(closes.path(id)));
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
    return closes.ask(
        id, queries -> queries.entity(entity).stream().map(CloseController::row).toList());
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
    return closes.ask(id, queries -> lines(queries, entity, item, day));
  }

  private static List<Map<String, Object>> lines(
      CloseQueries queries, String entity, String item, String day) {
    CloseFolder close = queries.close();
    int ofItem = item.isEmpty() ? -1 : queries.item(item);
    int onDay = day.isEmpty() ? 0 : day(close.month(), day);
    var items = close.month().book().items();
    List<String> units = close.quantityUnits();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (EntityDetail.Line line : EntityDetail.of(close, entity).lines()) {
      String code = items.get(line.item()).code();
      if ((ofItem < 0 || ofItem == line.item()) && (onDay == 0 || onDay == line.day())) {
        rows.add(
            Map.of(
                "day", close.month().date(line.day()).toString(),
                "item", code,
                "interval", line.interval(),
                "quantity", FixedPoint.format(line.quantity(), 4),
                "unit", units.get(line.item()),
                "yuan", FixedPoint.format(line.amount(), 3)));
      }
    }
    return rows;
  }

  private static int day(SettlementMonth month, String text) {
    try {
      return text.matches("-?\\d{1,9}")
          ? month.day(Integer.parseInt(text))
          : month.day(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'%s' is no day; give one such as %s, or its number.".formatted(text, month.date(1)), e);
    }
  }

  /** Sums of an item by day. */
  @GetMapping(ONE + "/items/{item}/days")
  @Needs(Right.READ_SETTLEMENT)
  Map<String, String> days(@PathVariable String id, @PathVariable String item) {
    return closes.ask(
        id,
        queries -> {
          long[] sums = queries.itemByDay(item);
          Map<String, String> days = new LinkedHashMap<>();
          for (int d = 0; d < sums.length; d++) {
            String date = queries.close().month().date(d + 1).toString();
            days.put(date, FixedPoint.format(sums[d], 3));
          }
          return days;
        });
  }

  /** Amounts of the items of an account, such as ancillary, on each day and over the month. */
  @GetMapping(ONE + "/accounts/{account}/days")
  @Needs(Right.READ_SETTLEMENT)
  ResponseEntity<byte[]> account(
      @PathVariable String id, @PathVariable String account, @ParameterObject TablePage page)
      throws IOException {
    return page.of(closes.ask(id, queries -> CloseTables.account(queries, account)));
  }

  /** The entities with the largest amounts of an item. */
  @GetMapping(ONE + "/items/{item}/top")
  @Needs(Right.READ_SETTLEMENT)
  List<Map<String, String>> top(
      @PathVariable String id,
      @PathVariable String item,
      @RequestParam(defaultValue = "20") int limit) {
    return closes.ask(
        id, queries -> queries.top(item, limit).stream().map(CloseController::row).toList());
  }

  private static Map<String, String> row(CloseQueries.EntityAmount amount) {
    return Map.of(
        "entity", amount.entity(),
        "item", amount.item(),
        "quantity", FixedPoint.format(amount.quantity(), 4),
        "unit", amount.unit(),
        "yuan", FixedPoint.format(amount.amount(), 3));
  }
}
