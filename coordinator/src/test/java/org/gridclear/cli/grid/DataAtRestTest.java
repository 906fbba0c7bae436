package org.gridclear.cli.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gridclear.atrest.AtRest;
import org.gridclear.atrest.KeyRefusedException;
import org.gridclear.atrest.source.KeySources;
import org.gridclear.cli.Shell;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.process.JournalRow;
import org.gridclear.market.store.process.JournalStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another user finds who copies the folders: nothing to read, and nothing to use. */
// Rows: P-08, P-10, W-03
class DataAtRestTest {
  private static final String NAME = "Meilin Power Company";
  private static final String PRICE = "414.375";

  @TempDir private static Path root;

  private static String keys;
  private static List<String> secrets;

  private static String done(String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    assertEquals(0, ended.code(), ended.text());
    return ended.output();
  }

  private static String path(String name) {
    return root.resolve(name).toString();
  }

  private static void withKey(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data-key", keys));
    done(all.toArray(String[]::new));
  }

  private static void use() {
    AtRest.use(() -> KeySources.of(keys).load());
  }

  /** A month that is closed in clear and encrypted, by a grid with its data on disk. */
  @BeforeAll
  static void makeEverything() throws IOException {
    keys = "file:" + path("keys/data.keys");
    done("keys", "init", "--data-key", keys);
    done("keys", "signing", "--out", path("sign"), "--name", "Operator");
    done("settle", "synthesize", path("in"), "--entities", "12", "--days", "1");
    Path members = root.resolve("in/members.csv");
    Files.writeString(members, Files.readString(members).replaceFirst("Member [A-Z0-9]+", NAME));
    done("settle", "month", path("in"), "--out", path("clear"));
    withKey(
        "settle",
        "month",
        path("in"),
        "--out",
        path("close"),
        "--data",
        path("grid"),
        "--parquet",
        "--xlsx",
        "--sign-key",
        path("sign"));
    Path settlement = root.resolve("register");
    Files.createDirectory(settlement);
    withKey(
        "settle",
        "bill",
        path("close"),
        "--all",
        "--out",
        path("bills"),
        "--register",
        settlement.toString(),
        "--sign-key",
        path("sign"));
    withKey("account", "init", "--security", path("security"));
    withKey(
        "account",
        "add",
        "--security",
        path("security"),
        "mia",
        "--groups=members",
        "--members",
        "MTH00000");
    withKey("market", "init", path("market"), "--name", "spot");
    use();
    try (MarketFolder market = MarketFolder.open(root.resolve("market"))) {
      new ContentStore(market.path().resolve("content"))
          .put((NAME + " " + PRICE).getBytes(StandardCharsets.UTF_8));
      new JournalStore(market.database(), JournalStore.Journal.PAYMENT)
          .add(
              0,
              JournalRow.FIRST,
              "olga",
              Instant.EPOCH,
              rows -> List.of(new JournalStore.Entry("x", "{\"of\":\"" + NAME + "\"}")));
    } finally {
      AtRest.forget();
    }
    withKey("archive", "backup", path("backup"), "--market", path("market"), "--by", "olga");
    use();
    BooksCopy.write(root.resolve("clear"), Files.createDirectory(root.resolve("books")));
    AtRest.forget();
    secrets = new ArrayList<>(List.of(NAME, PRICE, "MTH00000", "Entity ", "olga"));
    Files.readString(root.resolve("clear/items.csv"))
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1)[4])
        .filter(yuan -> yuan.length() > 6)
        .distinct()
        .limit(20)
        .forEach(secrets::add);
    assertTrue(secrets.size() > 10, secrets::toString);
  }

  @AfterEach
  void inClear() {
    AtRest.forget();
  }

  private static List<Path> files(String name) throws IOException {
    try (Stream<Path> all = Files.walk(root.resolve(name))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static List<String> readable(String name) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(name)) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      secrets.stream()
          .filter(secret -> text.contains(secret) || text.contains(wide(secret)))
          .forEach(secret -> found.add(file + " has " + secret));
    }
    return found;
  }

  /** As texts of two bytes a letter have it. */
  private static String wide(String secret) {
    return new String(secret.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
  }

  @Test
  void nothingCanBeReadInACopy() throws IOException {
    for (String name :
        List.of("close", "bills", "register", "grid", "market", "backup", "books", "security")) {
      assertFalse(files(name).isEmpty(), name);
      assertEquals(List.of(), readable(name), name);
    }
    assertTrue(readable("clear").size() > 10, "the search finds what is in clear");
  }

  @Test
  void theBooksAreTheSame() {
    String clear = done("settle", "audit", path("clear"));
    Shell.Ended same = Shell.run("settle", "audit", path("close"), "--data-key", keys);
    assertEquals(0, same.code(), same.text());
    // The encrypted one is signed, which is said in the line below the books.
    List<String> books = clear.lines().toList();
    List<String> encrypted = same.output().lines().toList();
    assertEquals(2, books.size(), clear);
    assertEquals(books.get(0), encrypted.get(0));
    assertTrue(books.get(1).startsWith("It is not signed"), clear);
    assertTrue(encrypted.get(1).startsWith("Its signature was not checked"), same.output());
    assertEquals(books.size(), encrypted.size());
  }

  @Test
  void withoutTheKeyOrWithAnotherNothingIsUsed() throws IOException {
    String other = "file:" + path("keys/other.keys");
    if (!Files.exists(root.resolve("keys/other.keys"))) {
      done("keys", "init", "--data-key", other);
    }
    for (List<String> command :
        List.of(
            List.of("settle", "audit", path("close")),
            List.of("account", "list", "--security", path("security")),
            List.of("archive", "verify", path("backup")),
            List.of("archive", "restore", path("backup"), "--market", path("never")))) {
      Shell.Ended without = Shell.run(command.toArray(String[]::new));
      assertEquals(2, without.code(), without.text());
      assertTrue(without.text().contains("no key was given"), without.text());
      List<String> wrong = new ArrayList<>(command);
      wrong.addAll(List.of("--data-key", other));
      Shell.Ended refused = Shell.run(wrong.toArray(String[]::new));
      assertEquals(2, refused.code(), refused.text());
      assertTrue(refused.text().contains("is encrypted with the key"), refused.text());
    }
    assertThrows(KeyRefusedException.class, () -> MarketFolder.open(root.resolve("market")));
  }

  private static Shell.Ended verified(String... things) {
    List<String> all = new ArrayList<>(List.of("verify"));
    all.addAll(List.of(things));
    all.addAll(List.of("--signed-by", path("sign"), "--data-key", keys));
    return Shell.run(all.toArray(String[]::new));
  }

  @Test
  void closesAndBillsAreSignedAndAChangedByteOfOneIsNamed() throws IOException {
    Shell.Ended good = verified(path("close"), path("bills"));
    assertEquals(0, good.code(), good.text());
    assertTrue(good.text().contains("bills: signed"), good.text());
    withKey("keys", "open", path("close"), "--out", path("opened-close"));
    withKey("keys", "open", path("bills"), "--out", path("opened-bills"));
    assertEquals(0, verified(path("opened-close"), path("opened-bills")).code());
    List<Path> some = new ArrayList<>(files("opened-close"));
    some.addAll(files("opened-bills").subList(0, 4));
    some.removeIf(file -> file.toString().contains("report.xlsx"));
    for (Path file : some) {
      byte[] before = Files.readAllBytes(file);
      byte[] changed = before.clone();
      changed[before.length / 3] ^= 1;
      Files.write(file, changed);
      Path named = file.toString().endsWith(".sig") ? unsigned(file) : file;
      Shell.Ended found = verified(file.getParent().toString());
      assertEquals(1, found.code(), file.toString());
      assertTrue(found.text().contains(named.toString()), () -> named + ": " + found.text());
      Files.write(file, before);
    }
    Path table = root.resolve("opened-bills/bills.csv");
    Path signature = root.resolve("opened-bills/bills.csv.sig");
    byte[] taken = Files.readAllBytes(signature);
    Files.delete(signature);
    Shell.Ended stripped = verified(path("opened-bills"));
    assertEquals(1, stripped.code(), "a signature that was taken away is missed");
    assertTrue(stripped.text().contains(table + " is not signed"), stripped.text());
    Files.write(signature, taken);
    whatLiesBesideASignedCloseIsNamed(taken);
    Shell.Ended away = verified(path("no-close"), path("opened-close"));
    assertEquals(2, away.code(), "something that is not there is no changed file");
    assertTrue(away.text().contains("no-close: there is no such file"), away.text());
    assertEquals(1, verified(path("register")).code());
    assertEquals(1, verified(path("clear")).code());
  }

  private static void whatLiesBesideASignedCloseIsNamed(byte[] text) throws IOException {
    Path beside = Files.write(root.resolve("opened-close/bills.csv"), text);
    Path within = Files.createDirectory(root.resolve("opened-close/bills")).resolve("bills.csv");
    Files.write(within, text);
    Shell.Ended found = verified(path("opened-close"));
    assertEquals(1, found.code(), found.text());
    assertTrue(found.text().contains(beside + " is not of the close"), found.text());
    assertTrue(found.text().contains(within.getParent() + " has nothing"), found.text());
    for (Path extra : List.of(beside, within, within.getParent())) {
      Files.delete(extra);
    }
    assertEquals(0, verified(path("opened-close")).code());
  }

  private static Path unsigned(Path signature) {
    String name = signature.getFileName().toString();
    return signature.resolveSibling(name.substring(0, name.length() - ".sig".length()));
  }

  @Test
  void aMarketInClearIsNotOpenedWithAKey() {
    done("market", "init", path("in-clear"), "--name", "spot");
    use();
    KeyRefusedException refused =
        assertThrows(KeyRefusedException.class, () -> MarketFolder.open(root.resolve("in-clear")));
    assertTrue(refused.getMessage().contains("archive restore"), refused.getMessage());
  }

  @Test
  void aRestoredMarketHasWhatWasKept() throws IOException {
    withKey("archive", "restore", path("backup"), "--market", path("restored"));
    use();
    try (MarketFolder market = MarketFolder.open(root.resolve("restored"))) {
      List<JournalRow> rows =
          new JournalStore(market.database(), JournalStore.Journal.PAYMENT)
              .after(0, JournalRow.FIRST);
      assertEquals("{\"of\":\"" + NAME + "\"}", rows.get(0).content());
    }
    assertEquals(List.of(), readable("restored"));
  }

  @Test
  void accountsInClearBesideAKeyThatIsEncryptedAreRefused() throws IOException {
    Path own = root.resolve("put");
    withKey("account", "init", "--security", own.toString());
    withKey("keys", "open", own.toString(), "--out", path("opened-put"));
    Path accounts = own.resolve("accounts.json");
    byte[] before = Files.readAllBytes(accounts);
    Files.copy(
        root.resolve("opened-put/accounts.json"), accounts, StandardCopyOption.REPLACE_EXISTING);
    Shell.Ended put =
        Shell.run("account", "list", "--security", own.toString(), "--data-key", keys);
    assertEquals(2, put.code(), put.text());
    assertTrue(put.text().contains("accounts.json is in clear"), put.text());
    Files.write(accounts, before);
    withKey("account", "list", "--security", own.toString());
    // A folder that was in clear is brought under the key as a whole.
    String clear = path("clear-accounts");
    done("account", "init", "--security", clear);
    done("account", "audit", "seal", "--security", clear);
    withKey("account", "list", "--security", clear);
    withKey("keys", "renew", clear);
    assertTrue(Files.readString(root.resolve("clear-accounts/audit-head")).startsWith("2 "));
    withKey("account", "audit", "--security", clear);
    withKey("account", "audit", "verify", "--security", clear);
    withKey("account", "list", "--security", clear);
    assertEquals(2, Shell.run("account", "list", "--security", clear).code());
  }

  @Test
  void aChangedByteIsNamed() throws IOException {
    Path file = root.resolve("bills/bills.csv");
    byte[] before = Files.readAllBytes(file);
    byte[] changed = before.clone();
    changed[changed.length / 2] ^= 1;
    Files.write(file, changed);
    Shell.Ended ended =
        Shell.run("keys", "open", path("bills"), "--out", path("opened"), "--data-key", keys);
    assertEquals(2, ended.code());
    assertTrue(ended.text().contains(file + " is not what was written"), ended.text());
    Files.write(file, before);
  }

  @Test
  void theAuditLogIsReadAndSealedAsItWasWritten() throws IOException {
    String dir = path("security");
    withKey("account", "audit", "seal", "--security", dir);
    withKey("account", "audit", "--security", dir);
    Path copy = root.resolve("log-copy");
    withKey("account", "audit", "export", "--security", dir, "--out", copy.toString());
    Path key;
    try (Stream<Path> all = Files.list(copy.resolve("seals"))) {
      key = all.filter(file -> file.toString().endsWith(".pem")).findFirst().orElseThrow();
    }
    // Who has the copy has no key of ours.
    done("account", "audit", "verify", "--security", copy.toString(), "--key", key.toString());
    assertNotEquals(List.of(), readable("log-copy"));
  }

  @Test
  void afterRotationEarlierDataAreReadAndMayBeRenewed() throws IOException {
    String rotated = "file:" + path("keys/rotated.keys");
    Files.copy(root.resolve("keys/data.keys"), root.resolve("keys/rotated.keys"));
    done("keys", "rotate", "--data-key", rotated);
    Path again = root.resolve("close-again");
    Files.createDirectory(again);
    for (Path file : files("close")) {
      Files.copy(file, again.resolve(file.getFileName()));
    }
    done("settle", "audit", again.toString(), "--data-key", rotated);
    done("keys", "renew", again.toString(), "--data-key", rotated);
    done("settle", "audit", again.toString(), "--data-key", rotated);
    assertEquals(2, Shell.run("settle", "audit", again.toString(), "--data-key", keys).code());
    done("keys", "open", again.toString(), "--out", path("clear-again"), "--data-key", rotated);
    assertArrayEquals(
        Files.readAllBytes(root.resolve("clear/items.csv")),
        Files.readAllBytes(root.resolve("clear-again/items.csv")));
  }

  /** A key that is not there is refused before the command begins, and leaves nothing behind. */
  @Test
  void keysThatAreNotThereAreRefused() {
    String none = "file:" + path("keys/none.keys");
    Shell.Ended data = Shell.run("account", "list", "--security", path("x"), "--data-key", none);
    assertEquals(2, data.code(), data.text());
    assertTrue(data.text().startsWith("gridclear: There is no key file"), data.text());
    Shell.Ended sign =
        Shell.run("account", "list", "--security", path("x"), "--sign-key", path("keys"));
    assertEquals(2, sign.code(), sign.text());
    assertTrue(sign.text().contains("has no signing.key"), sign.text());
    Shell.Ended copy = Shell.run("keys", "open", path("close/seal.txt"), "--out", path("seal"));
    assertEquals(2, copy.code(), copy.text());
    assertFalse(Files.exists(root.resolve("seal")), "an empty copy");
  }
}
