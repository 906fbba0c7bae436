package org.gridclear.market.gate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.gridclear.account.Scope;
import org.gridclear.io.declaration.DeclarationReader;
import org.gridclear.market.declaration.RegisteredUnit;
import org.gridclear.market.declaration.UnitKind;
import org.gridclear.market.declaration.UnitRegister;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.declaration.DeclarationStore;

/**
 * A desk for tests: 1 December 2026 in the day-ahead market of Shanghai, whose gate closes on 30
 * November at 09:30, and a clock that is set.
 */
final class Desk {
  static final LocalDate DATE = LocalDate.of(2026, 12, 1);
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final Instant MORNING = Instant.parse("2026-11-30T00:00:00Z");
  static final Instant GATE = Instant.parse("2026-11-30T01:30:00Z");

  static final String PARAMETERS =
      """
      {"market": "da", "from": "2026-01-01", "minutesPerPeriod": 60,
       "opens": {"daysBefore": 7, "time": "00:00"}, "gate": {"daysBefore": 1, "time": "09:30"},
       "energy": {"floorYuanPerMwh": -200, "capYuanPerMwh": 1500},
       "priceStepYuanPerMwh": 0.01, "segmentCountMax": 10, "segmentMwMin": 1,
       "startYuanCap": 1000000, "noLoadYuanPerHCap": 50000, "jumpFactor": 10,
       "products": [{"product": "spin", "floorYuanPerMwh": 0, "capYuanPerMwh": 100},
         {"product": "agc", "floorYuanPerMwh": 0, "capYuanPerMwh": 80, "mileageYuanPerMwCap": 15,
          "mileagePerMwh": 6.5}],
       "defaults": {"lastDays": 7, "referenceOffer": true}}
      """;

  /** An offer that meets every rule; a number makes others of it. */
  static final String OFFER =
      """
      {"unit": "G1", "kind": "thermal", "minMw": 120, "maxMw": 300, "noLoadYuanPerH": 850.5,
       "segments": [{"toMw": 150, "yuanPerMwh": 310}, {"toMw": 300, "yuanPerMwh": 342.5}],
       "starts": [{"state": "hot", "yuan": 20000},
         {"state": "warm", "afterHours": 8, "yuan": 35000},
         {"state": "cold", "afterHours": 24, "yuan": 60000}]}
      """;

  final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
  final List<Registered> registered = new ArrayList<>();
  final String market;
  final DeclarationStore store;
  final DeclarationDesk desk;
  final GateOperation gate;
  final UnitRegister units;

  /** A record of the registry. */
  record Registered(
      String id, UnitKind kind, String owner, LocalDate from, LocalDate to, OptionalLong maxMw) {
    boolean on(LocalDate date) {
      return !date.isBefore(from) && !date.isAfter(to);
    }

    RegisteredUnit unit() {
      return new RegisteredUnit(id, id, kind, owner, OptionalLong.empty(), maxMw);
    }
  }

  private Desk(DeclarationStore store, String market) {
    this.store = store;
    this.market = market;
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZONE;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now.get();
          }
        };
    this.units = register();
    this.desk = new DeclarationDesk(store, units, ZONE, clock);
    this.gate = new GateOperation(store, units, desk.parameters(), clock);
  }

  /** A desk of a market of its own, with the units G1, W1, S1, U1 of north, and G2 of south. */
  static Desk of(MarketDatabase database) {
    DeclarationStore store = new DeclarationStore(database);
    Desk desk = new Desk(store, "da" + (store.parameters().size() + 1));
    desk.parameters(PARAMETERS);
    desk.unit("G1", UnitKind.THERMAL, "north");
    desk.unit("G2", UnitKind.THERMAL, "south");
    desk.unit("W1", UnitKind.RENEWABLE, "north");
    desk.unit("S1", UnitKind.STORAGE, "north");
    desk.unit("U1", UnitKind.DEMAND, "north");
    return desk;
  }

  /** Gives the market parameters. */
  int parameters(String text) {
    return desk.parameters().add(mine(text), "operator").version();
  }

  /** A text of the market da as one of this market. */
  private String mine(String text) {
    return text.replace("\"market\": \"da\"", "\"market\": \"%s\"".formatted(market));
  }

  void unit(String id, UnitKind kind, String owner) {
    unit(id, kind, owner, LocalDate.of(2020, 1, 1), LocalDate.of(2099, 12, 31));
  }

  void unit(String id, UnitKind kind, String owner, LocalDate from, LocalDate to) {
    registered.add(new Registered(id, kind, owner, from, to, OptionalLong.of(3_000_000)));
  }

  private UnitRegister register() {
    return new UnitRegister() {
      @Override
      public Optional<RegisteredUnit> unit(String id, LocalDate date) {
        return units(date).stream().filter(each -> each.id().equals(id)).findFirst();
      }

      @Override
      public List<RegisteredUnit> units(LocalDate date) {
        return registered.stream()
            .filter(each -> each.on(date))
            .map(Registered::unit)
            .sorted(Comparator.comparing(RegisteredUnit::id))
            .toList();
      }

      @Override
      public Stream<Record> records(String id) {
        return registered.stream()
            .filter(each -> each.id().equals(id))
            .map(
                each ->
                    new Record(each.owner(), "from %s to %s".formatted(each.from(), each.to())));
      }
    };
  }

  static Declarant of(String... members) {
    return new Declarant("account-of-" + members[0], Scope.ofMembers(List.of(members)));
  }

  static Declarant everybody() {
    return new Declarant("operator", Scope.ALL);
  }

  static String file(String member, String... declarations) {
    return "{\"market\": \"da\", \"date\": \"%s\", \"member\": \"%s\", \"declarations\": [%s]}"
        .formatted(DATE, member, String.join(", ", declarations));
  }

  Answer submit(Declarant by, String file) {
    return desk.submit(
        new Submission(
            by,
            Optional.empty(),
            Optional.empty(),
            DeclarationReader.read(mine(file).getBytes(StandardCharsets.UTF_8))));
  }

  /** What becomes of one declaration of north. */
  Outcome north(String declaration) {
    return submit(of("north"), file("north", declaration)).outcomes().get(0);
  }

  /** The receipt of one declaration of north. */
  Outcome.Receipt receipt(String declaration) {
    Outcome outcome = north(declaration);
    if (outcome instanceof Outcome.Accepted accepted) {
      return accepted.receipt();
    }
    throw new AssertionError(outcome.objections().toString());
  }

  /** The offer with its greatest price changed. */
  static String priced(double yuanPerMwh) {
    return OFFER.replace("342.5", "" + yuanPerMwh);
  }
}
