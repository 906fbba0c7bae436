package org.gridclear.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridclear.json.Json;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.CloseQueries;
import org.gridclear.settlement.close.EntityDetail;
import org.gridclear.settlement.close.Seal;
import org.gridclear.settlement.input.SettlementMonth;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** Questions to the closes in the folder {@code runs} of the server. Amounts are decimal texts. */
@RestController
@RequestMapping("/api/v1/closes")
class CloseController {
  private static final int OPEN_MAX = 2;

  private final Path folder;
  private final Map<String, CloseQueries> open =
      new LinkedHashMap<>(4, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CloseQueries> eldest) {
          boolean full = size() > OPEN_MAX;
          if (full) {
            eldest.getValue().close().close();
          }
          return full;
        }
      };

  CloseController(CaseFolder cases) {
    this.folder = cases.path().resolve("runs");
  }

  /** Names of all closes. */
  @GetMapping
  List<String> closes() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve("close.json")))
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** Figures of a close. */
  @GetMapping("/{id}")
  JsonNode summary(@PathVariable String id) {
    return Json.MAPPER.readTree(Seal.read(path(id)).content("summary.json"));
  }

  /** Items of an entity over the month. */
  @GetMapping("/{id}/entities/{entity}")
  List<Map<String, String>> entity(@PathVariable String id, @PathVariable String entity) {
    synchronized (open) {
      return queries(id).entity(entity).stream().map(CloseController::row).toList();
    }
  }

  /** Every line of an entity, or those of an item or a day: a date, or its number in the month. */
  @GetMapping("/{id}/entities/{entity}/lines")
  List<Map<String, Object>> lines(
      @PathVariable String id,
      @PathVariable String entity,
      @RequestParam(defaultValue = "") String item,
      @RequestParam(defaultValue = "") String day) {
    synchronized (open) {
      CloseQueries queries = queries(id);
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
  @GetMapping("/{id}/items/{item}/days")
  Map<String, String> days(@PathVariable String id, @PathVariable String item) {
    synchronized (open) {
      CloseQueries queries = queries(id);
      long[] sums = queries.itemByDay(item);
      Map<String, String> days = new LinkedHashMap<>();
      for (int d = 0; d < sums.length; d++) {
        days.put(queries.close().month().date(d + 1).toString(), FixedPoint.format(sums[d], 3));
      }
      return days;
    }
  }

  /** The entities with the largest amounts of an item. */
  @GetMapping("/{id}/items/{item}/top")
  List<Map<String, String>> top(
      @PathVariable String id,
      @PathVariable String item,
      @RequestParam(defaultValue = "20") int limit) {
    synchronized (open) {
      return queries(id).top(item, limit).stream().map(CloseController::row).toList();
    }
  }

  private static Map<String, String> row(CloseQueries.EntityAmount amount) {
    return Map.of(
        "entity", amount.entity(),
        "item", amount.item(),
        "quantity", FixedPoint.format(amount.quantity(), 4),
        "unit", amount.unit(),
        "yuan", FixedPoint.format(amount.amount(), 3));
  }

  private CloseQueries queries(String id) {
    Path path = path(id);
    return open.computeIfAbsent(id, key -> new CloseQueries(CloseFolder.open(path)));
  }

  private Path path(String id) {
    Path path = folder.resolve(id).normalize();
    if (!id.matches("[\\w.-]+")
        || !path.startsWith(folder)
        || !Files.exists(path.resolve("close.json"))) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no close " + id + " here.");
    }
    return path;
  }
}
