package org.gridclear.settlement.proof;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.quantity.FixedPoint;

/**
 * A line of a statement.
 *
 * @param entity entity
 * @param date operating day
 * @param item item
 * @param quantity 0.0001 of the unit
 * @param unit unit of the quantity; 1 for a plain number, empty without quantity
 * @param milliYuan amount, 0.001 yuan, positive where the exchange pays
 */
public record StatementLine(
    String entity, LocalDate date, String item, long quantity, String unit, long milliYuan) {
  private static final String HEADER = "entity,date,item,quantity,unit,yuan";
  private static final int CELLS = 6;

  /** Lines as they are kept: CSV, UTF-8. */
  public static byte[] text(List<StatementLine> lines) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (StatementLine line : lines) {
      text.append(line.entity()).append(',').append(line.date()).append(',');
      text.append(line.item()).append(',');
      FixedPoint.append(text, line.quantity(), FixedPoint.MWH_DECIMALS).append(',');
      text.append(line.unit()).append(',');
      FixedPoint.append(text, line.milliYuan(), FixedPoint.YUAN_DECIMALS).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Lines from what was kept.
   *
   * @throws IllegalArgumentException if it is no statement
   */
  public static List<StatementLine> read(byte[] content) {
    List<String> rows = new String(content, StandardCharsets.UTF_8).lines().toList();
    if (rows.isEmpty() || !rows.get(0).equals(HEADER)) {
      throw new IllegalArgumentException("A statement begins with the line " + HEADER + ".");
    }
    List<StatementLine> lines = new ArrayList<>();
    for (int r = 1; r < rows.size(); r++) {
      lines.add(row("Line %d of a statement".formatted(r + 1), rows.get(r)));
    }
    return lines;
  }

  private static StatementLine row(String place, String row) {
    List<String> cells = Arrays.asList(row.split(",", -1));
    if (cells.size() != CELLS) {
      throw new IllegalArgumentException(place + " must have 6 cells: " + row);
    }
    return new StatementLine(
        cells.get(0),
        LocalDate.parse(cells.get(1)),
        cells.get(2),
        FixedPoint.parse(place + ", quantity", cells.get(3), FixedPoint.MWH_DECIMALS),
        cells.get(4),
        FixedPoint.parse(place + ", yuan", cells.get(5), FixedPoint.YUAN_DECIMALS));
  }
}
