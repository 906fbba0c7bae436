package org.gridclear.security.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.file.TextFile;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.synthetic.SyntheticSnapshots;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Snapshots of a network: its own operating point, a synthetic day, or a list from a file. */
public final class SnapshotReader {
  private static final List<String> HEADER = List.of("snapshot", "loadShare");

  private SnapshotReader() {}

  /**
   * Reads what a user asks for.
   *
   * @param source null for the network's own operating point, a number for that many snapshots of a
   *     synthetic day, or a CSV file with the columns {@code snapshot,loadShare}
   * @throws org.gridclear.validate.InvalidInputException with every issue of the file
   */
  public static List<OperatingPoint> read(String source, Network network) {
    if (source == null) {
      return List.of(OperatingPoint.of(network));
    }
    if (source.matches("[-+]?\\d+")) {
      if (!source.matches("0*[1-9]\\d{0,8}")) {
        throw new IllegalArgumentException(
            "%s snapshots: give a number from 1 to 999999999, or a CSV file.".formatted(source));
      }
      return SyntheticSnapshots.ofDay(network, Integer.parseInt(source));
    }
    Path file = Path.of(source);
    IssueLog log = new IssueLog(String.valueOf(file.getFileName()));
    List<String> lines = TextFile.read(file, log).lines().toList();
    log.throwIfErrors();
    List<OperatingPoint> snapshots = rows(lines, network, log);
    log.throwIfErrors();
    return snapshots;
  }

  private static List<OperatingPoint> rows(List<String> lines, Network network, IssueLog log) {
    List<OperatingPoint> snapshots = new ArrayList<>();
    Set<String> names = new HashSet<>();
    if (lines.isEmpty() || !cells(lines.get(0)).equals(HEADER)) {
      log.add(
          Rule.SYNTAX,
          "line 1",
          "",
          lines.isEmpty() ? "" : lines.get(0),
          "The header is snapshot,loadShare.");
      return snapshots;
    }
    for (int n = 1; n < lines.size(); n++) {
      List<String> cells = cells(lines.get(n));
      String where = "line " + (n + 1);
      if (lines.get(n).isBlank()) {
        continue;
      }
      double share = cells.size() == 2 ? number(cells.get(1)) : Double.NaN;
      if (!(share > 0 && share < 100)) {
        log.add(
            Rule.FIELD_TYPE,
            where,
            "loadShare",
            lines.get(n),
            "Give a name and a number above 0 and below 100.");
      } else if (!names.add(cells.get(0))) {
        log.add(Rule.ID_UNIQUE, where, "snapshot", cells.get(0), "Give each its own name.");
      } else {
        snapshots.add(OperatingPoint.scaled(network, cells.get(0), share));
      }
    }
    if (snapshots.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, "document", "snapshot", "absent", "List at least one.");
    }
    return snapshots;
  }

  private static List<String> cells(String line) {
    return List.of(line.strip().split("\\s*,\\s*", -1));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
