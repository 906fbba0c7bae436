package org.gridclear.worker.ignite;

import org.apache.ignite.logger.slf4j.Slf4jLogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ignite's log without its traces of a refused start: the program says in a sentence of its own
 * that others do not let a node join.
 */
final class QuietLogger extends Slf4jLogger {
  QuietLogger() {
    super();
  }

  private QuietLogger(Logger logger) {
    super(logger);
  }

  @Override
  public QuietLogger getLogger(Object category) {
    if (category == null) {
      return new QuietLogger();
    }
    String name = category instanceof Class<?> type ? type.getName() : category.toString();
    return new QuietLogger(LoggerFactory.getLogger(name));
  }

  @Override
  public void error(String text, Throwable failure) {
    if (!isRefusal(failure)) {
      super.error(text, failure);
    }
  }

  private static boolean isRefusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains(JoinCheck.CANNOT_JOIN)) {
        return true;
      }
    }
    return false;
  }
}
