package org.gridclear.settlement.charge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridclear.settlement.formula.Expr;
import org.gridclear.settlement.formula.FormulaException;
import org.gridclear.settlement.formula.FormulaParser;
import org.gridclear.settlement.rule.ChargeRule;

/** Puts charges in an order in which every item that a formula names is known before. */
final class ItemOrder {
  private final Map<String, List<ChargeRule>> rulesOfItem = new LinkedHashMap<>();
  private final List<RuleIssue> issues;
  private final Set<String> done = new LinkedHashSet<>();
  private final List<String> path = new ArrayList<>();
  private final List<ChargeRule> ordered = new ArrayList<>();

  ItemOrder(List<ChargeRule> rules, List<RuleIssue> issues) {
    this.issues = issues;
    for (ChargeRule rule : rules) {
      rulesOfItem.computeIfAbsent(rule.item(), item -> new ArrayList<>()).add(rule);
    }
  }

  List<ChargeRule> ordered() {
    rulesOfItem.keySet().forEach(this::visit);
    return ordered;
  }

  private void visit(String item) {
    if (done.contains(item)) {
      return;
    }
    if (path.contains(item)) {
      String cycle =
          String.join(" → ", path.subList(path.indexOf(item), path.size())) + " → " + item;
      issues.add(new RuleIssue(item, "amount", cycle, "items build on themselves"));
      return;
    }
    path.add(item);
    for (ChargeRule rule : Objects.requireNonNull(rulesOfItem.get(item))) {
      named(rule.amount()).stream().filter(rulesOfItem::containsKey).forEach(this::visit);
    }
    path.remove(item);
    if (done.add(item)) {
      ordered.addAll(rulesOfItem.get(item));
    }
  }

  /** Names in a formula; none where it does not parse, which is reported elsewhere. */
  private static Set<String> named(String formula) {
    Set<String> names = new LinkedHashSet<>();
    try {
      collect(FormulaParser.parse(formula), names);
    } catch (FormulaException e) {
      return Set.of();
    }
    return names;
  }

  private static void collect(Expr expr, Set<String> names) {
    if (expr instanceof Expr.Name name) {
      names.add(name.name());
    } else if (expr instanceof Expr.Negate negate) {
      collect(negate.a(), names);
    } else if (expr instanceof Expr.Binary binary) {
      collect(binary.a(), names);
      collect(binary.b(), names);
    } else if (expr instanceof Expr.Choose choose) {
      collect(choose.left(), names);
      collect(choose.right(), names);
      collect(choose.then(), names);
      collect(choose.otherwise(), names);
    } else if (expr instanceof Expr.Call call) {
      call.arguments().forEach(argument -> collect(argument, names));
    }
  }
}
