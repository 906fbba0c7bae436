package org.gridclear.account.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gridclear.account.Accounts;
import org.gridclear.account.AuditLine;
import org.gridclear.account.AuditLog;
import org.gridclear.account.AuditPage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seals over the audit log, verified by a public key alone, here and with OpenSSL. */
// Rows: M-10, M-11, M-13, P-09
class SealsTest {
  private static final long DAY_MILLIS = 86_400_000L;

  @TempDir private Path temporary;

  private long now = 1_795_000_000_000L;
  private Path folder;
  private Path copy;
  private AuditLog log;
  private Seals seals;

  @BeforeEach
  void make() {
    folder = temporary.resolve("s");
    copy = temporary.resolve("copy");
    Accounts.create(folder, "admin", () -> now);
    log = AuditLog.open(folder, () -> now);
    seals = new Seals(folder, log, null, () -> now);
  }

  private void records(int count) {
    for (int k = 0; k < count; k++) {
      log.add(AuditLog.Kind.BUSINESS, AuditLog.Outcome.SUCCESS, "u", "here", "did " + k, "é");
    }
  }

  /** Two days of six records each, sealed, and two records more. */
  private void twoDays() {
    for (int day = 0; day < 2; day++) {
      records(6);
      now += DAY_MILLIS;
      assertTrue(seals.sealDay().isPresent());
    }
    records(2);
  }

  private SealCheck.Result check() {
    return SealCheck.of(folder, List.of());
  }

  private Path file() {
    return folder.resolve("audit-2026-11.jsonl");
  }

  private List<String> checkedAfter(UnaryOperator<List<String>> change) throws Exception {
    String before = Files.readString(file());
    List<String> lines = change.apply(new ArrayList<>(before.lines().toList()));
    Files.writeString(file(), String.join("\n", lines) + "\n");
    List<String> findings = check().findings();
    Files.writeString(file(), before);
    return findings;
  }

  @Test
  void aDayIsSealedOnceAndAllRecordsButTheNewestAreUnderSeals() {
    twoDays();
    assertTrue(seals.sealDay().isEmpty(), "today was sealed");
    SealCheck.Result result = check();
    assertEquals(List.of(), result.findings());
    assertEquals(2, result.seals());
    assertEquals(13, result.sealed(), "6, the record of the first seal, 6");
    assertEquals(3, result.unsealed(), "the record of the second seal, 2");
    assertEquals(List.of(), log.check());
  }

  @Test
  void theFirstRecordThatWasChangedIsNamedWithoutAnySecret() throws Exception {
    twoDays();
    assertEquals(
        List.of("Record 3 was edited (audit-2026-11.jsonl line 3)."),
        checkedAfter(
            lines -> {
              lines.set(2, lines.get(2).replace("did 2", "did 9"));
              lines.remove(8);
              return lines;
            }));
    assertEquals(
        List.of("Record 4 was removed (audit-2026-11.jsonl line 4)."),
        checkedAfter(
            lines -> {
              lines.remove(3);
              return lines;
            }));
    assertEquals(
        List.of("Record 9 was moved (audit-2026-11.jsonl line 9)."),
        checkedAfter(
            lines -> {
              Collections.swap(lines, 8, 9);
              return lines;
            }));
    assertEquals(
        List.of(
            "Record 2 has a line before it that was never written (audit-2026-11.jsonl line 2)."),
        checkedAfter(
            lines -> {
              lines.add(1, lines.get(0).replace("did 0", "did x"));
              return lines;
            }));
    assertEquals(
        List.of("Record 6 was removed, and all behind it: the log ends before."),
        checkedAfter(lines -> lines.subList(0, 5)).subList(0, 1));
  }

  @Test
  void aGapBehindTheLastSealACutEndAndAMissingHeadAreFound() throws Exception {
    twoDays();
    assertEquals(
        List.of("Record 15 is missing: record 16 follows record 14 (audit-2026-11.jsonl line 15)."),
        checkedAfter(
            lines -> {
              lines.remove(14);
              return lines;
            }));
    assertEquals(
        List.of("Record 16 is missing: audit-head says '16', the log ends at 15."),
        checkedAfter(lines -> lines.subList(0, 15)));
    Files.delete(folder.resolve(AuditLog.HEAD));
    assertEquals(List.of("audit-head is missing; the log has records to 16."), check().findings());
    Files.delete(file());
    assertTrue(check().findings().get(0).startsWith("Record 1 was removed, and all behind"));
  }

