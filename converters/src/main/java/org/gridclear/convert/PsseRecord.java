package org.gridclear.convert;

import java.util.ArrayList;
import java.util.List;

/** One row of a PSS/E file in its text form, by fields. Each keeps its quotes. */
final class PsseRecord {
  private final List<String> fields;

  private PsseRecord(List<String> fields) {
    this.fields = fields;
  }

  /**
   * Takes a row apart at its commas; what follows a slash outside of quotes is a remark.
   *
   * @param line a row of the file
   */
  static PsseRecord of(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    char quote = 0;
    for (char c : line.toCharArray()) {
      if (quote == 0 && c == '/') {
        break;
      }
      if (quote == 0 && c == ',') {
        fields.add(field.toString().strip());
        field.setLength(0);
        continue;
      }
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      field.append(c);
    }
    fields.add(field.toString().strip());
    return new PsseRecord(fields);
  }

  int size() {
    return fields.size();
  }

  /** A field, or a default where the row is shorter or the field is blank. */
  String get(int index, String missing) {
    return index < fields.size() && !fields.get(index).isEmpty() ? fields.get(index) : missing;
  }

  /**
   * Puts a field in if the row reaches its place; a shorter row leaves the default to the reader.
   */
  PsseRecord insert(int index, String value) {
    if (index < fields.size()) {
      fields.add(index, value);
    }
    return this;
  }

  /** Takes a field out. */
  String remove(int index, String missing) {
    return index < fields.size() ? orMissing(fields.remove(index), missing) : missing;
  }

  private static String orMissing(String field, String missing) {
    return field.isEmpty() ? missing : field;
  }

  String text() {
    return String.join(",", fields);
  }
}
