package org.gridclear.settlement.charge;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.settlement.formula.Expr;
import org.gridclear.settlement.formula.FormulaException;
import org.gridclear.settlement.formula.FormulaParser;
import org.gridclear.settlement.rule.RuleBook;

/**
 * Numbers of what is carried from day to day of a month: one state for each charge that is rounded
 * over the month, one for each value whose greatest is asked for. The same value in several rules,
 * or in a rule and the one that follows it, is one state.
 */
final class MonthStates {
  private final int charges;
  private final List<Expr> peaks = new ArrayList<>();

  MonthStates(RuleBook book) {
    this.charges = book.charges().size();
    book.charges().forEach(rule -> add(rule.amount(), rule.quantity()));
    book.transfers().forEach(rule -> add(rule.amount()));
    book.allocations().stream().filter(rule -> rule.shares()).forEach(rule -> add(rule.driver()));
  }

  /** A formula that cannot be read is reported where it is compiled. */
  private void add(String... formulas) {
    for (String formula : formulas) {
      try {
        if (!formula.isEmpty()) {
          find(FormulaParser.parse(formula));
        }
      } catch (FormulaException e) {
        continue;
      }
    }
  }

  private void find(Expr expr) {
    if (expr instanceof Expr.Negate negate) {
      find(negate.a());
    } else if (expr instanceof Expr.Binary binary) {
      find(binary.a());
      find(binary.b());
    } else if (expr instanceof Expr.Choose choose) {
      List.of(choose.left(), choose.right(), choose.then(), choose.otherwise()).forEach(this::find);
    } else if (expr instanceof Expr.Call call) {
      call.arguments().forEach(this::find);
      if (call.ofMonth() && !peaks.contains(call)) {
        peaks.add(call);
      }
    }
  }

  /** How many states there are. */
  int count() {
    return charges + peaks.size();
  }

  /** Number of the state of a function of the month. */
  int peak(Expr value) {
    return charges + peaks.indexOf(value);
  }
}
