package org.gridclear.account.evidence;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridclear.account.AuditLog;
import org.gridclear.account.AuditLog.Kind;
import org.gridclear.account.AuditLog.Outcome;
import org.gridclear.run.dispatch.GridMembers;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the audit log that a server started, with which configuration, that it stopped, and
 * which members joined and left its grid (M-10, M-11).
 */
public final class ServeRecords implements AutoCloseable {
  private static final long LOOKS_EVERY_SECONDS = 5;
  private static final String FROM = "serve";

  private final @Nullable AuditLog log;
  private final GridMembers members;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "audit-grid");
            thread.setDaemon(true);
            return thread;
          });
  private Set<String> known;

  private ServeRecords(@Nullable AuditLog log, GridMembers members) {
    this.log = log;
    this.members = members;
    this.known = names();
  }

  /**
   * Begins, unless there is no log.
   *
   * @param log the audit log; null for none
   * @param members the grid
   * @param version of the program
   * @param configuration what was asked for, without secrets
   */
  public static ServeRecords start(
      @Nullable AuditLog log, GridMembers members, String version, List<String> configuration) {
    ServeRecords records = new ServeRecords(log, members);
    records.add(
        "serve start",
        "%s; configuration: %s; grid: %s"
            .formatted(version, String.join(" ", configuration), String.join(", ", records.known)));
    if (log != null) {
      records.watch.scheduleWithFixedDelay(
          records::look, LOOKS_EVERY_SECONDS, LOOKS_EVERY_SECONDS, TimeUnit.SECONDS);
    }
    return records;
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    members.loads().forEach(each -> names.add(each.name() + " (" + each.role() + ")"));
    return names;
  }

  /** Writes down who has joined and who has left since the last look. */
  synchronized void look() {
    Set<String> now;
    try {
      now = names();
    } catch (RuntimeException e) {
      // A grid that does not answer now is looked at again; its own alerts say more.
      return;
    }
    now.stream().filter(each -> !known.contains(each)).forEach(each -> add("grid joined", each));
    known.stream().filter(each -> !now.contains(each)).forEach(each -> add("grid left", each));
    known = now;
  }

  private void add(String operation, String detail) {
    if (log != null) {
      log.add(Kind.SYSTEM, Outcome.SUCCESS, "", FROM, operation, detail);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    add("serve stop", "");
  }
}
