package org.gridclear.table;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.validate.NearestName;

/**
 * What rows of a table are asked for. Conditions hold together. One that the table has no column
 * for, or whose value no row has, is refused: an empty answer would look as if nothing were there.
 */
public final class TableFilter {
  private static final Pattern RANGE =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(?:\\.\\.([0-9]+(?:\\.[0-9]+)?))?");
  private static final double EQUAL = 1e-9;

  private final Table all;
  private Table kept;

  private TableFilter(Table table) {
    this.all = table;
    this.kept = table;
  }

  /** All rows of a table. */
  public static TableFilter of(Table table) {
    return new TableFilter(table);
  }

  /** The rows that meet all conditions. */
  public Table table() {
    return kept;
  }

  /**
   * Keeps rows with a text in one of some columns; upper and lower case are the same. A null value
   * asks for nothing.
   *
   * @param option how the condition is called
   * @throws IllegalArgumentException if the table has none of the columns or no row has the text
   */
  public TableFilter is(String option, String value, String... columns) {
    return texts(option, value, (cell, asked) -> cell.equalsIgnoreCase(asked), columns);
  }

  /** Keeps rows with a text that contains another in one of some columns; else as {@link #is}. */
  public TableFilter contains(String option, String value, String... columns) {
    return texts(
        option,
        value,
        (cell, asked) -> cell.toLowerCase(Locale.ROOT).contains(asked.toLowerCase(Locale.ROOT)),
        columns);
  }

  private TableFilter texts(
      String option, String value, BiPredicate<String, String> fits, String... columns) {
    if (value == null) {
      return this;
    }
    int[] at = columns(option, columns);
    Predicate<Object[]> condition =
        row -> IntStream.of(at).anyMatch(c -> row[c] != null && fits.test((String) row[c], value));
    return keep(option, value, at, condition);
  }

  /**
   * Keeps rows with a number such as {@code 220}, or of a range such as {@code 110..220}, in one of
   * some columns.
   *
   * @throws IllegalArgumentException if the value is neither, if the table has none of the columns,
   *     or if no row has such a number
   */
  public TableFilter within(String option, String value, String... columns) {
    if (value == null) {
      return this;
    }
    Matcher range = RANGE.matcher(value);
    if (!range.matches()) {
      throw new IllegalArgumentException(
          "%s: '%s' is no number and no range; give 220, or 110..220.".formatted(option, value));
    }
    double least = Double.parseDouble(range.group(1));
    double most = range.group(2) == null ? least : Double.parseDouble(range.group(2));
    int[] at = columns(option, columns);
    Predicate<Object[]> condition =
        row ->
            IntStream.of(at)
                .mapToObj(c -> (Double) row[c])
                .filter(Objects::nonNull)
                .anyMatch(number -> number >= least - EQUAL && number <= most + EQUAL);
    return keep(option, value, at, condition);
  }

  /** Keeps rows where a flag has a value; null asks for nothing. */
  public TableFilter flag(String option, Boolean value, String column) {
    if (value == null) {
      return this;
    }
    int at = columns(option, column)[0];
    kept = kept.where(row -> value.equals(row[at]));
    return this;
  }

  private TableFilter keep(String option, String value, int[] at, Predicate<Object[]> condition) {
    if (all.rows().stream().noneMatch(condition)) {
      List<String> known =
          all.rows().stream()
              .flatMap(row -> IntStream.of(at).mapToObj(c -> all.columns().get(c).text(row[c])))
              .filter(text -> !text.isEmpty())
              .collect(Collectors.toCollection(TreeSet::new))
              .stream()
              .toList();
      throw new IllegalArgumentException(
          "%s: no row of %s has '%s'. %s"
              .formatted(option, all.name(), value, NearestName.advice(value, known)));
    }
    kept = kept.where(condition);
    return this;
  }

  private int[] columns(String option, String... names) {
    int[] at = IntStream.range(0, names.length).map(k -> all.indexOf(names[k])).toArray();
    int[] there = IntStream.of(at).filter(c -> c >= 0).toArray();
    if (there.length == 0) {
      throw new IllegalArgumentException(
          "%s: the table %s has no such column; it has: %s."
              .formatted(
                  option,
                  all.name(),
                  all.columns().stream().map(Column::name).collect(Collectors.joining(", "))));
    }
    return there;
  }
}
