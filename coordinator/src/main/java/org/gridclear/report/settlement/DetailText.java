package org.gridclear.report.settlement;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.EntityDetail;
import org.gridclear.settlement.close.EntityDetail.Line;
import org.gridclear.settlement.close.EntityInputs;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.ChargeRule;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.table.CsvFile;

/** Lines of an entity, from its items down to one interval with formula and inputs. */
public final class DetailText {
  private final CloseFolder close;
  private final SettlementMonth month;
  private final List<RuleBook.Item> items;
  private final List<String> units;
  private final EntityDetail detail;
  private final Map<Integer, String> formulas = new HashMap<>();

  /** Text of a detail. */
  public DetailText(CloseFolder close, EntityDetail detail) {
    this.close = close;
    this.month = close.month();
    this.items = month.book().items();
    this.units = close.quantityUnits();
    this.detail = detail;
  }

  /** Writes every line as CSV. */
  public void write(Path file) {
    try (CsvFile csv =
        new CsvFile(
            file,
            "entity",
            "day",
            "item",
            "interval",
            "quantity",
            "yuan",
            "direction",
            "yuanPerUnit",
            "contract",
            "formula",
            "unit")) {
      for (Line line : detail.lines()) {
        csv.row(
            entity(),
            month.date(line.day()).toString(),
            items.get(line.item()).code(),
            line.interval(),
            FixedPoint.format(line.quantity(), 4),
            SettlementTables.yuan(line.amount()),
            line.amount() >= 0 ? "pay" : "collect",
            line.price().isPresent() ? FixedPoint.format(line.price().getAsLong(), 3) : "",
            line.contract() < 0 ? "" : month.contracts().get(line.contract()),
            formulas.computeIfAbsent(line.day() * 1_000 + line.item(), key -> formula(line)),
            units.get(line.item()));
      }
    }
  }

  /** The formula by which an item of a day is computed, or the key by which it is shared. */
  private String formula(Line line) {
    String code = items.get(line.item()).code();
    RuleBook today = month.book().on(month.date(line.day()), month.mode());
    return charges(today, code)
        .map(ChargeRule::amount)
        .findFirst()
        .or(
            () ->
                today.allocations().stream()
                    .filter(rule -> rule.item().equals(code))
                    .map(rule -> "share of " + rule.pool() + " by " + rule.driver())
                    .findFirst())
        .orElse("");
  }

  /** The rules of an item that charge the class of the entity. */
  private Stream<ChargeRule> charges(RuleBook today, String code) {
    EntityClass entityClass =
        EntityClass.of(month.entities().get(detail.entity()).entityClass()).orElseThrow();
    return today.charges().stream()
        .filter(rule -> rule.item().equals(code))
        .filter(
            rule -> rule.classes().isEmpty() || rule.classes().stream().anyMatch(entityClass::in));
  }

  private String entity() {
    return month.entities().get(detail.entity()).id();
  }

  /**
   * Items, days, intervals or one line, by what is given.
   *
   * @param item code; null for all
   * @param day day; null for all
   * @param interval interval from 1, of an item and a day; null for all
   * @throws IllegalArgumentException if there is no such item, day or interval
   */
  public String text(String item, LocalDate day, Integer interval) {
    if (day != null) {
      month.day(day);
    }
    if (interval != null) {
      month.interval(interval);
      if (item == null || day == null) {
        throw new IllegalArgumentException(
            "Interval %d is one of an item on a day; give both.".formatted(interval));
      }
    }
    StringBuilder text = new StringBuilder();
    text.append(
        "%s, %s, close %s, books %s%n"
            .formatted(
                entity(),
                month.month(),
                close.record().id(),
                close.record().bookHash().substring(0, 16)));
    if (item == null) {
      for (int i = 0; i < items.size(); i++) {
        int number = i;
        row(
            text,
            items.get(i).code(),
            units.get(i),
            line -> line.item() == number && on(line, day));
      }
      row(text, "total", "", line -> on(line, day));
      return text.toString();
    }
    int number = number(item);
    String unit = units.get(number);
    if (day == null) {
      for (int d = 1; d <= month.days(); d++) {
        int of = d;
        row(
            text,
            month.date(d).toString(),
            unit,
            line -> line.item() == number && line.day() == of);
      }
      row(text, "total", unit, line -> line.item() == number);
      return text.toString();
    }
    List<Line> lines =
        detail.lines().stream()
            .filter(line -> line.item() == number && on(line, day))
            .filter(line -> interval == null || line.interval() == interval)
            .toList();
    for (Line line : lines) {
      String label = line.interval() == 0 ? "day" : "interval " + line.interval();
      row(text, label, unit, line.quantity(), line.amount());
    }
    formula(text, item, day, interval);
    return text.toString();
  }

  private int number(String code) {
    int number = month.book().item(code);
    if (number >= 0) {
      return number;
    }
    throw new IllegalArgumentException(
        "There is no item %s; there are %s."
            .formatted(code, items.stream().map(RuleBook.Item::code).toList()));
  }

  private boolean on(Line line, LocalDate day) {
    return day == null || Objects.equals(month.date(line.day()), day);
  }

  /** A row of sums; amounts alone where what is added up has no unit or several. */
  private void row(StringBuilder text, String label, String unit, Predicate<Line> which) {
    long quantity = 0;
    long amount = 0;
    long count = 0;
    for (Line line : detail.lines()) {
      if (which.test(line)) {
        quantity += line.quantity();
        amount += line.amount();
        count++;
      }
    }
    if (count > 0) {
      row(text, label, unit, quantity, amount);
    }
  }

  private static void row(
      StringBuilder text, String label, String unit, long quantity, long amount) {
    text.append(
        String.format(
            Locale.ROOT,
            "  %-26s %16s %-3s %20s yuan  %s%n",
            label,
            unit.isEmpty() ? "" : FixedPoint.format(quantity, 4),
            unit.equals("1") ? "" : unit,
            SettlementTables.yuan(amount),
            amount >= 0 ? "pay" : "collect"));
  }

  private void formula(StringBuilder text, String item, LocalDate day, Integer interval) {
    RuleBook today = month.book().on(day, month.mode());
    for (ChargeRule rule : charges(today, item).toList()) {
      text.append("Rule: %s%n".formatted(rule.amount()));
      text.append(
          "Rounded at: %s, pool %s, book '%s'%n"
              .formatted(
                  rule.roundAt().name().toLowerCase(Locale.ROOT), rule.pool(), today.name()));
      EntityInputs.of(close, detail.entity(), day.getDayOfMonth(), interval, rule)
          .forEach(line -> text.append("  ").append(line.text()).append('\n'));
    }
    for (AllocationRule rule : today.allocations()) {
      if (rule.item().equals(item)) {
        text.append(
            "Share of pool %s in proportion to %s, per %s, by largest remainder%n"
                .formatted(
                    rule.pool(), rule.driver(), rule.period().name().toLowerCase(Locale.ROOT)));
      }
    }
  }
}
