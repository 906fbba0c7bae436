package org.gridclear.settlement.bill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.run.RunPlan;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Ledger;
import org.gridclear.settlement.close.Ledgers;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.input.SettlementMonth.EntityName;
import org.gridclear.settlement.input.SettlementMonth.Span;
import org.gridclear.settlement.rule.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * The bills of a close before they are issued: one per entity and member, over the days on which
 * the entity belonged to the member. What was billed before is settled again by its difference.
 */
public final class BillDrafts {
  private final CloseFolder close;
  private final BillRegister register;
  private final Map<CloseFolder, Ledgers> ledgers = new ConcurrentHashMap<>();

  private @Nullable Map<String, List<String>> earlier;

  /** Drafts of a close against what the register says was issued. */
  public BillDrafts(CloseFolder close, BillRegister register) {
    this.close = close;
    this.register = register;
  }

  /**
   * A bill to be issued.
   *
   * @param bill the bill, without number
   * @param issued the same bill, if it was issued before
   */
  public record Draft(Bill bill, Optional<BillRegister.Issued> issued) {}

  /**
   * The drafts of all entities of a unit; none for what has neither items nor differences.
   *
   * @throws IllegalArgumentException if an entity was billed from books that this close does not
   *     follow
   */
  public List<Draft> of(int unit) {
    Ledger ledger = Ledger.of(close, unit);
    List<Draft> drafts = new ArrayList<>();
    for (int e = ledger.from(); e < ledger.to(); e++) {
      drafts.addAll(entity(e, ledger));
    }
    return drafts;
  }

  /** The drafts of one entity. */
  public List<Draft> of(String entity) {
    int e = close.entity(entity);
    return entity(e, Ledger.of(close, e / RunPlan.ENTITIES_A_UNIT));
  }

  /** The bill of an entity to a member that was issued from the books of a close and stands. */
  private Optional<BillRegister.Issued> issued(CloseFolder from, String entity, String member) {
    return register.of(close.record().month(), entity, member, BillRegister.books(from));
  }

  private List<Draft> entity(int e, Ledger ledger) {
    EntityName name = close.month().entities().get(e);
    Map<String, List<Integer>> days = days(close.month(), name);
    Optional<CloseFolder> billed = billed(name.id());
    Map<String, List<Integer>> then =
        billed
            .map(b -> days(b.month(), b.month().entities().get(b.entity(name.id()))))
            .orElse(Map.of());
    TreeSet<String> members = new TreeSet<>(days.keySet());
    members.addAll(then.keySet());
    List<Draft> drafts = new ArrayList<>();
    for (String member : members) {
      Optional<BillRegister.Issued> last = register.last(close.record().month(), name.id(), member);
      Optional<BillRegister.Issued> own = issued(close, name.id(), member);
      if (own.isEmpty()) {
        check(last, billed);
      }
      List<Bill.Line> lines = lines(e, ledger, days.getOrDefault(member, List.of()));
      List<Bill.Resettlement> differences =
          billed.isEmpty()
              ? List.of()
              : differences(
                  name.id(),
                  lines,
                  billed.get(),
                  then.getOrDefault(member, List.of()),
                  issued(billed.get(), name.id(), member)
                      .map(BillRegister.Issued::number)
                      .orElse("-"));
      if (billed.isEmpty() ? days.containsKey(member) : !differences.isEmpty()) {
        List<Integer> over =
            Objects.requireNonNull(days.containsKey(member) ? days.get(member) : then.get(member));
        EntityName to =
            days.containsKey(member)
                ? name
                : billed.get().month().entities().get(billed.get().entity(name.id()));
        Bill bill = bill(to, over, lines, differences);
        drafts.add(new Draft(own.map(is -> bill.with(register.mitigated(is))).orElse(bill), own));
      }
    }
    return drafts;
  }

  /** Days on which an entity belongs to each member, in order. */
  private static Map<String, List<Integer>> days(SettlementMonth month, EntityName entity) {
    Map<String, List<Integer>> days = new TreeMap<>();
    for (int day = 1; day <= month.days(); day++) {
      days.computeIfAbsent(entity.on(day).member(), key -> new ArrayList<>()).add(day);
    }
    return days;
  }

  /** The last close before this one from which a bill of an entity was issued. */
  private Optional<CloseFolder> billed(String entity) {
    for (var each = close.previous(); each.isPresent(); each = each.get().previous()) {
      if (each.get().has(entity) && register.has(BillRegister.books(each.get()), entity)) {
        return each;
      }
    }
    return Optional.empty();
  }

  /** The last bill is of these books, or of those that this close follows. */
  private void check(Optional<BillRegister.Issued> last, Optional<CloseFolder> billed) {
    if (last.isPresent()
        && (billed.isEmpty() || !last.get().books().equals(BillRegister.books(billed.get())))) {
      throw new IllegalArgumentException(
          "%s of %s was billed as %s from other books, which this close does not follow; correct that close, or cancel the bill with --cancel."
              .formatted(last.get().entity(), last.get().member(), last.get().number()));
    }
  }

