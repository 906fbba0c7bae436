package org.gridclear.io.declaration;

import static org.gridclear.market.declaration.check.DeclarationRule.READABLE;
import static org.gridclear.market.declaration.check.DeclarationRule.TIME_WITH_OFFSET;
import static org.gridclear.market.declaration.check.DeclarationRule.VALUE_READ;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.market.declaration.Terms;
import org.gridclear.market.declaration.check.Objection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** Reads submissions of declarations; every objection at once, nothing by floating point. */
public final class DeclarationReader {
  /** Name of the format. */
  public static final String FORMAT = "gridclear-declarations";

  /** The most declarations of a submission. */
  public static final int FORMS_MOST = 10_000;

  private static final ObjectReader EXACT =
      Json.MAPPER.reader(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private DeclarationReader() {}

  /**
   * Reads a file: JSON where it starts with a brace, else CSV.
   *
   * @param content UTF-8
   */
  public static SubmittedForms read(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8).strip();
    return text.startsWith("{") ? json(content) : new CsvForms(content).read();
  }

  /** Reads JSON. */
  public static SubmittedForms json(byte[] content) {
    try {
      return tree(EXACT.readTree(content));
    } catch (JacksonException e) {
      String line = e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
      return unreadable("file" + line, Json.firstLine(e.getOriginalMessage()));
    }
  }

  static SubmittedForms unreadable(String place, String value) {
    return new SubmittedForms(
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        List.of(),
        List.of(
            new Objection(
                READABLE, place, value, "Send JSON or CSV as docs/market.md shows it, whole.")));
  }

  static SubmittedForms tree(JsonNode tree) {
    FormFields file = new FormFields(tree, "");
    if (file.has("format") && !FORMAT.equals(file.text("format"))) {
      file.object(VALUE_READ, "format", file.text("format"), "Give %s.".formatted(FORMAT));
    }
    if (file.has("version") && file.number("version", 0) != 1) {
      file.object(VALUE_READ, "version", file.text("version"), "This build reads version 1.");
    }
    Optional<String> market =
        file.has("market") ? Optional.of(file.text("market")) : Optional.empty();
    Optional<LocalDate> date = file.has("date") ? date(file) : Optional.empty();
    String member = file.text("member");
    Optional<Instant> prepared = file.has("preparedAt") ? time(file) : Optional.empty();
    List<DeclarationForm> forms = forms(file);
    file.done();
    return new SubmittedForms(market, date, member, prepared, forms, file.objections());
  }

  private static List<DeclarationForm> forms(FormFields file) {
    if (!file.has("declarations")) {
      file.text("declarations");
      return List.of();
    }
    JsonNode list = file.raw("declarations");
    if (!list.isArray() || list.isEmpty() || list.size() > FORMS_MOST) {
      file.object(
          VALUE_READ,
          "declarations",
          list.isArray() ? list.size() + " declarations" : JsonFields.brief(list),
          "Give a list of 1 to %d.".formatted(FORMS_MOST));
      return List.of();
    }
    java.util.ArrayList<DeclarationForm> forms = new java.util.ArrayList<>();
    for (JsonNode item : list) {
      forms.add(form(item, forms.size() + 1));
    }
    return forms;
  }

  private static DeclarationForm form(JsonNode node, int number) {
    JsonNode name = node.get("unit");
    boolean named = name != null && name.isValueNode() && !name.asString().isBlank();
    String place = named ? name.asString() : "declarations " + number;
    FormFields fields = new FormFields(node, place);
    String unit = fields.text("unit");
    OptionalInt replaces =
        fields.has("replaces") ? OptionalInt.of(version(fields)) : OptionalInt.empty();
    Optional<Terms> terms = new TermsReader(fields).terms();
    return new DeclarationForm(unit, terms, replaces, fields.unread(), fields.objections());
  }

  private static int version(FormFields fields) {
    long version = fields.number("replaces", 0);
    if (version < 0 || version > Integer.MAX_VALUE) {
      fields.object(VALUE_READ, "replaces", "" + version, "Give a version, 0 for none.");
      return 0;
    }
    return (int) version;
  }

  /**
   * The terms of a text that this build wrote.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Terms stored(String content) {
    DeclarationForm form = form(EXACT.readTree(content), 1);
    if (form.terms().isEmpty() || !form.objections().isEmpty()) {
      throw new IllegalArgumentException(
          "The stored declaration cannot be read: %s".formatted(form.objections()));
    }
    return form.terms().get();
  }

  private static Optional<LocalDate> date(FormFields file) {
    String text = file.text("date");
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      file.object(VALUE_READ, "date", text, "Give a date such as 2026-12-01.");
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(FormFields file) {
    String text = file.text("preparedAt");
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      file.object(
          TIME_WITH_OFFSET, "preparedAt", text, "Give one such as 2026-11-30T08:12:00+08:00.");
      return Optional.empty();
    }
  }

  /** Names of the kinds of declaration. */
  public static Set<String> kinds() {
    return Set.copyOf(TermsReader.kinds());
  }
}
