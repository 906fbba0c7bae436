package org.gridclear.io.egret;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.DecisionVariable;
import org.gridclear.market.rule.LinearConstraint;
import org.gridclear.market.rule.LinearConstraint.Quantity;
import org.gridclear.market.rule.LinearConstraint.Term;

/** Constraints and variables given as data, written as people write them on paper. */
final class DataRows {
  private DataRows() {}

  /** A row in a period, such as {@code x + 2 START(g) - 3 OUTPUT(g)@1 <= 4}; @1: one earlier. */
  static String row(MarketDay day, String id, int t) {
    LinearConstraint row =
        day.rules().linear().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new AssertionError(id + " is none of " + ids(day)));
    StringBuilder text = new StringBuilder();
    for (Term term : row.terms()) {
      double factor = term.coefficient().at(t);
      if (factor != 0) {
        text.append(factor < 0 ? " - " : text.isEmpty() ? "" : " + ");
        text.append(Math.abs(factor) == 1 ? "" : number(Math.abs(factor)) + " ").append(name(term));
      }
    }
    String least = Double.isFinite(row.min().at(t)) ? " >= " + number(row.min().at(t)) : "";
    String most = Double.isFinite(row.max().at(t)) ? " <= " + number(row.max().at(t)) : "";
    String price =
        Double.isFinite(row.penaltyYuanPerUnit())
            ? " or " + number(row.penaltyYuanPerUnit()) + " each"
            : "";
    return text.toString().strip() + least + most + price;
  }

  private static String name(Term term) {
    String name =
        term.quantity() == Quantity.VARIABLE
            ? "[" + term.unit() + "]"
            : term.quantity() + "(" + term.unit() + ")";
    return term.lag() == 0 ? name : name + "@" + term.lag();
  }

  /** A number as people write it: 4 rather than 4.0, and no noise behind ten digits. */
  private static String number(double value) {
    double rounded = Math.rint(value * 1e10) / 1e10;
    return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
  }

  /** Names of all rows. */
  static List<String> ids(MarketDay day) {
    return day.rules().linear().stream().map(LinearConstraint::id).toList();
  }

  /** All variables: name, kind, limits and price by period, and part of the objective. */
  static List<String> variables(MarketDay day) {
    List<String> list = new ArrayList<>();
    for (DecisionVariable each : day.rules().variables()) {
      list.add(
          "%s: %s %s..%s at %s, %s"
              .formatted(
                  each.id(),
                  each.whole() ? "whole" : "real",
                  numbers(each.min().toArray()),
                  numbers(each.max().toArray()),
                  numbers(each.yuanPerUnit().toArray()),
                  each.part()));
    }
    return list;
  }

  private static String numbers(double[] values) {
    return java.util.Arrays.stream(values)
        .mapToObj(value -> Double.isInfinite(value) ? "inf" : number(value))
        .distinct()
        .collect(Collectors.joining("/"));
  }
}
