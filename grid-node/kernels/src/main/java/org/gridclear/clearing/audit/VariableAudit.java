package org.gridclear.clearing.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.ConstraintPrice;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.DecisionVariable;
import org.gridclear.market.rule.LinearConstraint;

/**
 * Checks variables given as data: their limits, that whole ones are whole, that what is missing is
 * reported, and that none would cost less at another value by the shadow prices of its rows.
 */
final class VariableAudit {
  private static final double WHOLE = 1e-5;
  private static final double ROOM = 10 * Tolerance.MW;

  private final MarketDay day;
  private final ClearingResult result;
  private final List<Finding> findings;

  VariableAudit(ClearingCase clearingCase, ClearingResult result, List<Finding> findings) {
    this.day = clearingCase.day();
    this.result = result;
    this.findings = findings;
  }

  /**
   * Runs the checks.
   *
   * @param together whether energy and reserve were cleared in one program, whose shadow prices are
   *     those of the schedule
   */
  void run(ClearingCase clearingCase, boolean together) {
    List<DecisionVariable> variables = day.rules().variables();
    if (!clearingCase.inEffect(ConstraintFamily.PRACTICAL)) {
      variables.forEach(this::unused);
      return;
    }
    double[][] worth = worth(variables);
    for (int i = 0; i < variables.size(); i++) {
      for (int t = 0; t < day.periodCount(); t++) {
        double value = result.schedule().variables()[i][t];
        limits(variables.get(i), t, value);
        if (together && !variables.get(i).whole()) {
          price(variables.get(i), t, value, worth[i][t]);
        }
      }
    }
  }

  /** A variable of a family that is off has no value. */
  private void unused(DecisionVariable variable) {
    double[] values = result.schedule().variables()[day.rules().variables().indexOf(variable)];
    for (int t = 0; t < values.length; t++) {
      if (Math.abs(values[t]) > Tolerance.MW) {
        String text = values[t] + " in a family that is off";
        findings.add(new Finding("limits", element(variable), t, text));
      }
    }
  }

  /** What one unit of every variable saves in the rows that it takes part in, in yuan. */
  private double[][] worth(List<DecisionVariable> variables) {
    Map<String, Integer> numbers = new HashMap<>();
    variables.forEach(each -> numbers.put(each.id(), numbers.size()));
    Map<String, LinearConstraint> constraints = new HashMap<>();
    day.rules().linear().forEach(each -> constraints.put(each.id(), each));
    double[][] worth = new double[variables.size()][day.periodCount()];
    for (ConstraintPrice price : result.shadowPrices()) {
      boolean linear =
          price.constraint().equals("B-26") && constraints.containsKey(price.element());
      if (linear) {
        for (LinearConstraint.Term term :
            Objects.requireNonNull(constraints.get(price.element())).terms()) {
          int then = price.period() - term.lag();
          if (term.quantity() == LinearConstraint.Quantity.VARIABLE && then >= 0) {
            double factor = term.coefficient().at(price.period());
            worth[Objects.requireNonNull(numbers.get(term.unit()))][then] +=
                factor * price.yuanPerUnit();
          }
        }
      }
    }
    return worth;
  }

  private void limits(DecisionVariable variable, int t, double value) {
    double tolerance = Tolerance.MW + 1e-6 * Math.abs(value);
    boolean outside =
        value < variable.min().at(t) - tolerance || value > variable.max().at(t) + tolerance;
    if (outside || (variable.whole() && Math.abs(value - Math.rint(value)) > WHOLE)) {
      String text =
          "%s is none of %s..%s".formatted(value, variable.min().at(t), variable.max().at(t));
      findings.add(new Finding("limits", element(variable), t, text));
    }
    if (variable.part() == DecisionVariable.Part.SHORTFALL) {
      double reported = RelaxedRows.of(result).inPeriod(element(variable), t);
      if (Math.abs(value - reported) > 2 * tolerance) {
        String text = "%s is missing, reported %s".formatted(value, reported);
        findings.add(new Finding("shortfall", element(variable), t, text));
      }
    }
  }

  private void price(DecisionVariable variable, int t, double value, double worth) {
    double yuan = variable.yuanPerUnit().at(t) * day.horizon().hoursPerPeriod();
    if (Double.isInfinite(yuan)) {
      return;
    }
    double tolerance = 0.01 + 1e-6 * (Math.abs(worth) + Math.abs(yuan));
    boolean more = value < variable.max().at(t) - ROOM && yuan - worth < -tolerance;
    boolean less = value > variable.min().at(t) + ROOM && yuan - worth > tolerance;
    if (more || less) {
      String text = "%s at a cost of %s, worth %s".formatted(value, yuan, worth);
      findings.add(new Finding("variable suits price", element(variable), t, text));
    }
  }

  private static String element(DecisionVariable variable) {
    return "variable " + variable.id();
  }
}
