package org.gridclear.web.market.workflow;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.workflow.InstanceStatus;
import org.gridclear.market.workflow.NodeStatus;
import org.jspecify.annotations.Nullable;

/**
 * An instance.
 *
 * @param workflow id of the workflow
 * @param date trading date
 * @param cycle number of the cycle; 0 for one a day
 * @param run 1 for the start by the clock
 * @param state how it stands
 * @param startsAt when it was to start
 * @param needsEye whether somebody has to look
 * @param nodes its nodes
 */
record InstanceAnswer(
    String workflow,
    LocalDate date,
    int cycle,
    int run,
    String state,
    OffsetDateTime startsAt,
    boolean needsEye,
    List<Node> nodes) {
  /**
   * A node of an instance.
   *
   * @param node its id
   * @param task what it does
   * @param state how it stands
   * @param attempt how often it was tried
   * @param overdue whether it was late
   * @param waitsFor what it waits for
   * @param who groups of which somebody has to act
   * @param dueAt when it is due; null for never
   * @param secondsLeft seconds to that, negative where it has passed; null without one
   */
  record Node(
      String node,
      String task,
      String state,
      int attempt,
      boolean overdue,
      String waitsFor,
      List<String> who,
      @Nullable OffsetDateTime dueAt,
      @Nullable Long secondsLeft) {}

  /** An instance as it stands, with times of the market. */
  static InstanceAnswer of(InstanceStatus status, MarketClock clock) {
    InstanceKey key = status.instance().key();
    return new InstanceAnswer(
        key.workflow(),
        key.date(),
        key.cycle(),
        key.run(),
        status.instance().state().label(),
        status.instance().startsAt().atZone(clock.zone()).toOffsetDateTime(),
        status.needsEye(),
        status.nodes().stream().map(node -> of(node, clock)).toList());
  }

  private static Node of(NodeStatus node, MarketClock clock) {
    return new Node(
        node.stored().id(),
        node.task(),
        node.stored().state().label(),
        node.stored().attempt(),
        node.stored().overdue(),
        node.waitsFor(),
        node.who(),
        node.stored()
            .times()
            .dueAt()
            .map(due -> due.atZone(clock.zone()).toOffsetDateTime())
            .orElse(null),
        node.left().map(left -> left.toSeconds()).orElse(null));
  }
}
