package org.gridclear.settlement.process;

import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CorrectionPreview;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Tables of a preview, for every door. */
public final class PreviewTables {
  /** What stands in place of a member for what the accounts of the books would hold. */
  public static final String ACCOUNTS = "(accounts)";

  private PreviewTables() {}

  /** How much would change, for a person. */
  public static String line(CorrectionPreview preview) {
    return "%d amounts would change, the accounts would hold %s yuan more"
        .formatted(
            preview.changes().size(),
            FixedPoint.format(preview.accountsMilliYuan(), FixedPoint.YUAN_DECIMALS));
  }

  /** What each member would get more, and the accounts; together 0. */
  public static Table members(CorrectionPreview preview) {
    Table.Rows rows =
        new Table.Rows(
            "preview-members",
            "What a correction would change for a member.",
            Column.text("member", "Member; (accounts) for what the pools would hold more."),
            Column.money("changeYuan", "Positive where the exchange would pay more."));
    preview.byMember().forEach((member, sum) -> rows.add(member, ProcessTables.yuan(sum)));
    rows.add(ACCOUNTS, ProcessTables.yuan(preview.accountsMilliYuan()));
    return rows.table();
  }

  /** Every amount that would change. */
  public static Table changes(CorrectionPreview preview) {
    Table.Rows rows =
        new Table.Rows(
            "preview-changes",
            "What a correction would change of an item of an entity on a day.",
            Column.text("member", "Whose it is."),
            Column.text("entity", "Entity."),
            new Column("date", Column.Type.DATE, "Operating day."),
            Column.text("item", "Item."),
            Column.money("beforeYuan", "Amount as it is."),
            Column.money("afterYuan", "Amount as it would be."),
            Column.money("changeYuan", "What it would change by."));
    for (CorrectionPreview.Change each : preview.changes()) {
      rows.add(
          each.member(),
          each.entity(),
          each.date(),
          each.item(),
          ProcessTables.yuan(each.beforeMilliYuan()),
          ProcessTables.yuan(each.afterMilliYuan()),
          ProcessTables.yuan(each.milliYuan()));
    }
    return rows.table();
  }

  /** What would keep the month from being billed, then warnings of the days. */
  public static Table findings(CorrectionPreview preview) {
    Table.Rows rows =
        new Table.Rows(
            "preview-findings",
            "What was found when a correction was previewed.",
            Column.text("kind", "finding: no bill could be made; warning."),
            Column.text("said", "What it is."));
    preview.findings().forEach(finding -> rows.add("finding", finding));
    preview.warnings().forEach(warning -> rows.add("warning", warning.line()));
    return rows.table();
  }
}
