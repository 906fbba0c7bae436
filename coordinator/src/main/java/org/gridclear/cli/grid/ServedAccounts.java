package org.gridclear.cli.grid;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.gridclear.web.account.ServerSecurity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who may call a server, as options. */
final class ServedAccounts {
  @Option(
      names = "--security",
      paramLabel = "DIR",
      description =
          "Accounts and audit log (gridclear account init). Needed for any host but this machine.")
  private @Nullable Path security;

  @Option(
      names = "--seal-key",
      paramLabel = "FILE",
      description =
          "Key that seals the audit log daily; may lie elsewhere (default: seal.key in --security;"
              + " the first seal makes it).")
  private @Nullable Path sealKey;

  /** Whether callers have to say who they are. */
  boolean asked() {
    return security != null;
  }

  /**
   * Opens what is asked for, and says what everybody should know about it.
   *
   * @param keys key and certificate of the server, or null
   */
  ServerSecurity open(@Nullable Path keys, PrintWriter out) {
    if (security == null) {
      if (sealKey != null) {
        throw new IllegalArgumentException(
            "--seal-key seals the audit log of --security, which is not given.");
      }
      out.println("Bound to this machine only, where everybody may do everything: no --security.");
      return ServerSecurity.NONE;
    }
    ServerSecurity opened = ServerSecurity.of(security, keys, Clock.systemUTC());
    List<String> withoutScope = opened.accounts().withoutScope();
    if (!withoutScope.isEmpty()) {
      out.println(
          "Accounts of a build before scopes see all members, zones and markets: %s."
                  .formatted(String.join(", ", withoutScope))
              + " Narrow one with: gridclear account scope NAME --members …");
    }
    return opened;
  }

  /** What seals the audit log; null where there is none. */
  @Nullable DailySeals seals(ServerSecurity opened) {
    return security == null
        ? null
        : DailySeals.start(security, opened.log(), sealKey, Clock.systemUTC()::millis);
  }
}
