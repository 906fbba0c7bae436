package org.gridclear.market.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.Proposal;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.registration.ChangeReader;
import org.gridclear.settlement.registration.RegistryLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is in the market on a date, as the registry knew it at a gate. */
class RegisteredOnDateTest {
  private static final Instant EARLY = Instant.parse("2026-09-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-09-20T00:00:00Z");

  @TempDir Path folder;

  private static String unit(String id, String stage, String element) {
    return """
    {"kind": "unit", "id": "%s", "from": "2026-01-01", "name": "x", "member": "north",
     "type": "gas", "stage": "%s", "capacityMw": 100, "pricePoint": "b1", "element": "%s"}
    """
        .formatted(id, stage, element);
  }

  private static void change(MarketFolder market, Instant now, String... records) {
    MarketRegistry registry =
        new MarketRegistry(market, RegistryLimits.STANDARD, Clock.fixed(now, ZoneOffset.UTC));
    byte[] document =
        "{\"format\": \"gridclear-registry\", \"version\": 1, \"records\": [%s]}"
            .formatted(String.join(", ", records))
            .getBytes(StandardCharsets.UTF_8);
    long number =
        registry
            .propose(
                new MarketRegistry.Wanted(
                    "ann", "note", "f.json", ChangeReader.json("f.json", document), Map.of()))
            .number()
            .orElseThrow();
    registry.review(
        new MarketRegistry.ReviewWanted(number, Proposal.Decision.APPROVED, "bob", "because"));
  }

  private static RegistryInForce.Registered on(MarketFolder market, String date, Instant gate) {
    LocalDate day = LocalDate.parse(date);
    return new RegisteredOnDate(
            new MarketRegistry(market, RegistryLimits.STANDARD, Clock.fixed(LATE, ZoneOffset.UTC)),
            market.content())
        .on(day, new Gate(Market.DA, day, gate));
  }

  @Test
  void theRevisionThatWasApprovedAtTheGateCountsOnItsDate() {
    MarketFolder.Facts facts =
        new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED);
    try (MarketFolder market = MarketFolder.create(folder.resolve("m"), facts)) {
      change(
          market,
          EARLY,
          "{\"kind\": \"member\", \"id\": \"north\", \"from\": \"2026-01-01\", \"name\": \"N\","
              + " \"type\": \"generator\"}",
          "{\"kind\": \"price-point\", \"id\": \"b1\", \"from\": \"2026-01-01\", \"name\": \"1\","
              + " \"bus\": \"1\"}",
          unit("U1", "commercial", "g1"));
      change(market, LATE, unit("U2", "commercial", "g2"), unit("U3", "shutdown", "g3"));
      RegistryInForce.Registered early = on(market, "2026-10-01", LATE.minusMillis(1));
      RegistryInForce.Registered late = on(market, "2026-10-01", LATE);
      assertEquals(Map.of("g1", "north"), early.owners());
      assertEquals(Map.of("g1", "north", "g2", "north"), late.owners());
      assertNotEquals(early.piece().hash(), late.piece().hash());
      assertTrue(
          new String(market.content().get(late.piece().hash()), StandardCharsets.UTF_8)
              .contains("\"U2\""));
      String said =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> on(market, "2026-10-01", EARLY.minusMillis(1)))
              .getMessage();
      assertTrue(said.contains("nothing is registered, in revision 0"), said);
      change(market, LATE, unit("U4", "commercial", "g1"));
      String twice =
          assertThrows(IllegalArgumentException.class, () -> on(market, "2026-10-01", LATE))
              .getMessage();
      assertTrue(twice.contains("two records of the registry are of 'g1'"), twice);
    }
  }
}
