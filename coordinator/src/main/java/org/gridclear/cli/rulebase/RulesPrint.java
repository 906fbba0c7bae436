package org.gridclear.cli.rulebase;

import java.io.PrintWriter;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.rule.RuleProposal;

/** What the commands of rules say to people. */
final class RulesPrint {
  private static final int LINES_MOST = 40;

  private RulesPrint() {}

  /** Prints a proposal with what it changes, and what became of it. */
  static void shown(RuleBase rules, RuleProposal proposal, MarketClock clock, PrintWriter out) {
    out.printf(
        "Proposal %d, %s: %s%s by %s at %s, to hold %s%s%n",
        proposal.number(),
        proposal.state(),
        proposal.kind(),
        proposal.id().isEmpty() ? "" : " of " + proposal.id(),
        proposal.made().by(),
        clock.show(proposal.made().at()),
        proposal.validFrom().map(from -> "from " + clock.show(from)).orElse("once approved"),
        proposal.made().note().isEmpty() ? "" : ": " + proposal.made().note());
    var changes = rules.changes(proposal);
    changes.stream().limit(LINES_MOST).forEach(line -> out.println("  " + line));
    if (changes.size() > LINES_MOST) {
      out.printf("  and %d more%n", changes.size() - LINES_MOST);
    }
    proposal
        .review()
        .ifPresentOrElse(
            review ->
                out.printf(
                    "%s by %s at %s%s%s%n",
                    review.approved() ? "Approved" : "Rejected",
                    review.by(),
                    clock.show(review.at()),
                    review.version().isPresent() ? ": version " + review.version().getAsInt() : "",
                    review.reason().isEmpty() ? "" : ", " + review.reason()),
            () ->
                out.printf(
                    "Somebody else reviews it: gridclear rules review %d --approve --by NAME%n",
                    proposal.number()));
    out.flush();
  }
}
