package org.gridclear.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table as aligned text; columns without any value are left out and named below. */
final class TableText {
  private static final int CELL_MAX = 80;

  private TableText() {}

  static String of(Table table) {
    List<Column> columns = table.columns();
    int[] shown =
        IntStream.range(0, columns.size())
            .filter(c -> table.rows().isEmpty() || table.rows().stream().anyMatch(r -> has(r[c])))
            .toArray();
    List<String[]> lines = new ArrayList<>();
    lines.add(IntStream.of(shown).mapToObj(c -> columns.get(c).name()).toArray(String[]::new));
    for (Object[] row : table.rows()) {
      lines.add(
          IntStream.of(shown)
              .mapToObj(c -> cut(columns.get(c).text(row[c])))
              .toArray(String[]::new));
    }
    boolean[] right = new boolean[shown.length];
    for (int k = 0; k < right.length; k++) {
      Column.Type type = columns.get(shown[k]).type();
      right[k] = type == Column.Type.NUMBER || type == Column.Type.WHOLE;
    }
    StringBuilder text = new StringBuilder(aligned(lines, right));
    text.append("%d row(s): %s%n".formatted(table.rows().size(), table.description()));
    List<String> empty =
        IntStream.range(0, columns.size())
            .filter(c -> IntStream.of(shown).noneMatch(s -> s == c))
            .mapToObj(c -> columns.get(c).name())
            .toList();
    if (!empty.isEmpty()) {
      text.append("Without a value in any row: %s%n".formatted(String.join(", ", empty)));
    }
    return text.toString();
  }

  private static boolean has(Object cell) {
    return cell != null && !cell.equals("");
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= CELL_MAX
        ? text
        : text.substring(0, text.offsetByCodePoints(0, CELL_MAX - 1)) + "…";
  }

  /** Lines with columns of one width, two spaces between them, none behind the last. */
  private static String aligned(List<String[]> lines, boolean[] right) {
    int[] width = new int[right.length];
    for (String[] line : lines) {
      for (int c = 0; c < width.length; c++) {
        width[c] = Math.max(width[c], columnsOf(line[c]));
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] line : lines) {
      StringBuilder row = new StringBuilder();
      for (int c = 0; c < width.length; c++) {
        String pad = " ".repeat(width[c] - columnsOf(line[c]));
        row.append(right[c] ? pad + line[c] : line[c] + pad).append("  ");
      }
      text.append(row.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }

  /** Columns of a terminal: ideographs and full-width signs take two. */
  private static int columnsOf(String text) {
    return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
  }

  /** Ideographs, syllables of Japanese and Korean, their punctuation, and full-width forms. */
  private static boolean wide(int c) {
    return c >= 0x1100
        && (Character.isIdeographic(c)
            || c <= 0x115f
            || c >= 0x2e80 && c <= 0x33ff
            || c >= 0xac00 && c <= 0xd7a3
            || c >= 0xfe30 && c <= 0xfe4f
            || c >= 0xff01 && c <= 0xff60
            || c >= 0xffe0 && c <= 0xffe6);
  }
}
