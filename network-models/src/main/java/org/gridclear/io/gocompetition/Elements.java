package org.gridclear.io.gocompetition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.json.JsonFields;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/**
 * Lists of elements by their {@code uid}, on the base of the file.
 *
 * @param baseMva power base of all values in p.u.
 * @param periods number of intervals
 * @param hours length of an interval
 * @param log takes the issues
 */
record Elements(double baseMva, int periods, double hours, IssueLog log) {
  private static final List<String> PLACES =
      List.of("longitude", "latitude", "city", "county", "state", "country", "description", "desc");

  /** The elements of a list in the order of the file. */
  Map<String, JsonFields> byUid(JsonFields owner, String list, String kind) {
    Map<String, JsonFields> elements = new LinkedHashMap<>();
    for (JsonNode node : owner.array(list)) {
      String uid = node.path("uid").asString("");
      JsonFields fields = new JsonFields(node, kind + " " + uid, log);
      if (elements.put(fields.text("uid"), fields) != null) {
        log.add(Rule.ID_UNIQUE, kind + " " + uid, "uid", uid, "Give each its own.");
      }
    }
    return elements;
  }

  /** A series in MW of a field in p.u. */
  Series mw(JsonFields fields, String name) {
    return fields.series(name, periods).map(value -> value * baseMva);
  }

  /** A series of one value. */
  Series constant(double value) {
    return Series.constant(value, periods);
  }

  /** Notices the fields of an element that are there and not used. */
  void unused(JsonFields fields, String kind, String uid, String effect, List<String> names) {
    names.forEach(name -> fields.unused(kind, uid, name, effect));
  }

  /** Notices what is left of an element, after the places that no model uses. */
  void rest(JsonFields fields, String kind, String uid) {
    unused(fields, kind, uid, "It says where or what the element is.", PLACES);
    fields.noticeRest(kind, uid);
  }

  /** Refuses a field whose value would change the optimum. */
  void refuse(JsonFields fields, String name, Object value, String advice) {
    log.add(Rule.FIELD_TYPE, fields.element(), name, value, "Not supported: " + advice);
  }
}
