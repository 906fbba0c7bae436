package org.gridclear.web.monitoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.store.PieceStore;
import org.gridclear.monitoring.evaluation.IndexTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Indices of the market as a service: definitions, values, evaluation, alarms (J-13). */
@RestController
@RequestMapping("/api/v1/indices")
class IndexController {
  private final ServedIndices served;

  IndexController(ServedIndices served) {
    this.served = served;
  }

  /** The indices in effect. */
  @GetMapping
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> definitions(
      Caller caller, @RequestParam(defaultValue = "json") String format) throws IOException {
    return TableAnswer.of(IndexTables.definitions(served.evaluation().catalogue()), format);
  }

  /** Sets the indices; those that there were stay as an earlier version. */
  @PutMapping(consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> set(Caller caller, @RequestBody String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    RuleBase rules = new RuleBase(served.folder(), Clock.systemUTC());
    PieceStore.Recorded recorded =
        rules.set(RuleKinds.INDEX_LIMITS, content, "request", caller.name());
    return Map.of("version", recorded.version().version());
  }
}
