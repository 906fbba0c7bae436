package org.gridclear.settlement.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.EntityDetail;
import org.gridclear.settlement.close.EntityDetail.Line;
import org.gridclear.settlement.close.EntityInputs;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.rule.ChargeRule;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.validate.UnknownNameException;
import org.jspecify.annotations.Nullable;

/** Explains amounts of one entity. */
public final class EntityExplanation {
  private static final int YUAN = FixedPoint.YUAN_DECIMALS;
  private static final int MWH = FixedPoint.MWH_DECIMALS;
  private static final int HASH_DIGITS = 16;

  private final CloseFolder close;
  private final SettlementMonth month;
  private final EntityDetail detail;
  private final List<RuleBook.Item> items;

  /** Explains what a detail has. */
  public EntityExplanation(CloseFolder close, EntityDetail detail) {
    this.close = close;
    this.month = close.month();
    this.detail = detail;
    this.items = month.book().items();
  }

  /**
   * What is asked for.
   *
   * @param item code; null for all items
   * @param day day; null for all days of the item
   * @param interval interval from 1, of an item and a day; null for all
   */
  public record Asked(@Nullable String item, @Nullable LocalDate day, @Nullable Integer interval) {}

  /**
   * The explanation.
   *
   * @throws IllegalArgumentException if there is no such item, day or interval
   */
  public Explanation of(Asked asked) {
    check(asked);
    List<Line> lines = detail.lines().stream().filter(line -> fits(line, asked)).toList();
    String level = asked.item() == null ? "item" : asked.day() == null ? "day" : "interval";
    long total = lines.stream().mapToLong(Line::amount).sum();
    String id = month.entities().get(detail.entity()).id();
    String item = asked.item();
    LocalDate day = asked.day();
    DeliveredRows files = new DeliveredRows(close, id);
    return new Explanation(
        id,
        month.entities().get(detail.entity()).name(),
        close.record().id(),
        close.record().bookHash().substring(0, HASH_DIGITS),
        level,
        rows(lines, level),
        FixedPoint.format(total, YUAN),
        item != null && day != null ? rule(item, day) : null,
        item != null && day != null ? inputs(item, day, asked.interval()) : List.of(),
        item != null && day != null ? files.of(day) : List.of(),
        item != null && day != null ? files.readings(day, asked.interval()) : List.of());
  }

  private void check(Asked asked) {
    if (asked.item() != null && month.book().item(asked.item()) < 0) {
      throw new UnknownNameException(
          "item", asked.item(), items.stream().map(RuleBook.Item::code).toList());
    }
    if (asked.day() != null) {
      month.day(asked.day());
    }
    if (asked.interval() != null) {
      month.interval(asked.interval());
      if (asked.item() == null || asked.day() == null) {
        throw new IllegalArgumentException(
            "Interval %d is one of an item on a day; give both.".formatted(asked.interval()));
      }
    }
  }

  private boolean fits(Line line, Asked asked) {
    return (asked.item() == null || items.get(line.item()).code().equals(asked.item()))
        && (asked.day() == null || line.day() == asked.day().getDayOfMonth())
        && (asked.interval() == null || line.interval() == asked.interval());
  }

  private List<Explanation.Row> rows(List<Line> lines, String level) {
    List<String> units = close.quantityUnits();
    if (level.equals("interval")) {
      return lines.stream().map(line -> row(Integer.toString(line.interval()), line)).toList();
    }
    Map<Integer, Line> sums = new TreeMap<>();
    for (Line line : lines) {
      int key = level.equals("item") ? line.item() : line.day();
      sums.merge(key, line, EntityExplanation::sum);
    }
    List<Explanation.Row> rows = new ArrayList<>();
    sums.forEach(
        (key, sum) ->
            rows.add(
                row(
                    level.equals("item") ? items.get(key).code() : month.date(key).toString(),
                    new Line(
                        sum.day(),
                        sum.item(),
                        0,
                        -1,
                        units.get(sum.item()).isEmpty() ? 0 : sum.quantity(),
                        sum.amount()))));
    return rows;
  }

  private static Line sum(Line a, Line b) {
    return new Line(a.day(), a.item(), 0, -1, a.quantity() + b.quantity(), a.amount() + b.amount());
  }

  private Explanation.Row row(String key, Line line) {
    String unit = close.quantityUnits().get(line.item());
    return new Explanation.Row(
        key,
        unit.isEmpty() ? "" : FixedPoint.format(line.quantity(), MWH),
        unit,
        line.price().isPresent() ? FixedPoint.format(line.price().getAsLong(), YUAN) : "",
        FixedPoint.format(line.amount(), YUAN),
        line.contract() < 0 ? "" : month.contracts().get(line.contract()));
  }

  private List<ChargeRule> charges(String item, LocalDate day) {
    EntityClass entityClass =
        EntityClass.of(month.entities().get(detail.entity()).entityClass()).orElseThrow();
    return month.book().on(day, month.mode()).charges().stream()
        .filter(rule -> rule.item().equals(item))
        .filter(
            rule -> rule.classes().isEmpty() || rule.classes().stream().anyMatch(entityClass::in))
        .toList();
  }

  private Explanation.@Nullable Rule rule(String item, LocalDate day) {
    RuleBook today = month.book().on(day, month.mode());
    return charges(item, day).stream()
        .map(
            rule ->
                new Explanation.Rule(
                    rule.amount(), "charge", word(rule.roundAt()), rule.pool(), today.name()))
        .findFirst()
        .or(
            () ->
                today.allocations().stream()
                    .filter(rule -> rule.item().equals(item))
                    .map(
                        rule ->
                            new Explanation.Rule(
                                rule.driver(),
                                "share",
                                word(rule.period()),
                                rule.pool(),
                                today.name()))
                    .findFirst())
        .orElse(null);
  }

  private static String word(ChargeRule.Grain grain) {
    return grain.name().toLowerCase(Locale.ROOT);
  }

  private List<EntityInputs.Input> inputs(String item, LocalDate day, @Nullable Integer interval) {
    return charges(item, day).stream()
        .flatMap(
            rule ->
                EntityInputs.of(close, detail.entity(), day.getDayOfMonth(), interval, rule)
                    .stream())
        .distinct()
        .toList();
  }
}
