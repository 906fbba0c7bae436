package org.gridclear.security.correction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.clearing.AncillaryAuction;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.flow.ClearedFlows;
import org.gridclear.clearing.flow.FlowOffsets;
import org.gridclear.clearing.flow.FlowRowKey;
import org.gridclear.clearing.flow.HandedCuts;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.clearing.result.SecurityReport.Answer;
import org.gridclear.clearing.result.SecurityReport.Kind;
import org.gridclear.clearing.result.SecurityReport.Round;
import org.gridclear.clearing.result.SecurityReport.Violation;
import org.gridclear.market.rule.SecurityCut;

/**
 * Clearing and AC check in turn until no new cut is needed or the rounds are used up (EQ-08,
 * AMB-17). A branch that is over its rating in AC gets a cut: its DC row is moved by what the AC
 * flow exceeds the DC flow at that point, and its limit is what its reactive power leaves of the
 * rating. A branch without whose flow there is no AC solution may carry less.
 */
public final class SecureClearing {
  /** A limit keeps this share of itself free for what the linear cut does not see. */
  private static final double MARGIN_SHARE = 2e-3;

  /** A branch that carries hardly any active power is not relieved by taking that away. */
  private static final double POWER_FACTOR_MIN = 0.5;

  /** What a branch may carry of its flow, if there is no AC solution without it. */
  private static final double TRANSFER_SHARE = 0.9;

  /** Its penalty per that of load not served: that relieves it by a part of itself only. */
  private static final double TRANSFER_PENALTY = 10;

  /**
   * While most cuts are still to come a schedule need not be better than this, as a share of its
   * cost: the next cuts move it further.
   */
  private static final double COARSE_GAP = 0.1;

  /** Where so much fewer limits change than in the first round, the schedule is searched for. */
  private static final int SETTLING = 10;

  private final ClearingCase clearingCase;
  private final ClearingOptions options;
  private final ClearingContext context;
  private final Map<FlowRowKey, FlowOffsets.Cut> cuts;
  private final Set<FlowRowKey> reactive = new HashSet<>();
  private final List<Round> rounds = new ArrayList<>();
  private final Map<FlowRowKey, Integer> roundOfCut = new HashMap<>();

  private SecureClearing(
      ClearingCase clearingCase, ClearingOptions options, ClearingContext context) {
    this.clearingCase = clearingCase;
    this.options = options;
    FlowOffsets given = HandedCuts.of(clearingCase);
    this.context = given.cuts().isEmpty() ? context : context.withCuts(given);
    this.cuts = new HashMap<>(this.context.cuts().cuts());
  }

  /** Clears a case, checked in AC if the options ask for it. */
  public static ClearingOutcome clear(
      ClearingCase clearingCase, ClearingOptions options, ClearingContext context) {
    return new SecureClearing(clearingCase, options, context).run();
  }

  private ClearingOutcome run() {
    int most = options.security().roundsMax();
    boolean coarse = most > 1 && options.gap() < COARSE_GAP;
    ClearingContext now = context;
    int firstChanges = 0;
    for (int number = 1; ; number++) {
      ClearingOptions asked = coarse ? options.withGap(COARSE_GAP) : options;
      ClearingOutcome outcome = AncillaryAuction.clear(clearingCase, asked, now);
      if (most == 0 || !(outcome instanceof ClearingOutcome.Cleared cleared)) {
        return outcome;
      }
      ClearingResult result = cleared.result();
      AcCheck.Found found =
          AcCheck.check(clearingCase, result, options.security(), context.cancelled());
      if (context.cancelled().passed()) {
        return new ClearingOutcome.NotCleared(
            ClearingOutcome.Reason.CANCELLED, "The case was cancelled during its AC check.");
      }
      List<Violation> remaining = new ArrayList<>(found.relaxed());
      remaining.addAll(found.voltages());
      int changes = judge(found, result, number < most, remaining);
      rounds.add(round(number, result, found, changes));
      context
          .progress()
          .step(
              "security round %d: %d violations in AC, %d cuts"
                  .formatted(number, found.open().size(), changes));
      if (changes == 0 && (!coarse || result.gap() <= options.gap())) {
        List<SecurityCut> held = named();
        if (number == most) {
          // A clearing after this one starts with what the last check asks for as well.
          judge(found, result, true, new ArrayList<>());
        }
        return new ClearingOutcome.Cleared(
            result.withSecurity(
                SecurityReport.of(rounds, remaining, found.unsolved(), held, named())
                    .withHeavy(found.heavy())));
      }
      firstChanges = number == 1 ? changes : firstChanges;
      coarse &= changes * SETTLING > firstChanges && 2 * number < most;
      now = context.again(result, new FlowOffsets(cuts));
    }
  }

