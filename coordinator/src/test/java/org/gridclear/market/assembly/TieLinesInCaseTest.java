package org.gridclear.market.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.intake.NetworkVersions;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.intake.SeriesImport;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.PieceStore;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each market clears the schedule of its tie lines that was the latest known at its gate. */
// Rows: A-08
class TieLinesInCaseTest {
  private static final Set<NetworkPart> ALL_BUT_TIE_LINES =
      Set.of(
          NetworkPart.LOADS,
          NetworkPart.RENEWABLES,
          NetworkPart.STATE,
          NetworkPart.REGISTRY,
          NetworkPart.OFFERS);

  @TempDir Path folder;

  private static MarketDay network() {
    MarketDay day = SmallMarket.network();
    return day.withResources(
        day.profiledUnits(),
        day.storageUnits(),
        day.flexibleLoads(),
        List.of(new Interchange("east", "b", Series.constant(-3, 24))));
  }

  private static Instant at(String local) {
    return OffsetDateTime.parse(local + "+08:00").toInstant();
  }

  private static void schedule(PieceStore store, String knownAt, String mw) {
    SeriesImport.Result result =
        new SeriesImport(store, SmallMarket.CLOCK)
            .take(
                SmallMarket.series(
                    "tie-line-schedule", knownAt + "+08:00", Map.of("east", SmallMarket.flat(mw))),
                false,
                new Recording("anna", at(knownAt)));
    assertEquals(false, result.refused(), result.findings().toString());
  }

  private static MarketDay cleared(PieceStore store, Market market, String gate) {
    Assembly assembly =
        new Assembly(store, SmallMarket.CLOCK, SmallMarket.ALL, SmallMarket.AS_THEY_ARE);
    return assembly
        .make(
            AssemblyRequest.of(market, SmallMarket.DATE, at(gate), ALL_BUT_TIE_LINES),
            at("2026-10-01T00:00"))
        .day();
  }

  @Test
  void everyMarketHoldsWhatWasTheLatestAtItsGate() {
    try (MarketDatabase database = MarketDatabases.open("embedded", folder)) {
      PieceStore store = new PieceStore(database, new ContentStore(folder.resolve("content")));
      new NetworkVersions(store, SmallMarket.CLOCK)
          .keep(
              network(),
              LocalDate.of(2026, 1, 1),
              "EMS",
              SmallMarket.GATE.minusSeconds(86_400),
              SmallMarket.NOON);
      String said =
          assertThrows(RuntimeException.class, () -> cleared(store, Market.DA, "2026-09-30T12:00"))
              .getMessage();
      assertTrue(said.contains("tie-line-schedule of east, 2026-10-01 00:00 = absent"), said);
      schedule(store, "2026-09-30T09:00", "5");
      schedule(store, "2026-09-30T11:00", "7");
      schedule(store, "2026-09-30T21:00", "-9");
      schedule(store, "2026-09-30T23:50", "11");
      Map<Market, String> gates =
          Map.of(
              Market.LT_RUC, "2026-09-30T10:00",
              Market.DA, "2026-09-30T12:00",
              Market.ID, "2026-09-30T23:45",
              Market.RT, "2026-09-30T23:55");
      Map<Market, Double> mw =
          Map.of(Market.LT_RUC, 5.0, Market.DA, 7.0, Market.ID, -9.0, Market.RT, 11.0);
      gates.forEach(
          (market, gate) -> {
            List<Interchange> lines = cleared(store, market, gate).interchanges();
            assertEquals(1, lines.size());
            assertEquals(mw.get(market), lines.get(0).importMw().at(13), market.toString());
          });
    }
  }
}
