package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.account.Accounts;
import org.gridclear.account.ActiveAccounts;
import org.gridclear.account.AuditLine;
import org.gridclear.account.Scope;
import org.gridclear.cli.option.ExitCodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With accounts a command needs the right that the same call of the server needs. */
// Rows: M-05, M-07
class RightsOfCommandsTest {
  @TempDir private static Path folder;

  private static String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @BeforeAll
  static void market() throws IOException {
    assertEquals(0, Shell.run("market", "init", path("m"), "--name", "m").code());
    Path security = folder.resolve("security");
    Accounts.create(security, "admin", System::currentTimeMillis);
    Accounts accounts = Accounts.open(security, System::currentTimeMillis);
    ActiveAccounts.make(accounts, "rita", List.of("readers"), Scope.ALL);
    ActiveAccounts.make(accounts, "olga", List.of("operators"), Scope.ALL);
    file("rules.json", Shell.run("anomalies", "rules", "show", "--market", path("m")).output());
    file("checks.json", Shell.run("checks", "show", "--market", path("m")).output());
    file(
        "zone.json",
        """
        {"format": "gridclear-registry", "version": 1, "records": [{"kind": "zone", "id": "z", "from": "2026-01-01", "name": "Z",
          "zoning": "area", "buses": ["1"]}]}
        """);
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  private static Shell.Ended run(String by, String command) {
    List<String> words =
        new ArrayList<>(List.of(command.replace("@", path("") + "/").split(" ", -1)));
    words.addAll(List.of("--market", path("m"), "--security", path("security"), "--by", by));
    return Shell.run(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "anomalies acknowledge 1 --comment seen, OPERATE_MARKET",
    "anomalies handle 1 --measure fallback --comment done, OPERATE_MARKET",
    "anomalies close 1 --comment over, OPERATE_MARKET",
    "anomalies due --from 2026-10-01 --to 2026-10-02, OPERATE_MARKET",
    "anomalies evaluate --trade da --date 2026-10-01 --day-version 1, OPERATE_MARKET",
    "anomalies rules set @rules.json, OPERATE_MARKET",
    "checks set @checks.json, OPERATE_MARKET",
    "monitor set @rules.json, OPERATE_MARKET",
    "monitor clear 1 --comment over, OPERATE_MARKET",
    "rules review 1 --approve, OPERATE_MARKET",
    "registry propose @zone.json, MANAGE_REGISTRY",
  })
  void whoLacksTheRightIsRefused(String command, String right) {
    Shell.Ended ended = run("rita", command);
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    assertTrue(ended.text().contains("The account rita lacks the right "), ended.text());
    assertTrue(ended.text().contains(right), ended.text());
  }

  @Test
  void whoHasItIsNot() {
    assertEquals(0, run("olga", "anomalies rules set @rules.json").code());
    assertEquals(0, run("olga", "checks set @checks.json").code());
    Shell.Ended review = run("olga", "rules review 1 --approve");
    assertTrue(review.text().contains("There is no proposal 1"), review.text());
  }

  @Test
  void aReviewOfTheRegistryNeedsItsRightAndIsWrittenDownWhereItLacks() throws IOException {
    assertEquals(
        0,
        Shell.run("registry", "propose", path("zone.json"), "--market", path("m"), "--by", "ann")
            .code());
    Shell.Ended ended = run("olga", "registry review 1 --approve");
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    assertTrue(ended.text().contains("lacks the right APPROVE_REGISTRY"), ended.text());
    assertTrue(
        AuditLine.all(folder.resolve("security")).stream()
            .map(line -> line.entry().orElseThrow())
            .anyMatch(
                entry ->
                    entry.user().equals("olga")
                        && entry.operation().equals("command denied")
                        && entry.detail().contains("APPROVE_REGISTRY")));
  }
}
