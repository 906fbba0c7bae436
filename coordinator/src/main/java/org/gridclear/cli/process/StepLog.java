package org.gridclear.cli.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The rolling log of clearings in this process (C-11), where it is asked for. */
public final class StepLog {
  private static final String CLEARINGS = "org.gridclear.worker.slot";

  @Option(
      names = "--steps",
      description =
          "Every step of the clearing on the error stream as it happens: bounds, schedules, rounds"
              + " of the AC check. With --join the nodes log it (gridclear.log=DEBUG).")
  private boolean steps;

  /** Shows every step from now on, if that is asked for. */
  public void start() {
    if (steps && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger(CLEARINGS).setLevel(Level.DEBUG);
    }
  }
}
