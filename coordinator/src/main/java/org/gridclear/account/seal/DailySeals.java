package org.gridclear.account.seal;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.gridclear.account.AuditLog;
import org.jspecify.annotations.Nullable;

/** Has a server seal its audit log once a day; what keeps it from that is a record of the log. */
public final class DailySeals implements AutoCloseable {
  private final ScheduledExecutorService hourly =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "audit-seals");
            thread.setDaemon(true);
            return thread;
          });
  private final Seals seals;
  private final AuditLog log;

  private DailySeals(Seals seals, AuditLog log) {
    this.seals = seals;
    this.log = log;
  }

  /** Begins at once, and looks every hour whether a day has ended. */
  public static DailySeals start(
      Path security, AuditLog log, @Nullable Path key, LongSupplier clockMillis) {
    DailySeals daily = new DailySeals(new Seals(security, log, key, clockMillis), log);
    daily.hourly.scheduleWithFixedDelay(daily::seal, 0, 1, TimeUnit.HOURS);
    return daily;
  }

  private void seal() {
    try {
      seals.sealDay();
    } catch (RuntimeException e) {
      log.add(
          AuditLog.Kind.SYSTEM,
          AuditLog.Outcome.FAILURE,
          "",
          "",
          "audit seal",
          String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    hourly.shutdown();
  }
}
