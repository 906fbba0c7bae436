package org.gridclear.report.clearing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.gridclear.file.StoredFiles;
import org.gridclear.quantity.FixedPoint;

/**
 * Which element of a cleared day is which of a settlement: {@code kind,from,to,share}. Without a
 * table, what has the same id is the same.
 *
 * @param rows rows of the table
 * @param given whether there is a table
 */
public record ImportMapping(List<Row> rows, boolean given) {
  /** The share of a load that is one entity's alone. */
  public static final long WHOLE = 1_000_000;

  /** A kind of element. */
  public enum Kind {
    /** A thermal or profiled unit, to an entity. */
    UNIT,
    /** A storage, to an entity. */
    STORAGE,
    /** The fixed load of a bus, to entities by shares. */
    LOAD,
    /** A price-sensitive load, to an entity. */
    FLEXIBLE,
    /** A bus, to a price point. */
    BUS,
    /** A zone, to a price point. */
    ZONE,
    /** A reserve product, to regulation, spinning or nonSpinning. */
    PRODUCT;

    /** The name as it is written. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A row.
   *
   * @param kind kind of element
   * @param from id in the cleared day
   * @param to id in the settlement
   * @param share share of a load in 0.000001
   */
  public record Row(Kind kind, String from, String to, long share) {}

  /** No table: same id, same thing. */
  public static ImportMapping identity() {
    return new ImportMapping(List.of(), false);
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException naming line and value of what is wrong
   */
  public static ImportMapping read(Path file) throws IOException {
    List<String> lines = StoredFiles.readAllLines(file);
    String header = lines.isEmpty() ? "" : lines.get(0).strip();
    if (!header.equals("kind,from,to") && !header.equals("kind,from,to,share")) {
      throw new IllegalArgumentException(
          "%s line 1: '%s'; start the table with 'kind,from,to,share'.".formatted(file, header));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(file, i + 1, lines.get(i).split(",", -1)));
      }
    }
    return new ImportMapping(List.copyOf(rows), true).checked(file);
  }

  private static Row row(Path file, int line, String[] cells) {
    try {
      Kind kind = Kind.valueOf(cells[0].strip().toUpperCase(java.util.Locale.ROOT));
      long share = cells.length < 4 || cells[3].isBlank() ? WHOLE : FixedPoint.parse(cells[3], 6);
      if (cells.length < 3 || cells[1].isBlank() || cells[2].isBlank() || share < 1) {
        throw new IllegalArgumentException("a cell is empty or the share is not above 0");
      }
      return new Row(kind, cells[1].strip(), cells[2].strip(), share);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "%s line %d: '%s' is no row of kind (%s), from, to, share: %s."
              .formatted(
                  file,
                  line,
                  String.join(",", cells),
                  String.join(", ", List.of(Kind.values()).stream().map(Kind::label).toList()),
                  e.getMessage()),
          e);
    }
  }

  /** Everything goes to one place, loads by shares that add up to 1; nothing comes from two. */
  private ImportMapping checked(Path file) {
    for (Row row : rows) {
      long share = rows.stream().filter(r -> same(r, row)).mapToLong(Row::share).sum();
      long sources = rows.stream().filter(r -> target(r).equals(target(row))).count();
      boolean many = row.kind() == Kind.LOAD || row.kind() == Kind.PRODUCT;
      if (share != WHOLE || (sources > 1 && !many)) {
        throw new IllegalArgumentException(
            "%s: %s %s goes out with a share of %s, and %s has %d sources; shares add up to 1 and a target has one source."
                .formatted(
                    file,
                    row.kind().label(),
                    row.from(),
                    FixedPoint.format(share, 6),
                    row.to(),
                    sources));
      }
    }
    return this;
  }

  private static boolean same(Row a, Row b) {
    return a.kind() == b.kind() && a.from().equals(b.from());
  }

  private static String target(Row row) {
    boolean point = row.kind() == Kind.BUS || row.kind() == Kind.ZONE;
    return (point ? "point " : row.kind() == Kind.PRODUCT ? "product " : "entity ") + row.to();
  }

  /**
   * Where an element goes.
   *
   * @param known whether the settlement has an id for a kind
   * @return empty if it goes nowhere
   */
  public List<Row> of(Kind kind, String from, BiPredicate<Kind, String> known) {
    if (given) {
      return rows.stream().filter(row -> row.kind() == kind && row.from().equals(from)).toList();
    }
    return known.test(kind, from) ? List.of(new Row(kind, from, from, WHOLE)) : List.of();
  }
}
