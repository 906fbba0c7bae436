package org.gridclear.cli.crossing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.gridclear.account.Accounts;
import org.gridclear.account.AuditLog;
import org.gridclear.account.OneTimeCodes;
import org.gridclear.account.Scope;
import org.gridclear.account.Sessions;
import org.gridclear.cli.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files from one zone to another, through a device that is a folder here. */
// Rows: P-02, P-03, P-10
class ZoneCommandTest {
  @TempDir private Path folder;

  private Path out;
  private Path in;
  private Path to;

  @BeforeEach
  void send() throws IOException {
    out = folder.resolve("out");
    in = folder.resolve("in");
    to = folder.resolve("to");
    Files.createDirectories(folder.resolve("day/prices"));
    Files.createDirectories(in);
    Files.writeString(folder.resolve("day/prices/da.csv"), "bus,price\nn1,312.5\n");
    Files.writeString(folder.resolve("bill.csv"), "member,amount\nalder,12.50\n");
    for (int number = 1; number <= 3; number++) {
      Files.writeString(folder.resolve("note"), "package " + number);
      Shell.Ended sent =
          run(
              "export",
              "--out",
              out,
              "--key",
              folder.resolve("zone.key"),
              folder.resolve("day"),
              folder.resolve("bill.csv"),
              folder.resolve("note"));
      assertEquals(0, sent.code(), sent.text());
      assertTrue(sent.output().startsWith("forward-00000" + number + ": 3 files"), sent.output());
    }
  }

  private static Shell.Ended run(String command, Object... more) {
    List<Object> all = new java.util.ArrayList<>(List.of("zone", command, "--channel", "forward"));
    all.addAll(List.of(more));
    return Shell.run(all.stream().map(Object::toString).toArray(String[]::new));
  }

  private Shell.Ended take(Object... more) {
    List<Object> all =
        new java.util.ArrayList<>(
            List.of("--in", in, "--to", to, "--key", folder.resolve("zone.key.pub")));
    all.addAll(List.of(more));
    return run("import", all.toArray());
  }

