package org.gridclear.security.correction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions.SecurityRounds;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.SecurityReport.Answer;
import org.gridclear.clearing.result.SecurityReport.Heavy;
import org.gridclear.clearing.result.SecurityReport.Kind;
import org.gridclear.clearing.result.SecurityReport.Unsolved;
import org.gridclear.clearing.result.SecurityReport.Violation;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.result.BranchPower;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.security.screening.ScreeningKernel;
import org.gridclear.security.screening.ScreeningModel;
import org.gridclear.solver.Deadline;

/**
 * AC power flow of every period of a schedule against the limits of the period, and AC outages of
 * its contingencies, of branches, units, buses and lists, against emergency ratings (H-02, H-05).
 * What an outage that splits the grid leaves is judged too. Flowgates are held to their limit
 * before and after outages. Voltages outside their bands are listed, each with the outage that is
 * worst for it (AMB-36).
 */
final class AcCheck {
  /** AC flows are known no better than this share of a rating. */
  static final double TOLERANCE_SHARE = 1e-3;

  /** A flow that is less beyond its limit is none, which matters where the limit is 0. */
  private static final double TOLERANCE_MW = 0.01;

  /** A flow that was over its limit before the outage is over it again from this share more. */
  private static final double WORSENED_SHARE = 0.01;

  /** A flow is heavy from this share of its limit on (AMB-05). */
  private static final double HEAVY_SHARE = 0.8;

  /** Units that lack more for what AC loses have no operating point. */
  private static final double MISSING_MW = 0.01;

  private final ClearingCase clearingCase;
  private final ClearingResult result;
  private final SecurityRounds security;
  private final Deadline cancelled;
  private final List<Violation> relaxed = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();
  private final List<Violation> voltages = new ArrayList<>();
  private final List<Unsolved> unsolved = new ArrayList<>();
  private final List<Transfer> transfers = new ArrayList<>();
  private final Map<List<Object>, Heavy> heavy = new LinkedHashMap<>();

  /** A violation of a flow that no relaxation answers, and what its branch or flowgate carries. */
  record Open(Violation violation, BranchPower power) {}

  /** A branch in the intact grid, after whose outage there is no AC solution. */
  record Transfer(int period, String branch) {}

  /**
   * What a check found.
   *
   * @param relaxed flows over their limits whose limits are relaxed
   * @param open the other flows over their limits
   * @param voltages voltages outside their bands, after outages the worst of each bus and period
   * @param unsolved periods and outages without an AC solution that the units can give
   * @param transfers those of these outages that are of one branch
   * @param heavy flows within their limits that are heavily loaded, through outages the worst
   */
  record Found(
      List<Violation> relaxed,
      List<Open> open,
      List<Violation> voltages,
      List<Unsolved> unsolved,
      List<Transfer> transfers,
      List<Heavy> heavy) {
    Found {
      relaxed = List.copyOf(relaxed);
      open = List.copyOf(open);
      voltages = List.copyOf(voltages);
      unsolved = List.copyOf(unsolved);
      transfers = List.copyOf(transfers);
      heavy = List.copyOf(heavy);
    }

    /** Number of flows over their limits, in the intact grid or after outages. */
    int violations(boolean afterOutages) {
      return (int) all().filter(v -> v.outage().isEmpty() != afterOutages).count();
    }

    /** Greatest loading as a share of the limit, 0 if there is no violation. */
    double worstShare() {
      return all().mapToDouble(Violation::share).max().orElse(0);
    }

    private Stream<Violation> all() {
      return Stream.concat(relaxed.stream(), open.stream().map(Open::violation));
    }
  }

  private AcCheck(
      ClearingCase clearingCase,
      ClearingResult result,
      SecurityRounds security,
      Deadline cancelled) {
    this.clearingCase = clearingCase;
    this.result = result;
    this.security = security;
    this.cancelled = cancelled;
  }

  static Found check(
      ClearingCase clearingCase,
      ClearingResult result,
      SecurityRounds security,
      Deadline cancelled) {
    AcCheck check = new AcCheck(clearingCase, result, security, cancelled);
    MarketDay day = clearingCase.day();
    for (int t = 0; t < day.periodCount() && !cancelled.passed(); t++) {
      check.period(t);
    }
    return new Found(
        check.relaxed,
        check.open,
        check.voltages,
        check.unsolved,
        check.transfers,
        List.copyOf(check.heavy.values()));
  }

  private ScreeningOptions options(ScreeningOptions.Rating rating) {
    return new ScreeningOptions(
        ScreeningOptions.Method.AC,
        PowerFlowOptions.Start.FILE,
        security.reactiveLimits(),
        Sharing.HEADROOM,
        Sharing.HEADROOM,
        rating,
        1e-5,
        HEAVY_SHARE,
        WORSENED_SHARE,
        4,
        ScreeningOptions.Rows.OVER_AND_HEAVY);
  }

