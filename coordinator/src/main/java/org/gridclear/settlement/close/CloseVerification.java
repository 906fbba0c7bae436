package org.gridclear.settlement.close;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridclear.file.Sha256;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.folder.AcceptedData;
import org.gridclear.settlement.input.SettlementBytes;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueText;
import org.gridclear.work.Hashes;
import org.gridclear.work.WorkKey;
import org.gridclear.worker.api.Wire;

/**
 * Whether the files that a close keeps give, byte for byte, the blocks that it was settled from.
 */
public final class CloseVerification {
  private CloseVerification() {}

  /**
   * What the kept files give.
   *
   * @param differences one line per difference; empty if every block is equal
   * @param open what is to be verified before a bill is made, as the summary says it
   */
  public record Result(List<String> differences, List<String> open) {
    /** Whether the record and these books agree on bills, as a line per difference. */
    public List<String> billable(CloseRecord record, ClosedMonth closed) {
      boolean due = closed.billable() && open.isEmpty();
      return due == record.billable()
          ? List.of()
          : List.of("close.json, billable: books and data say %s".formatted(due));
    }
  }

  /** Reads the kept files as a settlement folder is read and compares. */
  public static Result of(CloseFolder close) {
    List<String> open = List.of();
    List<String> differences = new ArrayList<>();
    CloseRecord record = close.record();
    if (!record.engine().equals(WorkKey.SETTLEMENT_VERSION)) {
      differences.add(
          "It was made by engine %s, this is %s; amounts may differ for that reason."
              .formatted(record.engine(), WorkKey.SETTLEMENT_VERSION));
    }
    try {
      SettlementSource source = SettlementReader.open(close.files()).upTo(close.month().days());
      if (!new Hashes().add(Wire.pack(source.month())).hex().equals(record.monthHash())) {
        differences.add("Registry, rules and parameters give another month than month.bin.");
      }
      open =
          toBeVerified(
              SettlementReader.days(
                  source,
                  1,
                  source.month().days(),
                  day -> compare(day, source, record, differences)));
      unused(source, record, differences);
    } catch (InvalidInputException e) {
      differences.addAll(IssueText.lines(e.issues()));
    }
    return new Result(List.copyOf(differences), open);
  }

  /** What of some issues is to be verified before a bill is made, a line each. */
  public static List<String> toBeVerified(List<Issue> issues) {
    return issues.stream()
        .filter(AcceptedData::toBeVerified)
        .map(issue -> "to be verified: " + issue.line())
        .toList();
  }

  private static void compare(
      SettlementReader.DayInput day,
      SettlementSource source,
      CloseRecord record,
      List<String> differences) {
    int d = day.prices().day() - 1;
    String prices = Sha256.hex(SettlementBytes.pack(day.prices(), source.month()));
    if (!prices.equals(record.priceHashes().get(d))) {
      differences.add("%s: the prices differ".formatted(source.month().date(d + 1)));
    }
    List<String> hashes =
        day.blocks().parallelStream()
            .map(block -> Sha256.hex(SettlementBytes.pack(block, source.month())))
            .toList();
    List<String> kept = record.blockHashes().get(d);
    for (int b = 0; b < Math.max(hashes.size(), kept.size()); b++) {
      if (b >= hashes.size() || b >= kept.size() || !hashes.get(b).equals(kept.get(b))) {
        differences.add(
            "%s: block %d of entities differs".formatted(source.month().date(d + 1), b));
      }
    }
    day.files()
        .forEach(
            (path, content) -> {
              if (!Sha256.hex(content).equals(record.inputs().get(path))) {
                differences.add("%s has another hash than close.json says".formatted(path));
              }
            });
  }

  private static void unused(
      SettlementSource source, CloseRecord record, List<String> differences) {
    Map<String, byte[]> common = source.common();
    for (String path : record.inputs().keySet()) {
      if (!path.startsWith("days/") && !common.containsKey(path)) {
        differences.add("%s is kept but is no input of the month".formatted(path));
      }
    }
  }
}
