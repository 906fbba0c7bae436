package org.gridclear.account;

/** What a user may do. Groups carry rights, users belong to groups (M-05, M-07). */
public enum Right {
  /** Submit and cancel studies and screenings. */
  RUN(true),
  /** Read runs and their results. */
  READ_RESULTS(true),
  /** Read closes, items and bills. */
  READ_SETTLEMENT(true),
  /** Cancel runs of others, release quarantined units. */
  MANAGE_GRID(false),
  /** Read metrics. */
  READ_METRICS(false),
  /** Read the audit log. */
  READ_AUDIT(false),
  /** Create, change and lock accounts and groups. */
  MANAGE_ACCOUNTS(false);

  private final boolean business;

  Right(boolean business) {
    this.business = business;
  }

  /** Whether it is a business right, which a superuser never has (M-06). */
  public boolean business() {
    return business;
  }
}
