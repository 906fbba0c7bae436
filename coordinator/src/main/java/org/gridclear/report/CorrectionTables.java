package org.gridclear.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gridclear.close.CloseFolder;
import org.gridclear.close.Ledger;
import org.gridclear.member.RuleBook;
import org.gridclear.scenario.resolved.SettlementMonth;
import org.gridclear.settlement.ReconciliationLine;

/** What a correction changed, for whom, by item and day. */
public final class CorrectionTables {
  private static final int SHOWN = 10;

  private CorrectionTables() {}

  /** A changed amount, 0.001 yuan. */
  private record Change(int entity, int item, int day, long before, long after) {
    long difference() {
      return after - before;
    }
  }

  /**
   * Writes {@code changes.csv}.
   *
   * @return the text for a terminal
   */
  public static String write(Path folder, CloseFolder before, CloseFolder after) {
    SettlementMonth month = after.month();
    List<RuleBook.Item> items = month.book().items();
    List<Change> changes =
        IntStream.range(0, after.record().unitKeys().size())
            .parallel()
            .mapToObj(unit -> changes(Ledger.of(before, unit), Ledger.of(after, unit)))
            .flatMap(List::stream)
            .toList();
    try (CsvFile file =
        new CsvFile(
            folder.resolve("changes.csv"),
            "entity",
            "item",
            "day",
            "beforeYuan",
            "afterYuan",
            "differenceYuan")) {
      for (Change change : changes) {
        file.row(
            month.entities().get(change.entity()).id(),
            items.get(change.item()).code(),
            month.date(change.day()).toString(),
            SettlementTables.yuan(change.before()),
            SettlementTables.yuan(change.after()),
            SettlementTables.yuan(change.difference()));
      }
    }
    return text(changes, month, items) + reconciled(folder, changes, before, after);
  }

  /** What entities pay more or less has to be what the accounts hold more or less (S-16). */
  private static String reconciled(
      Path folder, List<Change> changes, CloseFolder before, CloseFolder after) {
    long entities = changes.stream().mapToLong(Change::difference).sum();
    long accounts = Arrays.stream(after.balances()).sum() - Arrays.stream(before.balances()).sum();
    ReconciliationLine line =
        new ReconciliationLine(3, "differences of the correction", "month", entities, -accounts);
    try (CsvFile file =
        new CsvFile(
            folder.resolve("correction.csv"),
            "check",
            "subject",
            "place",
            "leftYuan",
            "rightYuan",
            "differenceYuan")) {
      file.row(
          line.check(),
          line.subject(),
          line.place(),
          SettlementTables.yuan(line.left()),
          SettlementTables.yuan(line.right()),
          SettlementTables.yuan(line.difference()));
    }
    return "Differences against accounts: %s yuan apart%n"
        .formatted(SettlementTables.yuan(line.difference()));
  }

  private static List<Change> changes(Ledger before, Ledger after) {
    List<Change> changes = new ArrayList<>();
    for (int d = 0; d < after.amounts().length; d++) {
      for (int i = 0; i < after.amounts()[d].length; i++) {
        if (before.amounts()[d][i] != after.amounts()[d][i]) {
          changes.add(
              new Change(
                  after.from() + i / after.items(),
                  i % after.items(),
                  d + 1,
                  before.amounts()[d][i],
                  after.amounts()[d][i]));
        }
      }
    }
    return changes;
  }

  private static String text(
      List<Change> changes, SettlementMonth month, List<RuleBook.Item> items) {
    long entities = changes.stream().mapToInt(Change::entity).distinct().count();
    long sum = changes.stream().mapToLong(Change::difference).sum();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Changed: %d amounts of %d entities, together %s yuan; the largest:%n",
            changes.size(),
            entities,
            SettlementTables.yuan(sum)));
    changes.stream()
        .sorted(Comparator.comparingLong((Change c) -> -Math.abs(c.difference())))
        .limit(SHOWN)
        .forEach(
            c ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "  %-10s %-24s %s %18s yuan%n",
                        month.entities().get(c.entity()).id(),
                        items.get(c.item()).code(),
                        month.date(c.day()),
                        SettlementTables.yuan(c.difference()))));
    return text.toString();
  }
}
