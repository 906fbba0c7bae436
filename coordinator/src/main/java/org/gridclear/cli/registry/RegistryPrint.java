package org.gridclear.cli.registry;

import java.io.PrintWriter;
import java.util.List;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.registry.MarketRegistry.Proposed;
import org.gridclear.market.registry.MarketRegistry.Shown;
import org.gridclear.market.registry.Proposal;
import org.gridclear.market.registry.UnmatchedIds;
import org.gridclear.settlement.registration.Change;
import org.gridclear.settlement.registration.EntryCodec;
import org.gridclear.validate.Issue;

/** What the commands of the registry say to people. */
final class RegistryPrint {
  private RegistryPrint() {}

  /** Prints what was proposed; returns the exit code. */
  static int proposed(Proposed proposed, PrintWriter out) {
    issues(proposed.warnings(), out);
    if (proposed.number().isEmpty()) {
      out.printf("Nothing would change: %d as registered.%n", proposed.unchanged());
    } else {
      out.printf(
          "Proposal %d: %d things change, %d records are as registered. Somebody else reviews"
              + " it.%n",
          proposed.number().getAsLong(), proposed.changed(), proposed.unchanged());
    }
    out.flush();
    return ExitCodes.clean(proposed.warnings().isEmpty());
  }

  private static void issues(List<Issue> issues, PrintWriter out) {
    issues.forEach(issue -> out.println(issue.line()));
  }

  /** Prints a proposal as a reviewer needs it; returns the exit code. */
  static int shown(Shown shown, PrintWriter out) {
    Proposal proposal = shown.proposal();
    out.printf(
        "Proposal %d, %s, by %s at %s%s%n",
        proposal.number(),
        proposal.state(),
        proposal.by(),
        proposal.at(),
        proposal.note().isEmpty() ? "" : ": " + proposal.note());
    proposal.attachments().forEach((name, hash) -> out.printf("  attached %s %s%n", hash, name));
    for (Change change : proposal.changes()) {
      out.println("  " + words(change));
    }
    proposal
        .review()
        .ifPresent(
            review ->
                out.printf(
                    "%s by %s at %s%s%s%n",
                    review.decision().label(),
                    review.by(),
                    review.at(),
                    review.revision().isPresent()
                        ? ", revision " + review.revision().getAsLong()
                        : "",
                    review.reason().isEmpty() ? "" : ": " + review.reason()));
    issues(shown.issues(), out);
    out.flush();
    return ExitCodes.clean(shown.issues().isEmpty());
  }

  private static String words(Change change) {
    if (change instanceof Change.Exit exit) {
      return "%s exits, last day %s".formatted(exit.key(), exit.lastDay());
    }
    return change.key() + " " + EntryCodec.cells(((Change.Put) change).entry());
  }

  /** Prints what has no counterpart; returns the exit code. */
  static int unmatched(UnmatchedIds ids, PrintWriter out) {
    ids.onlyThere().forEach(id -> out.println("only there: " + id));
    ids.gone().forEach((foreign, thing) -> out.printf("gone there: %s of %s%n", foreign, thing));
    ids.onlyHere().forEach(id -> out.println("only here:  " + id));
    out.printf(
        "%d matched, %d only there, %d gone there, %d only here%n",
        ids.matched(), ids.onlyThere().size(), ids.gone().size(), ids.onlyHere().size());
    out.flush();
    return ExitCodes.clean(ids.none());
  }
}
