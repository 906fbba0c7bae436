package org.gridclear.security.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.clearing.result.SecurityReport.Kind;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Bus;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.audit.OutageAudit;
import org.gridclear.security.correction.ClearedSnapshots;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.powerflow.PowerFlowResult;

/**
 * Solves periods of a checked schedule and their outages again by {@link OutageAudit}: what is over
 * its limit there, or lacks power, must be named by the AC check. The schedule is as its snapshots
 * have it; equations, islands, shares and limits are the auditor's own.
 */
public final class SecurityAudit {
  /** Flows are known no better than this share of a limit. */
  private static final double TOLERANCE_SHARE = 2e-3;

  private static final double TOLERANCE_MW = 0.02;
  private static final double MISMATCH_PU = 1e-4;
  private static final double MISSING_MW = 0.05;

  /** An audit solves so many buses in all, and at least so many grids. */
  private static final int BUSES_SOLVED = 6000;

  private static final int GRIDS_MIN = 4;

  private final ClearingCase clearingCase;
  private final ClearingResult result;
  private final FlowLimits limits;
  private final List<Contingency> outages;
  private final Set<String> named = new HashSet<>();
  private final Set<String> unsolved = new HashSet<>();

  /** What became of a grid. */
  public enum Verdict {
    /** No outage: nothing of it is in service. */
    NONE,
    /** Within all limits. */
    SECURE,
    /** Over limits, each named. */
    NAMED_OVER,
    /** Named as without a solution that the units can give. */
    NAMED_UNSOLVED,
    /** Over a limit and not named. */
    OVER,
    /** Lacking power and not named. */
    LACKING,
    /** Without a solution here, and not named. */
    UNSOLVED
  }

  /**
   * A grid that was solved again.
   *
   * @param period the period, counted from 0
   * @param outage the contingency; "" for the intact grid
   * @param verdict what became of it
   * @param share greatest loading of what is not named, as a share of its limit
   * @param text what is wrong with it, or ""
   */
  public record Judged(int period, String outage, Verdict verdict, double share, String text) {}

  private SecurityAudit(ClearingCase clearingCase, ClearingResult result) {
    this.clearingCase = clearingCase;
    this.result = result;
    this.limits = new FlowLimits(clearingCase);
    this.outages = outages(clearingCase);
    for (SecurityReport.Violation v : result.security().remaining()) {
      if (v.kind() != Kind.VOLTAGE) {
        named.add(v.period() + "|" + v.outage() + "|" + v.kind() + " " + v.element());
      }
    }
    result.security().unsolved().forEach(u -> unsolved.add(u.period() + "|" + u.outage()));
  }

  private static List<Contingency> outages(ClearingCase clearingCase) {
    List<Contingency> all = new ArrayList<>();
    MarketDay day = clearingCase.day();
    if (clearingCase.inEffect(ConstraintFamily.CONTINGENCIES)) {
      all.addAll(day.rules().contingencies().listed());
      if (day.rules().contingencies().everyBranch()) {
        day.network().branches().forEach(branch -> all.add(Contingency.ofBranch(branch.id())));
      }
    }
    return all;
  }

  /**
   * What the check has not named, in a sample of periods and outages that grows as the network is
   * smaller; empty where the schedule was not checked. A grid without a solution here is no
   * finding: Newton's method alone does not prove that there is none. With reactive limits the
   * intact grids are looked at.
   */
  public static List<Finding> audit(
      ClearingCase clearingCase, ClearingResult result, boolean reactiveLimits) {
    List<Finding> findings = new ArrayList<>();
    if (result.security() == null) {
      return findings;
    }
    SecurityAudit audit = new SecurityAudit(clearingCase, result);
    int buses = clearingCase.day().network().buses().size();
    int grids = Math.max(GRIDS_MIN, BUSES_SOLVED / buses);
    int periods = clearingCase.day().periodCount();
    int step = (periods + grids - 1) / grids;
    int visited = (periods + step - 1) / step;
    int perPeriod = reactiveLimits ? 0 : Math.max(0, (grids - visited) / visited);
    for (int t = 0; t < periods; t += step) {
      audit.period(t, perPeriod, true, reactiveLimits, judged -> add(findings, judged));
    }
    return findings;
  }

  private static void add(List<Finding> findings, Judged judged) {
    if (judged.verdict() == Verdict.OVER || judged.verdict() == Verdict.LACKING) {
      String grid = judged.outage().isEmpty() ? "intact grid" : "after " + judged.outage();
      findings.add(new Finding("AC security", grid, judged.period(), judged.text()));
    }
  }

  /**
   * Solves all outages of the first periods again, from the voltages of the network alone.
   *
   * @param periods how many
   * @param found told of every grid
   * @throws IllegalArgumentException if the schedule was not checked
   */
  public static void solveAll(
      ClearingCase clearingCase, ClearingResult result, int periods, Consumer<Judged> found) {
    if (result.security() == null) {
      throw new IllegalArgumentException(
          "The schedule was not checked in AC: clear it with rounds.");
    }
    SecurityAudit audit = new SecurityAudit(clearingCase, result);
    for (int t = 0; t < periods; t++) {
      audit.period(t, audit.outages.size(), false, false, found);
    }
  }

