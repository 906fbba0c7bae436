package org.gridclear.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.account.Accounts;
import org.gridclear.run.dispatch.GridMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts that a server opens, and what does not go together. */
class OpenedAccountsTest {
  private static final String CLAIM = "preferred_username";

  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();

  private String refused(OpenedAccounts.Asked asked) {
    return assertThrows(
            IllegalArgumentException.class, () -> OpenedAccounts.open(asked, null, told::add))
        .getMessage();
  }

  @Test
  void serverWithoutAccountsSaysSoAndTakesNothingThatNeedsThem() {
    try (OpenedAccounts opened =
        OpenedAccounts.open(
            new OpenedAccounts.Asked(null, null, null, null, CLAIM), null, told::add)) {
      assertFalse(opened.security().closed());
    }
    assertEquals(
        List.of("Bound to this machine only, where everybody may do everything: no --security."),
        told);
    Path key = folder.resolve("seal.key");
    for (OpenedAccounts.Asked asked :
        List.of(
            new OpenedAccounts.Asked(null, key, null, null, CLAIM),
            new OpenedAccounts.Asked(null, null, "https://issuer", null, CLAIM),
            new OpenedAccounts.Asked(null, null, null, "client", CLAIM))) {
      assertTrue(refused(asked).contains("--security is not given"), refused(asked));
    }
  }

  @Test
  void issuerWithoutClientIsRefused() {
    assertEquals(
        "--oidc-issuer and --oidc-client go together.",
        refused(new OpenedAccounts.Asked(folder, null, "https://issuer", null, CLAIM)));
    assertEquals(
        "--oidc-issuer and --oidc-client go together.",
        refused(new OpenedAccounts.Asked(folder, null, null, "client", CLAIM)));
  }

  @Test
  void startAndStopAreInTheLogOfTheAccounts() {
    Path security = folder.resolve("s");
    Accounts.create(security, "admin", Clock.systemUTC()::millis);
    try (OpenedAccounts opened =
        OpenedAccounts.open(
            new OpenedAccounts.Asked(security, null, null, null, CLAIM), null, told::add)) {
      assertTrue(opened.security().knows("admin"));
      opened.records(GridMembers.NONE, "0.1.0", List.of("serve", "--port", "0")).close();
      assertEquals(
          List.of("serve start: 0.1.0; configuration: serve --port 0; grid: ", "serve stop: "),
          opened.security().log().entries().stream()
              .filter(each -> each.operation().startsWith("serve"))
              .map(each -> each.operation() + ": " + each.detail())
              .toList());
    }
  }
}
