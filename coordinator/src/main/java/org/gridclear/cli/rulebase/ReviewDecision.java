package org.gridclear.cli.rulebase;

import org.gridclear.account.Actor;
import org.gridclear.market.rulebase.RuleBase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a reviewer decides of a proposal, or which proposals are listed. */
final class ReviewDecision {
  @ArgGroup private @Nullable Verdict verdict;

  @Option(names = "--reason", defaultValue = "", description = "Why.")
  private String reason;

  @Option(names = "--all", description = "List those that were reviewed, too.")
  private boolean all;

  /** Approve or reject. */
  private static final class Verdict {
    @Option(names = "--approve", description = "Approve it.")
    private boolean approve;

    @Option(names = "--reject", description = "Reject it; needs --reason.")
    private boolean reject;
  }

  /** Whether anything is decided. */
  boolean made() {
    return verdict != null;
  }

  boolean approved() {
    return verdict != null && verdict.approve;
  }

  boolean all() {
    return all;
  }

  /** The decision of a reviewer. */
  RuleBase.ReviewWanted of(long number, Actor reviewer) {
    return new RuleBase.ReviewWanted(number, approved(), reviewer.name(), reason);
  }
}
