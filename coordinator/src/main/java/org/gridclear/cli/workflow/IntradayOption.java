package org.gridclear.cli.workflow;

import org.gridclear.market.rolling.RollingPlan;
import picocli.CommandLine.Option;

/** Whether a market has intraday runs, as an option. */
public final class IntradayOption {
  @Option(
      names = "--intraday",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = {
        "Whether intraday runs stand between the day ahead and real time (default: yes; with",
        "--no-intraday real time keeps to the day ahead)."
      })
  private boolean intraday;

  /** The runs of a day. */
  public RollingPlan plan() {
    return intraday ? RollingPlan.STANDARD : RollingPlan.STANDARD.withoutIntraday();
  }

  /** Whether intraday runs are left out. */
  public boolean leftOut() {
    return !intraday;
  }
}
