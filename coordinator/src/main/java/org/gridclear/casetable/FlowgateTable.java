package org.gridclear.casetable;

import java.util.HashMap;
import java.util.Map;
import org.gridclear.network.Branch;
import org.gridclear.network.Flowgate;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Flowgates, a row per branch of each. */
final class FlowgateTable {
  private FlowgateTable() {}

  static Table of(ShownCase shown) {
    Table.Rows rows =
        new Table.Rows(
            "flowgates",
            "branches of flowgates: the weighted sum of their flows is limited",
            Column.text("flowgate", "Id of the flowgate."),
            Column.number("limitMw", "Limit of the sum in the positive direction; empty for none."),
            Column.number("reverseLimitMw", "Limit in the negative direction; empty for none."),
            Column.text("branch", "Id of the branch."),
            Column.text("from", "Id of the bus at its sending end."),
            Column.text("to", "Id of the bus at its receiving end."),
            Column.number("weight", "Factor of its flow in the sum."),
            Column.flag("inService", "Whether the branch is switched in."));
    Map<String, Branch> branches = new HashMap<>();
    shown.network().branches().forEach(branch -> branches.put(branch.id(), branch));
    for (Flowgate gate : shown.network().flowgates()) {
      for (Flowgate.Term term : gate.terms()) {
        Branch branch = branches.get(term.branch());
        rows.add(
            gate.id(),
            gate.limitMw(),
            gate.reverseLimitMw(),
            branch.id(),
            branch.from(),
            branch.to(),
            term.weight(),
            branch.inService());
      }
    }
    return rows.table();
  }
}
