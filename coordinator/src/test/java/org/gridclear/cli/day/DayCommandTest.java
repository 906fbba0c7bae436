package org.gridclear.cli.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gridclear.account.Accounts;
import org.gridclear.account.ActiveAccounts;
import org.gridclear.account.AuditLine;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.file.Sha256;
import org.gridclear.market.approval.ApprovalMarket;
import org.gridclear.market.store.MarketFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gridclear day} as a shell sees it: steps, two persons, what is written down. */
// Rows: I-08, I-10, I-11, M-14, M-06
class DayCommandTest {
  private static final String DATE = ApprovalMarket.DATE.toString();

  @TempDir private Path folder;

  @BeforeEach
  void make() {
    String path = folder.resolve("m").toString();
    assertEquals(0, Shell.run("market", "init", path, "--name", "m").code());
    try (MarketFolder market = MarketFolder.open(folder.resolve("m"))) {
      ApprovalMarket.made(market, Market.DA, ApprovalMarket.DATE, 0, "ann");
      ApprovalMarket.made(market, Market.DA, ApprovalMarket.DATE, 0, "ann", "SHED 5 MWh");
    }
  }

  private Shell.Ended step(String name, int version, String by, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("day", name, "--trade", "da", "--date", DATE, "--by", by, "--market"));
    all.add(folder.resolve("m").toString());
    all.addAll(List.of("--day-version", Integer.toString(version)));
    all.addAll(Arrays.asList(more));
    return Shell.run(all.toArray(String[]::new));
  }

  private String show(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--market", folder.resolve("m").toString(), "--format", "csv"));
    return Shell.run(all.toArray(String[]::new)).output();
  }

  private static void ended(int code, String words, Shell.Ended ended) {
    assertEquals(code, ended.code(), ended.text());
    assertTrue(ended.text().contains(words), ended.text());
  }

  @Test
  void aVersionGoesFromStateToStateAndAllOfItIsWrittenDown() throws Exception {
    Path paper = Files.writeString(folder.resolve("call.txt"), "a call");
    ended(ExitCodes.BAD_INPUT, "draft and cannot become submitted", step("submit", 1, "sue"));
    ended(0, "DRAFT → CHECKED by sue", step("check", 1, "sue"));
    ended(0, "CHECKED → SUBMITTED by sue", step("submit", 1, "sue"));
    ended(ExitCodes.BAD_INPUT, "somebody else decides", step("approve", 1, "Sue"));
    ended(ExitCodes.BAD_INPUT, "is nobody's", step("approve", 1, "(automatic)"));
    ended(0, "SUBMITTED → APPROVED by bob", step("approve", 1, "bob"));
    ended(0, "measure 1", step("measure", 1, "sue", "plant called", "--attach", paper.toString()));
    ended(ExitCodes.BAD_INPUT, "without a reason", step("withdraw", 1, "bob"));
    ended(0, "APPROVED → WITHDRAWN by bob", step("withdraw", 1, "bob", "--reason", "wrong load"));
    List<String> history = show("day", "history", "--trade", "da", "--date", DATE).lines().toList();
    List<String> kinds = history.stream().skip(1).map(line -> line.split(",", -1)[3]).toList();
    assertEquals(
        List.of(
            "version",
            "version",
            "transition",
            "transition",
            "transition",
            "measure",
            "transition"),
        kinds);
    String hash = Sha256.hex("a call".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertTrue(history.get(6).contains("plant called") && history.get(6).contains(hash));
    try (MarketFolder market = MarketFolder.open(folder.resolve("m"))) {
      assertEquals("a call", new String(market.content().get(hash)));
    }
    List<String> logged =
        AuditLine.all(folder.resolve("m").resolve("audit")).stream()
            .map(line -> line.entry().orElseThrow())
            .map(entry -> entry.operation() + " " + entry.user() + " " + entry.outcome())
            .toList();
    assertEquals(
        List.of(
            "day submit sue FAILURE",
            "day check sue SUCCESS",
            "day submit sue SUCCESS",
            "day approve Sue FAILURE",
            "day approve bob SUCCESS",
            "day measure sue SUCCESS",
            "day withdraw bob FAILURE",
            "day withdraw bob SUCCESS"),
        logged);
  }

  @Test
  void aVersionWithAlarmsNeedsAReasonAndEndsWithOne() {
    ended(ExitCodes.BAD_INPUT, "SHED 5 MWh", step("check", 2, "sue"));
    ended(ExitCodes.FAILED_CELLS, "ALARM: SHED 5 MWh", step("check", 2, "sue", "--reason", "r"));
    step("submit", 2, "sue");
    ended(ExitCodes.FAILED_CELLS, "APPROVED", step("approve", 2, "bob", "--reason", "agreed"));
    String states = show("day", "states", "--trade", "da", "--from", DATE);
    assertTrue(states.contains(DATE + ",0,2,APPROVED,yes"), states);
    assertTrue(states.contains(DATE + ",0,1,DRAFT,,"), states);
  }

  @Test
  void aVersionIsChangedByHandFromAFile() throws Exception {
    String path = folder.resolve("m").toString();
    Shell.Ended cleared =
        Shell.run("year", "ieee14", "--market", path, "--from", "2026-10-02", "--to", "2026-10-02");
    assertTrue(cleared.text().contains("1 cleared"), cleared.text());
    Path file = folder.resolve("change.json");
    Files.writeString(
        file,
        "{\"format\": \"gridclear-intervention\", \"version\": 1,"
            + " \"prices\": [{\"bus\": \"2\", \"from\": 3, \"to\": 3, \"yuanPerMwh\": 401.25}]}");
    String[] command = {
      "day",
      "intervene",
      file.toString(),
      "--market",
      path,
      "--trade",
      "da",
      "--date",
      "2026-10-02",
      "--day-version",
      "1",
      "--by",
      "ian",
      "--reason",
      "meter at 2"
    };
    Shell.Ended made = Shell.run(command);
    ended(ExitCodes.FAILED_CELLS, "da 2026-10-02 version 2 is made from version 1", made);
    assertTrue(made.text().contains("ALARM: AUDITOR "), made.text());
    String rows = show("results", "rows", "prices", "--bus", "2", "--date", "2026-10-02");
    assertTrue(rows.contains("401.25"), rows);
    ended(ExitCodes.BAD_INPUT, "by a reason", Shell.run(Arrays.copyOf(command, 13)));
  }

  @Test
  void whetherRealTimeApprovesByItselfIsSaidWithAReason() {
    String[] said = {
      "day", "rule", "--trade", "rt", "--from", DATE, "--approval", "hand", "--by", "bob"
    };
    assertEquals("", show(said));
    String[] why = Arrays.copyOf(said, said.length + 2);
    why[said.length] = "--reason";
    why[said.length + 1] = "trial";
    assertTrue(show(why).contains("1,rt," + DATE + ",hand,bob,"));
  }

  /** With accounts: whoever has both groups, and whose scope is narrowed. */
  @Test
  void onePersonWithTwoGroupsDoesNotPass() {
    Path security = folder.resolve("security");
    Accounts.create(security, "admin", System::currentTimeMillis);
    Accounts accounts = Accounts.open(security, System::currentTimeMillis);
    assertEquals(
        Set.of(Right.READ_RESULTS, Right.READ_MARKET, Right.READ_OWN, Right.APPROVE_DAY),
        rights(accounts, "eve", List.of("approvers"), Scope.ALL));
    rights(accounts, "ann", List.of("operators"), Scope.ALL);
    rights(accounts, "both", List.of("operators", "approvers"), Scope.ALL);
    Set<Right> narrow =
        rights(accounts, "near", List.of("approvers"), Scope.ofMembers(List.of("north")));
    assertFalse(narrow.contains(Right.APPROVE_DAY), narrow.toString());
    String[] in = {"--security", security.toString()};
    ended(ExitCodes.BAD_INPUT, "lacks the right OPERATE_MARKET", step("check", 1, "eve", in));
    ended(0, "CHECKED", step("check", 1, "both", in));
    ended(0, "SUBMITTED", step("submit", 1, "both", in));
    ended(ExitCodes.BAD_INPUT, "somebody else decides", step("approve", 1, "both", in));
    ended(ExitCodes.BAD_INPUT, "lacks the right APPROVE_DAY", step("approve", 1, "ann", in));
    ended(ExitCodes.BAD_INPUT, "lacks the right APPROVE_DAY", step("approve", 1, "near", in));
    ended(0, "APPROVED by eve", step("approve", 1, "eve", in));
  }

  private static Set<Right> rights(
      Accounts accounts, String name, List<String> groups, Scope scope) {
    ActiveAccounts.make(accounts, name, groups, scope);
    return accounts.rights(accounts.get(name));
  }
}
