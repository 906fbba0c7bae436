package org.gridclear.web.market.workflow;

import java.io.IOException;
import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.workflow.WorkflowTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of instances of workflows. */
@RestController
@RequestMapping("/api/v1/workflows")
class InstanceHistoryController {
  private static final String ONE = "/instances/{workflow}/{date}/{cycle}/{run}";

  private final ServedWorkflows served;

  InstanceHistoryController(ServedWorkflows served) {
    this.served = served;
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
        ServedWorkflows.asked(
            () -> served.workflows().history(new InstanceKey(workflow, date, cycle, run)));
    return TableAnswer.of(WorkflowTables.history(history, served.clock()), format);
  }
}
