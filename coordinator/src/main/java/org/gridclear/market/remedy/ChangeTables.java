package org.gridclear.market.remedy;

import java.util.List;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Changes as a table. */
public final class ChangeTables {
  private ChangeTables() {}

  /** Changes by their rank, a row each. */
  public static Table of(List<Change> changes) {
    Table.Rows rows =
        new Table.Rows(
            "changes",
            "A change after which a limit that could not be met is met.",
            Column.whole("rank", "1 for the one whose violation costs most."),
            Column.text("constraint", "Id of what could not be met (docs/model.md)."),
            Column.text("change", "What is changed."),
            Column.text("element", "Id of the element."),
            Column.flag("applicable", "Whether a case can be made with it."),
            Column.whole("periodCount", "In how many periods."),
            Column.number("amount", "By how much at most."),
            Column.text("unit", "Unit of the amount."),
            Column.number("penaltyYuan", "What the violation costs in the objective."));
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      rows.add(
          i + 1,
          change.constraint(),
          change.kind().text(),
          change.element(),
          change.isApplicable(),
          change.amounts().size(),
          change.greatest(),
          change.unit(),
          change.penaltyYuan());
    }
    return rows.table();
  }
}
