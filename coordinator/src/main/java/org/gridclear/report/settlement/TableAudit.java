package org.gridclear.report.settlement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.file.StoredFiles;
import org.gridclear.json.Json;
import org.gridclear.report.FolderSwap;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.HashedOutput;
import org.gridclear.settlement.close.Seal;
import tools.jackson.core.JacksonException;

/** Whether the tables of a close are those that its books give. */
public final class TableAudit {
  private static final List<String> TABLES =
      List.of("items.csv", "totals.csv", "trial-balance.csv", "reconciliation.csv", "weeks.csv");
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
    } finally {
      FolderSwap.delete(aside);
    }
    return differences;
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
      }
    } catch (JacksonException e) {
      differences.add("summary.json: " + Json.firstLine(e.getMessage()));
    } catch (org.gridclear.file.DamagedFileException e) {
      differences.add(e.getMessage());
    }
  }
}
