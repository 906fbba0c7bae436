package org.gridclear.settlement.view;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.CloseQueries;
import org.gridclear.settlement.close.EntityDetail;
import org.gridclear.settlement.input.SettlementMonth;

/** Lines of an entity of a close, as every door shows them. */
public final class EntityLines {
  private EntityLines() {}

  /**
   * The lines.
   *
   * @param item code of an item; "" for all
   * @param day a date, or its number in the month; "" for all
   * @throws IllegalArgumentException if there is no such item or day
   */
  public static List<Map<String, Object>> of(
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
}
