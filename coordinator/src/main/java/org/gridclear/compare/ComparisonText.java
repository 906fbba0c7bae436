package org.gridclear.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridclear.json.Json;
import org.gridclear.table.Table;
import org.gridclear.table.TableFile;
import org.gridclear.table.TableFormat;

/** A comparison for a terminal: what needs an eye on top, then figures, commitment and overview. */
public final class ComparisonText {
  private static final int ROWS_MAX = 20;

  private ComparisonText() {}

  /**
   * Refuses a format that what is printed cannot have.
   *
   * @param table the table; empty for the whole comparison
   * @throws IllegalArgumentException if it is no text, or CSV of more than one table
   */
  public static void check(TableFormat format, Optional<String> table) {
    if (format.binary()) {
      throw new IllegalArgumentException(
          "%s is not for terminals: name a folder with --out, and --parquet.".formatted(format));
    }
    if (format == TableFormat.CSV && table.isEmpty()) {
      throw new IllegalArgumentException("CSV is of one table: name it with --table.");
    }
  }

  /**
   * A comparison, or one table of it, in a format that is text.
   *
   * @param table the table; empty for all of it
   * @param first what the first is called
   * @param second what the other is called
   * @throws IllegalArgumentException if there is no such table
   */
  public static String as(
      TableFormat format,
      Optional<String> table,
      String first,
      String second,
      RunComparison comparison)
      throws IOException {
    String end = format == TableFormat.JSON ? System.lineSeparator() : "";
    if (table.isPresent()) {
      byte[] bytes = TableFile.bytes(comparison.table(table.get()), format);
      return new String(bytes, StandardCharsets.UTF_8) + end;
    }
    return format == TableFormat.JSON
        ? Json.MAPPER
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(ComparisonFolder.summary(first, second, comparison))
            + end
        : of(comparison);
  }

  /** The text. */
  public static String of(RunComparison comparison) throws IOException {
    StringBuilder text = new StringBuilder();
    comparison.alarms().forEach(line -> text.append("ALARM ").append(line).append('\n'));
    comparison.gaps().forEach(line -> text.append("NOT COMPARED ").append(line).append('\n'));
    comparison.remarks().forEach(line -> text.append(line).append('\n'));
    add(text, comparison.table("figures"));
    add(text, longest(comparison.table("commitment"), text));
    add(text, comparison.table("overview"));
    Table only = comparison.table("only-in-one");
    if (!only.rows().isEmpty()) {
      add(text, first(only, text));
    }
    return text.toString();
  }

  private static void add(StringBuilder text, Table table) throws IOException {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    text.append(new String(TableFile.bytes(table, TableFormat.TABLE), StandardCharsets.UTF_8));
  }

  /** The longest changes where they are too many to be read. */
  private static Table longest(Table changes, StringBuilder text) {
    int hours = changes.indexOf("lengthHours");
    List<Object[]> rows =
        changes.rows().stream()
            .sorted(Comparator.comparingDouble((Object[] row) -> -(double) row[hours]))
            .toList();
    return changes.rows().size() <= ROWS_MAX
        ? changes
        : first(new Table(changes.name(), changes.description(), changes.columns(), rows), text);
  }

  private static Table first(Table table, StringBuilder text) {
    if (table.rows().size() <= ROWS_MAX) {
      return table;
    }
    text.append(
        "%nThe first %d of %d rows; --table %s has all.%n"
            .formatted(ROWS_MAX, table.rows().size(), table.name()));
    List<Object[]> rows = table.rows().subList(0, ROWS_MAX);
    return new Table(table.name(), table.description(), table.columns(), rows);
  }
}
