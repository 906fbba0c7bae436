package org.gridclear.account;

/** What a user may do. Groups carry rights, users belong to groups (M-05, M-07). */
public enum Right {
  /** Submit and cancel studies and screenings. */
  RUN,
  /** Read runs and their results. */
  READ_RESULTS,
  /** Read closes, items and bills. */
  READ_SETTLEMENT,
  /** Cancel runs of others, release quarantined units. */
  MANAGE_GRID,
  /** Read metrics. */
  READ_METRICS,
  /** Read the audit log. */
  READ_AUDIT,
  /** Create, change and lock accounts and groups. */
  MANAGE_ACCOUNTS;

  /** Whether it is about the system; nobody has such rights beside those of the business (M-06). */
  public boolean isAdministrative() {
    return this == READ_AUDIT || this == MANAGE_ACCOUNTS;
  }
}
