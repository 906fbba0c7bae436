package org.gridclear.web.monitoring;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.store.index.MitigationRow;
import org.gridclear.monitoring.impact.Mitigations;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Offers that go to reference because of market power, and what the regulator decides (L-09). */
@RestController
@RequestMapping("/api/v1/mitigations")
class MitigationController {
  private final ServedMarket served;

  MitigationController(ServedMarket served) {
    this.served = served;
  }

  private Mitigations mitigations() {
    return new Mitigations(served.folder(), Clock.systemUTC());
  }

  /** All mitigations. */
  @GetMapping
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> list(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(Mitigations.table(mitigations().list()), format);
  }

  /** What the tests found, and both offer sets by content. */
  @GetMapping("/{number}")
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  JsonNode show(Caller caller, @PathVariable long number) {
    return mitigations().details(number);
  }

  /** Approves or rejects one; the caller is another account than the one that proposed it. */
  @PostMapping(path = "/{number}/decision", consumes = "application/json")
  @Needs(Right.SUPERVISE)
  Map<String, Object> decide(
      Caller caller, @PathVariable long number, @RequestBody MitigationDecision decision) {
    if (decision.approve() == null || decision.comment() == null) {
      throw new IllegalArgumentException("Say approve (true or false) and comment.");
    }
    MitigationRow decided =
        mitigations().decide(number, decision.approve(), caller.name(), decision.comment());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("number", decided.number());
    answer.put("state", decided.decision().orElseThrow().state());
    return answer;
  }
}
