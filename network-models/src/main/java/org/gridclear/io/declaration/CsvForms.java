package org.gridclear.io.declaration;

import static org.gridclear.market.declaration.check.DeclarationRule.DECLARED_ONCE;
import static org.gridclear.market.declaration.check.DeclarationRule.FIELD_KNOWN;
import static org.gridclear.market.declaration.check.DeclarationRule.PERIODS_WHOLE;
import static org.gridclear.market.declaration.check.DeclarationRule.SAME_DAY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.json.Json;
import org.gridclear.market.declaration.check.DeclarationRule;
import org.gridclear.market.declaration.check.Objection;
import org.gridclear.validate.NearestName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * A submission in CSV, a row a value; it becomes the tree that the JSON form has, and is read as
 * that.
 */
final class CsvForms {
  private static final List<String> COLUMNS =
      List.of(
          "market",
          "date",
          "member",
          "preparedAt",
          "unit",
          "kind",
          "field",
          "periods",
          "item",
          "value",
          "price");

  private static final List<String> OF_FILE = List.of("market", "date", "member", "preparedAt");

  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

  private final byte[] content;
  private final List<Objection> objections = new ArrayList<>();
  private final Map<String, CsvUnit> units = new LinkedHashMap<>();

  CsvForms(byte[] content) {
    this.content = content;
  }

  SubmittedForms read() {
    List<String[]> lines;
    try (MappingIterator<String[]> all = MAPPER.readerFor(String[].class).readValues(content)) {
      lines = all.readAll();
    } catch (JacksonException e) {
      return DeclarationReader.unreadable("file", Json.firstLine(e.getMessage()));
    }
    if (lines.size() < 2) {
      return DeclarationReader.unreadable("file", lines.size() + " lines");
    }
    List<String> header = header(lines.get(0));
    if (!objections.isEmpty()) {
      return with(DeclarationReader.unreadable("line 1", String.join(",", header)));
    }
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    for (int r = 1; r < lines.size(); r++) {
      row(header, lines.get(r), r + 1, file);
    }
    var list = file.putArray("declarations");
    units.values().forEach(unit -> list.add(unit.tree()));
    return with(DeclarationReader.tree(file));
  }

  private SubmittedForms with(SubmittedForms read) {
    List<Objection> all = new ArrayList<>(objections);
    all.addAll(read.objections());
    return new SubmittedForms(
        read.market(), read.date(), read.member(), read.preparedAt(), read.forms(), all);
  }

  private List<String> header(String[] cells) {
    List<String> header =
        Arrays.stream(cells).map(cell -> cell.replaceFirst("^\uFEFF", "").strip()).toList();
    for (String column : header) {
      if (!COLUMNS.contains(column)) {
        object(FIELD_KNOWN, "line 1", column, NearestName.advice(column, COLUMNS));
      } else if (header.indexOf(column) != header.lastIndexOf(column)) {
        object(DECLARED_ONCE, "line 1", column, "Give each column once.");
      }
    }
    for (String needed : List.of("member", "unit", "kind", "field", "value")) {
      if (!header.contains(needed)) {
        object(DeclarationRule.FIELD_GIVEN, "line 1 " + needed, "absent", "Add the column.");
      }
    }
    return header;
  }

  void object(DeclarationRule rule, String place, String value, String advice) {
    objections.add(new Objection(rule, place, value, advice));
  }

  private void row(List<String> header, String[] cells, int line, ObjectNode file) {
    if (cells.length == 1 && cells[0].isBlank()) {
      return;
    }
    if (cells.length != header.size()) {
      object(
          DeclarationRule.READABLE,
          "line " + line,
          cells.length + " fields",
          "The header has %d.".formatted(header.size()));
      return;
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int c = 0; c < cells.length; c++) {
      row.put(header.get(c), cells[c].strip());
    }
    ofFile(row, line, file);
    String unit = Objects.requireNonNull(row.get("unit"));
    String kind = Objects.requireNonNull(row.get("kind"));
    units.computeIfAbsent(unit + "\n" + kind, key -> new CsvUnit(unit, kind, this)).add(row, line);
  }

  /** What is of the whole file is the same in every row that has it. */
  private void ofFile(Map<String, String> row, int line, ObjectNode file) {
    for (String name : OF_FILE) {
      String value = row.getOrDefault(name, "");
      if (value.isEmpty()) {
        continue;
      }
      if (!file.has(name)) {
        file.put(name, value);
      } else if (!file.get(name).asString().equals(value)) {
        object(
            SAME_DAY,
            "line %d %s".formatted(line, name),
            value,
            "The rows before have %s; send a file each.".formatted(file.get(name).asString()));
      }
    }
  }

  /** Says that a row's periods are none, or were there. */
  void periods(int line, String value) {
    object(
        PERIODS_WHOLE,
        "line %d periods".formatted(line),
        value,
        "Give each period once, such as 3 or 1-8, or leave it empty for all.");
  }
}
