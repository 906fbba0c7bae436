package org.gridclear.web.market.workflow;

import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.workflow.WorkflowOperation;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cycles are started by hand, and events are raised. */
@RestController
@RequestMapping("/api/v1/workflows")
class WorkflowStartController {
  private final ServedWorkflows served;

  WorkflowStartController(ServedWorkflows served) {
    this.served = served;
  }

  /** Starts a cycle by hand, whether it was started before or not. */
  @PostMapping("/instances")
  @Needs(Right.OPERATE_MARKET)
  InstanceAnswer start(Caller caller, @RequestBody WorkflowStart start) {
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
    return InstanceAnswer.of(workflows.status(made), served.clock());
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
