package org.gridclear.io.egret;

import java.util.Collections;
import java.util.List;
import org.gridclear.json.JsonFields;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/**
 * Values of Egret's JSON: a number, or {@code {"data_type": "time_series", "values": […]}} with one
 * value per period.
 *
 * @param horizon the time grid of the file
 * @param log takes the issues
 */
record EgretValues(Horizon horizon, IssueLog log) {
  /** A mandatory series. */
  Series series(JsonFields owner, String field) {
    JsonNode value = owner.raw(field);
    return value == null
        ? owner.series(field, horizon.periodCount())
        : owner.asSeries(field, plain(owner, field, value), horizon.periodCount());
  }

  /** A series that may be absent. */
  Series series(JsonFields owner, String field, double byDefault) {
    return owner.has(field)
        ? series(owner, field)
        : Series.constant(byDefault, horizon.periodCount());
  }

  /** One value per period as it stands in the file, null where it is null there. */
  List<JsonNode> perPeriod(JsonFields owner, String field) {
    JsonNode value = owner.raw(field);
    int periods = horizon.periodCount();
    if (value == null) {
      return Collections.nCopies(periods, null);
    }
    JsonNode plain = plain(owner, field, value);
    if (!plain.isArray()) {
      return Collections.nCopies(periods, plain);
    }
    if (plain.size() != periods) {
      owner.asSeries(field, plain, periods);
      return Collections.nCopies(periods, null);
    }
    List<JsonNode> list = new java.util.ArrayList<>();
    plain.forEach(item -> list.add(item.isNull() ? null : item));
    return list;
  }

  /** Whether it is a series. */
  static boolean isSeries(JsonNode value) {
    return value.isObject() && "time_series".equals(value.path("data_type").asString(""));
  }

  private JsonNode plain(JsonFields owner, String field, JsonNode value) {
    if (!value.isObject()) {
      return value;
    }
    if (!isSeries(value) || !value.path("values").isArray()) {
      log.add(
          Rule.FIELD_TYPE,
          owner.element(),
          field,
          JsonFields.brief(value),
          "Give a number, or a data_type time_series with its values.");
      return tools.jackson.databind.node.JsonNodeFactory.instance.numberNode(0);
    }
    return value.get("values");
  }
}
