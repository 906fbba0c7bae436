package org.gridclear.web.settlement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Items of closes by day and by entity. */
@RestController
@RequestMapping("/api/v1")
class CloseItemController {
  private static final String ONE = "/closes/{id}";

  private final OpenCloses closes;

  CloseItemController(OpenCloses closes) {
    this.closes = closes;
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

  /** The entities with the largest amounts of an item. */
  @GetMapping(ONE + "/items/{item}/top")
  @Needs(Right.READ_SETTLEMENT)
  List<Map<String, String>> top(
      @PathVariable String id,
      @PathVariable String item,
      @RequestParam(defaultValue = "20") int limit) {
    return closes.ask(
        id, queries -> queries.top(item, limit).stream().map(AmountText::row).toList());
  }
}
