package org.gridclear.report.security;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gridclear.market.MarketDay;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.TableFolder;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.table.StoredTable;

/**
 * The tables of a run that screened outages or computed sensitivities, the same as in its folder,
 * and which of their rows are asked for.
 */
public final class SecurityTables {
  private SecurityTables() {}

  /**
   * Writes the tables of a run that has ended.
   *
   * @throws IOException if they cannot be written
   */
  public static TableFolder of(RunResult result, GridStore store) throws IOException {
    return TableFolder.of(
        MarketDay.YUAN,
        folder -> {
          ResultPlace place = ResultPlace.fresh(folder);
          if (result.job() instanceof Job.Screening) {
            ScreeningFolder.write(place, result, store, Set.of());
          } else {
            new SensitivityFolder(result, store).write(place, Set.of());
          }
        });
  }

  /**
   * Which rows are asked for; what is null asks for nothing.
   *
   * @param snapshot name of a snapshot
   * @param outage id of an outage
   * @param device id of a branch, flowgate or bus
   * @param element id of what a factor is by
   * @param zone zone of a device
   */
  public record Rows(String snapshot, String outage, String device, String element, String zone) {
    /**
     * Whether a row of a table is one of them.
     *
     * @throws IllegalArgumentException if the table has no such column, or no row such a text
     */
    public Predicate<Object[]> of(StoredTable table) {
      Map<Integer, String> asked = new LinkedHashMap<>();
      put(asked, table, "snapshot", snapshot);
      put(asked, table, "outage", outage);
      put(asked, table, "device", device);
      put(asked, table, "element", element);
      put(asked, table, "zone", zone);
      return row ->
          asked.entrySet().stream().allMatch(each -> each.getValue().equals(row[each.getKey()]));
    }

    private static void put(
        Map<Integer, String> asked, StoredTable table, String column, String text) {
      if (text == null) {
        return;
      }
      int at = table.indexOf(column);
      if (at < 0) {
        throw new IllegalArgumentException(
            "%s: the table %s has no such column.".formatted(column, table.name()));
      }
      if (!hasText(table, at, text)) {
        throw new IllegalArgumentException(
            "%s: no row of %s has '%s'.".formatted(column, table.name(), text));
      }
      asked.put(at, text);
    }

    /** A text that no row has is a mistake: an empty answer would look as if all were well. */
    private static boolean hasText(StoredTable table, int column, String text) {
      try (StoredTable.Lines lines = table.lines()) {
        while (lines.hasNext()) {
          if (text.equals(lines.next()[column])) {
            return true;
          }
        }
        return false;
      }
    }
  }
}
