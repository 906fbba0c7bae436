package org.gridclear.market.workflow;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridclear.market.workflow.book.InstanceTimes;
import org.gridclear.market.workflow.book.Trigger;
import org.gridclear.market.workflow.book.Workflow;
import org.gridclear.market.workflow.book.WorkflowBooks;
import org.gridclear.market.workflow.book.WorkflowNode;
import org.jspecify.annotations.Nullable;

/**
 * A workflow as a graph, and when it starts next.
 *
 * @param workflow id
 * @param title what it is
 * @param version number of the version of the workflows that holds now
 * @param days trading dates on which it starts
 * @param cycles when it starts
 * @param nextAt its next start; null where there is none for weeks
 * @param nextDate trading date of that
 * @param nextCycle cycle of that
 * @param nodes what is done
 */
public record WorkflowOutline(
    String workflow,
    String title,
    int version,
    String days,
    String cycles,
    @Nullable OffsetDateTime nextAt,
    @Nullable String nextDate,
    @Nullable Integer nextCycle,
    List<Node> nodes) {
  /**
   * A node of the graph.
   *
   * @param id of the node
   * @param task what it does
   * @param after nodes that come before it
   * @param waitsFor a time, an event or somebody, as a sentence; empty for nothing more
   * @param byHand groups of which somebody has to let it run
   * @param due when it is to be done; empty for never
   * @param onFailure what becomes of it when it failed as often as it may
   */
  public record Node(
      String id,
      String task,
      List<String> after,
      String waitsFor,
      List<String> byHand,
      String due,
      String onFailure) {}

  /** The workflows that hold at a time; none where a market has none yet. */
  public static List<WorkflowOutline> of(WorkflowOperation workflows, Instant now) {
    Optional<WorkflowBooks.Version> held = workflows.books().at(now);
    List<WorkflowOutline> outlines = new ArrayList<>();
    held.ifPresent(
        version ->
            version
                .book()
                .workflows()
                .forEach(each -> outlines.add(of(each, version.number(), workflows.times(), now))));
    return outlines;
  }

  private static WorkflowOutline of(
      Workflow workflow, int version, InstanceTimes times, Instant now) {
    Optional<InstanceTimes.Start> next = times.next(workflow, now);
    return new WorkflowOutline(
        workflow.id(),
        workflow.title(),
        version,
        workflow.days().toString(),
        workflow.cycles().toString(),
        next.map(start -> start.at().atZone(times.clock().zone()).toOffsetDateTime()).orElse(null),
        next.map(start -> start.date().toString()).orElse(null),
        next.map(InstanceTimes.Start::cycle).orElse(null),
        workflow.nodes().stream().map(WorkflowOutline::node).toList());
  }

  private static Node node(WorkflowNode node) {
    Trigger trigger = node.trigger();
    List<String> waits = new ArrayList<>();
    trigger.time().ifPresent(time -> waits.add(time.toString()));
    trigger.event().ifPresent(event -> waits.add("event " + event));
    return new Node(
        node.id(),
        node.task(),
        trigger.after(),
        String.join(", ", waits),
        trigger.byHand(),
        node.due().map(Object::toString).orElse(""),
        node.onFailure().action().name().toLowerCase(Locale.ROOT));
  }
}