  /** The device brings what is of some packages. */
  private void bring(int... numbers) throws IOException {
    for (int number : numbers) {
      try (Stream<Path> all = Files.list(out)) {
        for (Path file : all.toList()) {
          if (file.getFileName().toString().startsWith("forward-00000" + number)) {
            Files.copy(file, in.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  private void refused(String finding) {
    Shell.Ended taken = take();
    assertEquals(1, taken.code(), taken.text());
    assertTrue(taken.output().contains(finding), taken.output());
  }

  @Test
  void aSecretKeyIsRefusedWhereTheOtherZoneVerifies() {
    Shell.Ended taken = run("import", "--in", in, "--to", to, "--key", folder.resolve("zone.key"));
    assertEquals(2, taken.code(), taken.text());
    assertTrue(taken.text().contains("has a secret key"), taken.text());
  }

  @Test
  void whatWasSentComesInOnceAndInItsOrder() throws IOException {
    bring(1, 2);
    Shell.Ended first = take();
    assertEquals(0, first.code(), first.text());
    assertTrue(first.output().endsWith("2 taken in now, 0 before, 0 findings.\n"), first.output());
    assertEquals(
        "bus,price\nn1,312.5\n", Files.readString(to.resolve("forward-000001/day/prices/da.csv")));
    assertEquals("package 2", Files.readString(to.resolve("forward-000002/note")));
    bring(3);
    assertTrue(take().output().endsWith("1 taken in now, 2 before, 0 findings.\n"));
    assertTrue(take().output().endsWith("0 taken in now, 3 before, 0 findings.\n"));
  }

  @Test
  void aGapIsNamedAndNothingComesInAfterIt() throws IOException {
    bring(1, 3);
    refused("forward-000002 is missing: forward-000003 is there");
    assertTrue(Files.exists(to.resolve("forward-000001")));
    assertFalse(Files.exists(to.resolve("forward-000003")));
    bring(2);
    assertEquals(0, take().code());
  }

  @Test
  void aReplayIsNamed() throws IOException {
    bring(1, 2);
    assertEquals(0, take().code());
    for (String ending : List.of("001", "002", "003", "sig", "manifest")) {
      Files.copy(out.resolve("forward-000001." + ending), in.resolve("forward-000003." + ending));
    }
    refused("forward-000003 is package 1 under another number: a replay");
    for (String ending : List.of("sig", "manifest")) {
      Files.copy(
          out.resolve("forward-000001." + ending),
          in.resolve("forward-000002." + ending),
          StandardCopyOption.REPLACE_EXISTING);
    }
    refused("forward-000002: another package was taken in under this number");
  }

  @Test
  void aChangedByteIsNamedInWhateverFileItIs() throws IOException {
    bring(1);
    for (String ending : List.of("001", "003", "sig", "manifest")) {
      Path file = in.resolve("forward-000001." + ending);
      byte[] good = Files.readAllBytes(file);
      byte[] bad = good.clone();
      bad[bad.length / 2] ^= 1;
      Files.write(file, bad);
      Shell.Ended taken = take();
      assertEquals(1, taken.code(), ending);
      String named =
          ending.startsWith("0") ? "forward-000001." + ending : "forward-000001.manifest";
      assertTrue(taken.output().startsWith(named), taken.output());
      assertFalse(Files.exists(to.resolve("forward-000001")), ending);
      Files.write(file, good);
    }
    assertEquals(0, take().code());
  }

  @Test
  void packagesOfAnotherSenderFollowNobody() throws IOException {
    bring(1);
    assertEquals(0, take().code());
    // The same key, a channel that began anew: number 2 follows another number 1.
    Path other = folder.resolve("other");
    for (int number = 1; number <= 2; number++) {
      Files.writeString(folder.resolve("note"), "other " + number);
      run("export", "--out", other, "--key", folder.resolve("zone.key"), folder.resolve("note"));
    }
    out = other;
    bring(2);
    refused("forward-000002 does not follow the package that was taken in last");
  }

  @Test
  void anIncompletePackageWaits() throws IOException {
    bring(1);
    Files.delete(in.resolve("forward-000001.002"));
    refused("forward-000001.002 (day/prices/da.csv) is missing.");
    Files.delete(in.resolve("forward-000001.sig"));
    refused("forward-000001.sig is missing.");
    bring(1);
    assertEquals(0, take().code());
  }

  @Test
  void whatCannotBeSentIsRefusedByName() {
    assertEquals(2, run("export", "--out", out, "--key", folder.resolve("zone.key"), "no").code());
    assertEquals(
        2,
        Shell.run(
                "zone",
                "import",
                "--channel",
                "No Name",
                "--in",
                in.toString(),
                "--to",
                to.toString(),
                "--key",
                folder.resolve("zone.key.pub").toString())
            .code());
    assertEquals(2, take("--key", folder.resolve("note").toString()).code());
  }

  private Shell.Ended sent(Object... files) {
    List<Object> all =
        new java.util.ArrayList<>(List.of("--out", out, "--key", folder.resolve("zone.key")));
    all.addAll(List.of(files));
    return run("export", all.toArray());
  }

  @Test
  void linksWithinAFolderAreRefusedAndAFileThatIsNamedMayBeOne() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "of nobody else");
    Path day = folder.resolve("day");
    Files.createSymbolicLink(day.resolve("file"), secret);
    Files.createSymbolicLink(day.resolve("folder"), folder);
    Shell.Ended refused = sent(day);
    assertEquals(2, refused.code(), refused.text());
    assertTrue(refused.text().contains("day/file is a link"), refused.text());
    assertTrue(refused.text().contains("day/folder is a link"), refused.text());
    assertFalse(Files.exists(out.resolve("forward-000004.manifest")));

    Path named = Files.createSymbolicLink(folder.resolve("named"), secret);
    assertEquals(0, sent(named).code());
    bring(1, 2, 3, 4);
    assertEquals(0, take().code());
    assertEquals("of nobody else", Files.readString(to.resolve("forward-000004/named")));
  }

  @Test
  void aFolderThatIsALinkIsSentUnderItsOwnNameWithAllThatIsInIt() throws IOException {
    Path today =
        Files.createSymbolicLink(folder.resolve("today"), folder.resolve("day").toAbsolutePath());
    Shell.Ended sent = sent(today, folder.resolve("bill.csv"));
    assertTrue(sent.output().startsWith("forward-000004: 2 files"), sent.text());
    assertTrue(
        Files.readString(out.resolve("forward-000004.manifest")).contains(" today/prices/da.csv"));
  }

  @Test
  void whatAProcessThatDiedHasTakenInIsLookedAtAgain() throws IOException {
    bring(1);
    Path left = Files.createDirectories(to.resolve("forward-000001"));
    Files.writeString(left.resolve("note"), "of another package");
    refused("note in it is not what the package has");
    assertFalse(Files.exists(to.resolve("forward.taken")));
    Files.writeString(left.resolve("note"), "package 1");
    Files.copy(folder.resolve("bill.csv"), left.resolve("bill.csv"));
    Files.createDirectories(left.resolve("day/prices"));
    Files.copy(folder.resolve("day/prices/da.csv"), left.resolve("day/prices/da.csv"));
    assertEquals(0, take().code());
  }

  @Test
  void whatLiesThereAndIsNotOfThePackageIsNotTakenIn() throws IOException {
    bring(1);
    assertEquals(0, take().code());
    Files.delete(to.resolve("forward.taken"));
    Files.writeString(to.resolve("forward-000001/day/prices/rt.csv"), "bus,price\nn1,9\n");
    refused("day/prices/rt.csv in it is not of the package");
  }

  @Test
  void whatNobodyCouldTakeInIsNotSentAndNothingOfItIsWritten() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("day"), "a file of the name of a folder");
    Shell.Ended both = sent(folder.resolve("day"), other.resolve("day"));
    assertEquals(2, both.code(), both.text());
    assertTrue(both.text().contains("'day' is a file, and the folder of 'day/prices/da.csv'"));
    Files.writeString(other.resolve("two\nlines"), "");
    Shell.Ended named = sent(other);
    assertEquals(2, named.code(), named.text());
    assertTrue(named.text().contains("two?lines cannot be sent"), named.text());
    Shell.Ended itself = sent(folder);
    assertEquals(2, itself.code(), itself.text());
    assertTrue(itself.text().contains("has the packages ("), itself.text());
    assertFalse(Files.exists(out.resolve("forward-000004.001")));
  }

  @Test
  void packagesThatWereNeverWrittenDownAreNotWrittenOver() throws IOException {
    Path book = Path.of(out + ".forward.sent");
    byte[] second = Files.readAllBytes(out.resolve("forward-000002.manifest"));
    Files.delete(book);
    Shell.Ended lost = sent(folder.resolve("bill.csv"));
    assertEquals(2, lost.code(), lost.text());
    assertTrue(lost.text().contains("ends with package 0, and package 3 lies in"), lost.text());
    assertArrayEquals(second, Files.readAllBytes(out.resolve("forward-000002.manifest")));
    assertFalse(Files.exists(book));
  }

  @Test
  void oneImportOfAChannelIsUnderWayAtATime() throws IOException {
    bring(1);
    Files.createDirectories(to);
    try (FileChannel other =
            FileChannel.open(
                to.resolve("forward.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = other.lock()) {
      assertTrue(held.isValid());
      Shell.Ended second = take();
      assertEquals(2, second.code(), second.text());
      assertTrue(second.text().contains("Another import of the channel forward"), second.text());
    }
    assertEquals(0, take().code());
  }

  @Test
  void whatIsEncryptedAtRestIsSentAsItIsAndThatIsSaid() throws IOException {
    Path keys = folder.resolve("data.keys");
    assertEquals(0, Shell.run("keys", "init", "--data-key", "file:" + keys).code());
    Path market = folder.resolve("market");
    assertEquals(
        0,
        Shell.run("market", "init", market.toString(), "--name", "n", "--data-key", "file:" + keys)
            .code());
    Shell.Ended sent = sent(market);
    assertEquals(0, sent.code(), sent.text());
    assertTrue(sent.output().contains("are encrypted at rest"), sent.output());
    assertFalse(sent(folder.resolve("bill.csv")).output().contains("encrypted"));
  }

  @Test
  void bothEndsAreInTheAuditLog() throws IOException {
    Path security = folder.resolve("security");
    Accounts.create(security, "admin", System::currentTimeMillis);
    Accounts accounts = Accounts.open(security, System::currentTimeMillis);
    Accounts.Introduction olga = accounts.add("olga", List.of("operators"), Scope.ALL);
    Sessions sessions = new Sessions(accounts);
    String uri = sessions.invitations().opened(olga.code()).secondFactor();
    sessions
        .invitations()
        .accepted(
            olga.code(),
            "Correct horse 7 battery",
            OneTimeCodes.of(uri, System.currentTimeMillis()),
            "test");
    bring(2);
    assertEquals(1, take("--security", security, "--by", "olga").code());
    List<AuditLog.Entry> entries = AuditLog.open(security, System::currentTimeMillis).entries();
    AuditLog.Entry last = entries.get(entries.size() - 1);
    assertEquals("zone import", last.operation());
    assertEquals(AuditLog.Outcome.FAILURE, last.outcome());
    assertTrue(last.detail().contains("forward-000001 is missing"), last.detail());
  }
}
