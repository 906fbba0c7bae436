package org.gridclear.market.board;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.approval.DayApproval.Standing;
import org.gridclear.market.approval.Transition;
import org.gridclear.market.approval.VersionState;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.NodeState;
import org.gridclear.market.workflow.InstanceStatus;
import org.gridclear.market.workflow.NodeStatus;

/** Collects what somebody has to do. */
final class BoardActs {
  private static final String OPERATE = "OPERATE_MARKET";
  private static final String APPROVE = "APPROVE_DAY";

  private final ZoneId zone;
  private final List<Board.Act> acts = new ArrayList<>();

  BoardActs(ZoneId zone) {
    this.zone = zone;
  }

  /** The acts, those with a time first. */
  List<Board.Act> all() {
    List<Board.Act> sorted = new ArrayList<>(acts);
    sorted.sort(
        Comparator.comparing(
            act -> act.due() == null ? null : act.due().toInstant(),
            Comparator.nullsLast(Comparator.naturalOrder())));
    return sorted;
  }

  /** Versions that wait for the next step of somebody. */
  void ofVersions(List<Standing> standings) {
    for (Standing each : standings) {
      DayKey key = each.version().key();
      boolean superseded =
          standings.stream()
              .anyMatch(
                  other ->
                      other.version().key().equals(key)
                          && other.version().version() > each.version().version());
      if (!superseded && each.state() != VersionState.REJECTED) {
        step(each, key);
      }
    }
  }

  private void step(Standing standing, DayKey key) {
    String what =
        switch (standing.state()) {
          case DRAFT -> "check";
          case CHECKED -> "submit";
          case SUBMITTED -> "approve";
          default -> "";
        };
    if (what.isEmpty()) {
      return;
    }
    boolean approves = standing.state() == VersionState.SUBMITTED;
    List<Transition> steps = standing.transitions();
    acts.add(
        new Board.Act(
            "version",
            DayKey.word(key.market()),
            key.cycle(),
            standing.version().version(),
            what,
            "",
            List.of(approves ? APPROVE : OPERATE),
            List.of(),
            approves ? steps.get(steps.size() - 1).by() : "",
            null));
  }

  /** Nodes that wait for somebody, failed, or were escalated. */
  void ofNodes(List<InstanceStatus> instances) {
    for (InstanceStatus each : instances) {
      InstanceKey key = each.instance().key();
      each.next()
          .filter(BoardActs::waitsForSomebody)
          .ifPresent(
              node ->
                  acts.add(
                      new Board.Act(
                          "node",
                          key.workflow(),
                          key.cycle(),
                          0,
                          node.stored().id(),
                          "%s/%s/%d/%d"
                              .formatted(key.workflow(), key.date(), key.cycle(), key.run()),
                          List.of(OPERATE, APPROVE),
                          node.who(),
                          "",
                          node.stored()
                              .times()
                              .dueAt()
                              .map(due -> due.atZone(zone).toOffsetDateTime())
                              .orElse(null))));
    }
  }

  private static boolean waitsForSomebody(NodeStatus node) {
    NodeState state = node.stored().state();
    return state == NodeState.ESCALATED || state == NodeState.FAILED || !node.who().isEmpty();
  }

  /** Anomalies about which nothing was done. */
  void ofAnomalies(List<KeptAnomaly> anomalies) {
    for (KeptAnomaly each : anomalies) {
      acts.add(
          new Board.Act(
              "anomaly",
              DayKey.word(each.key().market()),
              each.key().cycle(),
              each.version(),
              each.anomaly().rule(),
              Long.toString(each.number()),
              List.of(OPERATE),
              List.of(),
              "",
              null));
    }
  }
}
