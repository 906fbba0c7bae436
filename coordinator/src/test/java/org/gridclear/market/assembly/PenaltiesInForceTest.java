package org.gridclear.market.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.gridclear.market.Penalties;
import org.gridclear.market.parameter.PenaltyRules;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Penalties that a market has set, in the cases that are made. */
// Rows: M-04
class PenaltiesInForceTest {
  private static final Penalties LATER = new Penalties(26_000, 9_000, 7_000, 6_000, 5_000, 30_000);
  private static final Penalties SET = new Penalties(25_000, 9_000, 7_000, 6_000, 5_000, 30_000);

  @TempDir Path folder;

  private static void set(PieceStore store, Penalties penalties, Instant from) {
    PieceVersion.Facts facts = new PieceVersion.Facts("operator", "", from, Optional.empty(), from);
    store.record(
        PenaltyRules.KEY,
        () -> new PieceStore.Wanted(facts, PenaltyRules.write(penalties)),
        "bob",
        from);
  }

  @Test
  void thoseThatHoldAtTheGateTakeThePlaceOfTheNetworks() {
    try (MarketDatabase database = MarketDatabases.open("embedded", folder)) {
      PieceStore store = new PieceStore(database, new ContentStore(folder.resolve("content")));
      SmallMarket.network(store);
      SmallMarket.steps(store).forEach(Runnable::run);
      Penalties before = SmallMarket.assemble(store).day().penalties();
      set(store, LATER, SmallMarket.GATE.plusMillis(1));
      assertEquals(before, SmallMarket.assemble(store).day().penalties(), "they hold later");
      set(store, SET, SmallMarket.GATE);
      AssembledCase made = SmallMarket.assemble(store);
      assertEquals(SET, made.day().penalties());
      assertTrue(
          made.manifest().pieces().stream().anyMatch(piece -> piece.kind().equals("penalties")));
    }
  }
}
