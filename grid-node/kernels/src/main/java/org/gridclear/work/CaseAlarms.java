package org.gridclear.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.clearing.result.SecurityReport.Kind;
import org.gridclear.clearing.result.SecurityReport.Unsolved;
import org.gridclear.clearing.result.SecurityReport.Violation;

/**
 * What somebody must know before a cleared case is used: that the auditor objects, that it is not
 * secure, that load is not served or output not absorbed. Every face shows it on top, and a command
 * ends with 1.
 */
public final class CaseAlarms {
  /** Less energy is a rounding of the solver, in MWh. */
  private static final double SHED_MIN_MWH = 1e-3;

  private static final double SURPLUS_MIN_MW = 1e-3;

  /** Violations and outages that a line names; the tables have all. */
  private static final int NAMED_MAX = 3;

  /** Limits of flowgates, of branches, and of branches after outages. */
  private static final Set<String> FLOW_LIMITS = Set.of("B-18", "B-19", "B-20");

  private CaseAlarms() {}

  /** The alarms of a case, gravest first; empty if there is none. */
  public static List<String> of(CaseSummary summary) {
    List<String> alarms = new ArrayList<>();
    if (!summary.auditFindings().isEmpty()) {
      alarms.add("AUDIT FAILED: %d findings".formatted(summary.auditFindings().size()));
    }
    if (summary.security() != null && !summary.security().secure()) {
      alarms.add("NOT SECURE in AC: " + text(summary.security()));
    }
    if (summary.shedLoadMwh() > SHED_MIN_MWH) {
      alarms.add(String.format(Locale.ROOT, "LOAD NOT SERVED: %.3f MWh", summary.shedLoadMwh()));
    }
    notAbsorbed(summary).ifPresent(alarms::add);
    if (summary.security() == null) {
      List<Relaxation> exceeded = exceeded(summary);
      if (!exceeded.isEmpty()) {
        alarms.add(
            "NOT SECURE: %d limits of flows exceeded at their penalty (%s)"
                .formatted(exceeded.size(), namedLimits(exceeded)));
      }
    }
    return alarms;
  }

  /** Output that nobody takes: the schedule does not balance. */
  private static Optional<String> notAbsorbed(CaseSummary summary) {
    List<Relaxation> surplus =
        summary.relaxations().stream()
            .filter(each -> each.constraint().equals("B-14"))
            .filter(each -> each.element().startsWith("generation not absorbed"))
            .filter(each -> each.amount() > SURPLUS_MIN_MW)
            .toList();
    return surplus.stream()
        .max(Comparator.comparingDouble(Relaxation::amount))
        .map(
            most ->
                String.format(
                    Locale.ROOT,
                    "OUTPUT NOT ABSORBED: %d places and periods, most %.3f MW in period %d",
                    surplus.size(),
                    most.amount(),
                    most.period() + 1));
  }

  /** Limits of flows that the schedule itself does not hold, the worst first. */
  private static List<Relaxation> exceeded(CaseSummary summary) {
    return summary.relaxations().stream()
        .filter(relaxation -> FLOW_LIMITS.contains(relaxation.constraint()))
        .sorted(Comparator.comparingDouble(Relaxation::amount).reversed())
        .toList();
  }

  private static String namedLimits(List<Relaxation> worstFirst) {
    List<String> names = new ArrayList<>();
    worstFirst.stream()
        .limit(NAMED_MAX)
        .forEach(
            each ->
                names.add(
                    String.format(
                        Locale.ROOT,
                        "%s by %.3f %s in period %d",
                        each.element(),
                        each.amount(),
                        each.unit(),
                        each.period() + 1)));
    return String.join(", ", names) + (worstFirst.size() > NAMED_MAX ? ", …" : "");
  }

  private static String text(SecurityReport security) {
    List<Violation> flows =
        security.remaining().stream()
            .filter(v -> v.kind() != Kind.VOLTAGE)
            .sorted(Comparator.comparingDouble(Violation::share).reversed())
            .toList();
    List<String> parts = new ArrayList<>();
    if (!flows.isEmpty()) {
      parts.add("%d flows over their limits (%s)".formatted(flows.size(), named(flows)));
    }
    if (!security.unsolved().isEmpty()) {
      parts.add(
          "%d power flows without a solution (%s)"
              .formatted(security.unsolved().size(), unsolved(security.unsolved())));
    }
    return String.join(", ", parts);
  }

  private static String named(List<Violation> worstFirst) {
    List<String> names = new ArrayList<>();
    worstFirst.stream().limit(NAMED_MAX).forEach(v -> names.add(text(v)));
    return String.join(", ", names) + (worstFirst.size() > NAMED_MAX ? ", …" : "");
  }

  private static String unsolved(List<Unsolved> unsolved) {
    List<String> names = new ArrayList<>();
    unsolved.stream()
        .limit(NAMED_MAX)
        .forEach(u -> names.add("period " + (u.period() + 1) + after(u.outage()) + lacking(u)));
    return String.join(", ", names) + (unsolved.size() > NAMED_MAX ? ", …" : "");
  }

  private static String lacking(Unsolved u) {
    return u.lacksPower()
        ? String.format(
            Locale.ROOT,
            ": %.3f MW %s",
            Math.abs(u.missingMw()),
            u.missingMw() > 0 ? "are missing" : "are too many")
        : "";
  }

  private static String text(Violation v) {
    return String.format(
        Locale.ROOT,
        "%s %s at %.1f %% in period %d%s%s",
        v.kind(),
        v.element(),
        100 * v.share(),
        v.period() + 1,
        after(v.outage()),
        switch (v.answer()) {
          case RELAXED -> ", relaxed";
          case REACTIVE -> ", of reactive power";
          case NONE, REPORTED -> "";
        });
  }

  private static String after(String outage) {
    return outage.isEmpty() ? "" : " after the outage of " + outage;
  }
}
