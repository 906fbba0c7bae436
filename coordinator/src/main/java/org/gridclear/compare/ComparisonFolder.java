package org.gridclear.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.file.StoredFiles;
import org.gridclear.json.Json;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.page.HtmlReport;
import org.gridclear.table.Column;
import org.gridclear.table.DataPackage;
import org.gridclear.table.Table;
import org.gridclear.table.TableFile;
import org.gridclear.table.TableFormat;

/** A comparison as a folder: a page, a table per quantity, what is to be known of it. */
public final class ComparisonFolder {
  private static final int PAGE_ROWS_MAX = 500;

  private ComparisonFolder() {}

  /**
   * Writes the folder aside and then moves it.
   *
   * @param nameOfA what A is called on the page
   * @param nameOfB what B is called there
   * @param beside formats that tables are written in beside CSV
   * @throws IOException if it cannot be written; then nothing is left behind
   */
  public static void write(
      ResultPlace place,
      String nameOfA,
      String nameOfB,
      RunComparison comparison,
      Set<TableFormat> beside)
      throws IOException {
    place.write(
        aside -> {
          for (Table table : comparison.tables()) {
            TableFile.write(aside.resolve(table.name() + ".csv"), table, TableFormat.CSV);
            if (beside.contains(TableFormat.PARQUET)) {
              TableFile.write(aside.resolve(table.name() + ".parquet"), table, TableFormat.PARQUET);
            }
          }
          DataPackage.write(
              aside, "%s and %s".formatted(nameOfA, nameOfB), comparison.tables(), beside);
          StoredFiles.write(
              aside.resolve("summary.json"),
              Json.MAPPER
                  .writerWithDefaultPrettyPrinter()
                  .writeValueAsBytes(summary(nameOfA, nameOfB, comparison)));
          StoredFiles.writeString(
              aside.resolve("report.html"),
              HtmlReport.page("comparison", page(nameOfA, nameOfB, comparison)));
        });
  }

  /** What is to be known of it, its overview and its figures. */
  public static Map<String, Object> summary(
      String nameOfA, String nameOfB, RunComparison comparison) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", nameOfA);
    map.put("b", nameOfB);
    map.put("clean", comparison.clean());
    map.put("alarms", comparison.alarms());
    map.put("notCompared", comparison.gaps());
    map.put("remarks", comparison.remarks());
    for (String name : List.of("overview", "figures", "commitment")) {
      map.put(name, TableFile.objects(comparison.table(name)));
    }
    return map;
  }

  private static Map<String, Object> page(
      String nameOfA, String nameOfB, RunComparison comparison) {
    Map<String, Object> map = summary(nameOfA, nameOfB, comparison);
    Map<String, Object> tables = new LinkedHashMap<>();
    comparison.tables().forEach(table -> tables.put(table.name(), table(table)));
    map.put("tables", tables);
    return map;
  }

  private static Map<String, Object> table(Table table) {
    List<Map<String, Object>> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          Map.of(
              "name",
              column.name(),
              "number",
              column.type() == Column.Type.NUMBER || column.type() == Column.Type.WHOLE));
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("rowCount", table.rows().size());
    map.put("columns", columns);
    map.put("rows", shown(table));
    return map;
  }

  /** All rows, or those with the largest differences where a page would be too long. */
  private static List<Object[]> shown(Table table) {
    int difference = -1;
    for (int c = 0; c < table.columns().size() && difference < 0; c++) {
      difference = table.columns().get(c).name().startsWith("difference") ? c : -1;
    }
    if (table.rows().size() <= PAGE_ROWS_MAX
        || difference < 0
        || List.of("lmp-curves", "zone-prices", "figures").contains(table.name())) {
      return table.rows();
    }
    int by = difference;
    return table.rows().stream()
        .sorted(Comparator.comparingDouble((Object[] row) -> -size(row[by])))
        .limit(PAGE_ROWS_MAX)
        .toList();
  }

  private static double size(Object difference) {
    return difference == null ? Double.POSITIVE_INFINITY : Math.abs((double) difference);
  }
}
