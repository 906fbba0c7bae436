package org.gridclear.market.anomaly.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.market.day.DayResult;

/**
 * What a clearing knew of itself and its blocks do not say; kept with the first evaluation of a
 * version, so that other rules can be held against it later.
 *
 * @param gap relative gap of the schedule
 * @param gapAskedFor the gap that was asked for
 * @param auditFindings what the auditor objects to
 * @param relaxed limits that could not be met, with their prices
 * @param outside outputs outside the limits of their units
 * @param checked whether an AC check was made
 * @param secure whether that check, or without one the limits of flows, are met
 * @param unsolved power flows without a solution
 * @param flows flows that the AC check, or a screening, saw heavy or over their limits
 */
public record CaseEvidence(
    double gap,
    double gapAskedFor,
    List<String> auditFindings,
    List<Relaxation> relaxed,
    List<Outside> outside,
    boolean checked,
    boolean secure,
    int unsolved,
    List<Flow> flows) {
  private static final List<String> FLOW_LIMITS = List.of("B-18", "B-19", "B-20");

  public CaseEvidence {
    auditFindings = List.copyOf(auditFindings);
    relaxed = List.copyOf(relaxed);
    outside = List.copyOf(outside);
    flows = List.copyOf(flows);
  }

  /**
   * An output outside the limits of its unit.
   *
   * @param kind unit or storage
   * @param unit its id
   * @param period counted from 1
   * @param mw the output, charging too
   * @param limitMw the limit that it passes
   */
  public record Outside(String kind, String unit, int period, double mw, double limitMw) {}

  /**
   * A flow that was seen in AC.
   *
   * @param kind branch or flowgate
   * @param element its id
   * @param outage the contingency; "" for the intact grid
   * @param period counted from 1; 0 where a screening is of one state
   * @param value the flow, in its unit
   * @param limit its limit, positive
   * @param unit MVA or MW
   * @param over whether it is over the limit, by more than the AC check lets pass
   */
  public record Flow(
      String kind,
      String element,
      String outage,
      int period,
      double value,
      double limit,
      String unit,
      boolean over) {
    /** The flow as a share of its limit. */
    public double share() {
      return Math.abs(value) / limit;
    }
  }

  /** The evidence of a cleared case. */
  public static CaseEvidence of(DayResult day) {
    ClearingResult result = day.result();
    SecurityReport security = result.security();
    List<Flow> flows = new ArrayList<>();
    if (security != null) {
      security.remaining().stream()
          .filter(each -> each.kind() != SecurityReport.Kind.VOLTAGE)
          .forEach(each -> flows.add(flow(each)));
      security.heavy().forEach(each -> flows.add(flow(each)));
    }
    boolean within =
        result.relaxations().stream().noneMatch(each -> FLOW_LIMITS.contains(each.constraint()));
    return new CaseEvidence(
        result.gap(),
        day.options().gap(),
        Objects.requireNonNull(day.summary()).auditFindings(),
        result.relaxations(),
        OutputLimits.outside(day.clearingCase().day(), result.schedule()),
        security != null,
        security == null ? within : security.secure(),
        security == null ? 0 : security.unsolved().size(),
        flows);
  }

  private static Flow flow(SecurityReport.Violation violation) {
    return new Flow(
        violation.kind().name().toLowerCase(Locale.ROOT),
        violation.element(),
        violation.outage(),
        violation.period() + 1,
        violation.value(),
        violation.limit(),
        violation.kind().unit(),
        true);
  }

  private static Flow flow(SecurityReport.Heavy heavy) {
    return new Flow(
        heavy.kind().name().toLowerCase(Locale.ROOT),
        heavy.element(),
        heavy.outage(),
        heavy.period() + 1,
        heavy.value(),
        heavy.limit(),
        heavy.kind().unit(),
        false);
  }

  /** The same with flows that a screening of the day saw; those of the AC check stay. */
  public CaseEvidence screened(List<Flow> more) {
    List<Flow> all = new ArrayList<>(flows);
    more.stream().filter(each -> !all.contains(each)).forEach(all::add);
    boolean within = more.stream().noneMatch(Flow::over);
    return new CaseEvidence(
        gap, gapAskedFor, auditFindings, relaxed, outside, true, secure && within, unsolved, all);
  }

  /** Limits of flows that the schedule itself does not hold. */
  List<Relaxation> relaxedFlows() {
    return relaxed.stream().filter(each -> FLOW_LIMITS.contains(each.constraint())).toList();
  }
}