  /** The cuts so far by name, in the order of periods and elements. */
  private List<SecurityCut> named() {
    if (cuts.isEmpty()) {
      return List.of();
    }
    HandedCuts names = new HandedCuts(clearingCase);
    return cuts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> names.named(roundOfCut.getOrDefault(e.getKey(), 0), e.getKey(), e.getValue()))
        .toList();
  }

  private static Round round(int number, ClearingResult result, AcCheck.Found found, int cuts) {
    int periods = (int) found.unsolved().stream().filter(u -> u.outage().isEmpty()).count();
    return new Round(
        number,
        result.objectiveYuan(),
        found.violations(false),
        found.violations(true),
        found.voltages().size(),
        found.worstShare(),
        periods,
        found.unsolved().size() - periods,
        cuts);
  }

  /**
   * Answers what a check found; returns how many limits change.
   *
   * @param cutting whether cuts are made still
   * @param remaining gets the violations with their answers
   */
  private int judge(
      AcCheck.Found found, ClearingResult result, boolean cutting, List<Violation> remaining) {
    if (found.open().isEmpty() && found.transfers().isEmpty()) {
      return 0;
    }
    ClearedFlows flows = new ClearedFlows(clearingCase, result.schedule());
    int changes = 0;
    for (AcCheck.Open open : found.open()) {
      Violation v = open.violation();
      FlowRowKey key = flows.key(v.kind(), v.element(), v.outage(), v.period());
      boolean cannot =
          key != null && flows.hasRow(key) && (reactive.contains(key) || isReactive(open));
      remaining.add(cannot ? v.answered(Answer.REACTIVE) : v);
      if (cannot) {
        reactive.add(key);
      } else if (key != null && cutting && flows.hasRow(key)) {
        changes += tighten(key, cut(flows.flowMw(key), open));
      }
    }
    for (AcCheck.Transfer transfer : found.transfers()) {
      FlowRowKey key = flows.key(Kind.BRANCH, transfer.branch(), "", transfer.period());
      if (key != null && cutting) {
        changes += tighten(key, transferCut(flows.flowMw(key)));
      }
    }
    return changes;
  }

  /**
   * Takes a cut if it is tighter than the one before, and returns whether: cuts that were let go
   * would take the bounds with them that were proved with them.
   */
  private int tighten(FlowRowKey key, FlowOffsets.Cut asked) {
    FlowOffsets.Cut known = cuts.get(key);
    if (known != null
        && (known.forward() != asked.forward()
            || asked.mostMw() > known.mostMw() - options.feasibilityMw())) {
      return 0;
    }
    roundOfCut.put(key, rounds.size() + 1);
    cuts.put(key, known == null ? asked : asked.atLeastAt(known.penaltyYuanPerMwh()));
    return 1;
  }

  /** Without an AC solution all that it serves is lost: some load is given up before. */
  private FlowOffsets.Cut transferCut(double dcMw) {
    double lastYuanPerMwh = TRANSFER_PENALTY * clearingCase.day().penalties().balanceYuanPerMwh();
    return new FlowOffsets.Cut(0, TRANSFER_SHARE * Math.abs(dcMw), dcMw >= 0, lastYuanPerMwh);
  }

  /** Whether active power cannot relieve a branch. */
  private static boolean isReactive(AcCheck.Open open) {
    if (open.violation().kind() == Kind.FLOWGATE) {
      return false;
    }
    return Math.abs(open.power().reactiveMvar()) >= limitMva(open.violation())
        || Math.abs(open.power().activeMw()) < POWER_FACTOR_MIN * open.power().apparentMva();
  }

  private static double limitMva(Violation violation) {
    return violation.limit() * (1 - MARGIN_SHARE);
  }

  /** The linear cut around the AC point: the reactive power stays, the active power gives way. */
  private static FlowOffsets.Cut cut(double dcMw, AcCheck.Open open) {
    double limitMva = limitMva(open.violation());
    double mvar = open.power().reactiveMvar();
    double limitMw = Math.sqrt(limitMva * limitMva - mvar * mvar);
    double acMw = open.power().activeMw();
    return new FlowOffsets.Cut(acMw - dcMw, limitMw, acMw >= 0, 0);
  }
}
