package org.gridclear.bench.gate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.gridclear.account.Scope;
import org.gridclear.io.declaration.DeclarationReader;
import org.gridclear.market.MarketDay;
import org.gridclear.market.gate.Answer;
import org.gridclear.market.gate.Declarant;
import org.gridclear.market.gate.MarketGate;
import org.gridclear.market.gate.Outcome;
import org.gridclear.market.gate.RegisteredUnits;
import org.gridclear.market.gate.Submission;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.Billing;
import org.gridclear.settlement.registry.entry.Resource;

/**
 * A market whose thermal units are declared again and again, ten segments each.
 *
 * @param gate its declarations
 * @param date the trading date
 * @param unitCount units U1, U2 … of fifty members
 */
record DeclaringMarket(MarketGate gate, LocalDate date, int unitCount) {
  private static final String ZONE = "Asia/Shanghai";
  private static final int MEMBERS = 50;
  private static final int SEGMENTS = 10;

  private static final String PARAMETERS =
      """
      {"market": "da", "from": "2026-01-01", "minutesPerPeriod": 15,
       "opens": {"daysBefore": 30, "time": "00:00"}, "gate": {"daysBefore": 1, "time": "09:30"},
       "energy": {"floorYuanPerMwh": -200, "capYuanPerMwh": 1500},
       "priceStepYuanPerMwh": 0.001, "segmentCountMax": 10, "segmentMwMin": 1,
       "startYuanCap": 1000000, "noLoadYuanPerHCap": 50000, "jumpFactor": 10,
       "products": [], "defaults": {"lastDays": 7, "referenceOffer": false}}
      """;

  /** Makes the folder. */
  static void create(Path folder, String database) {
    MarketFolder.Facts facts = new MarketFolder.Facts("bench", ZONE, MarketDay.YUAN, database);
    try (MarketFolder market = MarketFolder.create(folder, facts)) {
      of(market, 1).gate().parameters().add(PARAMETERS, "bench");
    }
  }

  /** The market of an open folder. */
  static DeclaringMarket of(MarketFolder market, int unitCount) {
    RegistryState registry =
        RegistryState.of(IntStream.rangeClosed(1, unitCount).mapToObj(n -> unit(n)).toList());
    Clock clock = Clock.systemUTC();
    LocalDate date = LocalDate.ofInstant(clock.instant(), ZoneId.of(ZONE)).plusDays(5);
    return new DeclaringMarket(
        MarketGate.of(market, new RegisteredUnits(() -> registry), clock), date, unitCount);
  }

  private static Resource.Unit unit(int n) {
    return new Resource.Unit(
        "U" + n,
        new Validity(LocalDate.of(2026, 1, 1), null),
        "Unit " + n,
        member(n),
        Resource.UnitType.THERMAL,
        Resource.Stage.COMMERCIAL,
        new Resource.Element(Optional.empty(), List.of()),
        new Resource.Output(3_000_000, OptionalLong.of(1_000_000)),
        new Billing(
            "P1",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty()));
  }

  private static String member(int unit) {
    return "M" + unit % MEMBERS;
  }

  /** The n-th submission as it arrives; no two have the same content. */
  byte[] file(int n) {
    int unit = 1 + n % unitCount;
    List<String> segments = new ArrayList<>();
    for (int k = 1; k <= SEGMENTS; k++) {
      segments.add(
          "{\"toMw\": %d, \"yuanPerMwh\": %d.%03d}"
              .formatted(30 * k, 300 + k + n / unitCount % 1000, n / unitCount / 1000 % 1000));
    }
    String file =
        """
        {"market": "da", "date": "%s", "member": "%s", "declarations": [{"unit": "U%d",
         "kind": "thermal", "minMw": 100, "maxMw": 300, "noLoadYuanPerH": 850.5,
         "segments": [%s], "starts": [{"state": "hot", "yuan": 20000},
         {"state": "warm", "afterHours": 8, "yuan": 35000},
         {"state": "cold", "afterHours": 24, "yuan": 60000}]}]}
        """
            .formatted(date, member(unit), unit, String.join(", ", segments));
    return file.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Submits and gives the receipt.
   *
   * @throws IllegalStateException if it is refused or was there before
   */
  Outcome.Receipt declare(byte[] file) {
    Answer answer =
        gate.desk()
            .submit(
                new Submission(
                    new Declarant("bench", Scope.ALL),
                    Optional.empty(),
                    Optional.empty(),
                    DeclarationReader.read(file)));
    if (answer.isAccepted()
        && answer.outcomes().get(0) instanceof Outcome.Accepted accepted
        && !accepted.duplicate()) {
      return accepted.receipt();
    }
    throw new IllegalStateException(answer.fields().toString());
  }
}
