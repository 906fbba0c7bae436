package org.gridclear.market.anomaly.rule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.market.anomaly.rule.CaseEvidence.Flow;
import org.gridclear.table.StoredTable;

/** Heavy flows and those over their limits of the folder of a screening (docs/formats.md). */
public final class ScreenedFlows {
  private static final Pattern PERIOD = Pattern.compile(".* @(\\d{1,4})");
  private static final Set<String> LISTED = Set.of("HEAVY", "VIOLATION", "NEW", "WORSENED");

  private final Path folder;
  private final List<Flow> flows = new ArrayList<>();

  private ScreenedFlows(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads them.
   *
   * @param folder of a screening of a cleared plan, in AC
   * @throws IllegalArgumentException if it is none, or one in DC
   */
  public static List<Flow> read(Path folder) {
    ScreenedFlows screened = new ScreenedFlows(folder);
    screened.take("base.csv", "value");
    screened.take("flows.csv", "post");
    return screened.flows;
  }

  private void take(String name, String valueColumn) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "%s is no folder of a screening: it has no %s.".formatted(folder, name));
    }
    StoredTable table = StoredTable.of(file, "");
    int outage = table.indexOf("outage");
    try (StoredTable.Lines lines = table.lines()) {
      while (lines.hasNext()) {
        Object[] row = lines.next();
        String device = text(table, row, "deviceKind");
        String kind = text(table, row, "kind");
        if (device.equals("bus") || !LISTED.contains(kind)) {
          continue;
        }
        boolean gate = device.equals("flowgate");
        String unit = text(table, row, "unit");
        if (!gate && !unit.equals("MVA")) {
          throw new IllegalArgumentException(
              "The screening %s is in DC, and the rules of flows are about AC: screen it with --ac."
                  .formatted(folder));
        }
        flows.add(
            new Flow(
                gate ? "flowgate" : "branch",
                text(table, row, "device"),
                outage < 0 ? "" : text(table, row, "outage"),
                period(text(table, row, "snapshot")),
                number(table, row, valueColumn),
                number(table, row, "limit"),
                unit,
                !kind.equals("HEAVY")));
      }
    }
  }

  private int period(String snapshot) {
    Matcher matcher = PERIOD.matcher(snapshot);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "The snapshot '%s' of %s is of no period; screen a cleared plan."
              .formatted(snapshot, folder));
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static String text(StoredTable table, Object[] row, String column) {
    Object cell = row[table.indexOf(column)];
    return cell == null ? "" : cell.toString();
  }

  private static double number(StoredTable table, Object[] row, String column) {
    return ((Number) row[table.indexOf(column)]).doubleValue();
  }
}
