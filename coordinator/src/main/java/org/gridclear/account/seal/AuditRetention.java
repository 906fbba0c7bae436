package org.gridclear.account.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.account.AuditLine;
import org.gridclear.account.AuditLog;
import org.gridclear.account.AuditLog.Kind;
import org.gridclear.account.RemovedRecord;

/**
 * The end of records of a class (M-11) whose stated time is over (M-13, P-09). All are under a seal
 * before, and so is the record that says what is removed; only then they go, and a line stays in
 * the place of each that keeps chain and seals whole. Records about the log itself stay for good.
 * Files of later months are not touched, so nobody who adds records is in their way.
 *
 * @param log the log
 * @param seals its seals
 * @param clockMillis the time
 */
public record AuditRetention(AuditLog log, Seals seals, LongSupplier clockMillis) {
  /** Months for which each record is kept at least (P-09). */
  public static final int MONTHS_LEAST = 6;

  private static final int MONTH_LENGTH = 7;
  private static final Set<String> FOR_GOOD =
      Set.of(Seals.OPERATION, RemovedRecord.OPERATION, AuditLog.ALARM);
  private static final Pattern DETAIL =
      Pattern.compile("([a-z]+) kept \\d+ months, before (\\S+): \\d+ removed, SHA-256 [0-9a-f]+");

  /**
   * What was removed.
   *
   * @param before records of before this time
   * @param records how many
   * @param by number of the record that says so; 0 where there was none to remove
   */
  public record Done(Kind kind, Instant before, int records, long by) {
    @Override
    public String toString() {
      String of = kind.name().toLowerCase(Locale.ROOT);
      return records == 0
          ? "%s: nothing is of before %s.".formatted(of, before)
          : "%s: %d records of before %s were removed, as record %d says."
              .formatted(of, records, before, by);
    }
  }

  /**
   * Removes the records of a class that are over their time.
   *
   * @param months for which the class is kept
   * @throws IllegalArgumentException if that is too short
   * @throws IllegalStateException if the log was changed; nothing is removed then
   */
  public Done remove(Kind kind, int months) {
    require(months);
    finish();
    List<String> findings = log.check();
    if (!findings.isEmpty()) {
      throw new IllegalStateException(
          "The audit log was changed, so nothing is removed: " + findings.get(0));
    }
    Instant before =
        Instant.ofEpochMilli(clockMillis.getAsLong())
            .atOffset(ZoneOffset.UTC)
            .minusMonths(months)
            .toInstant();
    List<RemovedRecord> over = log.whileStill(lines -> over(lines, kind, before, 0));
    if (over.isEmpty()) {
      return new Done(kind, before, 0, 0);
    }
    seals.seal();
    log.add(
        Kind.SYSTEM,
        AuditLog.Outcome.SUCCESS,
        "",
        "",
        RemovedRecord.OPERATION,
        "%s kept %d months, before %s: %d removed, SHA-256 %s"
            .formatted(
                kind.name().toLowerCase(Locale.ROOT),
                months,
                before,
                over.size(),
                RemovedRecord.hash(over)));
    seals.seal();
    finish();
    List<AuditLog.Entry> said =
        log.entries().stream().filter(each -> RemovedRecord.says(each, over)).toList();
    return new Done(kind, before, over.size(), said.get(said.size() - 1).number());
  }

  /**
   * What was removed of several classes.
   *
   * @param all whether none of them was refused
   * @param lines what is to be said of each
   */
  public record Removed(boolean all, List<String> lines) {}

  /**
   * Removes the records of classes that are over their time; one that is refused is said.
   *
   * @param months for which each class is kept
   * @throws IllegalArgumentException if one of them is too short; nothing is removed then
   */
  public Removed remove(Map<Kind, Integer> months) {
    months.values().forEach(AuditRetention::require);
    boolean all = true;
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Kind, Integer> each : months.entrySet()) {
      try {
        lines.add(remove(each.getKey(), each.getValue()).toString());
      } catch (IllegalStateException e) {
        lines.add(String.valueOf(e.getMessage()));
        all = false;
      }
    }
    return new Removed(all, lines);
  }

  /**
   * Refuses a time that is too short.
   *
   * @throws IllegalArgumentException if it is
   */
  public static void require(int months) {
    if (months < MONTHS_LEAST) {
      throw new IllegalArgumentException(
          "Records of the audit log are kept for %d months at least, not %d."
              .formatted(MONTHS_LEAST, months));
    }
  }

  /** Removes what a record says is removed, and is still there: all but where a process ended. */
  private void finish() {
    log.whileStill(
        lines -> {
          for (AuditLine line : lines) {
            Optional<AuditLog.Entry> said =
                line.entry().filter(each -> each.operation().equals(RemovedRecord.OPERATION));
            if (said.isPresent()) {
              finish(lines, said.get());
            }
          }
          return true;
        });
  }

  private void finish(List<AuditLine> lines, AuditLog.Entry said) {
    Matcher parts = DETAIL.matcher(said.detail());
    if (!parts.matches()) {
      return;
    }
    Kind kind = Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
    List<RemovedRecord> all = over(lines, kind, Instant.parse(parts.group(2)), said.number());
    if (!RemovedRecord.says(said, all)) {
      return;
    }
    Map<Long, RemovedRecord> byNumber = new HashMap<>();
    all.forEach(each -> byNumber.put(each.number(), each));
    Map<String, Map<Integer, RemovedRecord>> byFile = new HashMap<>();
    for (AuditLine line : lines) {
      RemovedRecord gone = line.entry().map(each -> byNumber.get(each.number())).orElse(null);
      if (gone != null) {
        byFile.computeIfAbsent(line.file(), any -> new HashMap<>()).put(line.row(), gone);
      }
    }
    try {
      for (Map.Entry<String, Map<Integer, RemovedRecord>> file : byFile.entrySet()) {
        AuditLine.remove(log.folder().resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a record of a number removes or has removed; of 0, what the next one would.
   *
   * @param by number of the record; 0 for one that is not written yet
   */
  private static List<RemovedRecord> over(
      List<AuditLine> lines, Kind kind, Instant before, long by) {
    List<RemovedRecord> over = new ArrayList<>();
    String last = "audit-%s.jsonl".formatted(before.toString().substring(0, MONTH_LENGTH));
    for (AuditLine line : lines) {
      if (line.file().compareTo(last) > 0) {
        break;
      }
      line.removed().filter(each -> each.by() == by).ifPresent(over::add);
      line.entry()
          .filter(each -> each.kind() == kind && !FOR_GOOD.contains(each.operation()))
          .filter(each -> Instant.parse(each.at()).isBefore(before))
          .filter(each -> by == 0 || each.number() < by)
          .ifPresent(
              each ->
                  over.add(new RemovedRecord(each.number(), by, line.sha256(), each.signature())));
    }
    return over;
  }
}
