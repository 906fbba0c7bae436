package org.gridclear.market.rulebase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.rule.RuleProposal;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Tables of rules, for every door. */
public final class RuleTables {
  private RuleTables() {}

  /**
   * Versions of kinds of rules, with who proposed them where two accounts set them.
   *
   * @param now which of them hold
   */
  public static Table versions(
      List<RuleKind> kinds, List<RuleProposal> proposals, MarketClock clock, Instant now) {
    Table.Rows rows =
        new Table.Rows(
            "rules",
            "A version of rules; one without a number is what holds where nothing was set.",
            Column.text("kind", "What they are."),
            Column.text("id", "Of what; empty where there is one of its kind."),
            Column.text("version", "Its number."),
            Column.text("from", "Since when it holds, on the market's clock."),
            Column.text("holds", "yes for the one that holds now."),
            Column.text("proposedBy", "Who proposed it; empty where one account set it."),
            Column.text("by", "Who approved or set it."),
            Column.text("at", "When."),
            Column.text("what", "What the rules are of."));
    for (RuleKind kind : kinds) {
      List<RuleVersion> versions = kind.versions();
      if (versions.isEmpty()) {
        rows.add(
            kind.label(),
            "",
            "",
            "",
            kind.standard().isPresent() ? "yes" : "",
            "",
            "",
            "",
            kind.text());
      }
      for (RuleVersion version : versions) {
        rows.add(
            kind.label(),
            version.id(),
            Integer.toString(version.number()),
            clock.show(version.from()),
            holds(version, versions, now) ? "yes" : "",
            proposer(kind, version, proposals).orElse(""),
            version.by(),
            clock.show(version.at()),
            kind.text());
      }
    }
    return rows.table();
  }

  private static boolean holds(RuleVersion version, List<RuleVersion> all, Instant now) {
    return !version.from().isAfter(now)
        && all.stream()
            .filter(other -> other.id().equals(version.id()) && !other.from().isAfter(now))
            .noneMatch(
                other ->
                    other.from().isAfter(version.from())
                        || other.from().equals(version.from())
                            && other.number() > version.number());
  }

  private static Optional<String> proposer(
      RuleKind kind, RuleVersion version, List<RuleProposal> proposals) {
    return proposals.stream()
        .filter(each -> each.kind().equals(kind.label()) && each.id().equals(version.id()))
        .filter(
            each ->
                each.review().isPresent()
                    && each.review().get().version().orElse(0) == version.number())
        .map(each -> each.made().by())
        .findFirst();
  }

  /** Proposals with their reviews. */
  public static Table proposals(List<RuleProposal> proposals, MarketClock clock) {
    Table.Rows rows =
        new Table.Rows(
            "proposals",
            "A proposal of rules.",
            Column.whole("number", "Its number."),
            Column.text("kind", "What they are."),
            Column.text("id", "Of what."),
            Column.text("state", "open, approved or rejected."),
            Column.text("from", "From when they are to hold; empty for their approval."),
            Column.text("by", "Who proposed it."),
            Column.text("at", "When, on the market's clock."),
            Column.text("note", "Why."),
            Column.text("reviewedBy", "Who reviewed it."),
            Column.text("reason", "Why."),
            Column.text("version", "The version that it became."));
    for (RuleProposal each : proposals) {
      var review = each.review();
      rows.add(
          each.number(),
          each.kind(),
          each.id(),
          each.state(),
          each.validFrom().map(clock::show).orElse(""),
          each.made().by(),
          clock.show(each.made().at()),
          each.made().note(),
          review.map(RuleProposal.Review::by).orElse(""),
          review.map(RuleProposal.Review::reason).orElse(""),
          review
              .filter(given -> given.version().isPresent())
              .map(given -> Integer.toString(given.version().getAsInt()))
              .orElse(""));
    }
    return rows.table();
  }
}