  @Test
  void aSealThatIsGoneEditedOrOfAnotherKeyIsFound() throws Exception {
    twoDays();
    Path first = folder.resolve("seals/seal-000001.txt");
    Path last = folder.resolve("seals/seal-000002.txt");
    byte[] kept = Files.readAllBytes(last);
    Files.delete(last);
    assertTrue(check().findings().toString().contains("Seal 2 of record 14 is missing"));
    Files.write(last, kept);
    String text = Files.readString(first);
    Files.writeString(first, text.replaceFirst("at: 2026", "at: 2025"));
    assertTrue(check().findings().get(0).startsWith("Seal 1 is not signed by its key"));
    Files.writeString(first, text + "8 " + "0".repeat(64) + "\n");
    assertEquals("Seal 1 is not what was written.", check().findings().get(0));
    Files.delete(first);
    assertEquals("Seal 1 is missing.", check().findings().get(0));
    Files.writeString(first, "nonsense");
    assertEquals("Seal 1 is not what was written.", check().findings().get(0));
  }

  @Test
  void whoSealsAgainWithAKeyOfHisOwnIsFoundByThePublicKeyThatWasHandedOut() throws Exception {
    twoDays();
    Path own = temporary.resolve("own.pem");
    Files.writeString(own, SealKey.pem(SealFolder.of(folder).keys().get(0)));
    assertEquals(List.of(), SealCheck.of(folder, List.of(own)).findings());
    for (Path file : SealFolder.of(folder).files()) {
      Files.delete(file);
    }
    new Seals(folder, log, temporary.resolve("forged.key"), () -> now).seal();
    String found = SealCheck.of(folder, List.of(own)).findings().get(0);
    assertTrue(found.contains("not known to be the owner's"), found);
    assertTrue(check().findings().toString().contains("Seal 1 of record 7 is missing, or another"));
  }

