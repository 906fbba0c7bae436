package org.gridclear.cli.settlement.close;

import org.gridclear.report.settlement.BillIssuing;
import picocli.CommandLine.Option;

/** Which bills are issued, or which one is cancelled. */
final class BillChoice {
  @Option(names = "--all", description = "Issue the bills of all entities.")
  private boolean all;

  @Option(names = "--entity", description = "Issue the bills of one entity, with every line.")
  private String entity;

  @Option(
      names = "--cancel",
      paramLabel = "NUMBER",
      description = "Cancel a bill of this close by a credit note; needs --reason.")
  private String cancel;

  /** What the audit log says of it beside the close. */
  String words(String reason) {
    return cancel == null ? "" : ", bill %s: %s".formatted(cancel, reason);
  }

  /**
   * Which bills.
   *
   * @param reason why one is cancelled
   * @param mitigated whether bills are to say what was mitigated
   * @throws IllegalArgumentException if they do not go together
   */
  BillIssuing.Which wanted(String reason, boolean mitigated) {
    if (cancel != null) {
      if (mitigated) {
        throw new IllegalArgumentException(
            "--market, --map and --system are of bills, not --cancel.");
      }
      return new BillIssuing.Which.Cancel(cancel, reason);
    }
    if (!reason.isBlank()) {
      throw new IllegalArgumentException("--reason is of --cancel; bills have none.");
    }
    return all ? new BillIssuing.Which.All() : new BillIssuing.Which.Entity(entity);
  }
}
