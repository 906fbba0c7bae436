package org.gridclear.account.evidence;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.account.AuditLine;
import org.gridclear.account.AuditLog;

/**
 * How many records of a time there are. Files of months before it are not read.
 *
 * @param records how many
 * @param oldest time of the first; "" without any
 * @param classes by kind and outcome, as {@code SYSTEM FAILURE}
 * @param days by day (UTC), oldest first
 * @param users by account, the most first; "" for nobody
 * @param operations by operation without what stands in its place, the most first
 * @param sources by address, the most first
 */
public record AuditStatistics(
    long records,
    String oldest,
    Map<String, Long> classes,
    Map<String, Long> days,
    Map<String, Long> users,
    Map<String, Long> operations,
    Map<String, Long> sources) {
  private static final int SHOWN_MAX = 50;
  private static final int DATE_LENGTH = 10;

  /**
   * The statistics of a time.
   *
   * @param from not before
   * @param to before this
   */
  public static AuditStatistics of(Path folder, Instant from, Instant to) {
    Map<String, Long> classes = new TreeMap<>();
    Map<String, Long> days = new TreeMap<>();
    Map<String, Long> users = new TreeMap<>();
    Map<String, Long> operations = new TreeMap<>();
    Map<String, Long> sources = new TreeMap<>();
    List<AuditLog.Entry> entries = AuditLine.between(folder, from, to);
    for (AuditLog.Entry entry : entries) {
      add(classes, entry.kind() + " " + entry.outcome());
      add(days, entry.at().substring(0, DATE_LENGTH));
      add(users, entry.user());
      add(operations, entry.operation().replaceAll("\\?.*", ""));
      add(sources, entry.from());
    }
    return new AuditStatistics(
        entries.size(),
        entries.isEmpty() ? "" : entries.get(0).at(),
        classes,
        days,
        most(users),
        most(operations),
        most(sources));
  }

  private static void add(Map<String, Long> counts, String key) {
    counts.merge(key, 1L, Long::sum);
  }

  private static Map<String, Long> most(Map<String, Long> counts) {
    Map<String, Long> most = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SHOWN_MAX)
        .forEach(each -> most.put(each.getKey(), each.getValue()));
    return most;
  }
}
