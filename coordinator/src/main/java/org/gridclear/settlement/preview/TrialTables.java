package org.gridclear.settlement.preview;

import java.math.BigDecimal;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** What a trial of a book says, as tables. */
public final class TrialTables {
  /** What a table is by. */
  public enum By {
    MEMBER,
    ITEM,
    MONTH,
    DETAIL
  }

  private TrialTables() {}

  /** The table that was asked for. */
  public static Table of(RuleTrial trial, By by) {
    return switch (by) {
      case MEMBER -> members(trial);
      case ITEM -> items(trial);
      case MONTH -> months(trial);
      case DETAIL -> details(trial);
    };
  }

  private static BigDecimal yuan(long milliYuan) {
    return BigDecimal.valueOf(milliYuan, FixedPoint.YUAN_DECIMALS);
  }

  private static Table members(RuleTrial trial) {
    Table.Rows rows =
        new Table.Rows(
            "rule-trial-members",
            "Winners and losers of a book over closed months, winners first.",
            Column.text("member", "Member."),
            Column.money("changeYuan", "What it would get more; negative where it would lose."),
            Column.whole("won", "Months in which it would get more."),
            Column.whole("lost", "Months in which it would get less."),
            Column.money("worstYuan", "Change of its worst month."));
    for (RuleTrial.Outcome each : trial.outcomes()) {
      rows.add(
          each.member(),
          yuan(each.milliYuan()),
          each.won(),
          each.lost(),
          yuan(each.worstMilliYuan()));
    }
    return rows.table();
  }

  private static Table items(RuleTrial trial) {
    Table.Rows rows =
        new Table.Rows(
            "rule-trial-items",
            "Totals of items over closed months, as they are and as they would be.",
            Column.text("item", "Item."),
            Column.money("beforeYuan", "Total as it is."),
            Column.money("afterYuan", "Total as it would be."),
            Column.money("changeYuan", "What it would change by."));
    trial
        .items()
        .forEach(
            (item, totals) ->
                rows.add(item, yuan(totals[0]), yuan(totals[1]), yuan(totals[1] - totals[0])));
    return rows.table();
  }

  private static Table months(RuleTrial trial) {
    Table.Rows rows =
        new Table.Rows(
            "rule-trial-months",
            "What a book would change of each month.",
            Column.text("month", "Month."),
            Column.text("close", "Close that was settled again."),
            Column.whole("intervals", "Metered intervals."),
            Column.whole("entities", "Entities whose bill would change."),
            Column.whole("winners", "Members that would get more."),
            Column.whole("losers", "Members that would get less."),
            Column.money("movedYuan", "What the winners would get more together."),
            Column.money("accountsYuan", "What the pools would hold more."),
            Column.text(
                "findings", "What would keep the month from being billed; empty if it may."));
    for (RuleTrial.Month each : trial.months()) {
      var changes = each.members().values();
      rows.add(
          each.month().toString(),
          each.close(),
          each.intervals(),
          each.entities(),
          changes.stream().filter(change -> change > 0).count(),
          changes.stream().filter(change -> change < 0).count(),
          yuan(changes.stream().mapToLong(change -> Math.max(0, change)).sum()),
          yuan(each.accountsMilliYuan()),
          String.join("; ", each.findings()));
    }
    return rows.table();
  }

  private static Table details(RuleTrial trial) {
    Table.Rows rows =
        new Table.Rows(
            "rule-trial-details",
            "Items of the entities that were asked for, as they are and as they would be.",
            Column.text("month", "Month."),
            Column.text("member", "Whose it is."),
            Column.text("entity", "Entity."),
            Column.text("item", "Item."),
            Column.money("beforeYuan", "Amount as it is."),
            Column.money("afterYuan", "Amount as it would be."),
            Column.money("changeYuan", "What it would change by."));
    for (RuleTrial.Month month : trial.months()) {
      for (RuleTrial.Detail each : month.details()) {
        rows.add(
            each.month().toString(),
            each.member(),
            each.entity(),
            each.item(),
            yuan(each.beforeMilliYuan()),
            yuan(each.afterMilliYuan()),
            yuan(each.afterMilliYuan() - each.beforeMilliYuan()));
      }
    }
    return rows.table();
  }
}
