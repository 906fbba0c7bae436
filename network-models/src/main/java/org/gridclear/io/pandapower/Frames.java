package org.gridclear.io.pandapower;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.json.Json;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/** The tables of a pandapower network, and the fields beside them. */
final class Frames {
  /** Tables whose elements change a power flow and have no model here. */
  private static final Set<String> WITHOUT_MODEL =
      Set.of(
          "trafo3w",
          "xward",
          "asymmetric_load",
          "asymmetric_sgen",
          "svc",
          "ssc",
          "tcsc",
          "vsc",
          "vsc_stacked",
          "vsc_bipolar",
          "b2b_vsc",
          "line_dc",
          "source_dc",
          "load_dc");

  private final JsonNode body;
  private final IssueLog log;
  private final Map<String, Frame> frames = new LinkedHashMap<>();

  Frames(JsonNode body, IssueLog log) {
    this.body = body;
    this.log = log;
    if (!body.isObject() || !body.has("bus")) {
      log.add(
          Rule.SYNTAX, "document", "_object", "no table bus", "Write it by pandapower.to_json.");
    }
  }

  /** The rows of a table; none where it is absent. */
  List<Frame.Row> rows(String table) {
    return frames.computeIfAbsent(table, this::open).rows();
  }

  private Frame open(String table) {
    JsonNode wrapped = body.path(table);
    if (!wrapped.path("_class").asString("").equals("DataFrame")) {
      return new Frame(table, List.of(), List.of(), List.of(), log);
    }
    JsonNode object = wrapped.path("_object");
    JsonNode split =
        object.isString()
            ? Json.parse(object.asString().getBytes(StandardCharsets.UTF_8), log)
            : object;
    List<String> columns = new ArrayList<>();
    split.path("columns").forEach(c -> columns.add(c.asString()));
    List<String> index = new ArrayList<>();
    split.path("index").forEach(i -> index.add(i.asString()));
    List<JsonNode> data = new ArrayList<>();
    split.path("data").forEach(data::add);
    if (data.size() != index.size() || data.stream().anyMatch(r -> r.size() != columns.size())) {
      log.add(
          Rule.SERIES_LENGTH,
          "table " + table,
          "data",
          data.size() + " rows",
          "Give columns, index and data of one size (orient split).");
      return new Frame(table, List.of(), List.of(), List.of(), log);
    }
    return new Frame(table, columns, index, data, log);
  }

  /** A number beside the tables. */
  double number(String field, double byDefault) {
    JsonNode value = body.path(field);
    if (value.isNumber() && Double.isFinite(value.doubleValue())) {
      return value.doubleValue();
    }
    log.add(Rule.FIELD_TYPE, "network", field, String.valueOf(value), "Give a number.");
    return byDefault;
  }

  /** Notices columns, tables and fields that were not asked for; refuses what has no model. */
  void noticeRest() {
    Set<String> own = Set.of("name", "sn_mva", "f_hz", "version", "format_version");
    for (String field : body.propertyNames()) {
      JsonNode value = body.get(field);
      if (frames.containsKey(field)) {
        frames.get(field).noticeRest();
      } else if (value.path("_class").asString("").equals("DataFrame")) {
        unused(field, open(field));
      } else if (!own.contains(field) && !field.startsWith("_")) {
        log.notice(
            Rule.FIELD_USED, "network", "", field, shortly(value), "No power flow here uses it.");
      }
    }
  }

  private void unused(String table, Frame frame) {
    for (Frame.Row row : frame.rows()) {
      if (WITHOUT_MODEL.contains(table) && row.flag("in_service", true)) {
        log.add(
            Rule.FIELD_KNOWN,
            table + " " + row.index(),
            "in_service",
            true,
            "Elements of this table have no model here; the power flow would be another.");
      } else {
        log.notice(Rule.FIELD_USED, "table", table, "rows", row.index(), "Its rows are not used.");
      }
    }
  }

  private static String shortly(JsonNode value) {
    String text = String.valueOf(value);
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
