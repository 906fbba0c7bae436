package org.gridclear.settlement.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridclear.run.RunPlan;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Ledger;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.input.SettlementMonth.EntityName;
import org.gridclear.settlement.proof.StatementLine;
import org.gridclear.settlement.rule.RuleBook;

/** Lines of statements from the books of a close; its ledger is unpacked once. */
final class CloseLines {
  private final SettlementMonth month;
  private final List<RuleBook.Item> items;
  private final List<String> units;
  private final List<Ledger> ledgers;
  private final Map<String, Integer> numbers = new TreeMap<>();
  private final Map<String, List<String>> entities = new TreeMap<>();
  private final Map<String, String> names = new TreeMap<>();

  CloseLines(CloseFolder close) {
    this.month = close.month();
    this.items = month.book().items();
    this.units = close.quantityUnits();
    this.ledgers =
        IntStream.range(0, close.record().unitKeys().size())
            .parallel()
            .mapToObj(Ledger.each(close))
            .toList();
    for (EntityName entity : month.entities()) {
      numbers.put(entity.id(), numbers.size());
      for (int day = 1; day <= month.days(); day++) {
        SettlementMonth.Span span = entity.on(day);
        names.put(span.member(), span.memberName());
        List<String> of = entities.computeIfAbsent(span.member(), member -> new ArrayList<>());
        if (!of.contains(entity.id())) {
          of.add(entity.id());
        }
      }
    }
  }

  /** Ids of all members, sorted. */
  Collection<String> members() {
    return entities.keySet();
  }

  /** Ids of the entities that belong to a member on a day at least; none for an unknown one. */
  List<String> entities(String member) {
    return entities.getOrDefault(member, List.of());
  }

  /** Name of a member. */
  String name(String member) {
    return Objects.requireNonNull(names.get(member));
  }

  /** Codes of the items. */
  List<String> items() {
    return items.stream().map(RuleBook.Item::code).toList();
  }

  /**
   * Lines of a member by entity, day and item, those that are not 0.
   *
   * @param from first day
   * @param to last day
   */
  List<StatementLine> of(String member, int from, int to) {
    List<StatementLine> lines = new ArrayList<>();
    for (String id : entities(member)) {
      EntityName entity = month.entities().get(number(id));
      for (int day = from; day <= to; day++) {
        if (entity.on(day).member().equals(member)) {
          day(id, day, lines);
        }
      }
    }
    return lines;
  }

  private int number(String entity) {
    return Objects.requireNonNull(numbers.get(entity));
  }

  private void day(String entity, int day, List<StatementLine> lines) {
    int number = number(entity);
    Ledger ledger = ledgers.get(number / RunPlan.ENTITIES_A_UNIT);
    for (int i = 0; i < items.size(); i++) {
      int at = (number - ledger.from()) * ledger.items() + i;
      long quantity = ledger.quantities()[day - 1][at];
      long amount = ledger.amounts()[day - 1][at];
      if (quantity != 0 || amount != 0) {
        lines.add(
            new StatementLine(
                entity, month.date(day), items.get(i).code(), quantity, units.get(i), amount));
      }
    }
  }
}
