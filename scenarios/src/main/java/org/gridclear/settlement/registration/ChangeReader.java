package org.gridclear.settlement.registration;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gridclear.json.Json;
import org.gridclear.settlement.registration.Change.Key;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Reads changes: a CSV of one kind, or JSON of several. Each is a record that holds from its first
 * day, or, where its field {@code change} is {@code exit}, the last day of a thing.
 */
public final class ChangeReader {
  /** What a JSON of records begins with. */
  public static final String FORMAT = "gridclear-registry";

  /** Column that says what a row does. */
  static final String CHANGE = "change";

  private static final String PUT = "put";
  private static final String EXIT = "exit";
  private static final String KIND = "kind";
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();
  private static final ObjectReader JSON =
      Json.MAPPER.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final IssueLog log;
  private final List<Change> changes = new ArrayList<>();

  private ChangeReader(String file) {
    this.log = new IssueLog(file);
  }

  /**
   * Reads a CSV with a header.
   *
   * @param kind what its rows are
   * @throws InvalidInputException with every issue of every row
   */
  public static List<Change> csv(String file, byte[] content, EntryKind kind) {
    ChangeReader reader = new ChangeReader(file);
    reader.csv(content, kind);
    return reader.done();
  }

  /**
   * Reads a JSON document.
   *
   * @throws InvalidInputException with every issue of every record
   */
  public static List<Change> json(String file, byte[] content) {
    ChangeReader reader = new ChangeReader(file);
    reader.json(content);
    return reader.done();
  }

  private List<Change> done() {
    if (changes.isEmpty() && !log.hasErrors()) {
      log.add(Rule.SYNTAX, "file", "", "no records", "Give one at least.");
    }
    log.throwIfErrors();
    return List.copyOf(changes);
  }

  private void csv(byte[] content, EntryKind kind) {
    List<String[]> lines = lines(content);
    if (lines.isEmpty()) {
      return;
    }
    List<String> header = Arrays.stream(lines.get(0)).map(String::strip).toList();
    checkNames("line 1", header, kind);
    checkRequired(header, kind);
    if (log.hasErrors()) {
      return;
    }
    for (int line = 1; line < lines.size(); line++) {
      String place = "line " + (line + 1);
      String[] cells = lines.get(line);
      if (cells.length != header.size()) {
        log.add(
            Rule.SYNTAX,
            place,
            "",
            "%d cells for %d columns".formatted(cells.length, header.size()),
            "Give one cell per column; quote a text with a comma.");
        continue;
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int c = 0; c < cells.length; c++) {
        row.put(header.get(c), cells[c].strip());
      }
      take(kind, place, row);
    }
  }

  private List<String[]> lines(byte[] content) {
    try (MappingIterator<String[]> all = CSV.readerFor(String[].class).readValues(content)) {
      return all.readAll();
    } catch (JacksonException e) {
      log.add(
          Rule.SYNTAX,
          "file",
          "",
          Json.firstLine(e.getMessage()),
          "Is it CSV in UTF-8, and whole?");
      return List.of();
    }
  }

  /** Refuses a header without a column that every record must have. */
  private void checkRequired(List<String> header, EntryKind kind) {
    for (EntryField field : EntryFields.of(kind)) {
      if (field.required() && !header.contains(field.name()) && !header.contains(CHANGE)) {
        log.add(
            Rule.FIELD_PRESENT,
            "line 1",
            field.name(),
            "absent in " + String.join(",", header),
            NearestName.advice(field.name(), header));
      }
    }
  }

