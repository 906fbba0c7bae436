package org.gridclear.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server and commands that work in one security folder at the same time. */
// Rows: M-07, M-10, M-11
class SharedFolderTest {
  private static final int RECORDS = 40;

  @TempDir private Path temporary;

  private Path folder;

  @BeforeEach
  void make() {
    folder = temporary.resolve("s");
    Accounts.create(folder, "admin", System::currentTimeMillis);
  }

  private AuditLog log() {
    return AuditLog.open(folder, System::currentTimeMillis);
  }

  private static void add(AuditLog log, String operation) {
    log.add(AuditLog.Kind.BUSINESS, AuditLog.Outcome.SUCCESS, "u", "here", operation, "é");
  }

  /** Writes records from a process of its own. */
  static final class Writer {
    private Writer() {}

    public static void main(String... arguments) {
      AuditLog log = AuditLog.open(Path.of(arguments[0]), System::currentTimeMillis);
      for (int k = 0; k < RECORDS; k++) {
        add(log, arguments[1] + k);
      }
    }
  }

  @Test
  void recordsOfTwoProcessesAndTwoOpenLogsAreOneChain() throws Exception {
    AuditLog one = log();
    AuditLog two = log();
    Process other =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString(),
                "other")
            .redirectErrorStream(true)
            .start();
    int own = 0;
    do {
      add(one, "one" + own);
      add(two, "two" + own);
      own++;
    } while (other.isAlive() && own < 100_000);
    String said = new String(other.getInputStream().readAllBytes());
    assertTrue(other.waitFor(20, TimeUnit.SECONDS) && other.exitValue() == 0, said);
    assertEquals(List.of(), one.check());
    assertEquals(List.of(), log().check());
    List<AuditLog.Entry> entries = two.entries();
    assertEquals(2 * own + RECORDS, entries.size());
    for (int k = 0; k < entries.size(); k++) {
      assertEquals(k + 1, entries.get(k).number());
    }
  }

  @Test
  void whatSomebodyChangedWhileTheLogWasOpenIsAnAlarmAtTheNextRecord() throws Exception {
    AuditLog open = log();
    add(open, "first");
    add(open, "second");
    Path file = AuditReading.files(folder).get(0);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.indexOf('\n') + 1));
    add(open, "third");
    List<String> findings = open.check();
    assertTrue(findings.toString().contains("is not the last that was written"), findings + "");
    Files.writeString(file, "{\"half\": ", StandardOpenOption.APPEND);
    add(open, "fourth");
    findings = open.check();
    assertTrue(findings.toString().contains("no record"), findings.toString());
    assertEquals(0, findings.stream().filter(each -> each.contains("follows")).count());
    assertTrue(open.entries().stream().anyMatch(entry -> entry.operation().equals("fourth")));
  }

  @Test
  void aChangeOfAnotherProcessHoldsAtOnceAndIsNotUndoneByTheNext() {
    Accounts server = Accounts.open(folder, () -> 0L);
    Accounts command = Accounts.open(folder, () -> 0L);
    server.add("mia", List.of("members"), Scope.ofMembers(List.of("A")));
    command.rescope("mia", Scope.NOTHING);
    assertEquals(Scope.NOTHING, server.get("mia").scope());
    command.add("olga", List.of("operators"), Scope.ALL);
    server.lock("mia", true);
    List<String> names = new ArrayList<>();
    command.all().forEach(account -> names.add(account.name()));
    assertEquals(List.of("admin", "mia", "olga"), names);
    assertTrue(command.locked(command.get("mia")));
    assertEquals(Scope.NOTHING, command.get("mia").scope());
  }

  @Test
  void accountsThatAreGoneLetNobodyIn() throws Exception {
    Accounts server = Accounts.open(folder, () -> 0L);
    Files.delete(folder.resolve("accounts.json"));
    assertThrows(IllegalStateException.class, () -> server.find("admin"));
    Files.writeString(folder.resolve("accounts.json"), "{");
    assertThrows(IllegalStateException.class, () -> server.find("admin"));
  }
}
