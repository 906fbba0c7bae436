package org.gridclear.cli.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gridclear.account.Accounts;
import org.gridclear.account.AuditLog;
import org.gridclear.account.Face;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.account.Sessions;
import org.gridclear.account.TokenHolder;
import org.gridclear.account.seal.DailySeals;
import org.gridclear.cli.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts and the audit log at the command line. */
// Rows: M-07, M-10, P-09
class AuditCommandTest {
  @TempDir private Path temporary;

  private Path folder;

  @BeforeEach
  void make() {
    folder = temporary.resolve("s");
    done("account", "init", "--security", folder.toString());
    done("account", "add", "--security", folder.toString(), "olga", "--groups", "operators");
  }

  private static String done(String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    assertEquals(0, ended.code(), ended.text());
    return ended.output();
  }

  private static String audit(String command, String... more) {
    List<String> all = new ArrayList<>(List.of("account", "audit", command));
    all.addAll(List.of(more));
    return done(all.toArray(String[]::new));
  }

  @Test
  void aScopeIsChangedPartByPartAndListed() {
    String dir = folder.toString();
    done("account", "scope", "--security", dir, "olga", "--members", "A,B", "--markets", "da");
    String left = done("account", "scope", "--security", dir, "olga", "--zones", "north");
    assertTrue(left.contains("members A,B, zones north, markets da"), left);
    assertTrue(!left.contains("RUN") && left.contains("READ_OWN"), left);
    assertTrue(done("account", "list", "--security", dir).contains("zones north"));
    assertEquals(2, Shell.run("account", "scope", "--security", dir, "olga").code());
    Scope scope = Accounts.open(folder, System::currentTimeMillis).get("olga").scope();
    assertEquals(List.of("A", "B"), List.copyOf(scope.members().ids()));
    String member = "--groups=members";
    assertEquals(2, Shell.run("account", "add", "--security", dir, "mia", member).code());
    done("account", "add", "--security", dir, "mia", member, "--members", "none");
  }

  @Test
  void aTokenIsForAFaceAndForSomeRightsAndThereMayBeMoreSuperusers() {
    String dir = folder.toString();
    String token =
        done(
                "account",
                "token",
                "--security",
                dir,
                "olga",
                "--label",
                "n",
                "--days",
                "1",
                "--rights",
                "RUN,READ_RESULTS",
                "--face",
                "operator")
            .strip();
    Accounts accounts = Accounts.open(folder, System::currentTimeMillis);
    TokenHolder holder = new Sessions(accounts).holder(token).orElseThrow();
    assertEquals(Face.OPERATOR, holder.face());
    assertEquals(Set.of(Right.RUN, Right.READ_RESULTS), holder.rights());
    String[] wrong = {"account", "token", "--security", dir, "olga", "--label", "n"};
    for (String[] more : new String[][] {{"--face", "x"}, {"--rights", "SETTLE"}}) {
      String[] all = java.util.Arrays.copyOf(wrong, wrong.length + 2);
      System.arraycopy(more, 0, all, wrong.length, 2);
      assertEquals(2, Shell.run(all).code());
    }
    done("account", "add", "--security", dir, "beate", "--superuser");
    assertTrue(Accounts.open(folder, System::currentTimeMillis).get("beate").superuser());
    assertEquals(2, Shell.run("account", "add", "--security", dir, "nobody").code());
  }

  @Test
  void aLogIsSealedRotatedCopiedAndVerifiedAndAnEditEndsWithOne() throws IOException {
    String dir = folder.toString();
    Path copy = temporary.resolve("copy");
    assertEquals(2, Shell.run("account", "audit").code());
    assertTrue(done("account", "audit", "--security", dir).contains("2 records, none changed"));
    Shell.Ended unsealed = Shell.run("account", "audit", "verify", "--security", dir);
    assertEquals(1, unsealed.code(), unsealed.text());
    assertTrue(unsealed.text().contains("cannot be said"), unsealed.text());
    assertTrue(!unsealed.text().contains("was changed."), unsealed.text());
    assertTrue(audit("seal", "--security", dir).startsWith("Seal 1 of 2 records"));
    Shell.Ended kept = Shell.run("account", "audit", "retain", "--security", dir);
    assertEquals(2, kept.code(), kept.text());
    String[] soon = {"account", "audit", "retain", "--security", dir, "--business", "5"};
    assertEquals(2, Shell.run(soon).code(), "six months at least");
    String none = audit("retain", "--security", dir, "--system", "6", "--business", "7");
    assertTrue(none.contains("business: nothing is of before"), none);
    assertTrue(audit("rotate", "--security", dir).startsWith("Seal 2 of 1 records"));
    audit("seal", "--security", dir);
    audit("export", "--security", dir, "--out", copy.toString());
    String good = audit("verify", "--security", copy.toString());
    assertTrue(good.contains("under 3 seals") && good.contains("NOTICE"), good);
    Path key;
    try (Stream<Path> keys = Files.list(copy.resolve("seals"))) {
      String first = good.replaceAll("(?s).*first seal: (\\w{16}).*", "$1");
      key = keys.filter(file -> file.toString().contains(first)).findFirst().orElseThrow();
    }
    String known = audit("verify", "--security", copy.toString(), "--key", key.toString());
    assertTrue(!known.contains("NOTICE"), known);
    for (Path file : List.of(copy, folder)) {
      try (Stream<Path> files = Files.list(file)) {
        Path log = files.filter(f -> f.toString().endsWith(".jsonl")).findFirst().orElseThrow();
        Files.writeString(log, Files.readString(log).replace("add olga", "add anna"));
      }
    }
    Shell.Ended edited = Shell.run("account", "audit", "verify", "--security", copy.toString());
    assertEquals(1, edited.code(), edited.text());
    assertTrue(edited.text().contains("Record 2 was edited"), edited.text());
    assertEquals(1, Shell.run("account", "audit", "--security", dir).code());
    Shell.Ended refused = Shell.run("account", "audit", "seal", "--security", dir);
    assertEquals(1, refused.code(), refused.text());
    assertTrue(refused.text().contains("from record 2 on"), refused.text());
  }

  @Test
  void aServerSealsAtOnceAndWritesDownWhatKeepsItFromThat() throws Exception {
    AuditLog log = AuditLog.open(folder, System::currentTimeMillis);
    try (DailySeals seals = DailySeals.start(folder, log, null, System::currentTimeMillis)) {
      awaited(log, AuditLog.Outcome.SUCCESS);
    }
    Files.delete(folder.resolve("seal.key"));
    long tomorrow = System.currentTimeMillis() + 86_400_000L;
    try (DailySeals seals = DailySeals.start(folder, log, null, () -> tomorrow)) {
      AuditLog.Entry entry = awaited(log, AuditLog.Outcome.FAILURE);
      assertTrue(entry.detail().contains("does not hold the key"), entry.detail());
    }
  }

  private static AuditLog.Entry awaited(AuditLog log, AuditLog.Outcome outcome)
      throws InterruptedException {
    for (int tries = 0; tries < 1_000; tries++) {
      List<AuditLog.Entry> entries = log.entries();
      AuditLog.Entry last = entries.get(entries.size() - 1);
      if (last.operation().equals("audit seal") && last.outcome() == outcome) {
        return last;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no record of a seal: " + outcome);
  }
}
