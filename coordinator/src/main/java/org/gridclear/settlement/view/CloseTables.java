package org.gridclear.settlement.view;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridclear.settlement.close.CloseQueries;
import org.gridclear.settlement.close.Seal;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.input.SettlementMonth.EntityName;
import org.gridclear.settlement.register.DataStates;
import org.gridclear.settlement.register.DayLocks;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.gridclear.validate.UnknownNameException;

/** Tables of one close. */
public final class CloseTables {
  private static final int YUAN_DECIMALS = 3;

  private CloseTables() {}

  static Column yuan(String name, String description) {
    return new Column(name, Column.Type.MONEY, description);
  }

  /** What every entity is paid in all. */
  public static Table entities(CloseQueries queries) {
    Table.Rows rows =
        new Table.Rows(
            "entities",
            "An entity and what it is paid in all.",
            Column.text("entity", "Id of the entity."),
            Column.text("name", "Its name on the bill."),
            Column.text("member", "Id of its member on the last day."),
            Column.text("memberName", "Name of that member."),
            Column.text("class", "What it is."),
            Column.whole("items", "Items that are not 0."),
            yuan("yuan", "What the exchange pays it; negative what it pays."),
            Column.text("direction", "pay or collect."));
    List<EntityName> entities = queries.close().month().entities();
    List<CloseQueries.EntityTotal> totals = queries.totals();
    for (int e = 0; e < entities.size(); e++) {
      EntityName entity = entities.get(e);
      CloseQueries.EntityTotal total = totals.get(e);
      rows.add(
          entity.id(),
          entity.name(),
          entity.member(),
          entity.memberName(),
          entity.entityClass(),
          total.items(),
          BigDecimal.valueOf(total.amount(), YUAN_DECIMALS),
          total.amount() < 0 ? "collect" : "pay");
    }
    return rows.table();
  }

  /**
   * Amounts of the items of an account on each day, and over the month.
   *
   * @param account such as {@code ancillary}
   * @throws IllegalArgumentException if the book has no item of it
   */
  public static Table account(CloseQueries queries, String account) {
    List<RuleBook.Item> all = queries.close().month().book().items();
    List<RuleBook.Item> items =
        all.stream().filter(item -> item.account().equals(account)).toList();
    if (items.isEmpty()) {
      throw new UnknownNameException(
          "account", account, all.stream().map(RuleBook.Item::account).distinct().toList());
    }
    Table.Rows rows =
        new Table.Rows(
            "account",
            "Amounts of the items of an account.",
            Column.text("item", "Code of the item."),
            Column.text("en", "Its name in English."),
            Column.text("zh", "Its name in Chinese."),
            Column.text("day", "Date; empty for the month."),
            yuan("paidYuan", "What the exchange pays on balance; negative what it collects."));
    SettlementMonth month = queries.close().month();
    for (RuleBook.Item item : items) {
      long[] sums = queries.itemByDay(item.code());
      rows.add(
          item.code(), item.name().en(), item.name().zh(), "", yuan(Arrays.stream(sums).sum()));
      for (int day = 1; day <= sums.length; day++) {
        String date = month.date(day).toString();
        rows.add(item.code(), item.name().en(), item.name().zh(), date, yuan(sums[day - 1]));
      }
    }
    return rows.table();
  }

  private static BigDecimal yuan(long amount) {
    return BigDecimal.valueOf(amount, YUAN_DECIMALS);
  }

  /**
   * The days of a close: what was delivered, how its data stand, and whether they are locked. How
   * data stand is known where the settlement folder lies on this machine, else it is empty.
   *
   * @param findings what stands in the way of bills
   */
  public static Table days(CloseQueries queries, List<String> findings) {
    Table.Rows rows =
        new Table.Rows(
            "days",
            "A day of a close.",
            Column.text("day", "Date."),
            Column.whole("files", "Files that were delivered of it."),
            Column.whole("toBeVerified", "What somebody has to look at before a bill is made."),
            Column.text("check", "passed or failed; empty where it is not known."),
            Column.text("quality", "qualified, to be verified, unqualified; empty if not known."),
            Column.text("locked", "yes, no, or empty where it is not known."),
            yuan("paidYuan", "What all entities are paid on it, without what they pay."));
    SettlementMonth month = queries.close().month();
    Optional<Path> source = source(queries);
    long[] paid = queries.paidByDay();
    for (int day = 1; day <= month.days(); day++) {
      LocalDate date = month.date(day);
      Optional<DataStates.State> state =
          source.flatMap(folder -> new DataStates(folder).last(date));
      String files = InputFiles.ofDay(date, "");
      rows.add(
          date.toString(),
          (int)
              queries.close().record().inputs().keySet().stream()
                  .filter(path -> path.startsWith(files))
                  .count(),
          (int) findings.stream().filter(finding -> finding.contains(date.toString())).count(),
          state.map(each -> word(each.check().name())).orElse(""),
          state.map(each -> word(each.quality().name())).orElse(""),
          source.map(folder -> new DayLocks(folder).locked(date) ? "yes" : "no").orElse(""),
          BigDecimal.valueOf(paid[day - 1], YUAN_DECIMALS));
    }
    return rows.table();
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Optional<Path> source(CloseQueries queries) {
    return Optional.of(Path.of(queries.close().record().source())).filter(Files::isDirectory);
  }

  /** What a correction changed, the largest first; without rows for a close that corrects none. */
  public static Table changes(Seal seal) {
    Table.Rows rows =
        new Table.Rows(
            "changes",
            "An amount that a correction changed.",
            Column.text("entity", "Id of the entity."),
            Column.text("item", "Code of the item."),
            Column.text("day", "Date."),
            yuan("beforeYuan", "What it was."),
            yuan("afterYuan", "What it is."),
            yuan("differenceYuan", "What it differs by."));
    List<List<String>> changes = CloseChecks.rows(seal, "changes.csv");
    changes.stream()
        .sorted(
            Comparator.comparing(
                (List<String> cells) -> new BigDecimal(cells.get(5)).abs().negate()))
        .forEach(
            cells ->
                rows.add(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    new BigDecimal(cells.get(3)),
                    new BigDecimal(cells.get(4)),
                    new BigDecimal(cells.get(5))));
    return rows.table();
  }
}
