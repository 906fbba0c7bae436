package org.gridclear.account;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.account.AuditLog.Entry;
import org.gridclear.account.AuditLog.Outcome;
import org.gridclear.file.Sha256;

/**
 * The line that stands in the place of a record whose time was over. It says nothing of what was
 * done, and all that those who verify need: chain and seals go on over it. A record of the log says
 * which were removed, by a hash of all of them; a line without that is a change.
 *
 * @param number of the record that was here
 * @param by number of the record that says so
 * @param sha256 of the line that was here, as the seals have it
 * @param signature of the record that was here, on which the next one is chained
 */
public record RemovedRecord(long number, long by, String sha256, String signature) {
  /** Operation of the record that says what was removed. */
  public static final String OPERATION = "audit retention";

  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"removed\":(\\d{1,18}),\"by\":(\\d{1,18}),\"sha256\":\"([0-9a-f]{64})\""
              + ",\"signature\":\"([0-9a-f]{64})\"}");

  /** The line in clear, without its end; empty for any other. */
  static Optional<RemovedRecord> of(byte[] line) {
    Matcher parts = LINE.matcher(new String(line, StandardCharsets.ISO_8859_1));
    return parts.matches()
        ? Optional.of(
            new RemovedRecord(
                Long.parseLong(parts.group(1)),
                Long.parseLong(parts.group(2)),
                parts.group(3),
                parts.group(4)))
        : Optional.empty();
  }

  String text() {
    return "{\"removed\":%d,\"by\":%d,\"sha256\":\"%s\",\"signature\":\"%s\"}"
        .formatted(number, by, sha256, signature);
  }

  /** SHA-256 over a line {@code NUMBER SHA-256} for each. */
  public static String hash(List<RemovedRecord> removed) {
    StringBuilder text = new StringBuilder();
    removed.forEach(each -> text.append("%d %s\n".formatted(each.number, each.sha256)));
    return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a record says that these were removed, neither more nor fewer. */
  public static boolean says(Entry record, List<RemovedRecord> removed) {
    return record.operation().equals(OPERATION)
        && record.outcome() == Outcome.SUCCESS
        && record.detail().endsWith(" " + hash(removed));
  }

  /**
   * What shows that a record was removed otherwise.
   *
   * @param removed all lines of removed records, in order
   * @param log records that may say so
   */
  public static List<String> objections(List<RemovedRecord> removed, List<Entry> log) {
    Map<Long, List<RemovedRecord>> by = new TreeMap<>();
    removed.forEach(each -> by.computeIfAbsent(each.by, any -> new ArrayList<>()).add(each));
    List<String> objections = new ArrayList<>();
    by.forEach(
        (number, all) -> {
          if (log.stream().noneMatch(each -> each.number() == number && says(each, all))) {
            objections.add(
                "Record %d was removed, and record %d does not say so of just that and %d others."
                    .formatted(all.get(0).number, number, all.size() - 1));
          }
        });
    return objections;
  }
}
