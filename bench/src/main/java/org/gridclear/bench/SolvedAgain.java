package org.gridclear.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.clearing.result.SecurityReport.Kind;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.security.audit.OutageAudit;
import org.gridclear.security.correction.ClearedSnapshots;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.ScreeningOptions;

/**
 * A cleared schedule, every hour and every outage of it solved again by the auditor's power flow,
 * which shares no code with the check: what is over its limit there must be named by the check.
 */
final class SolvedAgain {
  private static final double TOLERANCE_SHARE = 2e-3;
  private static final double MISMATCH_PU = 1e-4;
  private static final double MISSING_MW = 0.05;
  private static final int LINES_MAX = 10;

  private final ClearingCase clearingCase;
  private final ClearingResult result;
  private final PrintWriter out;
  private final Set<String> namedFlows = new HashSet<>();
  private final Set<String> unsolved = new HashSet<>();
  private final int[] counts = new int[Verdict.values().length];
  private double worstUnnamed;

  /** What became of an hour after an outage. */
  private enum Verdict {
    SECURE("within all limits"),
    NAMED_OVER("over and named"),
    NAMED_UNSOLVED("named as without a solution"),
    OVER("over and not named"),
    LACKING("lacking power and not named"),
    UNSOLVED("without a solution there and not named");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    boolean bad() {
      return this == OVER || this == LACKING || this == UNSOLVED;
    }
  }

  SolvedAgain(ClearingCase clearingCase, ClearingResult result, PrintWriter out) {
    this.clearingCase = clearingCase;
    this.result = result;
    this.out = out;
    for (SecurityReport.Violation v : result.security().remaining()) {
      if (v.kind() != Kind.VOLTAGE) {
        namedFlows.add(v.period() + "|" + v.outage() + "|" + v.kind() + " " + v.element());
      }
    }
    result.security().unsolved().forEach(u -> unsolved.add(u.period() + "|" + u.outage()));
  }

