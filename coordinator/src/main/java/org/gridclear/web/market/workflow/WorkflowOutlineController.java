package org.gridclear.web.market.workflow;

import java.time.Instant;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.market.workflow.WorkflowOutline;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The workflows that hold now, as graphs. */
@RestController
class WorkflowOutlineController {
  private final ServedWorkflows served;

  WorkflowOutlineController(ServedWorkflows served) {
    this.served = served;
  }

  /** Every workflow with its nodes and its next start. */
  @GetMapping("/api/v1/workflows")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_SETTLEMENT})
  List<WorkflowOutline> outlines(Caller caller) {
    return WorkflowOutline.of(served.workflows(), Instant.now());
  }
}
