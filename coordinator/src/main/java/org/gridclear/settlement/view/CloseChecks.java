package org.gridclear.settlement.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.settlement.close.Seal;
import org.gridclear.table.CsvFile;
import org.jspecify.annotations.Nullable;

/**
 * What the reconciliations of a close found, as it wrote them down.
 *
 * @param checks double entry and the four reconciliations, in order
 * @param differences comparisons that are not 0
 * @param pools what the pools hold at the end
 * @param items what each item comes to
 */
public record CloseChecks(
    List<Check> checks, List<Difference> differences, List<Amount> pools, List<Amount> items) {
  private static final int DIFFERENCES_MAX = 200;
  private static final List<String> NAMES =
      List.of("double entry", "goods", "allocation", "correction", "fees");

  /**
   * A reconciliation.
   *
   * @param number 0 for double entry, 1 to 4
   * @param name what it compares
   * @param comparisons how many sums the close wrote down of it
   * @param yuan sum of the magnitudes of all differences, which has to be 0; null where there was
   *     nothing to compare
   */
  public record Check(int number, String name, int comparisons, @Nullable BigDecimal yuan) {}

  /**
   * A comparison that is not 0.
   *
   * @param check number of the reconciliation
   * @param subject item, pool or account
   * @param place day and interval, or the month
   * @param left one side, yuan
   * @param right the other side, yuan
   * @param yuan left − right
   */
  public record Difference(
      int check, String subject, String place, String left, String right, String yuan) {}

  /**
   * An amount of the trial balance.
   *
   * @param code item or pool
   * @param yuan its amount, exact to 0.001
   */
  public record Amount(String code, String yuan) {}

  /**
   * What a close wrote down.
   *
   * @throws org.gridclear.file.DamagedFileException if a file is not what was sealed
   */
  public static CloseChecks of(Seal seal) {
    List<List<String>> lines = new ArrayList<>(rows(seal, "reconciliation.csv"));
    lines.addAll(rows(seal, "correction.csv"));
    List<Check> checks = new ArrayList<>();
    for (int number = 0; number < NAMES.size(); number++) {
      String of = Integer.toString(number);
      List<BigDecimal> found =
          lines.stream()
              .filter(cells -> cells.get(0).equals(of))
              .map(cells -> new BigDecimal(cells.get(5)).abs())
              .toList();
      checks.add(
          new Check(
              number,
              NAMES.get(number),
              found.size(),
              found.stream().reduce(BigDecimal::add).orElse(null)));
    }
    List<Difference> differences =
        lines.stream()
            .filter(cells -> new BigDecimal(cells.get(5)).signum() != 0)
            .limit(DIFFERENCES_MAX)
            .map(CloseChecks::difference)
            .toList();
    List<List<String>> balance = rows(seal, "trial-balance.csv");
    return new CloseChecks(checks, differences, amounts(balance, "pool"), amounts(balance, "item"));
  }

  /** The rows of a table that the close wrote; none where it wrote no such table. */
  static List<List<String>> rows(Seal seal, String name) {
    return seal.names().contains(name) ? CsvFile.rows(seal.content(name)) : List.of();
  }

  private static Difference difference(List<String> cells) {
    return new Difference(
        Integer.parseInt(cells.get(0)),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        cells.get(4),
        cells.get(5));
  }

  private static List<Amount> amounts(List<List<String>> balance, String kind) {
    return balance.stream()
        .filter(cells -> cells.get(0).equals(kind))
        .map(cells -> new Amount(cells.get(1), cells.get(2)))
        .toList();
  }
}