  private List<Bill.Line> lines(int e, Ledger ledger, List<Integer> days) {
    List<RuleBook.Item> items = close.month().book().items();
    List<String> units = close.quantityUnits();
    List<Bill.Line> lines = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      int at = (e - ledger.from()) * ledger.items() + i;
      long quantity = days.stream().mapToLong(day -> ledger.quantities()[day - 1][at]).sum();
      long amount = days.stream().mapToLong(day -> ledger.amounts()[day - 1][at]).sum();
      if (quantity != 0 || amount != 0) {
        RuleBook.Item item = items.get(i);
        lines.add(
            new Bill.Line(
                item.code(),
                item.name(),
                item.account(),
                quantity,
                units.get(i),
                price(amount, quantity),
                amount));
      }
    }
    return lines;
  }

  /** Items of this close and of that one before, which may have other rules. */
  private List<Bill.Resettlement> differences(
      String entity, List<Bill.Line> lines, CloseFolder billed, List<Integer> days, String number) {
    Ledgers before = ledgers.computeIfAbsent(billed, Ledgers::new);
    Map<String, RuleBook.Item> items = new LinkedHashMap<>();
    close.month().book().items().forEach(item -> items.put(item.code(), item));
    billed.month().book().items().forEach(item -> items.putIfAbsent(item.code(), item));
    List<Bill.Resettlement> differences = new ArrayList<>();
    for (RuleBook.Item item : items.values()) {
      long now =
          lines.stream()
              .filter(line -> line.code().equals(item.code()))
              .mapToLong(Bill.Line::amount)
              .sum();
      long then = days.stream().mapToLong(day -> before.amount(entity, item.code(), day)).sum();
      if (now != then) {
        differences.add(new Bill.Resettlement(number, item.code(), item.name(), now - then));
      }
    }
    return differences;
  }

  private Bill bill(
      EntityName entity,
      List<Integer> days,
      List<Bill.Line> lines,
      List<Bill.Resettlement> differences) {
    int last = days.get(days.size() - 1);
    Span span = entity.on(last);
    return new Bill(
        "",
        new EntityName(
            entity.id(), span.name(), span.member(), span.memberName(), entity.entityClass()),
        "",
        close.month().date(days.get(0)).toString(),
        close.month().date(last).toString(),
        lines,
        differences,
        remark(entity, days));
  }

  /** Why the close was made, and names that the entity or the member had before. */
  private String remark(EntityName entity, List<Integer> days) {
    List<String> parts = new ArrayList<>();
    if (!close.record().reason().isEmpty()) {
      parts.add(close.record().reason());
    }
    Span end = entity.on(days.get(days.size() - 1));
    parts.addAll(earlier().getOrDefault(entity.id() + "\n" + end.member(), List.of()));
    for (Span span : entity.spans()) {
      boolean here = span.member().equals(end.member()) && span.from() <= close.month().days();
      if (here && !(span.name() + span.memberName()).equals(end.name() + end.memberName())) {
        parts.add(
            "%s - %s: %s, %s"
                .formatted(
                    close.month().date(span.from()),
                    close.month().date(Math.min(span.to(), close.month().days())),
                    span.name(),
                    span.memberName()));
      }
    }
    return String.join("; ", parts);
  }

  /** Earlier bills that are settled again on this one, by entity and member. */
  private Map<String, List<String>> earlier() {
    if (earlier == null) {
      Map<String, Map<String, Long>> sums = new TreeMap<>();
      for (CarriedEvents.Dated each : CarriedEvents.dated(close.files(), close.month())) {
        CarriedLine line = each.line();
        String key = line.entity() + "\n" + each.member();
        String text = "re-settlement of %s (%s)".formatted(line.bill(), line.month());
        sums.computeIfAbsent(key, k -> new TreeMap<>())
            .merge(text, line.milliYuan(), Math::addExact);
      }
      Map<String, List<String>> texts = new TreeMap<>();
      sums.forEach(
          (entity, bills) ->
              bills.forEach(
                  (text, sum) ->
                      texts
                          .computeIfAbsent(entity, k -> new ArrayList<>())
                          .add(text + ": " + FixedPoint.format(sum, FixedPoint.YUAN_DECIMALS))));
      earlier = texts;
    }
    return earlier;
  }

  /** Amount over quantity, as a magnitude with the sign of the price. */
  private static long price(long amount, long quantity) {
    if (quantity == 0) {
      return 0;
    }
    long sign = quantity < 0 ? -1 : 1;
    return FixedPoint.divide(
        sign * Math.multiplyExact(amount, FixedPoint.pow10(FixedPoint.MWH_DECIMALS)),
        sign * quantity);
  }
}