  /** Solves the first hours, 0 for all; returns how many cases are neither secure nor named. */
  int run(int hours) {
    for (int t = 0; t < (hours > 0 ? hours : clearingCase.day().periodCount()); t++) {
      hour(t);
      out.flush();
    }
    int all = 0;
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      all += counts[verdict.ordinal()];
      parts.add("%d %s".formatted(counts[verdict.ordinal()], verdict.text));
    }
    out.printf(
        "  solved again: %d grids (the intact one and every outage, hour by hour): %s;"
            + " worst not named %.2f %%%n",
        all, String.join(", ", parts), 100 * worstUnnamed);
    return counts[Verdict.OVER.ordinal()]
        + counts[Verdict.LACKING.ordinal()]
        + counts[Verdict.UNSOLVED.ordinal()];
  }

  private void hour(int t) {
    MarketDay day = clearingCase.day();
    List<Contingency> outages = day.rules().contingencies().listed();
    if (unsolved.contains(t + "|")) {
      out.printf("    hour %d is named as without a solution, with its outages%n", t + 1);
      counts[Verdict.NAMED_UNSOLVED.ordinal()] += 1 + outages.size();
      return;
    }
    ClearedSnapshots shots = ClearedSnapshots.of(clearingCase, result, t, t + 1);
    ScreeningOptions options = asChecked();
    Network network = shots.network();
    NetworkIndex index = new NetworkIndex(network);
    OutageAudit audit = new OutageAudit(network, shots.points().get(0), options, new double[0]);
    if (audit.baseMismatchPu() > MISMATCH_PU || Math.abs(audit.baseMissingMw()) > MISSING_MW) {
      out.printf(
          "    hour %d, intact: mismatch %.3g p.u., %.3f MW missing, not named%n",
          t + 1, audit.baseMismatchPu(), audit.baseMissingMw());
      counts[Verdict.UNSOLVED.ordinal()] += 1 + outages.size();
      return;
    }
    count(t, "", judge(t, "", audit.before(new double[0]), index));
    for (Contingency each : outages) {
      OutageAudit.Finding found = audit.after(Outage.of(each, index), new double[0]);
      count(t, each.id(), judge(t, each.id(), found, index));
    }
  }

  /** What is said of a grid, with the flow that says it. */
  private record Judged(Verdict verdict, String text) {}

  private void count(int t, String outage, Judged judged) {
    Verdict verdict = judged.verdict();
    counts[verdict.ordinal()]++;
    int bad = counts[verdict.ordinal()];
    if (verdict.bad() && bad <= LINES_MAX) {
      out.printf("    hour %d after [%s]: %s, %s%n", t + 1, outage, verdict.text, judged.text());
    }
  }

  private Judged judge(int t, String outage, OutageAudit.Finding found, NetworkIndex index) {
    if (unsolved.contains(t + "|" + outage)) {
      return new Judged(Verdict.NAMED_UNSOLVED, "");
    }
    if (found.mismatchPu() > MISMATCH_PU) {
      return new Judged(Verdict.UNSOLVED, "mismatch %.3g p.u.".formatted(found.mismatchPu()));
    }
    if (Math.abs(found.missingMw()) > MISSING_MW) {
      return new Judged(Verdict.LACKING, "%.3f MW".formatted(found.missingMw()));
    }
    Judged judged = new Judged(Verdict.SECURE, "");
    double worst = 1 + TOLERANCE_SHARE;
    for (Map.Entry<String, double[]> flow : flows(t, outage, found, index).entrySet()) {
      double share = Math.abs(flow.getValue()[0]) / flow.getValue()[1];
      boolean named = named(t, outage, flow.getKey());
      worstUnnamed = named ? worstUnnamed : Math.max(worstUnnamed, share);
      if (named && share > 1 + TOLERANCE_SHARE && judged.verdict() == Verdict.SECURE) {
        judged = new Judged(Verdict.NAMED_OVER, "");
      }
      if (!named && share > worst) {
        worst = share;
        judged =
            new Judged(
                Verdict.OVER,
                "%s at %.2f of %.2f"
                    .formatted(flow.getKey(), flow.getValue()[0], flow.getValue()[1]));
      }
    }
    return judged;
  }

  private boolean named(int t, String outage, String element) {
    return namedFlows.contains(t + "|" + outage + "|" + element)
        || namedFlows.contains(t + "||" + element);
  }

  /** Flows of everything with a limit by name: the flow and its limit. */
  private Map<String, double[]> flows(
      int t, String outage, OutageAudit.Finding found, NetworkIndex index) {
    Map<String, double[]> flows = new HashMap<>();
    for (int l = 0; l < found.flow().length; l++) {
      double most = limitMva(l, t, outage.isEmpty());
      if (most > 0) {
        String id = index.network().branches().get(l).id();
        flows.put(Kind.BRANCH + " " + id, new double[] {found.flow()[l], most});
      }
    }
    for (Flowgate gate : index.network().flowgates()) {
      double sum = 0;
      for (Flowgate.Term term : gate.terms()) {
        sum += term.weight() * found.activeMw()[index.branch(term.branch())];
      }
      double most = sum >= 0 ? gate.limitMw() : gate.reverseLimitMw();
      flows.put(Kind.FLOWGATE + " " + gate.id(), new double[] {sum, most});
    }
    return flows;
  }

  /** The limit before or after an outage: that of the day, else of the network; 0 for none. */
  private double limitMva(int l, int t, boolean intact) {
    MarketDay day = clearingCase.day();
    Branch branch = day.network().branches().get(l);
    BranchLimit limit =
        day.branchLimits().stream()
            .filter(each -> each.branch().equals(branch.id()))
            .findFirst()
            .orElse(null);
    return intact
        ? BranchLimit.normalMw(branch, limit, t)
        : BranchLimit.emergencyMw(branch, limit, t);
  }

  /** As the check has it: losses and what is lost are shared by headroom. */
  private static ScreeningOptions asChecked() {
    return new ScreeningOptions(
        ScreeningOptions.Method.AC,
        PowerFlowOptions.Start.FILE,
        false,
        Sharing.HEADROOM,
        Sharing.HEADROOM,
        ScreeningOptions.Rating.EMERGENCY,
        1e-5,
        1,
        0.01,
        4,
        ScreeningOptions.Rows.VIOLATIONS);
  }
}
