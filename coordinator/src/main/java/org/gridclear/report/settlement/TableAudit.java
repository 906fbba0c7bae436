package org.gridclear.report.settlement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.gridclear.file.StoredFiles;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.report.FolderSwap;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.HashedOutput;
import org.gridclear.settlement.close.Seal;
import org.gridclear.table.DataPackage;
import org.gridclear.table.TableFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Whether the tables of a close are those that its books give. */
public final class TableAudit {
  private static final List<String> TABLES =
      List.of("items.csv", "totals.csv", "trial-balance.csv", "reconciliation.csv", "weeks.csv");

  /** Before the data of a page; after them stands the end of the script. */
  private static final String DATA = "const DATA = ";

  private static final List<String> CHANGES = List.of("changes.csv", "correction.csv");

  private TableAudit() {}

  /**
   * Writes the tables again and compares them byte for byte.
   *
   * @param closed the books, computed again
   * @param open what is to be verified before a bill is made
   * @return one line per table that differs
   */
  public static List<String> differences(CloseFolder close, ClosedMonth closed, List<String> open)
      throws IOException {
    List<String> differences = new ArrayList<>();
    Path aside = Files.createTempDirectory("gridclear-audit-");
    try {
      List<String> sealed = close.seal().names();
      long items = 0;
      if (sealed.contains("items.csv")) {
        items = SettlementTables.write(aside, close, closed, new HashedOutput());
        TABLES.forEach(name -> compare(close.seal(), aside, name, differences));
      }
      if (close.previous().isPresent() && sealed.contains("changes.csv")) {
        CorrectionTables.write(aside, close.previous().get(), close);
        CHANGES.forEach(name -> compare(close.seal(), aside, name, differences));
      }
      if (sealed.contains("summary.json")) {
        summary(close, closed, open, items, differences);
      }
      beside(close, differences);
    } finally {
      FolderSwap.delete(aside);
    }
    return differences;
  }

  /** Parquet and the workbook, which hold what the CSV files do. */
  private static void beside(CloseFolder close, List<String> differences) throws IOException {
    List<String> sealed = close.seal().names();
    List<String> beside =
        sealed.stream()
            .filter(name -> name.endsWith(".parquet") || name.endsWith(".xlsx"))
            .toList();
    if (beside.isEmpty()) {
      return;
    }
    Path aside = Files.createTempDirectory("gridclear-audit-");
    try {
      for (String name : sealed.stream().filter(each -> each.endsWith(".csv")).toList()) {
        StoredFiles.write(aside.resolve(name), close.seal().content(name));
      }
      DataPackage.write(aside, "", MarketDay.YUAN, EnumSet.allOf(TableFormat.class));
      beside.forEach(name -> compare(close.seal(), aside, name, differences));
    } catch (org.gridclear.file.DamagedFileException e) {
      differences.add(e.getMessage());
    } finally {
      FolderSwap.delete(aside);
    }
  }

  private static void compare(Seal seal, Path aside, String name, List<String> differences) {
    try {
      byte[] again = StoredFiles.readAllBytes(aside.resolve(name));
      if (!Arrays.equals(again, seal.content(name))) {
        differences.add("%s: it differs from what the books give".formatted(name));
      }
    } catch (IOException e) {
      differences.add("%s: %s".formatted(name, e.getMessage()));
    } catch (org.gridclear.file.DamagedFileException e) {
      differences.add(e.getMessage());
    }
  }

  /** The page of a summary that agrees with the books. */
  private static void page(
      Seal seal, ClosedMonth closed, SettlementSummary summary, List<String> differences) {
    try {
      if (!shown(seal).equals(data(seal, closed, summary))) {
        differences.add(CloseHtml.NAME + ": it shows something else than the books give");
      }
    } catch (JacksonException e) {
      differences.add(CloseHtml.NAME + ": " + Json.firstLine(e.getMessage()));
    }
  }

  /** The data of the page, whose frame and scripts may be of another version. */
  private static JsonNode shown(Seal seal) {
    String page = new String(seal.content(CloseHtml.NAME), StandardCharsets.UTF_8);
    int at = page.indexOf(DATA);
    int end = page.indexOf(";</script>", at);
    return Json.MAPPER.readTree(at < 0 || end < 0 ? "" : page.substring(at + DATA.length(), end));
  }

  private static JsonNode data(Seal seal, ClosedMonth closed, SettlementSummary summary) {
    List<String> files = CloseHtml.named(seal.names().stream());
    return Json.MAPPER.readTree(
        Json.MAPPER.writeValueAsString(CloseHtml.data(closed, summary, files)));
  }

  private static void summary(
      CloseFolder close,
      ClosedMonth closed,
      List<String> open,
      long items,
      List<String> differences) {
    try {
      SettlementSummary summary =
          Json.MAPPER.readValue(close.seal().content("summary.json"), SettlementSummary.class);
      if (!summary.agrees(close.record(), closed, open, items)) {
        differences.add("summary.json: it differs from what the books give");
      } else if (close.seal().names().contains(CloseHtml.NAME)) {
        page(close.seal(), closed, summary, differences);
      }
    } catch (JacksonException e) {
      differences.add("summary.json: " + Json.firstLine(e.getMessage()));
    } catch (org.gridclear.file.DamagedFileException e) {
      differences.add(e.getMessage());
    }
  }
}
