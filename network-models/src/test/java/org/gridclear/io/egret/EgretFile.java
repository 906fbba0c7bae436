package org.gridclear.io.egret;

import static org.gridclear.json.Documents.node;
import static org.gridclear.json.Documents.remove;
import static org.gridclear.json.Documents.resource;
import static org.gridclear.json.Documents.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.rule.Scope;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.node.ObjectNode;

/** An Egret file of two hours, parts of which a test changes, and the day that is read of it. */
abstract class EgretFile {
  static final double INFINITE = Double.POSITIVE_INFINITY;
  static final String SERIES = "{\"data_type\": \"time_series\", \"values\": %s}";

  final IssueLog log = new IssueLog("day.json");
  ObjectNode document;

  @BeforeEach
  void twoHours() {
    document = resource("egret.json");
  }

  MarketDay read() {
    return EgretReader.read("day", document, log);
  }

  static Series both(double value) {
    return Series.of(value, value);
  }

  void unit(String id, String field, String json) {
    set(document, json, "elements", "generator", id, field);
  }

  void system(String field, String json) {
    set(document, json, "system", field);
  }

  static void assertCurve(OfferCurve curve, double... mwAndYuan) {
    assertEquals(mwAndYuan.length / 2, curve.mw().size(), curve.toString());
    for (int k = 0; k < curve.mw().size(); k++) {
      assertEquals(mwAndYuan[2 * k], curve.mw().get(k), 1e-9, curve.toString());
      assertEquals(mwAndYuan[2 * k + 1], curve.yuanPerH().get(k), 1e-9, curve.toString());
    }
  }

  static ReserveRequirement reserve(String id, Scope scope, Series mw) {
    return new ReserveRequirement(id, "spinning", scope, mw, 0, 0, false, both(99.5));
  }

  static ObjectNode bare(String keys) {
    return (ObjectNode)
        node(
            "{\"system\": {\"time_keys\": %s}, \"elements\": {\"bus\": {\"b1\": {}}}}"
                .formatted(keys));
  }

  // Half hours: what counts per period is scaled as Egret's model does.
  void halfHours() {
    system("time_period_length_minutes", "30");
    remove(document, "elements", "generator", "g dual", "non_fuel_no_load_cost");
  }
}
