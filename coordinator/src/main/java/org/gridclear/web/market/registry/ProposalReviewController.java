package org.gridclear.web.market.registry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gridclear.account.Right;
import org.gridclear.market.registry.MarketRegistry.ReviewWanted;
import org.gridclear.market.registry.Proposal.Decision;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proposals of the registry are reviewed by another account. */
@RestController
@RequestMapping("/api/v1/registry")
class ProposalReviewController {
  private final ServedRegistry registry;

  ProposalReviewController(ServedRegistry registry) {
    this.registry = registry;
  }

  /** approved or rejected, and why. */
  record Verdict(String decision, @Nullable String reason) {}

  /** Approves or rejects a proposal of another account. */
  @PostMapping("/proposals/{number}/review")
  @Needs(Right.APPROVE_REGISTRY)
  ProposalAnswer review(Caller caller, @PathVariable long number, @RequestBody Verdict verdict) {
    ServedRegistry.seesAll(caller);
    ReviewWanted wanted =
        new ReviewWanted(
            number,
            decision(String.valueOf(verdict.decision())),
            caller.name(),
            verdict.reason() == null ? "" : verdict.reason());
    return ProposalAnswer.of(
        RegistryErrors.asked(
            () -> {
              registry.requireAccount(registry.open().proposal(number).proposal().by());
              return registry.open().review(wanted);
            }),
        List.of());
  }

  private static Decision decision(String word) {
    return Stream.of(Decision.values())
        .filter(each -> each.label().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The decision (%s) must be approved or rejected.".formatted(word)));
  }
}