  /** Refuses names that are no field of the kind, or that come twice. */
  private void checkNames(String place, List<String> names, EntryKind kind) {
    List<String> known =
        Stream.concat(EntryFields.names(kind).stream(), Stream.of(CHANGE)).toList();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!known.contains(name)) {
        log.add(Rule.FIELD_KNOWN, place, name, name, NearestName.advice(name, known));
      } else if (!seen.add(name)) {
        log.add(Rule.ID_UNIQUE, place, name, name, "Remove one of the two.");
      }
    }
  }

  private void take(EntryKind kind, String place, Map<String, String> cells) {
    String change = cells.getOrDefault(CHANGE, "");
    switch (change.isEmpty() ? PUT : change) {
      case PUT ->
          EntryCodec.read(kind, new EntryRow(log, place, cells))
              .ifPresent(entry -> changes.add(new Change.Put(entry, place)));
      case EXIT -> exit(kind, place, cells);
      default ->
          log.add(
              Rule.FIELD_TYPE,
              place,
              CHANGE,
              change,
              NearestName.advice(change, List.of(PUT, EXIT)));
    }
  }

  private void exit(EntryKind kind, String place, Map<String, String> cells) {
    int before = log.count();
    cells.forEach(
        (name, text) -> {
          if (!text.isEmpty() && !List.of("id", EntryFields.TO, CHANGE).contains(name)) {
            log.add(
                Rule.FIELD_KNOWN,
                place,
                name,
                text,
                "An exit has id and to alone; leave it empty.");
          }
        });
    EntryRow row = new EntryRow(log, place, cells);
    List<EntryField> fields = EntryFields.of(kind);
    String id = row.text(fields.get(0));
    String last = cells.getOrDefault(EntryFields.TO, "");
    if (last.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, place, EntryFields.TO, "", "Give its last day.");
    }
    LocalDate day = last.isEmpty() ? null : row.date(EntryFields.TO, last);
    if (day != null && log.count() == before) {
      changes.add(new Change.Exit(new Key(kind, id), day, place));
    }
  }

  private void json(byte[] content) {
    JsonNode document;
    try {
      document = JSON.readTree(content);
    } catch (JacksonException e) {
      String text = Json.firstLine(e.getOriginalMessage());
      log.add(Rule.SYNTAX, "document", "", text, "Is it JSON, and whole?");
      return;
    }
    JsonNode records = document.path("records");
    if (!FORMAT.equals(document.path("format").asString(""))
        || !document.path("version").asString("").equals("1")
        || !records.isArray()) {
      log.add(
          Rule.SYNTAX,
          "document",
          "format",
          new String(content, 0, Math.min(content.length, 60), StandardCharsets.UTF_8).strip(),
          "Give {\"format\": \"%s\", \"version\": 1, \"records\": [{\"kind\": …}]}."
              .formatted(FORMAT));
      return;
    }
    document.propertyNames().stream()
        .filter(name -> !List.of("format", "version", "records").contains(name))
        .forEach(
            name ->
                log.add(Rule.FIELD_KNOWN, "document", name, name, "Leave it out; no such part."));
    for (int k = 0; k < records.size(); k++) {
      record(records.get(k), "records[%d]".formatted(k));
    }
  }

  private void record(JsonNode record, String place) {
    String label = record.path(KIND).asString("");
    Optional<EntryKind> kind = EntryKind.of(label);
    if (kind.isEmpty()) {
      log.add(Rule.FIELD_TYPE, place, KIND, label, NearestName.advice(label, EntryKind.labels()));
      return;
    }
    int before = log.count();
    Map<String, String> cells = new LinkedHashMap<>();
    record
        .properties()
        .forEach(
            field -> {
              if (!field.getKey().equals(KIND)) {
                several(kind.get(), field.getKey(), field.getValue(), place);
                cells.put(field.getKey(), text(field.getKey(), field.getValue(), place));
              }
            });
    checkNames(place, List.copyOf(cells.keySet()), kind.get());
    if (log.count() == before) {
      take(kind.get(), place + " " + cells.getOrDefault("id", ""), cells);
    }
  }

  /** A list of two for a field of one would be a text of both. */
  private void several(EntryKind kind, String name, JsonNode value, String place) {
    boolean one =
        EntryFields.of(kind).stream().anyMatch(each -> each.name().equals(name) && !each.list());
    if (one && value.isArray() && value.size() > 1) {
      log.add(Rule.FIELD_TYPE, place, name, value, "It is one value; give it alone.");
    }
  }

  private String text(String name, JsonNode value, String place) {
    if (value.isNull()) {
      return "";
    }
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(text(name, part, place)));
      if (parts.stream().anyMatch(part -> part.isEmpty() || part.contains(";"))) {
        log.add(Rule.REGISTRY_ID, place, name, parts, "Parts are not empty and have no ;.");
      }
      return String.join(";", parts);
    }
    if (value.isNumber()) {
      return value.decimalValue().toPlainString();
    }
    if (value.isString()) {
      return value.asString();
    }
    log.add(Rule.FIELD_TYPE, place, name, value, "Give a text, a number or a list of them.");
    return "";
  }
}
