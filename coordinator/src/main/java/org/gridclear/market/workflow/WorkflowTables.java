package org.gridclear.market.workflow;

import java.time.Duration;
import java.util.List;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.StoredTransition;
import org.gridclear.market.workflow.book.Workflow;
import org.gridclear.market.workflow.book.WorkflowBook;
import org.gridclear.market.workflow.book.WorkflowNode;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Tables of workflows, for every door. */
public final class WorkflowTables {
  private WorkflowTables() {}

  private static Column[] columns(Column... more) {
    Column[] all = new Column[4 + more.length];
    all[0] = Column.text("workflow", "Id of the workflow.");
    all[1] = Column.text("date", "Trading date.");
    all[2] = Column.whole("cycle", "Number of the cycle; 0 where there is one a day.");
    all[3] = Column.whole("run", "1 for the start by the clock, more for those by hand.");
    System.arraycopy(more, 0, all, 4, more.length);
    return all;
  }

  /** Instances with their next step, who has to take it, and the time left. */
  public static Table status(List<InstanceStatus> instances, MarketClock clock) {
    Table.Rows rows =
        new Table.Rows(
            "workflows",
            "An instance of a workflow and its next step.",
            columns(
                Column.text("state", "open, done, failed or missed."),
                Column.text("startsAt", "When it was to start, on the market's clock."),
                Column.text("next", "Its next node; empty where there is none."),
                Column.text("nodeState", "How that stands."),
                Column.text("waitsFor", "What that waits for."),
                Column.text("who", "Groups of which somebody has to act."),
                Column.text("dueAt", "When it is due."),
                Column.text("left", "Minutes to that, negative where it has passed."),
                Column.text("eye", "yes where somebody has to look.")));
    for (InstanceStatus each : instances) {
      InstanceKey key = each.instance().key();
      var next = each.next();
      rows.add(
          key.workflow(),
          key.date().toString(),
          key.cycle(),
          key.run(),
          each.instance().state().label(),
          clock.show(each.instance().startsAt()),
          next.map(node -> node.stored().id()).orElse(""),
          next.map(node -> node.stored().state().label()).orElse(""),
          next.map(NodeStatus::waitsFor).orElse(""),
          next.map(node -> String.join(" ", node.who())).orElse(""),
          next.flatMap(node -> node.stored().times().dueAt()).map(clock::show).orElse(""),
          next.flatMap(NodeStatus::left).map(WorkflowTables::minutes).orElse(""),
          each.needsEye() ? "yes" : "");
    }
    return rows.table();
  }

  private static String minutes(Duration left) {
    return Long.toString(Math.floorDiv(left.toSeconds(), 60));
  }

  /** The nodes of an instance. */
  public static Table nodes(InstanceStatus instance, MarketClock clock) {
    Table.Rows rows =
        new Table.Rows(
            "nodes",
            "A node of an instance.",
            Column.text("node", "Id of the node."),
            Column.text("task", "What it does."),
            Column.text("state", "How it stands."),
            Column.whole("attempt", "How often it was tried."),
            Column.text("waitsFor", "What it waits for."),
            Column.text("who", "Groups of which somebody has to act."),
            Column.text("dueAt", "When it is due, on the market's clock."),
            Column.text("left", "Minutes to that, negative where it has passed."),
            Column.text("overdue", "yes where it was late."));
    for (NodeStatus node : instance.nodes()) {
      rows.add(
          node.stored().id(),
          node.task(),
          node.stored().state().label(),
          node.stored().attempt(),
          node.waitsFor(),
          String.join(" ", node.who()),
          node.stored().times().dueAt().map(clock::show).orElse(""),
          node.stored().state().isPassed()
              ? ""
              : node.left().map(WorkflowTables::minutes).orElse(""),
          node.stored().overdue() ? "yes" : "");
    }
    return rows.table();
  }

  /** What became of an instance. */
  public static Table history(List<StoredTransition> history, MarketClock clock) {
    Table.Rows rows =
        new Table.Rows(
            "history",
            "A transition of a node, or of the instance.",
            Column.whole("number", "Its number."),
            Column.text("node", "The node; empty for the instance."),
            Column.text("state", "What it came to."),
            Column.text("by", "Who: an account, or a coordinator."),
            Column.text("at", "When, by the clock of who did it."),
            Column.text("reason", "Why."));
    for (StoredTransition each : history) {
      rows.add(
          each.number(),
          each.node(),
          each.state(),
          each.by(),
          each.at().atZone(clock.zone()).toOffsetDateTime().toString(),
          each.reason());
    }
    return rows.table();
  }

  /** The workflows of a version. */
  public static Table workflows(WorkflowBook book) {
    Table.Rows rows =
        new Table.Rows(
            "workflows",
            "A workflow.",
            Column.text("workflow", "Its id."),
            Column.text("title", "What it is."),
            Column.text("start", "When it starts."),
            Column.text("days", "The trading dates on which it starts."),
            Column.text("nodes", "What is done, in order."));
    for (Workflow workflow : book.workflows()) {
      rows.add(
          workflow.id(),
          workflow.title(),
          workflow.cycles().toString(),
          workflow.days().toString(),
          String.join(" ", workflow.nodes().stream().map(WorkflowNode::id).toList()));
    }
    return rows.table();
  }
}
