package org.gridclear.cli.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** The rolling log of clearings in this process (C-11). */
public final class StepLog {
  private static final String CLEARINGS = "org.gridclear.worker.slot";

  private StepLog() {}

  /** Shows every step from now on. */
  public static void show() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger(CLEARINGS).setLevel(Level.DEBUG);
    }
  }
}
