package org.gridclear.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.security.verification.SecurityAudit;
import org.gridclear.security.verification.SecurityAudit.Judged;
import org.gridclear.security.verification.SecurityAudit.Verdict;

/**
 * A cleared schedule, every hour and every outage of it solved again from the voltages of the
 * network by the auditor's power flow: what is over its limit there must be named by the check.
 */
final class SolvedAgain {
  private static final int LINES_MAX = 10;

  private final PrintWriter out;
  private final int[] counts = new int[Verdict.values().length];
  private double worstUnnamed;

  SolvedAgain(PrintWriter out) {
    this.out = out;
  }

  /** Solves the first hours, 0 for all; returns how many grids are neither secure nor named. */
  int run(ClearingCase clearingCase, ClearingResult result, int hours) {
    int all = hours > 0 ? hours : clearingCase.day().periodCount();
    SecurityAudit.solveAll(clearingCase, result, all, this::take);
    int grids = 0;
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      grids += counts[verdict.ordinal()];
      parts.add("%d %s".formatted(counts[verdict.ordinal()], text(verdict)));
    }
    out.printf(
        Locale.ROOT,
        "  solved again: %d grids (the intact one and every outage, hour by hour): %s;"
            + " greatest loading of what is not named %.2f %%%n",
        grids,
        String.join(", ", parts),
        100 * worstUnnamed);
    return counts[Verdict.OVER.ordinal()]
        + counts[Verdict.LACKING.ordinal()]
        + counts[Verdict.UNSOLVED.ordinal()];
  }

  private void take(Judged judged) {
    Verdict verdict = judged.verdict();
    boolean bad =
        verdict == Verdict.OVER || verdict == Verdict.LACKING || verdict == Verdict.UNSOLVED;
    worstUnnamed = Math.max(worstUnnamed, judged.share());
    if (++counts[verdict.ordinal()] <= LINES_MAX && bad) {
      out.printf(
          "    hour %d after [%s]: %s, %s%n",
          judged.period() + 1, judged.outage(), text(verdict), judged.text());
      out.flush();
    }
  }

  private static String text(Verdict verdict) {
    return switch (verdict) {
      case NONE -> "of nothing in service";
      case SECURE -> "within all limits";
      case NAMED_OVER -> "over and named";
      case NAMED_UNSOLVED -> "named as without a solution";
      case OVER -> "over and not named";
      case LACKING -> "lacking power and not named";
      case UNSOLVED -> "without a solution there and not named";
    };
  }
}
