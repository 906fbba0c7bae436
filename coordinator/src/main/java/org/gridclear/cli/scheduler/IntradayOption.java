package org.gridclear.cli.scheduler;

import org.gridclear.clearing.input.IntradayMode;
import org.gridclear.market.rolling.RollingPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a market has intraday runs and what they decide, as options. */
final class IntradayOption {
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

  @Option(
      names = "--intraday-mode",
      paramLabel = "MODE",
      description = {
        "What intraday runs decide: scuc, statuses of fast-start units and outputs; or sced,",
        "outputs with the statuses of the run before (default: scuc)."
      })
  private @Nullable IntradayMode mode;

  /**
   * Looks at what is asked for.
   *
   * @throws IllegalArgumentException if a mode is given for runs that are left out
   */
  void check() {
    if (mode != null && !intraday) {
      throw new IllegalArgumentException("--intraday-mode does not go with --no-intraday.");
    }
  }

  /**
   * The runs of a day.
   *
   * @throws IllegalArgumentException if a mode is given for runs that are left out
   */
  RollingPlan plan() {
    check();
    RollingPlan plan = intraday ? RollingPlan.STANDARD : RollingPlan.STANDARD.withoutIntraday();
    return mode == null ? plan : plan.with(mode);
  }

  /** Whether anything is said of intraday runs. */
  boolean given() {
    return !intraday || mode != null;
  }
}
