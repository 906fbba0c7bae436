package org.gridclear.cli.grid;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.gridclear.account.Actor;
import org.gridclear.account.seal.DailySeals;
import org.gridclear.web.account.OpenIdIssuer;
import org.gridclear.web.account.ServerSecurity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who may call a server, as options. */
final class ServedAccounts {
  private static final Duration KEYS_KEPT = Duration.ofMinutes(5);

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

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      description =
          "Take tokens (JWT) of this issuer of OpenID Connect beside the server's own; needs"
              + " --oidc-client.")
  private @Nullable String issuer;

  @Option(
      names = "--oidc-client",
      paramLabel = "ID",
      description = "What the issuer calls this server: audience of its tokens.")
  private @Nullable String client;

  @Option(
      names = "--oidc-claim",
      paramLabel = "NAME",
      defaultValue = "preferred_username",
      description = "Claim that is the name of an account (default: ${DEFAULT-VALUE}).")
  private String claim;

  /**
   * Who does something of itself in the server.
   *
   * @throws IllegalArgumentException if it is no account of the folder
   */
  Actor actor(String name) {
    return security == null
        ? Actor.named(name)
        : Actor.ofAccount(security, name, Clock.systemUTC()::millis);
  }

  /** The folder of accounts; null for none. */
  @Nullable Path folder() {
    return security;
  }

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
      if (sealKey != null || issuer != null || client != null) {
        throw new IllegalArgumentException(
            "--seal-key and --oidc-… are for a server with accounts: --security is not given.");
      }
      out.println("Bound to this machine only, where everybody may do everything: no --security.");
      return ServerSecurity.NONE;
    }
    if ((issuer == null) != (client == null)) {
      throw new IllegalArgumentException("--oidc-issuer and --oidc-client go together.");
    }
    ServerSecurity opened = ServerSecurity.of(security, keys, Clock.systemUTC());
    List<String> withoutScope = opened.accounts().withoutScope();
    if (!withoutScope.isEmpty()) {
      out.println(
          "Accounts of a build before scopes see all members, zones and markets: %s."
                  .formatted(String.join(", ", withoutScope))
              + " Narrow one with: gridclear account scope NAME --members …");
    }
    return issuer == null
        ? opened
        : opened.with(new OpenIdIssuer(issuer, client, claim, Clock.systemUTC(), KEYS_KEPT));
  }

  /** What seals the audit log; null where there is none. */
  @Nullable DailySeals seals(ServerSecurity opened) {
    return security == null
        ? null
        : DailySeals.start(security, opened.log(), sealKey, Clock.systemUTC()::millis);
  }
}
