package org.gridclear.market.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.table.Table;

/**
 * An answer.
 *
 * @param table rows, or the part of them that was asked for
 * @param total how many rows there are in all
 * @param missing dates of the range without the results that were asked for; they are not in the
 *     rows
 * @param alarms what somebody must know before the rows are used: not audited, not secure, load not
 *     served
 * @param notices what else the rows do not say by themselves
 */
public record ResultAnswer(
    Table table, long total, List<LocalDate> missing, List<String> alarms, List<String> notices) {
  public ResultAnswer {
    missing = List.copyOf(missing);
    alarms = List.copyOf(alarms);
    notices = List.copyOf(notices);
  }

  /** Alarms, missing dates and notices in lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(alarms);
    if (!missing.isEmpty()) {
      lines.add("NOT IN THE ROWS: " + dates(missing));
    }
    lines.addAll(notices);
    return lines;
  }

  /** Dates in words, those that follow each other as a range. */
  static String dates(List<LocalDate> dates) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < dates.size(); ) {
      int last = i;
      while (last + 1 < dates.size() && dates.get(last + 1).equals(dates.get(last).plusDays(1))) {
        last++;
      }
      parts.add(last == i ? dates.get(i).toString() : dates.get(i) + ".." + dates.get(last));
      i = last + 1;
    }
    return String.join(", ", parts);
  }
}
