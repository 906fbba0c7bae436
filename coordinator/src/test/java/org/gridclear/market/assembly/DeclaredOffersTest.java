package org.gridclear.market.assembly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gridclear.account.Scope;
import org.gridclear.io.declaration.DeclarationReader;
import org.gridclear.market.Commitment;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.declaration.RegisteredUnit;
import org.gridclear.market.declaration.UnitKind;
import org.gridclear.market.declaration.UnitRegister;
import org.gridclear.market.gate.Answer;
import org.gridclear.market.gate.Declarant;
import org.gridclear.market.gate.MarketGate;
import org.gridclear.market.gate.Submission;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.quantity.Series;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A date that is assembled from declarations. */
// Rows: A-11
class DeclaredOffersTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant MORNING = Instant.parse("2026-09-30T00:00:00Z");

  private static final String PARAMETERS =
      """
      {"market": "da", "from": "2026-01-01", "minutesPerPeriod": 60,
       "opens": {"daysBefore": 7, "time": "00:00"}, "gate": {"daysBefore": 1, "time": "09:30"},
       "energy": {"floorYuanPerMwh": -200, "capYuanPerMwh": 1500},
       "priceStepYuanPerMwh": 0.01, "segmentCountMax": 10, "segmentMwMin": 1,
       "startYuanCap": 1000000, "noLoadYuanPerHCap": 50000, "jumpFactor": 10,
       "products": [], "defaults": {"lastDays": 7, "referenceOffer": false}}
      """;

  private static final String THERMAL =
      """
      {"unit": "G1", "kind": "thermal", "minMw": 100, "maxMw": 600, "noLoadYuanPerH": 1000,
       "segments": [{"toMw": 300, "yuanPerMwh": 310}, {"toMw": 600, "yuanPerMwh": %s}],
       "starts": [{"state": "hot", "yuan": 20000}]}
      """;

  private static final String SCHEDULE =
      "{\"unit\": \"G2\", \"kind\": \"self-schedule\", \"mw\": 80}";

  private static final String STORAGE =
      "{\"unit\": \"S1\", \"kind\": \"storage\", \"maxChargeMw\": 40, \"maxDischargeMw\": 30,"
          + " \"bidYuanPerMwh\": 200, \"offerYuanPerMwh\": 400}";

  @TempDir Path folder;
  private MarketFolder market;
  private PieceStore pieces;

  @BeforeEach
  void open() {
    market =
        MarketFolder.create(
            folder.resolve("m"),
            new MarketFolder.Facts(
                "north", "Asia/Shanghai", "yuan", MarketDatabases.empty("embedded")));
    pieces = new PieceStore(market);
    SmallMarket.network(pieces);
    SmallMarket.steps(pieces).forEach(Runnable::run);
    gate(MORNING).parameters().add(PARAMETERS, "operator");
  }

  @AfterEach
  void close() {
    market.close();
  }

  /** Declarations at a time; the units' ids in the case are those of the registry in small. */
  private MarketGate gate(Instant now) {
    return MarketGate.of(market, new Units(), Clock.fixed(now, ZONE));
  }

  private static final class Units implements UnitRegister {
    @Override
    public Optional<RegisteredUnit> unit(String id, LocalDate date) {
      return units(date).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public List<RegisteredUnit> units(LocalDate date) {
      return List.of(
          unit("G1", UnitKind.THERMAL), unit("G2", UnitKind.THERMAL), unit("S1", UnitKind.STORAGE));
    }

    private static RegisteredUnit unit(String id, UnitKind kind) {
      return new RegisteredUnit(
          id,
          id.toLowerCase(java.util.Locale.ROOT),
          kind,
          "north",
          OptionalLong.empty(),
          OptionalLong.empty());
    }

    @Override
    public Stream<Record> records(String id) {
      return Stream.empty();
    }
  }

  private void declare(String... declarations) {
    String file =
        "{\"market\": \"da\", \"date\": \"%s\", \"member\": \"north\", \"declarations\": [%s]}"
            .formatted(SmallMarket.DATE, String.join(", ", declarations));
    Answer answer =
        gate(MORNING)
            .desk()
            .submit(
                new Submission(
                    new Declarant("ann", Scope.ALL),
                    Optional.empty(),
                    Optional.empty(),
                    DeclarationReader.read(file.getBytes(StandardCharsets.UTF_8))));
    assertTrue(answer.isAccepted(), answer.toString());
  }

  private AssembledCase assemble(Instant gate) {
    return new Assembly(
            pieces,
            SmallMarket.CLOCK,
            SmallMarket.ALL,
            new DeclaredOffers(gate(SmallMarket.NOON.now())))
        .make(
            AssemblyRequest.of(
                org.gridclear.clearing.input.Market.DA, SmallMarket.DATE, gate, java.util.Set.of()),
            SmallMarket.NOON.now());
  }

  private static ThermalUnit unit(AssembledCase made, String id) {
    return made.day().thermalUnits().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsInForceIsTheCaseAndTheSameAgain() {
    declare(THERMAL.formatted("399"), SCHEDULE, STORAGE);
    declare(THERMAL.formatted("400"));
    AssembledCase made = assemble(SmallMarket.GATE);
    assertEquals(List.of(32_000.0, 94_000.0, 214_000.0), unit(made, "g1").offer(5).yuanPerH());
    assertEquals(20_000, unit(made, "g1").startCategories().get(0).costYuan());
    assertEquals(80, unit(made, "g2").pMaxMw().at(0));
    assertEquals(Commitment.ON, unit(made, "g2").commitment().get(0));
    assertEquals(Commitment.OFF, unit(made, "g2").commitment().get(10));
    assertEquals(Series.constant(-200, 24), made.day().storageUnits().get(0).chargeYuanPerMwh());
    assertEquals(33.3, made.day().profiledUnits().get(0).maxMw().at(3));
    assertEquals(
        List.of("G1 energy", "G2 energy", "S1 energy"),
        made.manifest().pieces().stream()
            .filter(each -> each.kind().equals("declaration"))
            .map(Piece::id)
            .toList());
    assertArrayEquals(made.content(), assemble(SmallMarket.GATE).content());
  }

  /** Two markets that differ in one declaration: one part of the case and one piece differ. */
  @Test
  void anotherDeclarationChangesWhatHangsOnItAlone() throws Exception {
    declare(THERMAL.formatted("400"), SCHEDULE, STORAGE);
    AssembledCase one = assemble(SmallMarket.GATE);
    close();
    folder = java.nio.file.Files.createDirectory(folder.resolve("other"));
    open();
    declare(THERMAL.formatted("401"), SCHEDULE, STORAGE);
    AssembledCase other = assemble(SmallMarket.GATE);
    assertNotEquals(one.manifest().caseHash(), other.manifest().caseHash());
    TreeSet<String> differ = new TreeSet<>();
    one.manifest()
        .parts()
        .forEach(
            (part, hash) -> {
              if (!hash.equals(other.manifest().parts().get(part))) {
                differ.add(part);
              }
            });
    assertEquals(new TreeSet<>(List.of("thermalUnits")), differ);
    assertEquals(
        List.of("declaration G1 energy"),
        one.manifest().pieces().stream()
            .filter(each -> !other.manifest().pieces().contains(each))
            .map(each -> each.kind() + " " + each.id())
            .toList());
  }

  @Test
  void aUnitWithoutAnOfferRefusesTheCaseByName() {
    declare(THERMAL.formatted("400"), STORAGE);
    String said =
        assertThrows(InvalidInputException.class, () -> assemble(SmallMarket.GATE)).getMessage();
    assertTrue(said.contains("unit G2") && !said.contains("unit G1"), said);
  }

  @Test
  void aCaseOfATimeBeforeTheGateIsRefused() {
    declare(THERMAL.formatted("400"), SCHEDULE, STORAGE);
    OffersInForce open = new DeclaredOffers(gate(MORNING));
    Gate late =
        new Gate(org.gridclear.clearing.input.Market.DA, SmallMarket.DATE, SmallMarket.NOON.now());
    assertThrows(IllegalArgumentException.class, () -> open.offered(late, SmallMarket.network()));
    OffersInForce offers = new DeclaredOffers(gate(SmallMarket.NOON.now()));
    Gate early =
        new Gate(
            org.gridclear.clearing.input.Market.DA,
            SmallMarket.DATE,
            SmallMarket.GATE.minusSeconds(4 * 3600));
    String said =
        assertThrows(
                IllegalArgumentException.class, () -> offers.offered(early, SmallMarket.network()))
            .getMessage();
    assertTrue(said.contains("2026-09-30T09:30+08:00"), said);
  }
}
