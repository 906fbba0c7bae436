package org.gridclear.web.market.settlement;

import org.gridclear.account.Right;
import org.gridclear.settlement.process.Act;
import org.gridclear.settlement.process.ProcessRules;
import org.gridclear.settlement.process.ProcessState;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rules of the process: hours and days until which something is due. */
@RestController
@RequestMapping("/api/v1/settlement")
class ProcessRulesController {
  private final ServedProcess served;

  ProcessRulesController(ServedProcess served) {
    this.served = served;
  }

  /** Rules of the process. */
  @GetMapping("/rules")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ProcessRules rules(Caller caller) {
    return served.process().ask(ProcessState::rules);
  }

  /** Proposes rules of the process. */
  @PostMapping(path = "/rules", consumes = "application/json")
  @Needs(Right.SETTLE)
  Numbered proposeRules(Caller caller, @RequestBody ProcessRules rules) {
    return new Numbered(served.propose(new Act.RulesSet(rules), caller.name()));
  }
}
