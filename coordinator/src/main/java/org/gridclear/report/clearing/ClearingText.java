package org.gridclear.report.clearing;

import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.run.CaseResult;
import org.gridclear.run.RunResult;
import org.gridclear.work.CaseAlarms;
import org.gridclear.work.CaseSummary;
import org.gridclear.worker.api.TimedPhase;
import org.jspecify.annotations.Nullable;

/** The figures of one cleared case for a terminal. */
public final class ClearingText {
  private static final int LINES_MAX = 8;

  private ClearingText() {}

  /** The text of the first case of a run. */
  public static String of(RunResult result) {
    CaseResult cell = result.cases().get(0);
    if (!(cell.receipt().summary() instanceof CaseSummary s)) {
      return "%s: FAILED, %s: %s%n"
          .formatted(
              result.status().study(), cell.receipt().why().reason(), cell.receipt().why().text());
    }
    StringBuilder text = new StringBuilder();
    CaseAlarms.of(s).forEach(alarm -> text.append(alarm).append('\n'));
    solution(text, result, cell, s);
    costs(text, result, s);
    security(text, s.security());
    if (s.securityAudit() != null) {
      text.append("  audit: ").append(s.securityAudit().text()).append('\n');
    }
    relaxations(text, s);
    return text.toString();
  }

  private static void solution(
      StringBuilder text, RunResult result, CaseResult cell, CaseSummary s) {
    text.append(
        "%s, market %s, %s: %s, %.2f %s, bound %.2f, gap %.4f %%, %.1f s of CPU, audit %s%n"
            .formatted(
                result.status().study(),
                result.study().options().market(),
                result.study().options().lossesInWords(),
                s.status(),
                s.objectiveYuan(),
                result.study().base().currency(),
                s.bestBoundYuan(),
                100 * s.gap(),
                cell.receipt().cpuSeconds(),
                s.auditFindings().isEmpty() ? "passed" : "FAILED"));
    if (!s.ended().text().isEmpty()) {
      text.append("  %s: %s%n".formatted(s.ended(), s.ended().text()));
    }
    s.auditFindings().stream().limit(5).forEach(f -> text.append("  audit: " + f + "\n"));
    for (TimedPhase phase : cell.receipt().phases()) {
      text.append(
          "  %7.1f s  %-18s bound %.2f%s%n"
              .formatted(
                  phase.seconds(),
                  phase.name(),
                  phase.bound(),
                  phase.incumbent() == null ? "" : ", schedule %.2f".formatted(phase.incumbent())));
    }
  }

  private static void costs(StringBuilder text, RunResult result, CaseSummary s) {
    text.append(
        "  energy %.0f, starts %.0f, ancillary %.0f, penalties %.0f %s; LMP %.2f … %.2f … %.2f%s%n"
            .formatted(
                s.costs().energyYuan() + s.costs().profiledYuan() + s.costs().storageYuan(),
                s.costs().startYuan(),
                s.costs().ancillaryYuan(),
                s.costs().penaltyYuan(),
                result.study().base().currency(),
                s.lmpMinYuanPerMwh(),
                s.lmpMeanYuanPerMwh(),
                s.lmpMaxYuanPerMwh(),
                result.study().options().market().pricesSettled()
                    ? ""
                    : " (indicative, never settled)"));
  }

  private static void security(StringBuilder text, @Nullable SecurityReport security) {
    if (security == null) {
      return;
    }
    rounds(text, security);
    text.append(security.secure() ? "  secure in AC" : "  NOT secure in AC")
        .append(voltages(security));
    long reactive =
        security.remaining().stream()
            .filter(v -> v.answer() == SecurityReport.Answer.REACTIVE)
            .count();
    if (reactive > 0) {
      text.append(
          "  %d overloads are of reactive power, no dispatch relieves them: security-violations.csv%n"
              .formatted(reactive));
    }
    security.unsolved().stream()
        .limit(LINES_MAX)
        .forEach(u -> text.append("  no AC solution").append(line(u)).append('\n'));
    int more = security.unsolved().size() - LINES_MAX;
    if (more > 0) {
      text.append("  and %d more, see security-unsolved.csv%n".formatted(more));
    }
  }

  private static void rounds(StringBuilder text, SecurityReport security) {
    for (SecurityReport.Round r : security.rounds()) {
      text.append(
          "  security round %d: %d violations in AC, %d after outages, worst %.1f %%, %d cuts%n"
              .formatted(
                  r.number(),
                  r.baseViolations(),
                  r.outageViolations(),
                  100 * r.worstShare(),
                  r.newCuts()));
    }
    SecurityReport.Round first = security.rounds().get(0);
    if (security.rounds().size() > 1 && security.costYuan() > 0) {
      text.append(
          "  dearer by %,.2f than round 1 (%,.2f), whose schedule has %d flows over their limits in AC%n"
              .formatted(
                  security.costYuan(),
                  first.objectiveYuan(),
                  first.baseViolations() + first.outageViolations()));
    }
    int asked = security.next().size() - security.cuts().size();
    if (!security.next().equals(security.cuts())) {
      text.append(
          "  the check asks for %s: edit them in security-next.json, clear with --cuts%n"
              .formatted(asked > 0 ? asked + " more cuts" : "tighter cuts"));
    }
  }

  /** Voltages are no part of the verdict (AMB-36), but stand beside it. */
  private static String voltages(SecurityReport security) {
    long count = security.remaining(SecurityReport.Kind.VOLTAGE);
    double worstPu =
        security.remaining().stream()
            .filter(v -> v.kind() == SecurityReport.Kind.VOLTAGE)
            .mapToDouble(SecurityReport.Violation::excess)
            .max()
            .orElse(0);
    return count == 0
        ? ", no voltage outside its band%n".formatted()
        : "; %d voltages outside their bands, worst by %.4f p.u.: security-violations.csv%n"
            .formatted(count, worstPu);
  }

  private static String line(SecurityReport.Unsolved unsolved) {
    String outage = unsolved.outage().isEmpty() ? "" : " after the outage of " + unsolved.outage();
    double mw = unsolved.missingMw();
    String why =
        !unsolved.lacksPower()
            ? ""
            : " that the units can give (%.3f MW %s)"
                .formatted(Math.abs(mw), mw > 0 ? "are missing" : "are too many");
    return "%s: period %d%s".formatted(why, unsolved.period() + 1, outage);
  }

  private static void relaxations(StringBuilder text, CaseSummary s) {
    s.relaxations().stream()
        .sorted((a, b) -> Double.compare(b.penaltyYuan(), a.penaltyYuan()))
        .limit(LINES_MAX)
        .forEach(r -> text.append("  relaxed: ").append(line(r)).append('\n'));
    int more = s.relaxations().size() - LINES_MAX;
    if (more > 0) {
      text.append("  and %d more, see relaxations.csv%n".formatted(more));
    }
  }

  private static String line(Relaxation r) {
    return "%s %s%s by %.3f %s"
        .formatted(r.constraint(), r.element(), when(r), r.amount(), r.unit());
  }

  private static String when(Relaxation r) {
    if (r.period() >= 0) {
      return " in period " + (r.period() + 1);
    }
    return r.day() < 0 ? "" : " on day " + (r.day() + 1);
  }
}
