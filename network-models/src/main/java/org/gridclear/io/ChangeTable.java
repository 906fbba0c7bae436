package org.gridclear.io;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Reads the outages of a MATPOWER change table (MATPOWER manual, section 9.5.1): rows {@code label,
 * probability, table, row, column, change type, new value}; rows of one label belong together. Rows
 * that change anything but a status are no outages and are reported.
 */
final class ChangeTable {
  private static final Pattern TABLE = Pattern.compile("=\\s*\\[(.*?)\\]\\s*;?", Pattern.DOTALL);
  private static final int COLUMNS = 7;

  private ChangeTable() {}

  /** Receives the outages one element at a time. */
  interface Outages {
    void take(String id, String kind, String element);
  }

  static void read(String source, IssueLog log, Outages outages) {
    String plain = source.replaceAll("%[^\\n]*", "").replace("...\n", " ");
    Matcher table = TABLE.matcher(plain);
    if (!table.find()) {
      log.add(Rule.SYNTAX, "document", "", "no table", "A change table is 'chgtab = [ ... ];'.");
      return;
    }
    int number = 0;
    for (String line : table.group(1).split("[;\\n]")) {
      if (line.isBlank()) {
        continue;
      }
      number++;
      row(line.strip().split("[\\s,]+"), "row " + number, log, outages);
    }
  }

  private static void row(String[] cells, String where, IssueLog log, Outages outages) {
    if (cells.length != COLUMNS) {
      log.add(
          Rule.SYNTAX,
          where,
          "",
          String.join(" ", cells),
          "A row has %d cells.".formatted(COLUMNS));
      return;
    }
    String table = cells[2].toUpperCase(Locale.ROOT);
    boolean branch = List.of("CT_TBRCH", "3").contains(table);
    boolean generator = List.of("CT_TGEN", "2").contains(table);
    String column = cells[4].toUpperCase(Locale.ROOT);
    boolean status =
        branch && List.of("BR_STATUS", "11").contains(column)
            || generator && List.of("GEN_STATUS", "8").contains(column);
    boolean replaced = List.of("CT_REP", "1").contains(cells[5].toUpperCase(Locale.ROOT));
    if (!status || !replaced || !isNumber(cells[6], 0) || !cells[3].matches("[1-9]\\d*")) {
      log.add(
          Rule.CONTINGENCY_IS_OUTAGE,
          where,
          "",
          String.join(" ", cells),
          "An outage sets BR_STATUS or GEN_STATUS of one row to 0.");
      return;
    }
    outages.take(cells[0], branch ? "branch" : "generator", (branch ? "L" : "G") + cells[3]);
  }

  private static boolean isNumber(String text, double value) {
    try {
      return Double.parseDouble(text) == value;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
