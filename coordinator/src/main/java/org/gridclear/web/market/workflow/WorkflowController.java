package org.gridclear.web.market.workflow;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiFunction;
import org.gridclear.account.Right;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.NodeState;
import org.gridclear.market.workflow.InstanceStatus;
import org.gridclear.market.workflow.NodeAct;
import org.gridclear.market.workflow.NodeStatus;
import org.gridclear.market.workflow.WorkflowOperation;
import org.gridclear.market.workflow.WorkflowTables;
import org.gridclear.table.Table;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How workflows stand, and what people do to them by hand. */
@RestController
@RequestMapping("/api/v1/workflows")
class WorkflowController {
  private static final String ONE = "/instances/{workflow}/{date}/{cycle}/{run}";

  private final ServedWorkflows served;

  WorkflowController(ServedWorkflows served) {
    this.served = served;
  }

  /**
   * Instances of trading dates with their next step, those that are open where no date is given.
   */
  @GetMapping("/instances")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_SETTLEMENT})
  ResponseEntity<byte[]> instances(
      Caller caller,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    if ((from == null) != (to == null)) {
      throw new IllegalArgumentException("Give from and to, or none of them.");
    }
    WorkflowOperation workflows = served.workflows();
    List<InstanceStatus> all =
        from == null || to == null ? workflows.open() : workflows.status(from, to);
    Table table = WorkflowTables.status(all, served.clock());
    return TableAnswer.of(table, format);
  }

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
  record Instance(
      String workflow,
      LocalDate date,
      int cycle,
      int run,
      String state,
      OffsetDateTime startsAt,
      boolean needsEye,
      List<Node> nodes) {}

  private static InstanceKey key(String workflow, LocalDate date, int cycle, int run) {
    return new InstanceKey(workflow, date, cycle, run);
  }

  /** An instance with its nodes. */
  @GetMapping(ONE)
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_SETTLEMENT})
  Instance instance(
      Caller caller,
      @PathVariable String workflow,
      @PathVariable LocalDate date,
      @PathVariable int cycle,
      @PathVariable int run) {
    return shown(
        ServedWorkflows.asked(() -> served.workflows().status(key(workflow, date, cycle, run))));
  }

  private Instance shown(InstanceStatus status) {
    InstanceKey key = status.instance().key();
    return new Instance(
        key.workflow(),
        key.date(),
        key.cycle(),
        key.run(),
        status.instance().state().label(),
        status.instance().startsAt().atZone(served.clock().zone()).toOffsetDateTime(),
        status.needsEye(),
        status.nodes().stream().map(this::shown).toList());
  }

  private Node shown(NodeStatus node) {
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
            .map(due -> due.atZone(served.clock().zone()).toOffsetDateTime())
            .orElse(null),
        node.left().map(left -> left.toSeconds()).orElse(null));
  }

  /** What became of an instance: who, when, why. */
  @GetMapping(ONE + "/history")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_SETTLEMENT})
  ResponseEntity<byte[]> history(
      Caller caller,
      @PathVariable String workflow,
      @PathVariable LocalDate date,
      @PathVariable int cycle,
      @PathVariable int run,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    var history =
        ServedWorkflows.asked(() -> served.workflows().history(key(workflow, date, cycle, run)));
    return TableAnswer.of(WorkflowTables.history(history, served.clock()), format);
  }

  /** Which cycle of which trading date, and why. */
  record Start(
      @Nullable String workflow,
      @Nullable LocalDate date,
      @Nullable Integer cycle,
      @Nullable String reason) {}

  /** Starts a cycle by hand, whether it was started before or not. */
  @PostMapping("/instances")
  @Needs(Right.OPERATE_MARKET)
  Instance start(Caller caller, @RequestBody Start start) {
    if (start.workflow() == null || start.date() == null) {
      throw new IllegalArgumentException("Give workflow and date, and a cycle of many a day.");
    }
    WorkflowOperation workflows = served.workflows();
    InstanceKey made =
        workflows.start(
            start.workflow(),
            start.date(),
            start.cycle() == null ? 0 : start.cycle(),
            served.doer(caller),
            start.reason() == null ? "" : start.reason());
    return shown(workflows.status(made));
  }

  /** Why something is done. */
  record Reason(@Nullable String reason) {}

  /** How a node stands afterwards. */
  record Stands(String node, String state) {}

  private Stands act(
      Caller caller,
      InstanceKey key,
      String node,
      Reason reason,
      BiFunction<WorkflowOperation, NodeAct, NodeState> what) {
    NodeAct act =
        new NodeAct(key, node, served.doer(caller), reason.reason() == null ? "" : reason.reason());
    NodeState state = ServedWorkflows.asked(() -> what.apply(served.workflows(), act));
    return new Stands(node, state.label());
  }

  /** Lets a node run that waits for somebody of its groups, or one before its time. */
  @PostMapping(ONE + "/nodes/{node}/run")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_SETTLEMENT})
  Stands runNode(
      Caller caller,
      @PathVariable String workflow,
      @PathVariable LocalDate date,
      @PathVariable int cycle,
      @PathVariable int run,
      @PathVariable String node,
      @RequestBody Reason reason) {
    InstanceKey key = key(workflow, date, cycle, run);
    return act(caller, key, node, reason, WorkflowOperation::runNode);
  }

  /** Leaves a node out, with a reason. */
  @PostMapping(ONE + "/nodes/{node}/skip")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_SETTLEMENT})
  Stands skip(
      Caller caller,
      @PathVariable String workflow,
      @PathVariable LocalDate date,
      @PathVariable int cycle,
      @PathVariable int run,
      @PathVariable String node,
      @RequestBody Reason reason) {
    InstanceKey key = key(workflow, date, cycle, run);
    return act(caller, key, node, reason, WorkflowOperation::skip);
  }

  /** Has a node tried again that failed or was escalated. */
  @PostMapping(ONE + "/nodes/{node}/retry")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_SETTLEMENT})
  Stands retry(
      Caller caller,
      @PathVariable String workflow,
      @PathVariable LocalDate date,
      @PathVariable int cycle,
      @PathVariable int run,
      @PathVariable String node,
      @RequestBody Reason reason) {
    InstanceKey key = key(workflow, date, cycle, run);
    return act(caller, key, node, reason, WorkflowOperation::retry);
  }

  /** What happened, of which trading date; cycle 0 or none for all of the date. */
  record Event(@Nullable String event, @Nullable LocalDate date, @Nullable Integer cycle) {}

  /** Whether it was raised now, or before. */
  record Raised(boolean raised) {}

  /** Raises an event that nodes wait for. */
  @PostMapping("/events")
  @Needs(Right.OPERATE_MARKET)
  Raised raise(Caller caller, @RequestBody Event event) {
    if (event.event() == null || event.event().isBlank() || event.date() == null) {
      throw new IllegalArgumentException("Give event and date.");
    }
    int cycle = event.cycle() == null ? 0 : event.cycle();
    return new Raised(served.workflows().raise(event.event(), event.date(), cycle, caller.name()));
  }
}
