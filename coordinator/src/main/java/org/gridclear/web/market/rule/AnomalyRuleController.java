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

/** Rules of anomalies. */
@RestController
@RequestMapping("/api/v1/anomalies")
class AnomalyRuleController {
  private final ServedRules served;

  AnomalyRuleController(ServedRules served) {
    this.served = served;
  }

  /** The rules in effect. */
  @GetMapping("/rules")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> rules(Caller caller) {
    return served.held(RuleKinds.ANOMALIES);
  }

  /** Sets the rules, as long as two accounts never did; what there was stays as versions. */
  @PutMapping(path = "/rules", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  PieceStore.Recorded rules(Caller caller, @RequestBody String text) {
    return served.set(RuleKinds.ANOMALIES, text, caller);
  }
}
