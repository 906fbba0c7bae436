package org.gridclear.web.account;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.gridclear.account.evidence.ServeRecords;
import org.gridclear.account.seal.DailySeals;
import org.gridclear.run.dispatch.GridMembers;
import org.jspecify.annotations.Nullable;

/**
 * Who may call a server, with what seals its audit log while it runs.
 *
 * @param security who may call
 * @param seals what seals the log; null without accounts
 */
public record OpenedAccounts(ServerSecurity security, @Nullable DailySeals seals)
    implements AutoCloseable {
  private static final Duration KEYS_KEPT = Duration.ofMinutes(5);

  /**
   * Accounts as they are asked for.
   *
   * @param folder accounts and audit log; null for none
   * @param sealKey key that seals the log; null for the one in the folder
   * @param issuer whose tokens are taken, too; null for none
   * @param client what the issuer calls this server; null without an issuer
   * @param claim claim that is the name of an account
   */
  public record Asked(
      @Nullable Path folder,
      @Nullable Path sealKey,
      @Nullable String issuer,
      @Nullable String client,
      String claim) {}

  /**
   * Opens them and says what everybody should know about them.
   *
   * @param keys key and certificate of the server; null for plain HTTP
   * @param told is told, line by line
   * @throws IllegalArgumentException if what is asked for does not go together
   */
  public static OpenedAccounts open(Asked asked, @Nullable Path keys, Consumer<String> told) {
    Path folder = asked.folder();
    if (folder == null) {
      if (asked.sealKey() != null || asked.issuer() != null || asked.client() != null) {
        throw new IllegalArgumentException(
            "--seal-key and --oidc-… are for a server with accounts: --security is not given.");
      }
      told.accept("Bound to this machine only, where everybody may do everything: no --security.");
      return new OpenedAccounts(ServerSecurity.NONE, null);
    }
    if ((asked.issuer() == null) != (asked.client() == null)) {
      throw new IllegalArgumentException("--oidc-issuer and --oidc-client go together.");
    }
    ServerSecurity opened = ServerSecurity.of(folder, keys, Clock.systemUTC());
    List<String> withoutScope = opened.accounts().withoutScope();
    if (!withoutScope.isEmpty()) {
      told.accept(
          "Accounts of a build before scopes see all members, zones and markets: %s."
                  .formatted(String.join(", ", withoutScope))
              + " Narrow one with: gridclear account scope NAME --members …");
    }
    return new OpenedAccounts(
        withIssuer(opened, asked),
        DailySeals.start(folder, opened.log(), asked.sealKey(), Clock.systemUTC()::millis));
  }

  private static ServerSecurity withIssuer(ServerSecurity opened, Asked asked) {
    return asked.issuer() == null || asked.client() == null
        ? opened
        : opened.with(
            new OpenIdIssuer(
                asked.issuer(), asked.client(), asked.claim(), Clock.systemUTC(), KEYS_KEPT));
  }

  /**
   * Writes down that the server started, who joins and leaves its grid, and that it stopped.
   *
   * @param version of the program
   * @param configuration what was asked for, without secrets
   */
  public ServeRecords records(GridMembers members, String version, List<String> configuration) {
    return ServeRecords.start(
        security.closed() ? security.log() : null, members, version, configuration);
  }

  @Override
  public void close() {
    if (seals != null) {
      seals.close();
    }
  }
}
