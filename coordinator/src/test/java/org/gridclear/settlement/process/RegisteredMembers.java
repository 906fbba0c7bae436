package org.gridclear.settlement.process;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.Proposal.Decision;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.registration.ChangeReader;
import org.gridclear.settlement.registration.RegistryLimits;

/** Members that are registered in a market, each with the account {@code 62-ID}. */
public final class RegisteredMembers {
  private RegisteredMembers() {}

  public static void register(MarketFolder market, Clock clock, String... ids) {
    String records =
        Stream.of(ids)
            .map(
                """
                {"kind": "member", "id": "%s", "from": "2026-01-01", "name": "M", "type": "user",
                 "bank": "62-%<s"}\
                """
                    ::formatted)
            .collect(Collectors.joining(","));
    byte[] text =
        "{\"format\": \"gridclear-registry\", \"version\": 1, \"records\": [%s]}"
            .formatted(records)
            .getBytes(StandardCharsets.UTF_8);
    MarketRegistry registry = new MarketRegistry(market, RegistryLimits.STANDARD, clock);
    long number =
        registry
            .propose(
                new MarketRegistry.Wanted(
                    "ann", "", "m.json", ChangeReader.json("m.json", text), Map.of()))
            .number()
            .orElseThrow();
    registry.review(new MarketRegistry.ReviewWanted(number, Decision.APPROVED, "bob", ""));
  }
}
