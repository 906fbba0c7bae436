package org.gridclear.market.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.file.DamagedFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A market folder: made once, opened again, never over something else. */
class MarketFolderTest {
  private static final MarketFolder.Facts FACTS =
      new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED);

  @TempDir Path folder;

  @Test
  void aMarketIsOpenedAsItWasMade() {
    Path path = folder.resolve("market");
    MarketFolder.create(path, FACTS).close();
    try (MarketFolder market = MarketFolder.open(path)) {
      assertEquals(FACTS, market.facts());
    }
  }

  @Test
  void banksKnowTheCurrencyOfTheMarketByItsCode() {
    assertEquals("CNY", FACTS.currencyCode());
    assertEquals(
        "EUR", new MarketFolder.Facts("n", "Europe/Oslo", "EUR", FACTS.database()).currencyCode());
  }

  @Test
  void aFolderOfSomethingElseIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "x");
    assertThrows(IllegalArgumentException.class, () -> MarketFolder.create(folder, FACTS).close());
    assertFalse(Files.exists(folder.resolve("market.json")));
    assertFalse(Files.exists(folder.resolve("database")));
  }

  @Test
  void aZoneOfTimeThatIsNoneIsRefusedBeforeAnythingIsMade() {
    Path path = folder.resolve("market");
    MarketFolder.Facts wrong =
        new MarketFolder.Facts("north", "Asia/Nowhere", "yuan", MarketDatabase.EMBEDDED);
    String said =
        assertThrows(IllegalArgumentException.class, () -> MarketFolder.create(path, wrong).close())
            .getMessage();
    assertTrue(said.contains("Asia/Nowhere"), said);
    assertFalse(Files.exists(path));
  }

  @Test
  void anotherProcessThatHasItOpenIsNamed() {
    Path path = folder.resolve("market");
    try (MarketFolder first = MarketFolder.create(path, FACTS)) {
      assertEquals(path, first.path());
      Process other = OtherOpener.start(path);
      String said = OtherOpener.said(other);
      assertTrue(said.contains("Another process has it open"), said);
    }
  }

  @Test
  void contentIsFoundByItsHashAndAChangedByteIsSeen() throws IOException {
    ContentStore store = new ContentStore(folder);
    byte[] bytes = "network".getBytes(StandardCharsets.UTF_8);
    String hash = store.put(bytes);
    assertEquals(hash, store.put(bytes));
    assertArrayEquals(bytes, store.get(hash));
    Files.writeString(folder.resolve(hash.substring(0, 2)).resolve(hash), "netwerk");
    assertThrows(DamagedFileException.class, () -> store.get(hash));
  }
}
