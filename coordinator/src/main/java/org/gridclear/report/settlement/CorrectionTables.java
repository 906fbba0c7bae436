package org.gridclear.report.settlement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gridclear.settlement.allocation.ReconciliationLine;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Ledgers;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.table.CsvFile;

/** What a correction changed, for whom, by item and day. */
public final class CorrectionTables {
  private static final int SHOWN = 10;

  private CorrectionTables() {}

  /** A changed amount, 0.001 yuan. */
  private record Change(String entity, String item, int day, long before, long after) {
    long difference() {
      return after - before;
    }
  }

  /**
   * Writes {@code changes.csv}. Amounts are compared by entity id and item code, whatever number
   * they have in either close.
   *
   * @return the text for a terminal
   */
  public static String write(Path folder, CloseFolder before, CloseFolder after) {
    SettlementMonth month = after.month();
    Ledgers then = new Ledgers(before);
    Ledgers now = new Ledgers(after);
    List<String> items = codes(before, after);
    TreeSet<String> entities = new TreeSet<>();
    before.month().entities().forEach(entity -> entities.add(entity.id()));
    month.entities().forEach(entity -> entities.add(entity.id()));
    List<Change> changes =
        List.copyOf(entities).parallelStream()
            .map(entity -> changes(entity, items, month.days(), then, now))
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
            change.entity(),
            change.item(),
            month.date(change.day()).toString(),
            SettlementTables.yuan(change.before()),
            SettlementTables.yuan(change.after()),
            SettlementTables.yuan(change.difference()));
      }
    }
    return text(changes, month) + reconciled(folder, changes, before, after);
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

  private static List<String> codes(CloseFolder before, CloseFolder after) {
    return Stream.of(after, before)
        .flatMap(close -> close.month().book().items().stream())
        .map(RuleBook.Item::code)
        .distinct()
        .toList();
  }

  private static List<Change> changes(
      String entity, List<String> items, int days, Ledgers before, Ledgers after) {
    List<Change> changes = new ArrayList<>();
    for (int day = 1; day <= days; day++) {
      for (String item : items) {
        long then = before.amount(entity, item, day);
        long now = after.amount(entity, item, day);
        if (then != now) {
          changes.add(new Change(entity, item, day, then, now));
        }
      }
    }
    return changes;
  }

  private static String text(List<Change> changes, SettlementMonth month) {
    long entities = changes.stream().map(Change::entity).distinct().count();
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
                        c.entity(),
                        c.item(),
                        month.date(c.day()),
                        SettlementTables.yuan(c.difference()))));
    return text.toString();
  }
}
