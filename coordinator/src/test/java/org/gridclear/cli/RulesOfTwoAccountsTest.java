package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.account.Accounts;
import org.gridclear.account.ActiveAccounts;
import org.gridclear.account.AuditLine;
import org.gridclear.account.AuditLog;
import org.gridclear.account.Scope;
import org.gridclear.cli.option.ExitCodes;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where two accounts set rules one alone is refused, and that it tried is written down. */
class RulesOfTwoAccountsTest {
  @TempDir Path folder;

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Shell.Ended run(int code, String words) {
    Shell.Ended ended = Shell.run((words + " --market " + path("m")).split(" "));
    assertEquals(code, ended.code(), ended.text());
    return ended;
  }

  private List<AuditLog.Entry> written(String operation) {
    return AuditLine.all(folder.resolve("security")).stream()
        .map(line -> line.entry().orElseThrow())
        .filter(entry -> entry.operation().equals(operation))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "anomalies, anomalies rules set, severe, warning",
    "checks, checks set, LOAD-JUMP, LOAD-LEAP",
    "index-limits, monitor set, warning: 1500, warning: 1400"
  })
  void attemptOfOneAloneIsInTheAuditLog(String kind, String command, String word, String other)
      throws IOException {
    assertEquals(0, Shell.run("market", "init", path("m"), "--name", "m").code());
    Path security = folder.resolve("security");
    Accounts.create(security, "admin", System::currentTimeMillis);
    Accounts accounts = Accounts.open(security, System::currentTimeMillis);
    ActiveAccounts.make(accounts, "olga", List.of("operators"), Scope.ALL);
    String shown = run(ExitCodes.DONE, "rules show --kind " + kind).output();
    String rules = Files.writeString(folder.resolve("rules.txt"), shown).toString();
    String set = command + " " + rules + " --by olga --security " + security;
    run(ExitCodes.DONE, set);
    String changed = shown.replace(word, other);
    Files.writeString(folder.resolve("changed.txt"), changed);
    run(ExitCodes.DONE, "rules propose --kind %s %s --by ann".formatted(kind, path("changed.txt")));
    run(ExitCodes.DONE, "rules review 1 --approve --by bob");

    assertTrue(run(ExitCodes.BAD_INPUT, set).text().contains("two accounts since proposal 1"));
    List<AuditLog.Entry> written = written(command);
    assertEquals(
        List.of(AuditLog.Outcome.SUCCESS, AuditLog.Outcome.FAILURE),
        written.stream().map(AuditLog.Entry::outcome).toList());
    assertEquals("olga", written.get(1).user());
    assertTrue(written.get(1).detail().contains("two accounts since proposal 1"));
    assertEquals(
        changed.strip(), run(ExitCodes.DONE, "rules show --kind " + kind).output().strip());
  }
}
