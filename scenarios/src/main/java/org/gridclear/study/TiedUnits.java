package org.gridclear.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.json.JsonFields;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.DecisionVariable;
import org.gridclear.market.rule.DecisionVariable.Part;
import org.gridclear.market.rule.LinearConstraint;
import org.gridclear.market.rule.LinearConstraint.Quantity;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Units whose costs or limits stand in constraints given as data with variables, such as the fuel
 * that they burn or the services that they give: a change of the unit alone would leave those as
 * they were.
 */
final class TiedUnits {
  private final IssueLog log;
  private final boolean services;
  private final Map<Part, Map<String, String>> constraints = new HashMap<>();

  TiedUnits(MarketDay day, IssueLog log) {
    this.log = log;
    Map<String, Part> parts = new HashMap<>();
    for (DecisionVariable variable : day.rules().variables()) {
      parts.put(variable.id(), variable.part());
    }
    this.services = parts.containsValue(Part.ANCILLARY);
    for (LinearConstraint constraint : day.rules().linear()) {
      for (LinearConstraint.Term term : constraint.terms()) {
        Part part = term.quantity() == Quantity.VARIABLE ? parts.get(term.unit()) : null;
        if (part != null) {
          Map<String, String> units = constraints.computeIfAbsent(part, key -> new HashMap<>());
          constraint.terms().stream()
              .filter(other -> other.quantity() != Quantity.VARIABLE)
              .forEach(other -> units.putIfAbsent(other.unit(), constraint.id()));
        }
      }
    }
  }

  /** Refuses a change of units of which constraints with variables of a part of the costs count. */
  void refuse(JsonFields change, List<String> units, Part part) {
    Map<String, String> tied = constraints.getOrDefault(part, Map.of());
    for (String unit : units) {
      if (tied.containsKey(unit)) {
        log.add(
            Rule.STUDY_TARGET,
            change.element(),
            "unit",
            unit,
            "Not supported: the constraint %s given as data has what this would change; change the file."
                .formatted(tied.get(unit)));
      }
    }
  }

  /** Refuses a change of all reserves where some are constraints given as data. */
  void refuseAllReserves(JsonFields change, String product) {
    if (product.isEmpty() && services) {
      log.add(
          Rule.STUDY_TARGET,
          change.element(),
          "product",
          "absent",
          "Not supported: services of the file are constraints given as data; name a product.");
    }
  }
}
