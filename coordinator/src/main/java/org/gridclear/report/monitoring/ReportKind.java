package org.gridclear.report.monitoring;

/** What a report is about. */
public enum ReportKind {
  /** Structure, conduct and performance of the market. */
  MARKET,
  /** Profit and loss of members. */
  MEMBERS,
  /** What can go wrong: indices against their limits. */
  RISK
}
