package org.gridclear.market.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.gridclear.account.Scope;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.publication.PublicationSignatures;
import org.gridclear.signature.SignedList;
import org.gridclear.signature.Signing;
import org.gridclear.signature.SigningKeys;
import org.gridclear.signature.TrustedKeys;
import org.gridclear.table.TableFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages and their rows as files of a folder. */
// Rows: I-25
class FileDeliveryTest {
  private static final List<TableFormat> FORMATS = List.of(TableFormat.CSV, TableFormat.PARQUET);

  @TempDir Path folder;
  private Woods woods;
  private FileDelivery delivery;

  @BeforeEach
  void open() {
    woods = Woods.on("embedded", folder);
    delivery = new FileDelivery(woods.mailbox);
  }

  @AfterEach
  void close() {
    woods.close();
  }

  private List<String> files() throws Exception {
    try (var files = Files.list(folder.resolve("out"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private int fetch(Recipient recipient) throws Exception {
    return delivery.fetch(recipient, Scope.ALL, folder.resolve("out"), FORMATS).messages().size();
  }

  @Test
  void theSameCallGoesOnBehindWhatTheFolderHas() throws Exception {
    DayVersion version = woods.approved();
    woods.publishing.version(version, List.of("prices"), "op");
    assertEquals(1, fetch(Woods.BIRCH));
    assertEquals(0, fetch(Woods.BIRCH));
    List<String> before = files();
    assertEquals(4, before.size(), before.toString());
    assertTrue(before.stream().anyMatch(name -> name.endsWith("prices-da-2026-10-01-0-v1.json")));
    woods.publishing.version(version, List.of("unit-results"), "op");
    assertEquals(1, fetch(Woods.BIRCH));
    Path rows =
        folder
            .resolve("out")
            .resolve(
                files().stream()
                    .filter(name -> name.contains("unit-results") && name.endsWith(".csv"))
                    .findFirst()
                    .orElseThrow());
    String text = Files.readString(rows);
    assertTrue(text.contains("birch-1") && !text.contains("alder"), text);
  }

  @Test
  void aFolderThatWasCutOffIsFilledWithTheSameFiles() throws Exception {
    woods.publishing.version(woods.approved(), List.of("prices", "balance"), "op");
    fetch(Woods.BIRCH);
    List<String> before = files();
    Files.delete(folder.resolve("out").resolve("cursor.json"));
    assertEquals(2, fetch(Woods.BIRCH));
    assertEquals(before, files());
  }

  @Test
  void whatWasWithdrawnIsToldWithoutRows() throws Exception {
    DayVersion version = woods.approved();
    woods.publishing.version(version, List.of("prices"), "op");
    woods.publishing.withdraw(version, "wrong load", "op");
    assertEquals(2, fetch(Woods.BIRCH));
    assertFalse(files().stream().anyMatch(name -> name.contains(".rows.")), files().toString());
  }

  @Test
  void theFolderOfAnotherIsRefused() throws Exception {
    fetch(Woods.BIRCH);
    String said =
        assertThrows(IllegalArgumentException.class, () -> fetch(Woods.ALDER)).getMessage();
    assertTrue(said.contains("member:birch"), said);
  }

  private PublicationSignatures.Checked checked(TrustedKeys trusted) {
    return PublicationSignatures.check(woods.market.database(), trusted);
  }

  @Test
  void whatIsPublishedAndFetchedIsSignedAndAChangeIsNamed() throws Exception {
    Path keys = folder.resolve("keys");
    SigningKeys.create(keys, "Operator", Clock.systemUTC());
    TrustedKeys trusted = TrustedKeys.read(keys);
    DayVersion version = woods.approved();
    woods.publishing.version(version, List.of("balance"), "op");
    Signing.use(SigningKeys.read(keys));
    try {
      woods.publishing.version(version, List.of("prices"), "op");
      fetch(Woods.BIRCH);
    } finally {
      Signing.forget();
    }
    assertEquals(2, checked(trusted).publications());
    assertEquals(1, checked(trusted).findings().size());
    assertTrue(checked(trusted).findings().get(0).contains("balance of da"));
    Path out = folder.resolve("out");
    List<String> lists = files().stream().filter(name -> name.endsWith(".sha256")).toList();
    assertEquals(2, lists.size(), files().toString());
    for (String list : lists) {
      assertEquals(List.of(), SignedList.check(out.resolve(list), trusted));
    }
    String prices =
        files().stream().filter(name -> name.matches(".*prices.*csv")).findFirst().orElseThrow();
    Files.writeString(
        out.resolve(prices), Files.readString(out.resolve(prices)).replaceFirst("\\d", "x"));
    String list = prices.replace(".rows.csv", ".sha256");
    assertEquals(
        List.of(out.resolve(prices) + " is not what was signed"),
        SignedList.check(out.resolve(list), trusted));
  }
}
