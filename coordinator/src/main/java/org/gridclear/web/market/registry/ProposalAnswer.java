package org.gridclear.web.market.registry;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.gridclear.market.registry.Proposal;
import org.gridclear.settlement.registration.Change;
import org.gridclear.settlement.registration.EntryCodec;
import org.gridclear.validate.Issue;
import org.jspecify.annotations.Nullable;

/**
 * A proposal.
 *
 * @param number its number
 * @param state open, approved or rejected
 * @param by who proposed it
 * @param at when
 * @param note why
 * @param changes what is proposed, in words of the format
 * @param attachments SHA-256 by name
 * @param reviewedBy who reviewed it; null while it is open
 * @param reviewedAt when; null while it is open
 * @param reason why; null while it is open
 * @param revision revision that it made; null if none
 * @param issues what would break a rule by now
 */
record ProposalAnswer(
    long number,
    String state,
    String by,
    OffsetDateTime at,
    String note,
    List<Map<String, String>> changes,
    Map<String, String> attachments,
    @Nullable String reviewedBy,
    @Nullable OffsetDateTime reviewedAt,
    @Nullable String reason,
    @Nullable Long revision,
    List<String> issues) {
  static ProposalAnswer of(Proposal proposal, List<Issue> issues) {
    Optional<Proposal.Review> review = proposal.review();
    OptionalLong revision = review.map(Proposal.Review::revision).orElse(OptionalLong.empty());
    return new ProposalAnswer(
        proposal.number(),
        proposal.state(),
        proposal.by(),
        proposal.at(),
        proposal.note(),
        proposal.changes().stream().map(ProposalAnswer::words).toList(),
        proposal.attachments(),
        review.map(Proposal.Review::by).orElse(null),
        review.map(Proposal.Review::at).orElse(null),
        review.map(Proposal.Review::reason).orElse(null),
        revision.isPresent() ? (Long) revision.getAsLong() : null,
        ServedRegistry.lines(issues));
  }

  private static Map<String, String> words(Change change) {
    Map<String, String> words = new java.util.LinkedHashMap<>();
    words.put("kind", change.key().kind().label());
    if (change instanceof Change.Put put) {
      words.putAll(EntryCodec.cells(put.entry()));
    } else if (change instanceof Change.Exit exit) {
      words.put("change", "exit");
      words.put("id", exit.key().id());
      words.put("to", exit.lastDay().toString());
    }
    return words;
  }
}
