package org.gridclear.web.market.workflow;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.market.workflow.InstanceStatus;
import org.gridclear.market.workflow.WorkflowOperation;
import org.gridclear.market.workflow.WorkflowTables;
import org.gridclear.table.Table;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How workflows stand, and what people do to them by hand. */
@RestController
@RequestMapping("/api/v1/workflows")
class WorkflowController {
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
}
