package org.gridclear.settlement.charge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridclear.settlement.formula.FormulaCompiler;
import org.gridclear.settlement.formula.FormulaException;
import org.gridclear.settlement.formula.FormulaParser;
import org.gridclear.settlement.formula.Program;
import org.gridclear.settlement.formula.Unit;
import org.gridclear.settlement.formula.Value;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.ChargeRule;
import org.gridclear.settlement.rule.ChargeRule.Grain;
import org.gridclear.settlement.rule.ChargeRule.Over;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.settlement.rule.TransferRule;
import org.jspecify.annotations.Nullable;

/** The rules of a day as programs: one per class of entities, for contracts, rights, events. */
public final class BookPrograms {
  private static final int DAYS_MAX = 31;

  private final RuleBook whole;
  private final RuleBook today;
  private final int intervals;
  private final MonthStates states;
  private final Map<String, Integer> itemNumbers = new HashMap<>();
  private final List<Output> outputs = new ArrayList<>();
  private final List<RuleIssue> issues = new ArrayList<>();
  private final Map<EntityClass, Program> ofClass = new EnumMap<>(EntityClass.class);
  private final Map<String, Program> ofEvent = new HashMap<>();
  private final Map<String, Set<Unit>> quantityUnits = new HashMap<>();
  private final Program contracts;
  private final Program rights;

  /**
   * Compiles the rules in effect on a day; what is wrong with them is in {@link #issues}.
   *
   * @param whole the whole book, which numbers items and drivers
   * @param today the rules of the day
   */
  public BookPrograms(RuleBook whole, RuleBook today, int intervals) {
    this.whole = whole;
    this.today = today;
    this.intervals = intervals;
    this.states = new MonthStates(whole);
    List<RuleBook.Item> items = whole.items();
    for (int i = 0; i < items.size(); i++) {
      itemNumbers.put(items.get(i).code(), i);
    }
    List<ChargeRule> ordered = new ItemOrder(today.charges(), issues).ordered();
    for (EntityClass entityClass : EntityClass.values()) {
      ofClass.put(entityClass, entityProgram(ordered, entityClass));
    }
    contracts = rowProgram(Over.CONTRACT, intervals, ordered);
    rights = rowProgram(Over.RIGHT, intervals, ordered);
    for (ChargeRule rule : ordered) {
      if (rule.over() == Over.EVENT) {
        ofEvent.put(rule.item(), rowProgram(Over.EVENT, 1, List.of(rule)));
      }
    }
  }

  /** What is wrong with the rules; empty where they compile. */
  public List<RuleIssue> issues() {
    return List.copyOf(new LinkedHashSet<>(issues));
  }

  List<Output> outputs() {
    return outputs;
  }

  /** Units that the formulas of the quantity of an item have; none where it has no quantity. */
  public Set<Unit> quantityUnits(String item) {
    return quantityUnits.getOrDefault(item, Set.of());
  }

  Program of(EntityClass entityClass) {
    return Objects.requireNonNull(ofClass.get(entityClass));
  }

  Program contracts() {
    return contracts;
  }

  Program rights() {
    return rights;
  }

  /** The program of an item of events; null if no rule has it. */
  @Nullable Program ofEvent(String item) {
    return ofEvent.get(item);
  }

  private Program entityProgram(List<ChargeRule> ordered, EntityClass entityClass) {
    FormulaCompiler compiler = new FormulaCompiler(intervals, states::peak);
    RuleNames names = names(Over.ENTITY, intervals);
    Set<String> seen = new LinkedHashSet<>();
    for (ChargeRule rule : ordered) {
      if (rule.over() == Over.ENTITY && takesPart(rule.classes(), entityClass)) {
        if (!seen.add(rule.item())) {
          issues.add(
              new RuleIssue(
                  rule.item(),
                  "classes",
                  entityClass.label(),
                  "two rules have it on the same day"));
        }
        charge(rule, compiler, names);
      }
    }
    for (TransferRule rule : today.transfers()) {
      transfer(rule, compiler, names);
    }
    drivers(Over.ENTITY, entityClass, compiler, names);
    return compiler.program();
  }

