package org.gridclear.cli.serve;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.gridclear.web.account.OpenedAccounts;
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
  OpenedAccounts open(@Nullable Path keys, PrintWriter out) {
    return OpenedAccounts.open(
        new OpenedAccounts.Asked(security, sealKey, issuer, client, claim), keys, out::println);
  }
}
