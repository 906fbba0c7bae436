package org.gridclear.web.market.rule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleDifference;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rules as they are proposed, and what is otherwise in them. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleTextController {
  private final ServedRules served;

  RuleTextController(ServedRules served) {
    this.served = served;
  }

  /** The rules of a kind that hold at a time, as they are proposed. */
  @GetMapping("/{kind}")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  ResponseEntity<byte[]> show(
      Caller caller,
      @PathVariable String kind,
      @RequestParam(defaultValue = "") String of,
      @RequestParam(required = false) @Nullable OffsetDateTime at) {
    Instant time = at == null ? Instant.now() : at.toInstant();
    RuleBase.InForce held = ServedRules.asked(() -> served.rules().at(kind, of, time));
    String text = new String(held.content(), StandardCharsets.UTF_8).stripLeading();
    return ResponseEntity.ok()
        .contentType(
            text.startsWith("{")
                ? MediaType.APPLICATION_JSON
                : new MediaType("text", "plain", StandardCharsets.UTF_8))
        .body(held.content());
  }

  /** What the second of two versions says otherwise than the first, in words. */
  @GetMapping("/{kind}/difference")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  List<String> difference(
      Caller caller,
      @PathVariable String kind,
      @RequestParam(defaultValue = "") String of,
      @RequestParam int before,
      @RequestParam int after) {
    return ServedRules.asked(
        () ->
            RuleDifference.between(
                served.rules().version(kind, of, before), served.rules().version(kind, of, after)));
  }
}
