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
import org.junit.jupiter.params.provider.ValueSource;

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
    ActiveAccounts.make(accounts, "rex", List.of("regulators"), Scope.ALL);
    ActiveAccounts.make(accounts, "olga", List.of("operators"), Scope.ALL);
    file("rules.json", Shell.run("anomalies", "rules", "show", "--market", path("m")).output());
    file("checks.json", Shell.run("checks", "show", "--market", path("m")).output());
    file(
        "zone.json",
        """
        {"format": "gridclear-registry", "version": 1, "records": [{"kind": "zone", "id": "z", "from": "2026-01-01", "name": "Z",
          "zoning": "area", "buses": ["1"]}]}
        """);
    file(
        "series.json",
        """
        {"format": "gridclear-series", "kind": "bus-factor", "unit": "share", "source": "EMS",
         "knownAt": "2026-09-01T10:00+08:00", "step": "P1M", "from": "2026-10-01T00:00+08:00",
         "values": {"1": [0.4], "2": [0.6]}}
        """);
    file(
        "snapshot.json",
        """
        {"format": "gridclear-snapshot", "at": "2026-09-30T10:00+08:00", "source": "SCADA",
         "knownAt": "2026-09-30T10:00+08:00",
         "units": [{"id": "g1", "on": true, "mw": 50, "hoursInState": 5}]}
        """);
    file(
        "tickets.json",
        """
        {"format": "gridclear-tickets", "tickets": [{"id": "T1", "elements": ["branch:L1"],
         "from": "2026-10-01T19:00+08:00", "to": "2026-10-01T20:00+08:00", "state": "approved",
         "source": "OMS", "knownAt": "2026-09-29T10:00+08:00"}]}
        """);
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  private static Shell.Ended run(String by, String command) {
    List<String> words =
        new ArrayList<>(List.of(command.replace("@", path("") + "/").split(" ", -1)));
    if (!command.matches("(market network|settle|clear|zone) .*")) {
      words.addAll(List.of("--market", path("m")));
    }
    words.addAll(List.of("--security", path("security"), "--by", by));
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
    "market network @m ieee14 --from 2026-01-01, OPERATE_MARKET",
    "series import @series.json, OPERATE_MARKET",
    "snapshot import @snapshot.json, OPERATE_MARKET",
    "ticket import @tickets.json, OPERATE_MARKET",
    "monitor evaluate --date 2026-10-01, SUPERVISE or OPERATE_MARKET",
    "monitor set @rules.json, OPERATE_MARKET",
    "monitor clear 1 --comment over, OPERATE_MARKET",
    "rules review 1 --approve, OPERATE_MARKET",
    "registry propose @zone.json, MANAGE_REGISTRY",
    "archive backup @b, OPERATE_MARKET",
    "archive forget, OPERATE_MARKET",
    "declarations in-force --trade da --date 2026-10-01, OPERATE_MARKET",
    "monitor impact ieee14 --propose, SUPERVISE or OPERATE_MARKET",
    "settle accept @m --date 2026-10-01 --reason seen, SETTLE",
    "settle bill @c --all, SETTLE",
    "settle carry @c --into @s --date 2026-10-01, SETTLE",
    "settle check @c, SETTLE",
    "settle correct @c @d --reason why, SETTLE",
    "settle import-day @c @s --date 2026-10-01, SETTLE",
    "settle month @s, SETTLE",
    "settle rules @c --book @rules.json, SETTLE",
    "zone export --channel c --out @x --key @zone.key @zone.json, OPERATE_MARKET",
    "zone import --channel c --in @x --to @y --key @zone.key.pub, OPERATE_MARKET",
    "year ieee14 --from 2026-10-01 --to 2026-10-01, OPERATE_MARKET",
    "clear ieee14 --keep @m, OPERATE_MARKET",
  })
  void whoLacksTheRightIsRefused(String command, String right) {
    Shell.Ended ended = run("rita", command);
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    assertTrue(ended.text().contains("The account rita lacks the right "), ended.text());
    assertTrue(ended.text().contains(right), ended.text());
    assertTrue(Files.notExists(folder.resolve("zone.key")), "a key of who may not send");
  }

  @ParameterizedTest
  @ValueSource(strings = {"drain n1", "activate", "release all", "reset-lost"})
  void aChangeOfTheGridNeedsTheRightOfItsCall(String command) {
    List<String> words = new ArrayList<>(List.of(("grid " + command).split(" ", -1)));
    words.addAll(List.of("--join", "127.0.0.1:1", "--security", path("security"), "--by", "rita"));
    Shell.Ended ended = Shell.run(words.toArray(String[]::new));
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    assertTrue(ended.text().contains("rita lacks the right MANAGE_GRID"), ended.text());
  }

  @Test
  void whoHasItIsNot() {
    for (String command :
        List.of(
            "anomalies rules set @rules.json",
            "checks set @checks.json",
            "market network @m ieee14 --from 2026-01-01",
            "series import @series.json",
            "snapshot import @snapshot.json",
            "ticket import @tickets.json",
            "archive backup @b",
            "archive forget",
            "zone export --channel c --out @sent --key @own.key @zone.json")) {
      Shell.Ended ended = run("olga", command);
      assertEquals(0, ended.code(), command + ": " + ended.text());
    }
    Shell.Ended evaluated = run("olga", "monitor evaluate --date 2026-10-01");
    assertEquals(1, evaluated.code(), "no results of the date: " + evaluated.text());
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

  @Test
  void whoMayEvaluateButNotTellIsRefusedBeforeAnythingIsWritten() {
    for (String command :
        List.of(
            "monitor evaluate --date 2026-10-01 --tell public",
            "monitor report --date 2026-10-01 --out @r.html --publish public")) {
      Shell.Ended ended = run("rex", command);
      assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
      assertTrue(ended.text().contains("lacks the right OPERATE_MARKET"), ended.text());
    }
    assertTrue(Files.notExists(folder.resolve("r.html")));
    Shell.Ended reader = run("rita", "monitor report --date 2026-10-01 --out @r.html");
    assertTrue(reader.text().contains("SUPERVISE or OPERATE_MARKET"), reader.text());
  }
}