  @Test
  void aKeyIsPrivateMayLieElsewhereAndIsRotatedByTheOneBefore() throws Exception {
    Path elsewhere = Files.createDirectory(temporary.resolve("vault")).resolve("k.key");
    seals = new Seals(folder, log, elsewhere, () -> now);
    records(3);
    Seals.Made one = seals.seal();
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)));
    assertTrue(Files.notExists(folder.resolve("seal.key")));
    String before = Files.readString(elsewhere);
    Seals.Made turned = seals.rotate();
    assertTrue(!turned.key().equals(one.key()) && !Files.readString(elsewhere).equals(before));
    records(2);
    seals.seal();
    assertEquals(List.of(), check().findings());
    assertEquals(3, check().seals());
    Files.writeString(elsewhere, before);
    String refused = assertThrows(IllegalStateException.class, seals::seal).getMessage();
    assertTrue(refused.contains("does not hold the key of the last seal"), refused);
  }

  @Test
  void aRotationThatWasCutOffGoesOnWithTheNewKey() throws Exception {
    records(1);
    seals.seal();
    Path key = folder.resolve("seal.key");
    String old = Files.readString(key);
    seals.rotate();
    Files.move(key, folder.resolve("seal.key.next"));
    Files.writeString(key, old);
    seals.seal();
    assertEquals(List.of(), check().findings());
  }

  @Test
  void aLogThatWasChangedIsNotSealedAnew() throws Exception {
    twoDays();
    Files.writeString(file(), Files.readString(file()).replace("did 2", "did 9"));
    String refused = assertThrows(IllegalStateException.class, seals::seal).getMessage();
    assertTrue(refused.contains("from record 3 on"), refused);
  }

  @Test
  void aCopyWithoutSecretsIsVerifiedByTheCommandsOfThePage() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "no openssl");
    twoDays();
    SealCopy.write(folder, log, copy);
    try (Stream<Path> files = Files.walk(copy)) {
      assertTrue(files.noneMatch(file -> file.toString().matches(".*(master|seal)\\.key")));
    }
    assertEquals(List.of(), SealCheck.of(copy, List.of()).findings());
    String script = script();
    assertEquals("0 all good", shell(script));
    Path log1 = copy.resolve("audit-2026-11.jsonl");
    String text = Files.readString(log1);
    Files.writeString(log1, text.replace("did 3", "did 8"));
    assertTrue(shell(script).startsWith("1 "), shell(script));
    Files.writeString(log1, text);
    Path seal = copy.resolve("seals/seal-000002.txt");
    Files.writeString(seal, Files.readString(seal).replaceFirst("at: 2026", "at: 2025"));
    assertTrue(shell(script).startsWith("1 "), shell(script));
  }

  /** Records of business and of the system in April, sealed; it is November then. */
  private AuditRetention april() {
    now = 1_775_100_000_000L;
    records(3);
    log.add(AuditLog.Kind.SYSTEM, AuditLog.Outcome.FAILURE, "u", "here", "POST session", "");
    records(1);
    seals.seal();
    now += 30 * DAY_MILLIS;
    records(2);
    now = 1_795_000_000_000L;
    return new AuditRetention(log, seals, () -> now);
  }

  @Test
  void whatIsOverItsTimeGoesByClassAndAllThatIsLeftIsVerified() throws Exception {
    AuditRetention retention = april();
    String before = Files.readString(folder.resolve("audit-2026-04.jsonl"));
    assertThrows(IllegalArgumentException.class, () -> retention.remove(AuditLog.Kind.SYSTEM, 5));
    AuditRetention.Done done = retention.remove(AuditLog.Kind.BUSINESS, 6);
    assertEquals(6, done.records(), "those of May too, by half a month");
    String left = Files.readString(folder.resolve("audit-2026-04.jsonl"));
    assertTrue(before.contains("did 1") && !left.contains("did"), left);
    assertTrue(left.contains("POST session"), "that of the system stays");
    assertEquals(List.of(), log.check());
    assertEquals(List.of(), AuditLog.open(folder, () -> now).check());
    assertEquals(List.of(), check().findings());
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("audit-2026-04.jsonl"))));
    assertEquals(0, retention.remove(AuditLog.Kind.BUSINESS, 6).records());
    records(1);
    assertEquals(1, retention.remove(AuditLog.Kind.SYSTEM, 6).records(), "not those of seals");
    seals.seal();
    assertEquals(List.of(), check().findings());
    AuditPage page =
        AuditPage.of(folder, new AuditPage.Asked(null, null, null, null, null, null), "", 100);
    assertTrue(page.records().stream().noneMatch(entry -> entry.operation().startsWith("did 1")));
    // A process ended before it had removed all: the next one does it.
    Files.writeString(folder.resolve("audit-2026-04.jsonl"), left);
    assertTrue(check().findings().isEmpty());
    retention.remove(AuditLog.Kind.SYSTEM, 6);
    assertTrue(!Files.readString(folder.resolve("audit-2026-04.jsonl")).contains("POST session"));
    assertEquals(List.of(), check().findings());
  }

  @Test
  void aRecordThatWasRemovedByHandIsNamed() throws Exception {
    AuditRetention retention = april();
    retention.remove(AuditLog.Kind.BUSINESS, 6);
    SealCopy.write(folder, log, copy);
    boolean shell = Files.isExecutable(Path.of("/usr/bin/openssl"));
    assertEquals("0 all good", shell ? shell(script()) : "0 all good");
    Path file = folder.resolve("audit-2026-04.jsonl");
    List<String> lines = new ArrayList<>(Files.readString(file).lines().toList());
    AuditLine system =
        AuditLine.all(folder).stream()
            .filter(l -> l.number().equals("4"))
            .findFirst()
            .orElseThrow();
    String by = lines.get(0).replaceAll(".*\"by\":(\\d+).*", "$1");
    lines.set(
        3,
        "{\"removed\":4,\"by\":%s,\"sha256\":\"%s\",\"signature\":\"%s\"}"
            .formatted(by, system.sha256(), system.entry().orElseThrow().signature()));
    Files.writeString(file, String.join("\n", lines) + "\n");
    Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    String said = shell ? shell(script()) : "1 no record";
    assertTrue(said.startsWith("1 no record"), said);
    assertTrue(check().findings().toString().contains("Record 1 was removed, and record " + by));
    assertTrue(log.check().toString().contains("does not say so"), log.check()::toString);
    assertThrows(IllegalStateException.class, () -> retention.remove(AuditLog.Kind.BUSINESS, 6));
  }

  private static String script() throws Exception {
    String page = Files.readString(page());
    String script = page.substring(page.indexOf("```sh verify") + 12);
    return script.substring(0, script.indexOf("```"));
  }

  private static Path page() {
    Path here = Path.of("docs/identity.md");
    return Files.exists(here) ? here : Path.of("../docs/identity.md");
  }

  private String shell(String script) throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-c", script)
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes());
    assertTrue(shell.waitFor(20, TimeUnit.SECONDS));
    return shell.exitValue() + " " + said.lines().reduce((one, two) -> two).orElse("");
  }
}
