package org.gridclear.web.market.workflow;

import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.workflow.WorkflowOperation;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.Reason;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Nodes of workflows are left out or tried again. */
@RestController
@RequestMapping("/api/v1/workflows")
class NodeRepairController {
  private static final String ONE = "/instances/{workflow}/{date}/{cycle}/{run}";

  private final ServedWorkflows served;

  NodeRepairController(ServedWorkflows served) {
    this.served = served;
  }

  /** Leaves a node out, with a reason. */
  @PostMapping(ONE + "/nodes/{node}/skip")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_SETTLEMENT})
  ServedWorkflows.Stands skip(
      Caller caller,
      @PathVariable String workflow,
      @PathVariable LocalDate date,
      @PathVariable int cycle,
      @PathVariable int run,
      @PathVariable String node,
      @RequestBody Reason reason) {
    InstanceKey key = new InstanceKey(workflow, date, cycle, run);
    return served.act(
        caller, new ServedWorkflows.NodePlace(key, node), reason, WorkflowOperation::skip);
  }

  /** Has a node tried again that failed or was escalated. */
  @PostMapping(ONE + "/nodes/{node}/retry")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_SETTLEMENT})
  ServedWorkflows.Stands retry(
      Caller caller,
      @PathVariable String workflow,
      @PathVariable LocalDate date,
      @PathVariable int cycle,
      @PathVariable int run,
      @PathVariable String node,
      @RequestBody Reason reason) {
    InstanceKey key = new InstanceKey(workflow, date, cycle, run);
    return served.act(
        caller, new ServedWorkflows.NodePlace(key, node), reason, WorkflowOperation::retry);
  }
}
