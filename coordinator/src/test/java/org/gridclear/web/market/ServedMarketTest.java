package org.gridclear.web.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.server.ResponseStatusException;

/** The market of a server. */
class ServedMarketTest {
  @TempDir Path folder;

  @Test
  void aServerWithoutAMarketSaysHowToGiveItOne() {
    ResponseStatusException none =
        assertThrows(ResponseStatusException.class, ServedMarket.NONE::folder);
    assertEquals(404, none.getStatusCode().value());
    assertEquals("This server has no market; start it with --market DIR.", none.getReason());
  }

  @Test
  void aClosedMarketCanBeServedAgain() {
    MarketFolder.Facts facts =
        new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED);
    MarketFolder.create(folder.resolve("m"), facts).close();
    for (int round = 0; round < 2; round++) {
      try (ServedMarket served = ServedMarket.open(folder.resolve("m"))) {
        assertEquals(facts, served.folder().facts());
      }
    }
  }
}
