package org.gridclear.settlement.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.settlement.charge.BookPrograms;
import org.gridclear.settlement.charge.RuleIssue;
import org.gridclear.settlement.formula.Unit;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.settlement.rule.RuleBook.Pool;
import org.gridclear.settlement.rule.TransferRule;

/** Everything that is wrong with a book of rules, before it is published. */
public final class BookCheck {
  private final SettlementMonth month;
  private final RuleBook book;
  private final List<RuleIssue> issues = new ArrayList<>();

  private BookCheck(SettlementMonth month) {
    this.month = month;
    this.book = month.book();
  }

  /** The issues of the book of a month, over all its days. */
  public static List<RuleIssue> issues(SettlementMonth month) {
    BookCheck check = new BookCheck(month);
    check.run();
    return List.copyOf(new LinkedHashSet<>(check.issues));
  }

  private void run() {
    Set<RuleBook> seen = new HashSet<>();
    Map<String, Set<Unit>> units = new HashMap<>();
    for (int day = 1; day <= month.days(); day++) {
      LocalDate date = month.date(day);
      RuleBook today = book.on(date, month.mode());
      if (seen.add(today)) {
        BookPrograms programs = new BookPrograms(book, today, month.intervals());
        issues.addAll(programs.issues());
        today
            .charges()
            .forEach(
                rule ->
                    units
                        .computeIfAbsent(rule.item(), key -> new LinkedHashSet<>())
                        .addAll(programs.quantityUnits(rule.item())));
        today.allocations().forEach(this::allocation);
        today.transfers().forEach(this::transfer);
        pools(today);
      }
    }
    units.forEach(this::quantity);
    book.charges().forEach(rule -> classes(rule.item(), rule.classes()));
    book.allocations().forEach(rule -> classes(rule.item(), rule.classes()));
  }

  /** Quantities of an item are added up on its bill, so they are of one unit. */
  private void quantity(String item, Set<Unit> units) {
    if (units.size() > 1) {
      issues.add(
          new RuleIssue(
              item,
              "quantity",
              units.stream().map(Unit::toString).collect(Collectors.joining(", ")),
              "rules of one item have quantities of one unit"));
    }
  }

  private void classes(String rule, List<String> groups) {
    for (String group : groups) {
      if (!EntityClass.knows(group)) {
        issues.add(new RuleIssue(rule, "classes", group, "no class or group has this name"));
      }
    }
  }

  private void allocation(AllocationRule rule) {
    String name = rule.shares() ? rule.item() : rule.pool() + " to " + rule.to();
    if (book.pool(rule.pool()) < 0) {
      issues.add(new RuleIssue(name, "pool", rule.pool(), "there is no such pool"));
    }
    if (!rule.shares() && book.pool(rule.to()) < 0) {
      issues.add(new RuleIssue(name, "to", rule.to(), "there is no such pool"));
    }
    boolean kept = book.parameters().stream().anyMatch(each -> each.name().equals(rule.keep()));
    if (!rule.keep().isEmpty() && !kept) {
      issues.add(new RuleIssue(name, "keep", rule.keep(), "there is no such parameter"));
    }
    if (!rule.shares()) {
      noAccount(name, "pool", rule.pool());
      noAccount(name, "to", rule.to());
    }
  }

  private void transfer(TransferRule rule) {
    noAccount(rule.name(), "from", rule.from());
    noAccount(rule.name(), "to", rule.to());
  }

  /** An account is what the items of its rules come to: no other money goes in or out. */
  private void noAccount(String rule, String field, String pool) {
    boolean account =
        book.pools().stream()
            .anyMatch(each -> each.name().equals(pool) && each.kind() == Pool.Kind.ACCOUNT);
    if (account) {
      issues.add(
          new RuleIssue(
              rule,
              field,
              pool,
              "an account takes and gives items of bills alone, no money between pools;"
                  + " make it a shared pool, or charge an item of it"));
    }
  }

  private void pools(RuleBook today) {
    List<String> cycle = PoolOrder.cycle(today);
    if (!cycle.isEmpty()) {
      issues.add(
          new RuleIssue(
              cycle.get(0), "to", String.join(" → ", cycle), "pools pass money round in a circle"));
    }
    for (Pool pool : book.pools()) {
      List<AllocationRule> rules =
          today.allocations().stream().filter(rule -> rule.pool().equals(pool.name())).toList();
      boolean emptied = rules.stream().anyMatch(rule -> rule.portion() == 0 && !rule.cap());
      if (pool.kind() == Pool.Kind.SHARED && !emptied) {
        issues.add(
            new RuleIssue(
                pool.name(),
                "allocations",
                String.valueOf(rules.size()),
                "a shared pool needs an allocation that takes what is left"));
      }
      if (pool.kind() == Pool.Kind.ZERO && !rules.isEmpty()) {
        issues.add(
            new RuleIssue(
                pool.name(), "kind", "zero", "a pool that is 0 by itself is not allocated"));
      }
    }
  }
}
