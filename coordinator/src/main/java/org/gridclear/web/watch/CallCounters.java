package org.gridclear.web.watch;

import io.prometheus.client.Counter;

/** Calls that were refused, for alerts (docs/protection.md). */
public final class CallCounters {
  private static final Counter DENIED =
      Counter.build("gridclear_calls_denied_total", "Calls that were refused, by reason.")
          .labelNames("reason")
          .register();
  private static final Counter LOGINS =
      Counter.build("gridclear_logins_failed_total", "Logins that were refused.").register();

  static {
    for (String reason : new String[] {"token", "right", "face"}) {
      DENIED.labels(reason);
    }
  }

  private CallCounters() {}

  /**
   * Counts an answer.
   *
   * @param call method and address
   * @param ofOtherFace whether it was refused for being of another face
   */
  public static void count(String call, int status, boolean ofOtherFace) {
    if (ofOtherFace) {
      DENIED.labels("face").inc();
    } else if (status == 403) {
      DENIED.labels("right").inc();
    } else if (status == 401 && call.equals("POST /api/v1/session")) {
      LOGINS.inc();
    } else if (status == 401) {
      DENIED.labels("token").inc();
    }
  }
}
