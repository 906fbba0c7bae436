package org.gridclear.market.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.market.store.MarketDatabases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that is killed in the middle of declarations. */
class KilledProcessTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void whatHasAReceiptIsThereAfterAKill(String kind) {
    Path market = folder.resolve("market");
    DeclaringProcess.create(market, MarketDatabases.empty(kind));
    List<String> receipts = DeclaringProcess.killedAfter(40, market);
    assertTrue(receipts.size() >= 40, receipts.toString());
    List<String> kept = DeclaringProcess.kept(market);
    Set<String> lost = new LinkedHashSet<>(receipts);
    lost.removeAll(kept);
    assertEquals(Set.of(), lost);
    assertEquals(kept.size(), Set.copyOf(kept).size());
  }
}
