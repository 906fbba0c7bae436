package org.gridclear.web.market.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.store.rule.RuleProposal;
import org.jspecify.annotations.Nullable;

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
record RuleAnswer(
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
  static RuleAnswer of(RuleProposal proposal, List<String> changes) {
    Optional<RuleProposal.Review> review = proposal.review();
    return new RuleAnswer(
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
