package org.gridclear.cli.account;

import java.nio.file.Path;
import java.time.Clock;
import org.gridclear.account.AuditLog;
import org.gridclear.account.seal.Seals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the log is, and what signs its seals. */
final class SealPlace {
  @Option(
      names = "--security",
      required = true,
      paramLabel = "DIR",
      description = "The security folder.")
  private Path folder;

  @Option(
      names = "--seal-key",
      paramLabel = "FILE",
      description =
          "Key that signs seals; may lie elsewhere (default: DIR/seal.key; the first seal makes"
              + " it).")
  private @Nullable Path key;

  Seals seals() {
    return seals(log());
  }

  AuditLog log() {
    return AuditLog.open(folder, Clock.systemUTC()::millis);
  }

  Seals seals(AuditLog log) {
    return new Seals(folder, log, key, Clock.systemUTC()::millis);
  }
}