  /** Judges the intact grid and at most so many outages, evenly taken from the list. */
  private void period(
      int t, int most, boolean fromSolution, boolean reactiveLimits, Consumer<Judged> found) {
    int step = Math.max(1, (outages.size() + most - 1) / Math.max(1, most));
    List<Contingency> taken = new ArrayList<>();
    for (int k = t % step; k < outages.size() && taken.size() < most; k += step) {
      taken.add(outages.get(k));
    }
    if (unsolved.contains(t + "|")) {
      found.accept(new Judged(t, "", Verdict.NAMED_UNSOLVED, 0, ""));
      taken.forEach(c -> found.accept(new Judged(t, c.id(), Verdict.NAMED_UNSOLVED, 0, "")));
      return;
    }
    ClearedSnapshots shots = ClearedSnapshots.of(clearingCase, result, t, t + 1);
    OperatingPoint point = shots.points().get(0);
    ScreeningOptions options = options(reactiveLimits);
    PowerFlowResult base = fromSolution ? base(shots.network(), point, options) : null;
    Network network = base == null ? shots.network() : starting(shots.network(), base);
    double[] held = base == null ? new double[0] : base.voltagePu();
    NetworkIndex index = new NetworkIndex(network);
    OutageAudit audit = new OutageAudit(network, point, options, held);
    Judged intact = intact(t, audit, index, held);
    found.accept(intact);
    for (Contingency each : taken) {
      Outage outage = Outage.of(each, index);
      found.accept(
          !audit.takesAnything(outage)
              ? new Judged(t, each.id(), Verdict.NONE, 0, "")
              : intact.verdict() == Verdict.UNSOLVED
                  ? new Judged(t, each.id(), Verdict.UNSOLVED, 0, intact.text())
                  : judge(t, each.id(), audit.after(outage, held), index));
    }
  }

  private Judged intact(int t, OutageAudit audit, NetworkIndex index, double[] held) {
    if (audit.baseMismatchPu() > MISMATCH_PU) {
      String text = "mismatch %.3g p.u.".formatted(audit.baseMismatchPu());
      return new Judged(t, "", Verdict.UNSOLVED, 0, text);
    }
    if (Math.abs(audit.baseMissingMw()) > MISSING_MW) {
      String text = "%.3f MW are missing and not named".formatted(audit.baseMissingMw());
      return new Judged(t, "", Verdict.LACKING, 0, text);
    }
    return judge(t, "", audit.before(held), index);
  }

  private Judged judge(int t, String outage, OutageAudit.Finding found, NetworkIndex index) {
    if (unsolved.contains(t + "|" + outage)) {
      return new Judged(t, outage, Verdict.NAMED_UNSOLVED, 0, "");
    }
    if (found.mismatchPu() > MISMATCH_PU) {
      String text = "mismatch %.3g p.u.".formatted(found.mismatchPu());
      return new Judged(t, outage, Verdict.UNSOLVED, 0, text);
    }
    if (Math.abs(found.missingMw()) > MISSING_MW) {
      String text = "%.3f MW are missing and not named".formatted(found.missingMw());
      return new Judged(t, outage, Verdict.LACKING, 0, text);
    }
    Verdict verdict = Verdict.SECURE;
    double worst = 0;
    String text = "";
    for (FlowLimits.Flow flow : limits.flows(t, outage.isEmpty(), found, index)) {
      boolean over = flow.over(TOLERANCE_SHARE, TOLERANCE_MW);
      boolean known = named(t, outage, flow.element());
      verdict = over && known && verdict == Verdict.SECURE ? Verdict.NAMED_OVER : verdict;
      if (!known && flow.share(TOLERANCE_MW) > worst) {
        worst = flow.share(TOLERANCE_MW);
        verdict = over ? Verdict.OVER : verdict;
        text = over ? flow + ", not named" : text;
      }
    }
    return new Judged(t, outage, verdict, worst, text);
  }

  private boolean named(int t, String outage, String element) {
    return named.contains(t + "|" + outage + "|" + element) || named.contains(t + "||" + element);
  }

  private static PowerFlowResult base(
      Network network, OperatingPoint point, ScreeningOptions options) {
    return PowerFlowResult.ac(
        new PowerFlowModel(NetworkStructure.of(network), point), options.base());
  }

  /** The network with the voltages of a power flow as start; the equations stay the auditor's. */
  private static Network starting(Network network, PowerFlowResult base) {
    List<Bus> buses = new ArrayList<>();
    for (int b = 0; b < network.buses().size(); b++) {
      Bus bus = network.buses().get(b);
      boolean alive = base.voltagePu()[b] > 0;
      buses.add(alive ? bus.startingAt(base.voltagePu()[b], base.angleDeg()[b]) : bus);
    }
    return network.withBuses(buses);
  }

  /** As the check has it: losses and what is lost are shared by room. */
  private static ScreeningOptions options(boolean reactiveLimits) {
    return new ScreeningOptions(
        ScreeningOptions.Method.AC,
        PowerFlowOptions.Start.FILE,
        reactiveLimits,
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
