package org.gridclear.report.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.gridclear.account.AuditLog;
import org.gridclear.account.seal.Seals;
import org.gridclear.market.demo.DemoEvent;
import org.jspecify.annotations.Nullable;

/** The audit log of a demonstration day, by its simulated clock: who did what, and one seal. */
final class DemoAudit {
  private final Path folder;
  private @Nullable AuditLog log;
  private long millis;

  /**
   * The log of a market that is not there yet.
   *
   * @param folder where it will be
   */
  DemoAudit(Path folder) {
    this.folder = folder;
  }

  void add(DemoEvent event) {
    millis = event.at().toInstant().toEpochMilli();
    if (log == null) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      log = AuditLog.openOrCreate(folder, () -> millis);
    }
    log.add(
        AuditLog.Kind.BUSINESS,
        event.kind() == DemoEvent.Kind.REFUSED
            ? AuditLog.Outcome.FAILURE
            : AuditLog.Outcome.SUCCESS,
        event.who(),
        "demo",
        "demo " + event.kind().name().toLowerCase(Locale.ROOT),
        event.text());
  }

  void seal() {
    if (log != null) {
      new Seals(folder, log, null, () -> millis).seal();
    }
  }
}
