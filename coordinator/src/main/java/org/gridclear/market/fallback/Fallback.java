package org.gridclear.market.fallback;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.market.anomaly.MarketAnomalies.Judged;

/**
 * A version that stands for a clearing.
 *
 * @param judged the version and its anomalies
 * @param sources versions that it was taken from, in the order in which they were asked
 * @param adaptations where today differs, and what was made of it
 * @param balance the period that is off most
 * @param findings what the auditor objects to: where it cannot be carried out as it stands
 */
public record Fallback(
    Judged judged,
    List<FallbackSource> sources,
    List<Adaptation> adaptations,
    Balance balance,
    List<Finding> findings) {
  public Fallback {
    sources = List.copyOf(sources);
    adaptations = List.copyOf(adaptations);
    findings = List.copyOf(findings);
  }

  /** What people are told of it, a line each: alarms, what was adapted, what the auditor found. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(judged.version().alarms());
    adaptations.stream().map(Adaptation::line).forEach(lines::add);
    findings.forEach(finding -> lines.add("auditor: " + finding.line()));
    lines.add("Kept: " + judged.version().text());
    return lines;
  }

  /**
   * How far the balance of today is off.
   *
   * @param period the period that is off most, counted from 1
   * @param excessMw what nobody takes there; negative for what is missing
   */
  public record Balance(int period, double excessMw) {}
}
