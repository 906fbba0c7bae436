package org.gridclear.market.workflow.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.market.workflow.book.WorkflowNode.Action;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** What workflows have to be, beside being readable. */
final class WorkflowCheck {
  private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
  private static final int MINUTES_PER_HOUR = 60;

  private final IssueLog log;

  WorkflowCheck(IssueLog log) {
    this.log = log;
  }

  void check(WorkflowBook book) {
    Set<String> ids = new HashSet<>();
    for (Workflow workflow : book.workflows()) {
      String element = "workflow " + workflow.id();
      id(element, workflow.id(), ids);
      if (workflow.cycles() instanceof Cycles.Every every
          && MINUTES_PER_HOUR % every.minutes() != 0) {
        log.add(
            Rule.NODE_TIME_FITS,
            element,
            "everyMinutes",
            every.minutes(),
            "Give minutes of which an hour has a whole number, such as 5, 15 or 60.");
      }
      nodes(workflow);
    }
  }

  private void id(String element, String id, Set<String> ids) {
    if (!id.matches(ID)) {
      log.add(
          Rule.FIELD_TYPE, element, "id", id, "Give letters, digits, dots, dashes; 64 at most.");
    }
    if (!ids.add(id)) {
      log.add(Rule.ID_UNIQUE, element, "id", id, "Give it its own id.");
    }
  }

  private void nodes(Workflow workflow) {
    Set<String> known = workflow.nodes().stream().map(WorkflowNode::id).collect(Collectors.toSet());
    Set<String> ids = new HashSet<>();
    for (WorkflowNode node : workflow.nodes()) {
      String element = "workflow %s, node %s".formatted(workflow.id(), node.id());
      id(element, node.id(), ids);
      log.reference(element, "task", node.task(), TaskNames.ALL);
      node.trigger().after().forEach(before -> log.reference(element, "after", before, known));
      times(workflow, node, element);
      people(node, element);
    }
    Optional<List<String>> circle = circle(workflow);
    if (circle.isPresent()) {
      log.add(
          Rule.NODE_NO_CYCLE,
          "workflow " + workflow.id(),
          "after",
          String.join(" after ", circle.get()),
          "Take one of these out.");
    } else {
      Map<String, Integer> earliest = new HashMap<>();
      workflow.nodes().forEach(node -> due(workflow, node, earliest));
    }
  }

  private void times(Workflow workflow, WorkflowNode node, String element) {
    if (workflow.cycles() instanceof Cycles.Every) {
      time(element, "at", node.trigger().time());
      time(element, "due", node.due());
    }
  }

  private void time(String element, String field, Optional<When> when) {
    if (when.isPresent() && when.get() instanceof When.At at) {
      log.add(
          Rule.NODE_TIME_FITS,
          element,
          field,
          at.time(),
          "The workflow starts many times a day: give {minutes: N} after the start.");
    }
  }

  private void people(WorkflowNode node, String element) {
    if (node.task().equals(WorkflowNode.HAND) && !node.isByHand()) {
      log.add(
          Rule.FIELD_PRESENT, element, "byHand", "absent", "Name the groups that say it is done.");
    }
    if (node.onFailure().action() == Action.ESCALATE && node.onFailure().groups().isEmpty()) {
      log.add(Rule.FIELD_PRESENT, element, "groups", "absent", "Name the groups that decide.");
    }
  }

  private void due(Workflow workflow, WorkflowNode node, Map<String, Integer> earliest) {
    boolean unknown =
        workflow.cycles() instanceof Cycles.AtGate
            && node.due().filter(due -> due instanceof When.At).isPresent();
    if (node.due().isEmpty() || unknown) {
      return;
    }
    When due = node.due().get();
    int begins = earliest(workflow, node, earliest);
    int ends = minutes(workflow, due);
    boolean later = due instanceof When.At at && at.time().working();
    if (ends <= begins && !later) {
      log.add(
          Rule.NODE_DUE_AFTER_START,
          "workflow %s, node %s".formatted(workflow.id(), node.id()),
          "due",
          due,
          "It can begin only after that: its due time is %d min too soon. Give a later time."
              .formatted(begins - ends));
    }
  }

  /** Minutes after the midnight of the trading date; for many starts a day after each. */
  private static int minutes(Workflow workflow, When when) {
    return when instanceof When.AfterStart after
        ? start(workflow) + after.minutes()
        : ((When.At) when).time().nominalMinutes();
  }

  /** At the earliest: a time of a day says nothing beside a gate. */
  private static int begins(Workflow workflow, When when) {
    return workflow.cycles() instanceof Cycles.AtGate && when instanceof When.At
        ? start(workflow)
        : minutes(workflow, when);
  }

  private static int start(Workflow workflow) {
    return workflow.cycles() instanceof Cycles.Daily daily ? daily.at().nominalMinutes() : 0;
  }

  /** When a node begins at the earliest; {@code known} keeps it, as nodes meet again and again. */
  private static int earliest(Workflow workflow, WorkflowNode node, Map<String, Integer> known) {
    Integer before = known.get(node.id());
    if (before != null) {
      return before;
    }
    // Of ids that are given twice a circle may be hidden.
    known.put(node.id(), start(workflow));
    int begins =
        Math.max(
            start(workflow),
            node.trigger().time().map(time -> begins(workflow, time)).orElse(start(workflow)));
    for (WorkflowNode each : workflow.nodes()) {
      if (node.trigger().after().contains(each.id())) {
        begins = Math.max(begins, earliest(workflow, each, known));
      }
    }
    known.put(node.id(), begins);
    return begins;
  }

  /** A circle of nodes that wait for each other, the first one at both ends. */
  private static Optional<List<String>> circle(Workflow workflow) {
    Map<String, List<String>> after = new HashMap<>();
    workflow.nodes().forEach(node -> after.put(node.id(), node.trigger().after()));
    for (WorkflowNode node : workflow.nodes()) {
      List<String> path = new ArrayList<>();
      if (reaches(node.id(), node.id(), after, path, new HashSet<>())) {
        path.add(0, node.id());
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private static boolean reaches(
      String from,
      String wanted,
      Map<String, List<String>> after,
      List<String> path,
      Set<String> seen) {
    for (String next : after.getOrDefault(from, List.of())) {
      path.add(next);
      if (next.equals(wanted) || (seen.add(next) && reaches(next, wanted, after, path, seen))) {
        return true;
      }
      path.remove(path.size() - 1);
    }
    return false;
  }
}
