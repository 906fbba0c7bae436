package org.gridclear.market.assembly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a market keeps beside its cases is not shown as one. */
class KeptCasesTest {
  @TempDir Path folder;

  @Test
  void aCaseIsFoundByItsHashAndNothingElseIs() {
    try (MarketFolder market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts(
                "north", "Asia/Shanghai", "yuan", MarketDatabases.empty("embedded")))) {
      PieceStore store = new PieceStore(market);
      SmallMarket.network(store);
      SmallMarket.steps(store).forEach(Runnable::run);
      AssembledCase made = SmallMarket.assemble(store);
      String hash = market.content().put(made.content());
      String other = market.content().put("{\"mine\": 1}".getBytes(StandardCharsets.UTF_8));
      AssembledCase.Kept cases = new AssembledCase.Kept(market);
      assertArrayEquals(made.content(), cases.find(hash).orElseThrow());
      assertEquals(made.day().network().buses(), cases.day(hash).orElseThrow().network().buses());
      assertEquals(Optional.empty(), cases.day(other), "kept, but no case");
      assertEquals(Optional.empty(), cases.find("0".repeat(64)), "not kept");
      assertEquals(Optional.empty(), cases.find("../market.yaml"), "no hash");
    }
  }
}
