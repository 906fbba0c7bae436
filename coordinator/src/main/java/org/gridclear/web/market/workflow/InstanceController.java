package org.gridclear.web.market.workflow;

import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Instances of workflows: how one stands, what became of it. */
@RestController
@RequestMapping("/api/v1/workflows")
class InstanceController {
  private static final String ONE = "/instances/{workflow}/{date}/{cycle}/{run}";

  private final ServedWorkflows served;

  InstanceController(ServedWorkflows served) {
    this.served = served;
  }

  /** An instance with its nodes. */
  @GetMapping(ONE)
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_SETTLEMENT})
  InstanceAnswer instance(
      Caller caller,
      @PathVariable String workflow,
      @PathVariable LocalDate date,
      @PathVariable int cycle,
      @PathVariable int run) {
    return InstanceAnswer.of(
        ServedWorkflows.asked(
            () -> served.workflows().status(new InstanceKey(workflow, date, cycle, run))),
        served.clock());
  }
}