  private Program rowProgram(Over over, int intervalsOfRow, List<ChargeRule> rules) {
    FormulaCompiler compiler =
        new FormulaCompiler(
            intervalsOfRow,
            value -> {
              throw new FormulaException(
                  "A function of the month stands in rules over entities, not over " + label(over));
            });
    RuleNames names = names(over, intervalsOfRow);
    rules.stream()
        .filter(rule -> rule.over() == over)
        .forEach(rule -> charge(rule, compiler, names));
    drivers(over, null, compiler, names);
    return compiler.program();
  }

  private static String label(Over over) {
    return over.name().toLowerCase(Locale.ROOT) + "s";
  }

  private RuleNames names(Over over, int intervalsOfRow) {
    return new RuleNames(over, intervalsOfRow == 1 ? intervals : intervalsOfRow, whole, today);
  }

  private static boolean takesPart(List<String> groups, EntityClass entityClass) {
    return groups.isEmpty() || groups.stream().anyMatch(entityClass::in);
  }

  private void charge(ChargeRule rule, FormulaCompiler compiler, RuleNames names) {
    String field = "amount";
    String text = rule.amount();
    try {
      Value amount = money(compiler.compile(FormulaParser.parse(text), names));
      Value line = line(rule, amount, compiler);
      names.define(rule.item(), line);
      field = "quantity";
      text = rule.quantity();
      Value quantity =
          text.isEmpty()
              ? null
              : compiler.rounded(compiler.compile(FormulaParser.parse(text), names), 4);
      if (quantity != null && quantity.unit() != null) {
        quantityUnits
            .computeIfAbsent(rule.item(), key -> new LinkedHashSet<>())
            .add(quantity.unit());
      }
      Grain grain = rule.over() == Over.EVENT ? Grain.DAY : rule.grain();
      outputs.add(
          Output.charge(
              rule.item(),
              Objects.requireNonNull(itemNumbers.get(rule.item())),
              pool(rule.pool()),
              grain));
      compiler.emit(outputs.size() - 1, line, quantity);
    } catch (FormulaException | NumberFormatException e) {
      issues.add(new RuleIssue(rule.item(), field, text, String.valueOf(e.getMessage())));
    }
  }

  private Value line(ChargeRule rule, Value amount, FormulaCompiler compiler) {
    if (rule.grain() != Grain.INTERVAL && !amount.daily()) {
      throw new FormulaException(
          "a line per %s needs one value per day; use sum(…)".formatted(rule.grain().name()));
    }
    return switch (rule.roundAt()) {
      case INTERVAL -> compiler.rounded(amount, 3);
      case DAY -> compiler.carried(amount, -1, 1);
      case MONTH -> compiler.carried(amount, whole.charges().indexOf(rule), DAYS_MAX);
    };
  }

  private void transfer(TransferRule rule, FormulaCompiler compiler, RuleNames names) {
    try {
      Value amount = money(compiler.compile(FormulaParser.parse(rule.amount()), names));
      outputs.add(Output.transfer(rule.name(), pool(rule.from()), pool(rule.to())));
      compiler.emit(outputs.size() - 1, compiler.rounded(amount, 3), null);
    } catch (FormulaException e) {
      issues.add(
          new RuleIssue(rule.name(), "amount", rule.amount(), String.valueOf(e.getMessage())));
    }
  }

  private void drivers(
      Over over, @Nullable EntityClass entityClass, FormulaCompiler compiler, RuleNames names) {
    for (AllocationRule rule : today.allocations()) {
      if (rule.shares()
          && rule.over() == over
          && (entityClass == null || takesPart(rule.classes(), entityClass))) {
        try {
          Value driver = compiler.compile(FormulaParser.parse(rule.driver()), names);
          Value counted = rule.cap() ? compiler.rounded(money(driver), 3) : driver;
          outputs.add(Output.driver(rule.item(), whole.allocations().indexOf(rule)));
          compiler.emit(outputs.size() - 1, counted, null);
        } catch (FormulaException e) {
          issues.add(
              new RuleIssue(rule.item(), "driver", rule.driver(), String.valueOf(e.getMessage())));
        }
      }
    }
  }

  private static Value money(Value value) {
    if (value.unit() != null && !value.unit().equals(Unit.YUAN)) {
      throw new FormulaException("an amount is in yuan, this is in %s".formatted(value.unit()));
    }
    return value;
  }

  private int pool(String name) {
    int pool = whole.pool(name);
    if (pool < 0) {
      throw new FormulaException("there is no pool '%s'".formatted(name));
    }
    return pool;
  }
}
