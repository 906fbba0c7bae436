package org.gridclear.web.market.rule;

import org.gridclear.account.Right;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.store.PieceStore;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rules of checks, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/market")
class CheckController {
  private final ServedRules served;

  CheckController(ServedRules served) {
    this.served = served;
  }

  /** The rules in effect. */
  @GetMapping("/checks")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> checks(Caller caller) {
    return served.held(RuleKinds.CHECKS);
  }

  /** Sets the rules; those that there were stay as earlier versions. */
  @PutMapping(path = "/checks", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  PieceStore.Recorded checks(Caller caller, @RequestBody String text) {
    return served.set(RuleKinds.CHECKS, text, caller);
  }
}
