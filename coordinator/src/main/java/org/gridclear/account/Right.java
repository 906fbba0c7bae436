package org.gridclear.account;

/** What a user may do. Groups carry rights, users belong to groups (M-05, M-07). */
public enum Right {
  /** Submit and cancel studies and screenings. */
  RUN,
  /** Read runs and their results. */
  READ_RESULTS,
  /** Read closes, items and bills. */
  READ_SETTLEMENT,
  /** Check days, propose and decide publications, answer disputes of the settlement. */
  SETTLE,
  /** Cancel runs of others, release quarantined units. */
  MANAGE_GRID,
  /** Read metrics. */
  READ_METRICS,
  /** Read what everybody in the market may know, such as prices. */
  READ_MARKET,
  /** Read what belongs to the members of the scope: records, results of units, own offers. */
  READ_OWN,
  /** Read declarations of the members of the scope that are no members of one's own. */
  READ_DECLARATIONS,
  /** Declare for the members of the scope, who are named one by one. */
  DECLARE,
  /** Propose changes of the registry. */
  MANAGE_REGISTRY,
  /** Review changes of the registry that another account has proposed. */
  APPROVE_REGISTRY,
  /** Take in series, network versions, tickets, snapshots and rules of checks; assemble cases. */
  OPERATE_MARKET,
  /** Approve, reject and withdraw versions of days that others have made and submitted. */
  APPROVE_DAY,
  /** Receive and read what is published to the regulator. */
  SUPERVISE,
  /** Read the audit log. */
  READ_AUDIT,
  /** Create, change and lock accounts and groups. */
  MANAGE_ACCOUNTS;

  /** Whether it is about the system; nobody has such rights beside those of the business (M-06). */
  public boolean isAdministrative() {
    return this == READ_AUDIT || this == MANAGE_ACCOUNTS;
  }

  /**
   * Whether what it opens is cut to the scope of the account. The others show whole runs, cases and
   * closes, and are without effect where a scope is narrowed.
   */
  public boolean isScoped() {
    return switch (this) {
      case READ_MARKET, READ_OWN, READ_DECLARATIONS, DECLARE, MANAGE_REGISTRY, APPROVE_REGISTRY ->
          true;
      default -> isAdministrative();
    };
  }
}