  private void period(int t) {
    MarketDay day = clearingCase.day();
    ClearedSnapshots snapshots = ClearedSnapshots.of(clearingCase, result, t, t + 1);
    NetworkIndex index = new NetworkIndex(snapshots.network());
    NetworkStructure structure = NetworkStructure.of(snapshots.network());
    Optional<ScreeningModel> base =
        model(structure, snapshots, List.of(), options(ScreeningOptions.Rating.NORMAL));
    double missingMw = base.map(ScreeningModel::baseMissingMw).orElse(0.0);
    if (base.isEmpty() || Math.abs(missingMw) > MISSING_MW) {
      unsolved.add(new Unsolved(t, "", missingMw));
      return;
    }
    Set<Integer> over = new HashSet<>();
    take(t, index, base.get(), -1, "", base.get().base().loadings(), over);
    takeVoltages(t, index, base.get().base().loadings(), loading -> "");
    List<Outage> outages = contingencies(day).stream().map(c -> Outage.of(c, index)).toList();
    if (!outages.isEmpty()) {
      ScreeningModel model =
          model(structure, snapshots, outages, options(ScreeningOptions.Rating.EMERGENCY))
              .orElseThrow();
      outages(t, index, outages, model, over);
    }
  }

  /**
   * Takes what outages leave.
   *
   * @param over devices over their limits before, which are named already
   */
  private void outages(
      int t, NetworkIndex index, List<Outage> outages, ScreeningModel model, Set<Integer> over) {
    ScreeningBlock block = ScreeningKernel.screen(model, 0, outages.size(), cancelled);
    Map<Integer, List<Loading>> loadings =
        block.loadings().stream().collect(Collectors.groupingBy(Loading::outage));
    Map<Integer, OutageResult> results =
        block.results().stream()
            .collect(Collectors.toMap(OutageResult::outage, each -> each, (a, b) -> a));
    Map<Integer, Loading> worst = new TreeMap<>();
    for (int o = 0; o < outages.size() && results.containsKey(o); o++) {
      Outage outage = outages.get(o);
      int same = Objects.requireNonNull(results.get(o)).equivalentTo();
      OutageResult after = Objects.requireNonNull(results.get(same < 0 ? o : same));
      boolean diverged = after.status() == OutageStatus.DIVERGED;
      if (diverged || after.unbalances()) {
        unsolved.add(new Unsolved(t, outage.id(), diverged ? 0 : after.missingMw()));
      }
      if (diverged && outage.onlyBranch() >= 0) {
        transfers.add(new Transfer(t, index.network().branches().get(outage.onlyBranch()).id()));
      }
      List<Loading> found = loadings.getOrDefault(after.outage(), List.of());
      found.forEach(loading -> worst.merge(loading.device(), loading, AcCheck::worse));
      take(t, index, model, o, outage.id(), found, over);
    }
    takeVoltages(t, index, worst.values(), loading -> outages.get(loading.outage()).id());
  }

