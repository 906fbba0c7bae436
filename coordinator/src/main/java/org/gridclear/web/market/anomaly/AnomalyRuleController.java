package org.gridclear.web.market.anomaly;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gridclear.account.Right;
import org.gridclear.market.anomaly.rule.AnomalyRuleVersions;
import org.gridclear.market.anomaly.rule.AnomalyRulesReader;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.store.PieceStore;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.http.MediaType;
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
  private final ServedAnomalies served;

  AnomalyRuleController(ServedAnomalies served) {
    this.served = served;
  }

  /** The rules in effect. */
  @GetMapping("/rules")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> rules(Caller caller) {
    AnomalyRuleVersions versions = new AnomalyRuleVersions(new PieceStore(served.folder()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(AnomalyRulesReader.write(versions.at(Clock.systemUTC().instant()).rules()));
  }

  /** Sets the rules, as long as two accounts never did; what there was stays as versions. */
  @PutMapping(path = "/rules", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  PieceStore.Recorded rules(Caller caller, @RequestBody String text) {
    new RuleBase(served.folder(), Clock.systemUTC()).requireOneMaySet(RuleKinds.ANOMALIES);
    return new AnomalyRuleVersions(new PieceStore(served.folder()))
        .set(
            AnomalyRulesReader.read(text.getBytes(StandardCharsets.UTF_8), "request"),
            new Recording(caller.name(), Instant.now().truncatedTo(ChronoUnit.MILLIS)));
  }
}
