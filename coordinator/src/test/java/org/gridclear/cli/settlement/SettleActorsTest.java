package org.gridclear.cli.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.account.Accounts;
import org.gridclear.account.ActiveAccounts;
import org.gridclear.account.Actor;
import org.gridclear.account.AuditLog;
import org.gridclear.account.Scope;
import org.gridclear.cli.Shell;
import org.gridclear.settlement.register.RuleRegister;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who changes a settlement folder by commands, and that it is written down. */
// Rows: M-04, M-10, M-11, O-18
class SettleActorsTest {
  @TempDir private static Path folder;

  private static Path security;
  private static Path month;

  @BeforeAll
  static void make() {
    security = folder.resolve("security");
    Accounts.create(security, "admin", System::currentTimeMillis);
    Accounts accounts = Accounts.open(security, System::currentTimeMillis);
    for (String name : List.of("anna", "bo", "leo")) {
      ActiveAccounts.make(accounts, name, List.of("settlement"), Scope.ALL);
    }
    ActiveAccounts.make(accounts, "rita", List.of("readers"), Scope.ALL);
    accounts.lock("leo", true);
    accounts.add("nina", List.of("settlement"), Scope.ALL);
    month = folder.resolve("m");
    Shell.Ended made =
        Shell.run("settle", "synthesize", month.toString(), "--entities", "12", "--days", "2");
    assertEquals(0, made.code(), made.text());
  }

  private static Shell.Ended lock(String by, String... more) {
    List<String> all =
        new java.util.ArrayList<>(
            List.of("settle", "lock", month.toString(), "--date", "2026-10-02", "--reason", "r"));
    all.addAll(List.of("--by", by));
    all.addAll(List.of(more));
    return Shell.run(all.toArray(String[]::new));
  }

  private static AuditLog.Entry newest() {
    List<AuditLog.Entry> entries = AuditLog.open(security, System::currentTimeMillis).entries();
    return entries.get(entries.size() - 1);
  }

  @Test
  void aChangeIsOfAnAccountAndInTheLogWithHowItEnded() throws Exception {
    String dir = security.toString();
    for (String nobody : List.of("anne", "leo", "nina", "admin", "rita", "", " ")) {
      assertEquals(2, lock(nobody, "--security", dir).code(), nobody);
    }
    assertTrue(Files.notExists(month.resolve("locks.csv")), "nothing was changed");
    Shell.Ended locked = lock(" Anna ", "--security", dir);
    assertEquals(0, locked.code(), locked.text());
    assertEquals("anna settle lock SUCCESS", line(newest()));
    assertTrue(newest().detail().startsWith("2026-10-02 of"), newest().detail());
    assertTrue(Files.readString(month.resolve("locks.csv")).contains("locked,anna,"));
    assertEquals(2, lock("bo", "--security", dir).code(), "locked already");
    assertEquals("bo settle lock FAILURE", line(newest()));
    assertTrue(newest().detail().contains("is locked already"), newest().detail());
    assertEquals(0, lock("bo", "--security", dir, "--unlock").code());
    assertEquals("bo settle unlock SUCCESS", line(newest()));
    Shell.Ended nothing =
        Shell.run(
            "settle",
            "accept",
            month.toString(),
            "--date",
            "2026-10-02",
            "--reason",
            "r",
            "--by",
            "anna",
            "--security",
            dir);
    assertEquals(2, nothing.code(), nothing.text());
    assertEquals("anna settle accept FAILURE", line(newest()));
    assertEquals(List.of(), AuditLog.open(security, System::currentTimeMillis).check());
  }

  private static String line(AuditLog.Entry entry) {
    assertEquals("command line", entry.from());
    return "%s %s %s".formatted(entry.user(), entry.operation(), entry.outcome());
  }

  @Test
  void aFolderWithoutAccountsIsRefusedAndNotMade() {
    Path none = folder.resolve("none");
    Shell.Ended refused = lock("anna", "--security", none.toString());
    assertEquals(2, refused.code());
    assertTrue(refused.text().contains("has no accounts"), refused.text());
    assertTrue(Files.notExists(none));
  }

  @Test
  void onePersonUnderTwoSpellingsDoesNotApproveItsOwnBook() throws Exception {
    RuleRegister register = new RuleRegister(Files.createDirectories(folder.resolve("r1")));
    register.propose("book", Actor.named("Anna"), "t1");
    for (String same : List.of("Anna", "anna", " ANNA ", "Ａｎｎａ")) {
      String said = refused(register, Actor.named(same));
      assertTrue(said.contains("a second person"), said);
    }
    register.approve("book", Actor.named("bo"), "t2");
    assertTrue(register.approved("book"));
  }

  @Test
  void withAccountsTheProposerIsOneTooAndNoFreeText() {
    RuleRegister register = new RuleRegister(folder.resolve("m"));
    Actor bo = Actor.ofAccount(security, "bo", System::currentTimeMillis);
    register.propose("book", Actor.named("Bo Li"), "t1");
    String said = refused(register, bo);
    assertTrue(said.contains("'Bo Li', who is no account"), said);
    assertTrue(!register.approved("book"));
    register.propose("book", bo, "t2");
    assertTrue(refused(register, bo).contains("a second person"));
    register.approve("book", Actor.ofAccount(security, "Anna", System::currentTimeMillis), "t3");
    assertTrue(register.approved("book"));
  }

  private static String refused(RuleRegister register, Actor who) {
    return assertThrows(IllegalArgumentException.class, () -> register.approve("book", who, "t"))
        .getMessage();
  }
}
