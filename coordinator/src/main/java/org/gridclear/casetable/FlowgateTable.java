package org.gridclear.casetable;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.network.Branch;
import org.gridclear.network.Flowgate;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/** Flowgates, a row per branch of each. */
final class FlowgateTable {
  private static final Column[] COLUMNS = {
    Column.text("flowgate", "Id of the flowgate."),
    Column.number(
        "limitMw", "Limit of the sum in the positive direction; empty for none or byPeriod."),
    Column.number("reverseLimitMw", "Limit in the negative direction; empty for none or byPeriod."),
    Column.text("branch", "Id of the branch."),
    Column.text("from", "Id of the bus at its sending end."),
    Column.text("to", "Id of the bus at its receiving end."),
    Column.number("weight", "Factor of its flow in the sum."),
    Column.flag("inService", "Whether the branch is switched in."),
    Column.text(
        "byPeriod",
        "Directions whose limits are by period, as the table constraints has them: forward,"
            + " reverse or both; empty for none.")
  };

  private FlowgateTable() {}

  static Table of(ShownCase shown) {
    Table.Rows rows =
        new Table.Rows(
            "flowgates",
            "branches of flowgates: the weighted sum of their flows is limited",
            COLUMNS);
    Map<String, FlowgateLimit> ofDay = shown.flowgateLimits();
    Map<String, Branch> branches = new HashMap<>();
    shown.network().branches().forEach(branch -> branches.put(branch.id(), branch));
    for (Flowgate gate : shown.network().flowgates()) {
      FlowgateLimit limit = ofDay.get(gate.id());
      for (Flowgate.Term term : gate.terms()) {
        Branch branch = Objects.requireNonNull(branches.get(term.branch()));
        rows.add(
            gate.id(),
            limit != null && limit.mw() != null ? null : (Double) gate.limitMw(),
            limit != null && limit.reverseMw() != null ? null : (Double) gate.reverseLimitMw(),
            branch.id(),
            branch.from(),
            branch.to(),
            term.weight(),
            branch.inService(),
            directions(limit));
      }
    }
    return rows.table();
  }

  private static String directions(@Nullable FlowgateLimit limit) {
    if (limit == null) {
      return "";
    }
    return limit.reverseMw() == null ? "forward" : limit.mw() == null ? "reverse" : "both";
  }
}
