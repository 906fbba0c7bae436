package org.gridclear.report.settlement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridclear.file.StoredFiles;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.report.page.HtmlReport;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.allocation.ReconciliationLine;
import org.gridclear.settlement.rule.RuleBook;

/** The page of a close: items by day, pools and the reconciliations. Amounts as exact text. */
public final class CloseHtml {
  private static final List<String> CHECKS =
      List.of("double entry", "goods", "allocated items", "corrections", "fees");
  private static final int DIFFERENCES_MAX = 500;

  /** Name of the page. */
  static final String NAME = "report.html";

  private CloseHtml() {}

  /** Writes {@code report.html}; the same books give the same bytes. */
  public static void write(Path folder, ClosedMonth closed, SettlementSummary summary)
      throws IOException {
    StoredFiles.writeString(
        folder.resolve(NAME), HtmlReport.page("close", data(closed, summary, files(folder))));
  }

  /**
   * What the page of a close says.
   *
   * @param files tables that it names
   */
  static Map<String, Object> data(
      ClosedMonth closed, SettlementSummary summary, List<String> files) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("month", summary.month());
    data.put("entities", summary.entities());
    data.put("intervals", summary.intervals());
    data.put("comparisons", summary.comparisons());
    data.put("residual", SettlementTables.yuan(summary.residualMilliYuan()));
    data.put("balanced", summary.residualMilliYuan() == 0);
    data.put("billable", summary.billable());
    data.put("bookHash", summary.bookHash());
    data.put("findings", summary.findings());
    data.put("days", days(closed));
    data.put("items", items(closed));
    data.put("pools", pools(closed));
    data.put("checks", checks(closed));
    data.put("differences", differences(closed));
    data.put("files", files);
    return data;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return named(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()));
    }
  }

  /** Names of files that the page of a close lists, in their order. */
  static List<String> named(Stream<String> files) {
    return files
        .filter(name -> name.endsWith(".csv") || name.endsWith(".json") || name.endsWith(".gz"))
        .sorted()
        .toList();
  }

  private static List<String> days(ClosedMonth closed) {
    return IntStream.rangeClosed(1, closed.month().days())
        .mapToObj(day -> closed.month().date(day).toString())
        .toList();
  }

  private static List<Object> items(ClosedMonth closed) {
    List<RuleBook.Item> items = closed.month().book().items();
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      long[] byDay = closed.itemsByDay()[i];
      if (Arrays.stream(byDay).anyMatch(amount -> amount != 0)) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", items.get(i).code());
        row.put("name", items.get(i).name().en());
        row.put("zh", items.get(i).name().zh());
        row.put("total", SettlementTables.yuan(Arrays.stream(byDay).sum()));
        row.put("byDay", texts(byDay));
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<Object> pools(ClosedMonth closed) {
    List<Object> rows = new ArrayList<>();
    for (int p = 0; p < closed.month().book().pools().size(); p++) {
      int pool = p;
      long[] byDay = Arrays.stream(closed.balances()).mapToLong(day -> day[pool]).toArray();
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", closed.month().book().pools().get(p).name());
      row.put("end", SettlementTables.yuan(byDay[byDay.length - 1]));
      row.put("byDay", texts(byDay));
      rows.add(row);
    }
    return rows;
  }

  private static List<String> texts(long[] milliYuan) {
    return Arrays.stream(milliYuan)
        .mapToObj(amount -> FixedPoint.format(amount, FixedPoint.YUAN_DECIMALS))
        .toList();
  }

  private static List<Object> checks(ClosedMonth closed) {
    List<Object> rows = new ArrayList<>();
    for (int c = 0; c < CHECKS.size(); c++) {
      int check = c;
      List<ReconciliationLine> lines =
          closed.lines().stream().filter(line -> line.check() == check).toList();
      long sum = lines.stream().mapToLong(line -> Math.abs(line.difference())).sum();
      long differing = lines.stream().filter(line -> line.difference() != 0).count();
      rows.add(
          List.of(
              CHECKS.get(c),
              lines.size(),
              differing,
              FixedPoint.format(sum, FixedPoint.YUAN_DECIMALS)));
    }
    return rows;
  }

  private static List<Object> differences(ClosedMonth closed) {
    return closed.lines().stream()
        .filter(line -> line.difference() != 0)
        .limit(DIFFERENCES_MAX)
        .<Object>map(
            line ->
                List.of(
                    CHECKS.get(line.check()),
                    line.subject(),
                    line.place(),
                    SettlementTables.yuan(line.left()),
                    SettlementTables.yuan(line.right()),
                    SettlementTables.yuan(line.difference())))
        .toList();
  }
}
