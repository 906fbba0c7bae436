package org.gridclear.io.egret;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.JsonFields;
import org.gridclear.market.rule.LinearConstraint.Quantity;
import org.gridclear.market.rule.LinearConstraint.Term;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/** Security constraints of Egret as constraints given as data. */
final class EgretConstraints {
  private final EgretValues values;
  private final EgretRows rows;
  private final IssueLog log;

  EgretConstraints(EgretValues values, EgretRows rows, IssueLog log) {
    this.values = values;
    this.rows = rows;
    this.log = log;
  }

  void read(JsonFields elements) {
    elements.map("security_constraint", "security constraint").forEach(this::security);
  }

  private Series infinite(double sign) {
    return Series.constant(sign * Double.POSITIVE_INFINITY, values.horizon().periodCount());
  }

  private void security(String id, JsonFields fields) {
    String type = fields.text("security_constraint_type", "pg");
    JsonFields given = fields.object("coefs", fields.element() + " coefs");
    String form = given.text("data_type", "coefs");
    JsonFields kinds = given.object("values", fields.element() + " coefs");
    JsonFields units = kinds.object("generator", fields.element() + " coefs");
    List<Term> terms = new ArrayList<>();
    for (String unit : units.names()) {
      terms.add(rows.term(unit, Quantity.OUTPUT, units.number(unit)));
    }
    JsonNode storage = kinds.raw("storage");
    if (!type.equals("pg") || !form.equals("coefs") || (storage != null && !storage.isEmpty())) {
      log.add(
          Rule.FIELD_TYPE,
          fields.element(),
          "coefs",
          type + " " + form,
          "Not supported: security constraints of anything but the output of generators.");
    }
    given.done();
    kinds.done();
    Series least = fields.has("lower_bound") ? values.series(fields, "lower_bound") : infinite(-1);
    Series most = fields.has("upper_bound") ? values.series(fields, "upper_bound") : infinite(1);
    double penalty = fields.number("violation_penalty", Double.POSITIVE_INFINITY);
    rows.add(id, least, most, terms, penalty);
    fields.noticeRest("security constraint", id);
  }
}
