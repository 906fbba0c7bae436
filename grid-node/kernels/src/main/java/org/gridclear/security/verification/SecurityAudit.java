package org.gridclear.security.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.gridclear.solver.Deadline;
import org.jspecify.annotations.Nullable;

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

  /** A flow over its limit before an outage is named after it from this share of it more. */
  private static final double WORSENED_SHARE = 0.01;

  private final ClearingCase clearingCase;
  private final ClearingResult result;
  private final FlowLimits limits;
  private final List<Contingency> outages;
  private final Set<String> named = new HashSet<>();
  private final Set<String> unsolved = new HashSet<>();
  private final Set<Integer> looked = new HashSet<>();

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
  public record Judged(int period, String outage, Verdict verdict, double share, String text) {
    private boolean judged() {
      return verdict != Verdict.NONE
          && verdict != Verdict.NAMED_UNSOLVED
          && verdict != Verdict.UNSOLVED;
    }
  }

  /**
   * What an audit found, and how much it looked at.
   *
   * @param findings what is not named
   * @param extent how much was solved again; null where the schedule was not checked
   * @param cut whether a cancellation ended it before its last grid; that is a finding too
   */
  public record Audited(List<Finding> findings, @Nullable AuditExtent extent, boolean cut) {
    public Audited {
      findings = List.copyOf(findings);
    }
  }

  private SecurityAudit(ClearingCase clearingCase, ClearingResult result, SecurityReport security) {
    this.clearingCase = clearingCase;
    this.result = result;
    this.limits = new FlowLimits(clearingCase);
    this.outages = outages(clearingCase);
    for (SecurityReport.Violation v : security.remaining()) {
      if (v.kind() != Kind.VOLTAGE) {
        named.add(v.period() + "|" + v.outage() + "|" + v.kind() + " " + v.element());
      }
    }
    security.unsolved().forEach(u -> unsolved.add(u.period() + "|" + u.outage()));
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
   * smaller ({@link AuditSample}); nothing where the schedule was not checked. A grid without a
   * solution here is no finding: Newton's method alone does not prove that there is none. With
   * reactive limits the intact grids are looked at.
   *
   * @param cancelled ends the audit after the grid it is at; that it was cut is a finding
   */
  public static Audited audit(
      ClearingCase clearingCase,
      ClearingResult result,
      boolean reactiveLimits,
      Deadline cancelled) {
    if (result.security() == null) {
      return new Audited(List.of(), null, false);
    }
    SecurityAudit audit = new SecurityAudit(clearingCase, result, result.security());
    MarketDay day = clearingCase.day();
    List<Judged> all = new ArrayList<>();
    boolean cut = false;
    int outages = reactiveLimits ? 0 : audit.outages.size();
    for (AuditSample.Visit visit :
        AuditSample.of(day.periodCount(), day.network().buses().size(), outages)) {
      cut = cut || audit.period(visit, true, reactiveLimits, cancelled, all::add);
    }
    List<Finding> findings = new ArrayList<>();
    all.forEach(judged -> add(findings, judged));
    if (cut) {
      findings.add(
          new Finding(
              "AC security",
              "audit",
              -1,
              "cut by a cancellation after %d of its grids, nothing is said of the others"
                  .formatted(all.size())));
    }
    return new Audited(findings, audit.extent(all), cut);
  }

  private AuditExtent extent(List<Judged> all) {
    List<Judged> judged = all.stream().filter(Judged::judged).toList();
    int intact = (int) judged.stream().filter(each -> each.outage().isEmpty()).count();
    int without = (int) all.stream().filter(each -> each.verdict() == Verdict.UNSOLVED).count();
    return new AuditExtent(
        intact,
        clearingCase.day().periodCount(),
        judged.size() - intact,
        outages.size() * clearingCase.day().periodCount(),
        without);
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
    SecurityAudit audit = new SecurityAudit(clearingCase, result, result.security());
    for (int t = 0; t < periods; t++) {
      audit.period(
          AuditSample.whole(t, audit.outages.size()), false, false, Deadline.never(), found);
    }
  }

  /** Judges the intact grid and outages of a period; returns whether it was cut on the way. */
  private boolean period(
      AuditSample.Visit visit,
      boolean fromSolution,
      boolean reactiveLimits,
      Deadline cancelled,
      Consumer<Judged> found) {
    int t = visit.period();
    if (cancelled.passed()) {
      return true;
    }
    if (unsolved.contains(t + "|")) {
      namedUnsolved(visit, found);
      return false;
    }
    ClearedSnapshots shots = ClearedSnapshots.of(clearingCase, result, t, t + 1);
    OperatingPoint point = shots.points().get(0);
    ScreeningOptions options = options(reactiveLimits);
    PowerFlowResult base = fromSolution ? base(shots.network(), point, options) : null;
    Network network = base == null ? shots.network() : starting(shots.network(), base);
    double[] held = base == null ? new double[0] : base.voltagePu();
    NetworkIndex index = new NetworkIndex(network);
    OutageAudit audit = new OutageAudit(network, point, options, held);
    OutageAudit.Finding before = audit.before(held);
    Judged intact = intact(t, audit, before, index);
    found.accept(intact);
    Map<String, FlowLimits.Flow> excused = excused(t, before, index);
    List<Outage> all = outages.stream().map(each -> Outage.of(each, index)).toList();
    for (int o : visit.taken(AuditSample.takenMva(all, before.flow(), point, index), looked)) {
      if (cancelled.passed()) {
        return true;
      }
      Outage outage = all.get(o);
      found.accept(
          !audit.takesAnything(outage)
              ? new Judged(t, outage.id(), Verdict.NONE, 0, "")
              : intact.verdict() == Verdict.UNSOLVED
                  ? new Judged(t, outage.id(), Verdict.UNSOLVED, 0, intact.text())
                  : judge(t, outage.id(), audit.after(outage, held), excused, index));
    }
    return false;
  }

  private void namedUnsolved(AuditSample.Visit visit, Consumer<Judged> found) {
    int t = visit.period();
    found.accept(new Judged(t, "", Verdict.NAMED_UNSOLVED, 0, ""));
    for (int o : visit.spread()) {
      found.accept(new Judged(t, outages.get(o).id(), Verdict.NAMED_UNSOLVED, 0, ""));
    }
  }

  private Judged intact(int t, OutageAudit audit, OutageAudit.Finding before, NetworkIndex index) {
    if (audit.baseMismatchPu() > MISMATCH_PU) {
      return new Judged(t, "", Verdict.UNSOLVED, 0, mismatch(audit.baseMismatchPu()));
    }
    if (Math.abs(audit.baseMissingMw()) > MISSING_MW) {
      return new Judged(t, "", Verdict.LACKING, 0, missing(audit.baseMissingMw()));
    }
    return judge(t, "", before, Map.of(), index);
  }

  private static String mismatch(double mismatchPu) {
    return String.format(Locale.ROOT, "mismatch %.3g p.u.", mismatchPu);
  }

  private static String missing(double missingMw) {
    return String.format(Locale.ROOT, "%.3f MW are missing and not named", missingMw);
  }

  private Judged judge(
      int t,
      String outage,
      OutageAudit.Finding found,
      Map<String, FlowLimits.Flow> excused,
      NetworkIndex index) {
    if (unsolved.contains(t + "|" + outage)) {
      return new Judged(t, outage, Verdict.NAMED_UNSOLVED, 0, "");
    }
    if (found.mismatchPu() > MISMATCH_PU) {
      return new Judged(t, outage, Verdict.UNSOLVED, 0, mismatch(found.mismatchPu()));
    }
    if (Math.abs(found.missingMw()) > MISSING_MW) {
      return new Judged(t, outage, Verdict.LACKING, 0, missing(found.missingMw()));
    }
    return flows(t, outage, limits.flows(t, outage.isEmpty(), found, index), excused);
  }

  /** Judges each flow by itself; the worst of those that are over and not named is told. */
  private Judged flows(
      int t, String outage, List<FlowLimits.Flow> flows, Map<String, FlowLimits.Flow> excused) {
    Verdict verdict = Verdict.SECURE;
    double worst = 0;
    FlowLimits.Flow told = null;
    for (FlowLimits.Flow flow : flows) {
      boolean over = flow.over(TOLERANCE_SHARE, TOLERANCE_MW);
      boolean known = named(t, outage, flow, excused.get(flow.element()));
      if (!known) {
        worst = Math.max(worst, flow.share(TOLERANCE_MW));
      }
      if (over && known && verdict == Verdict.SECURE) {
        verdict = Verdict.NAMED_OVER;
      }
      if (over && !known) {
        verdict = Verdict.OVER;
        boolean worse = told == null || flow.share(TOLERANCE_MW) > told.share(TOLERANCE_MW);
        told = worse ? flow : told;
      }
    }
    return new Judged(t, outage, verdict, worst, told == null ? "" : told + ", not named");
  }

  /** Flows of the intact grid that are named there, by element. */
  private Map<String, FlowLimits.Flow> excused(
      int t, OutageAudit.Finding before, NetworkIndex index) {
    Map<String, FlowLimits.Flow> excused = new HashMap<>();
    for (FlowLimits.Flow flow : limits.flows(t, true, before, index)) {
      if (named.contains(t + "||" + flow.element())) {
        excused.put(flow.element(), flow);
      }
    }
    return excused;
  }

  /**
   * Whether a flow is named: after this outage, or before it and little worse after it.
   *
   * @param before the flow of the intact grid if that is named, else null
   */
  private boolean named(
      int t, String outage, FlowLimits.Flow flow, FlowLimits.@Nullable Flow before) {
    return named.contains(t + "|" + outage + "|" + flow.element())
        || (before != null && flow.within(before, WORSENED_SHARE + TOLERANCE_SHARE, TOLERANCE_MW));
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