  private static Optional<ScreeningModel> model(
      NetworkStructure structure,
      ClearedSnapshots snapshots,
      List<Outage> outages,
      ScreeningOptions options) {
    try {
      return Optional.of(
          new ScreeningModel(structure, snapshots.points().get(0), outages, options, null));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private List<Contingency> contingencies(MarketDay day) {
    List<Contingency> all = new ArrayList<>();
    if (clearingCase.inEffect(ConstraintFamily.CONTINGENCIES)) {
      all.addAll(day.rules().contingencies().listed());
      if (day.rules().contingencies().everyBranch()) {
        day.network().branches().stream()
            .map(branch -> Contingency.ofBranch(branch.id()))
            .forEach(all::add);
      }
    }
    return all;
  }

  /** Whether a flow is over its limit, and is not named as such before the outage already. */
  private static boolean exceeds(Loading loading, boolean overBefore) {
    double beyond = Math.abs(loading.after()) - loading.limit();
    double worsened = WORSENED_SHARE * loading.limit();
    return beyond > Math.max(TOLERANCE_SHARE * loading.limit(), TOLERANCE_MW)
        && (!overBefore
            || loading.after() * loading.before() < 0
            || Math.abs(loading.after()) >= Math.abs(loading.before()) + worsened);
  }

  /**
   * Takes the flows over their limits after one outage, -1 for none.
   *
   * @param over devices over their limits before; gets those of the intact grid
   */
  private void take(
      int t,
      NetworkIndex index,
      ScreeningModel model,
      int outage,
      String outageId,
      List<Loading> loadings,
      Set<Integer> over) {
    List<Violation> unanswered = new ArrayList<>();
    List<Integer> devices = new ArrayList<>();
    for (Loading loading : loadings) {
      int device = loading.device();
      if (!watches(kind(index, device), outage >= 0)) {
        continue;
      }
      if (!exceeds(loading, outage >= 0 && over.contains(device))) {
        takeHeavy(t, index, outageId, loading);
        continue;
      }
      if (outage < 0) {
        over.add(device);
      }
      Violation violation = violation(t, index, outageId, loading);
      if (violation.answer() == Answer.RELAXED) {
        relaxed.add(violation);
      } else {
        unanswered.add(violation);
        devices.add(device);
      }
    }
    if (!unanswered.isEmpty()) {
      List<BranchPower> powers = powers(index, model, outage, devices, unanswered);
      if (powers.isEmpty()) {
        unsolved.add(new Unsolved(t, outageId, 0));
        return;
      }
      for (int i = 0; i < unanswered.size(); i++) {
        open.add(new Open(unanswered.get(i), powers.get(i)));
      }
    }
  }

  private void takeHeavy(int t, NetworkIndex index, String outage, Loading loading) {
    if (loading.kind() == Loading.Kind.HEAVY) {
      Kind kind = kind(index, loading.device());
      String id = id(index, loading.device());
      heavy.merge(
          List.of(t, kind, id, outage.isEmpty()),
          new Heavy(t, kind, id, outage, loading.after(), loading.limit()),
          (a, b) -> b.share() > a.share() ? b : a);
    }
  }

  private Violation violation(int t, NetworkIndex index, String outage, Loading loading) {
    Kind kind = kind(index, loading.device());
    String id = id(index, loading.device());
    Answer answer = relaxed(t, kind, id, outage) ? Answer.RELAXED : Answer.NONE;
    return new Violation(t, kind, id, outage, loading.after(), loading.limit(), answer);
  }

  /** What branches carry, solved anew; a flowgate has active power alone. */
  private static List<BranchPower> powers(
      NetworkIndex index,
      ScreeningModel model,
      int outage,
      List<Integer> devices,
      List<Violation> violations) {
    List<Integer> branches =
        devices.stream().filter(device -> device < index.branchCount()).toList();
    List<BranchPower> solved = model.powerAfter(outage, branches);
    if (solved.size() < branches.size()) {
      return List.of();
    }
    List<BranchPower> powers = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < devices.size(); i++) {
      boolean branch = devices.get(i) < index.branchCount();
      powers.add(branch ? solved.get(next++) : new BranchPower(violations.get(i).value(), 0));
    }
    return powers;
  }

  private void takeVoltages(
      int t, NetworkIndex index, Collection<Loading> loadings, Function<Loading, String> outageOf) {
    for (Loading loading : loadings) {
      if (kind(index, loading.device()) == Kind.VOLTAGE && loading.violation()) {
        voltages.add(
            new Violation(
                t,
                Kind.VOLTAGE,
                id(index, loading.device()),
                outageOf.apply(loading),
                loading.after(),
                loading.limit(),
                Answer.REPORTED));
      }
    }
  }

  private static Loading worse(Loading a, Loading b) {
    return Math.abs(b.after() - b.limit()) > Math.abs(a.after() - a.limit()) ? b : a;
  }

  private boolean watches(Kind kind, boolean afterOutage) {
    return switch (kind) {
      case BRANCH -> afterOutage || clearingCase.inEffect(ConstraintFamily.THERMAL);
      case FLOWGATE -> clearingCase.inEffect(ConstraintFamily.FLOWGATES);
      case VOLTAGE -> false;
    };
  }

  private static Kind kind(NetworkIndex index, int device) {
    int gate = device - index.branchCount();
    return gate < 0
        ? Kind.BRANCH
        : gate < index.network().flowgates().size() ? Kind.FLOWGATE : Kind.VOLTAGE;
  }

  private static String id(NetworkIndex index, int device) {
    int gate = device - index.branchCount();
    int bus = gate - index.network().flowgates().size();
    return switch (kind(index, device)) {
      case BRANCH -> index.network().branches().get(device).id();
      case FLOWGATE -> index.network().flowgates().get(gate).id();
      case VOLTAGE -> index.network().buses().get(bus).id();
    };
  }

  private boolean relaxed(int t, Kind kind, String id, String outage) {
    String element = kind + " " + id + (outage.isEmpty() ? "" : " after outages");
    return result.relaxations().stream()
        .anyMatch(r -> r.period() == t && r.element().split(",")[0].equals(element));
  }
}
