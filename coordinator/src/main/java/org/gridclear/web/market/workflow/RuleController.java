package org.gridclear.web.market.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.gridclear.account.Right;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleDifference;
import org.gridclear.market.rulebase.RuleTables;
import org.gridclear.market.rulebase.ShadowJudgement;
import org.gridclear.market.store.rule.RuleProposal;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rules of the market: proposed by one account, reviewed by another. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleController {
  private final ServedWorkflows served;

  RuleController(ServedWorkflows served) {
    this.served = served;
  }

  /** Versions of all rules, and which of them hold. */
  @GetMapping
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  ResponseEntity<byte[]> versions(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    RuleBase rules = served.rules();
    return TableAnswer.of(
        RuleTables.versions(rules.kinds(), rules.proposals(false), served.clock(), Instant.now()),
        format);
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
    RuleBase.InForce held = ServedWorkflows.asked(() -> served.rules().at(kind, of, time));
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
    return ServedWorkflows.asked(
        () ->
            RuleDifference.between(
                served.rules().version(kind, of, before), served.rules().version(kind, of, after)));
  }

  /**
   * A proposal.
   *
   * @param number its number
   * @param kind kind of the rules
   * @param of of what, where there are several of the kind
   * @param state open, approved or rejected
   * @param by who proposed it
   * @param at when
   * @param note why
   * @param from from when they are to hold; null for their approval, or for what they say
   * @param changes what it changes, in words
   * @param reviewedBy who reviewed it; null while it is open
   * @param reason why; null while it is open
   * @param version the version that it became; null if none
   */
  record Answer(
      long number,
      String kind,
      String of,
      String state,
      String by,
      Instant at,
      String note,
      @Nullable Instant from,
      List<String> changes,
      @Nullable String reviewedBy,
      @Nullable String reason,
      @Nullable Integer version) {
    static Answer of(RuleProposal proposal, List<String> changes) {
      Optional<RuleProposal.Review> review = proposal.review();
      return new Answer(
          proposal.number(),
          proposal.kind(),
          proposal.id(),
          proposal.state(),
          proposal.made().by(),
          proposal.made().at(),
          proposal.made().note(),
          proposal.validFrom().orElse(null),
          changes,
          review.map(RuleProposal.Review::by).orElse(null),
          review.map(RuleProposal.Review::reason).orElse(null),
          review
              .filter(given -> given.version().isPresent())
              .map(given -> given.version().getAsInt())
              .orElse(null));
    }
  }

  /** Proposes rules of a kind, YAML or JSON; they hold once another account approved them. */
  @PostMapping(
      value = "/{kind}",
      consumes = {"application/json", "application/yaml"})
  @Needs(Right.OPERATE_MARKET)
  Answer propose(
      Caller caller,
      @PathVariable String kind,
      @RequestParam(required = false) @Nullable OffsetDateTime from,
      @RequestParam(defaultValue = "") String note,
      @RequestBody byte[] body) {
    RuleBase rules = served.rules();
    RuleProposal made =
        ServedWorkflows.asked(
            () ->
                rules.propose(
                    new RuleBase.Wanted(
                        kind,
                        body,
                        "body",
                        Optional.ofNullable(from).map(OffsetDateTime::toInstant),
                        caller.name(),
                        note)));
    return Answer.of(made, rules.changes(made));
  }

  /** Proposals by number, those that are open alone unless all are asked for. */
  @GetMapping("/proposals")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  List<Answer> proposals(Caller caller, @RequestParam(defaultValue = "true") boolean open) {
    return served.rules().proposals(open).stream()
        .map(proposal -> Answer.of(proposal, List.of()))
        .toList();
  }

  /** A proposal and what it changes. */
  @GetMapping("/proposals/{number}")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  Answer proposal(Caller caller, @PathVariable long number) {
    RuleBase rules = served.rules();
    RuleProposal proposal = ServedWorkflows.asked(() -> rules.proposal(number));
    return Answer.of(proposal, rules.changes(proposal));
  }

  /** What proposed rules of anomalies would find in versions of dates that are there. */
  @GetMapping("/proposals/{number}/shadow")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  ResponseEntity<byte[]> shadow(
      Caller caller,
      @PathVariable long number,
      @RequestParam String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    List<ShadowJudgement.Judged> judged =
        ServedWorkflows.asked(() -> served.shadow(number, DayKey.market(market), from, to));
    return TableAnswer.of(ShadowJudgement.table(judged), format);
  }

  /** approved or rejected, and why. */
  record Verdict(@Nullable String decision, @Nullable String reason) {}

  /** Approves or rejects a proposal of another account. */
  @PostMapping("/proposals/{number}/review")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  Answer review(Caller caller, @PathVariable long number, @RequestBody Verdict verdict) {
    boolean approved = "approved".equals(verdict.decision());
    if (!approved && !"rejected".equals(verdict.decision())) {
      throw new IllegalArgumentException(
          "The decision (%s) must be approved or rejected.".formatted(verdict.decision()));
    }
    RuleBase rules = served.rules();
    RuleProposal done =
        ServedWorkflows.asked(
            () -> {
              served.requireAccount(rules.proposal(number).made().by());
              return rules.review(
                  new RuleBase.ReviewWanted(
                      number,
                      approved,
                      caller.name(),
                      verdict.reason() == null ? "" : verdict.reason()));
            });
    return Answer.of(done, rules.changes(done));
  }
}
