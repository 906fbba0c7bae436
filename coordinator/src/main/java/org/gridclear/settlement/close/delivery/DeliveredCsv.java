package org.gridclear.settlement.close.delivery;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A delivered CSV as text, read for the audit alone: cells by column, quotes as in RFC 4180. */
final class DeliveredCsv {
  private final List<String> header;
  private final List<List<String>> rows;

  private DeliveredCsv(List<List<String>> lines) {
    this.header = lines.isEmpty() ? List.of() : lines.get(0);
    this.rows = lines.isEmpty() ? List.of() : lines.subList(1, lines.size());
  }

  /** Reads a file; one that is not there (null) has no rows. */
  static DeliveredCsv of(byte[] content) {
    String whole = content == null ? "" : new String(content, StandardCharsets.UTF_8);
    String text = whole.startsWith("\uFEFF") ? whole.substring(1) : whole;
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        line.add(cell.toString().strip());
        cell.setLength(0);
        if (c == '\n') {
          add(lines, line);
          line = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    line.add(cell.toString().strip());
    add(lines, line);
    return new DeliveredCsv(lines);
  }

  private static void add(List<List<String>> lines, List<String> line) {
    if (line.size() > 1 || !line.get(0).isEmpty()) {
      lines.add(line);
    }
  }

  List<String> header() {
    return header;
  }

  List<List<String>> rows() {
    return rows;
  }

  /** The rows whose dates hold on a day. */
  List<List<String>> on(LocalDate day) {
    return rows.stream()
        .filter(row -> cell(row, "from").isEmpty() || !day.isBefore(date(row, "from")))
        .filter(row -> cell(row, "to").isEmpty() || !day.isAfter(date(row, "to")))
        .toList();
  }

  private LocalDate date(List<String> row, String column) {
    return LocalDate.parse(cell(row, column));
  }

  /** A cell; empty where there is none. */
  String cell(List<String> row, String column) {
    int index = header.indexOf(column);
    return index < 0 || index >= row.size() ? "" : row.get(index);
  }

  /** A cell, or what an empty one stands for. */
  String cell(List<String> row, String column, String byDefault) {
    String cell = cell(row, column);
    return cell.isEmpty() ? byDefault : cell;
  }
}
