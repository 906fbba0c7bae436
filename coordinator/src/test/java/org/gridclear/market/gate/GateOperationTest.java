package org.gridclear.market.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.market.declaration.UnitKind;
import org.gridclear.market.declaration.check.DeclarationRule;
import org.gridclear.market.declaration.check.Objection;
import org.gridclear.market.store.declaration.StoredOffer.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in force at a gate, on each kind of database. */
// Rows: A-11
class GateOperationTest {
  @TempDir static Path folder;
  private static Kinds kinds;

  @BeforeAll
  static void open() {
    kinds = new Kinds(folder);
  }

  @AfterAll
  static void close() {
    kinds.close();
  }

  /** A desk whose only units that must offer are G1 of north and those that a test adds. */
  private static Desk desk(String kind) {
    Desk desk = kinds.desk(kind);
    desk.registered.removeIf(each -> !each.id().equals("G1"));
    return desk;
  }

  private static GateReport report(Desk desk) {
    return desk.gate.inForce(desk.market, Desk.DATE, "operator");
  }

  private static List<DeclarationRule> rules(GateReport report) {
    return report.objections().stream().map(Objection::rule).toList();
  }

  /** Declares for another date, on the day before it. */
  private static Outcome.Receipt on(Desk desk, LocalDate date, String declaration) {
    desk.now.set(date.minusDays(1).atTime(8, 0).atZone(Desk.ZONE).toInstant());
    Answer answer =
        desk.submit(
            Desk.of("north"),
            Desk.file("north", declaration).replace("" + Desk.DATE, date.toString()));
    assertTrue(answer.isAccepted(), answer.toString());
    return ((Outcome.Accepted) answer.outcomes().get(0)).receipt();
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void theLastVersionBeforeTheGateIsInForceAndKept(String kind) {
    Desk desk = desk(kind);
    desk.receipt(Desk.OFFER);
    assertEquals(GateReport.State.OPEN, report(desk).state());
    Outcome.Receipt last = desk.receipt(Desk.priced(350));
    desk.now.set(Desk.GATE);
    GateReport closed = report(desk);
    assertEquals(GateReport.State.CLOSED, closed.state());
    assertEquals(Desk.GATE, closed.gate());
    assertEquals(
        List.of(last.number()), closed.offers().stream().map(OfferInForce::version).toList());
    assertEquals(last.hash(), closed.offers().get(0).hash());
    desk.registered.clear();
    desk.now.set(Desk.GATE.plus(Duration.ofDays(90)));
    GateReport later = report(desk);
    assertEquals(closed.offers(), later.offers());
    assertEquals(closed.state(), later.state());
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void theLastDaysThenTheReferenceOfferHoldByDefault(String kind) {
    Desk desk = desk(kind);
    ReferenceOffers references =
        new ReferenceOffers(desk.store, desk.units, desk.desk.parameters());
    String file = Desk.file("north", Desk.priced(999)).replace("\"da\"", "\"" + desk.market + "\"");
    references.add(file.replace("" + Desk.DATE, "2026-10-01"), "operator");
    desk.now.set(Desk.GATE);
    GateReport reference = report(desk);
    assertEquals(Source.REFERENCE, reference.offers().get(0).source());
    assertEquals("default, reference offer version 1", reference.offers().get(0).provenance());
    assertEquals(List.of(DeclarationRule.DEFAULT_TAKEN), rules(reference));
    assertEquals(reference, report(desk));

    Desk other = desk(kind);
    Outcome.Receipt eight = on(other, Desk.DATE.minusDays(8), Desk.priced(500));
    Outcome.Receipt seven = on(other, Desk.DATE.minusDays(7), Desk.priced(501));
    Outcome.Receipt two = on(other, Desk.DATE.minusDays(2), Desk.priced(502));
    on(other, Desk.DATE.minusDays(1), "{\"unit\":\"G1\",\"kind\":\"self-schedule\",\"mw\":200}");
    other.now.set(Desk.MORNING);
    OfferInForce last = report(other).offers().get(0);
    assertEquals(Source.LAST_DAYS, last.source());
    assertEquals(two.number(), last.version());
    assertEquals(Desk.DATE, last.declaration().date());
    assertEquals(List.of(DeclarationRule.DEFAULT_TAKEN), rules(report(other)));
    assertTrue(eight.number() < seven.number());
    GateReport sixDaysOn = other.gate.inForce(other.market, Desk.DATE.plusDays(5), "operator");
    assertEquals(two.number(), sixDaysOn.offers().get(0).version());
    GateReport weekOn = other.gate.inForce(other.market, Desk.DATE.plusDays(6), "operator");
    assertEquals(List.of(DeclarationRule.OFFER_AT_GATE), rules(weekOn));
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void aUnitWithoutOfferOrDefaultIsNamedAndTheGateIsNotKept(String kind) {
    Desk desk = desk(kind);
    desk.unit("G7", UnitKind.THERMAL, "north");
    desk.receipt(Desk.OFFER);
    desk.now.set(Desk.GATE);
    GateReport report = report(desk);
    assertEquals(GateReport.State.INCOMPLETE, report.state());
    assertEquals(List.of(DeclarationRule.OFFER_AT_GATE), rules(report));
    String said =
        assertThrows(IllegalArgumentException.class, report::throwIfIncomplete).getMessage();
    assertTrue(said.contains("G7 energy = no declaration"), said);
    ReferenceOffers references =
        new ReferenceOffers(desk.store, desk.units, desk.desk.parameters());
    String file =
        Desk.file("north", Desk.OFFER.replace("G1", "G7"))
            .replace("\"da\"", "\"" + desk.market + "\"");
    references.add(file, "operator");
    assertEquals(GateReport.State.CLOSED, report(desk).state());
    assertEquals(2, report(desk).offers().size());
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void aDeclarationOfAFormerOwnerIsNotInForce(String kind) {
    Desk desk = desk(kind);
    desk.receipt(Desk.OFFER);
    desk.registered.clear();
    desk.unit("G1", UnitKind.THERMAL, "south");
    desk.now.set(Desk.GATE);
    assertEquals(
        List.of(DeclarationRule.OWNER_AT_GATE, DeclarationRule.OFFER_AT_GATE), rules(report(desk)));
    desk.now.set(Desk.MORNING);
    Answer south = desk.submit(Desk.of("south"), Desk.file("south", Desk.priced(400)));
    assertTrue(south.isAccepted(), south.toString());
    desk.now.set(Desk.GATE);
    assertEquals(List.of(), rules(report(desk)));
    assertEquals("south", report(desk).offers().get(0).declaration().member());
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void aDeclarationOfAUnitThatRetiredSinceIsSaidAndNotInForce(String kind) {
    Desk desk = desk(kind);
    desk.receipt(Desk.OFFER);
    desk.registered.clear();
    desk.now.set(Desk.GATE);
    GateReport report = report(desk);
    assertEquals(GateReport.State.CLOSED, report.state());
    assertEquals(List.of(), report.offers());
    assertEquals(List.of(DeclarationRule.OWNER_AT_GATE), rules(report));
  }

  /** What a default says must meet the rules of the day, of a shorter one too. */
  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void aDefaultThatIsOverACapOfTheDayDoesNotHold(String kind) {
    Desk desk = desk(kind);
    on(desk, Desk.DATE.minusDays(2), Desk.priced(500));
    on(desk, Desk.DATE.minusDays(1), Desk.priced(1200));
    desk.now.set(Desk.DATE.minusDays(8).atStartOfDay(Desk.ZONE).toInstant());
    desk.parameters(
        Desk.PARAMETERS.replace("1500", "1000").replace("2026-01-01", Desk.DATE.toString()));
    desk.now.set(Desk.MORNING);
    OfferInForce offer = report(desk).offers().get(0);
    assertTrue(offer.hash().length() == 64 && offer.source() == Source.LAST_DAYS);
    assertEquals(
        500_000,
        ((org.gridclear.market.declaration.ThermalOffer) offer.declaration().terms())
            .segments()
            .at(0)
            .segments()
            .get(1)
            .yuanPerMwh());
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void whatWasWithdrawnIsNotInForceAndOptionalUnitsNeedNothing(String kind) {
    Desk desk = desk(kind);
    desk.unit("W1", UnitKind.RENEWABLE, "north");
    desk.unit("U1", UnitKind.DEMAND, "north");
    desk.receipt(Desk.OFFER);
    desk.receipt(
        "{\"unit\":\"G1\",\"kind\":\"ancillary\",\"products\":[{\"product\":\"spin\","
            + "\"maxMw\":30,\"yuanPerMwh\":15}]}");
    assertEquals(2, report(desk).offers().size());
    desk.receipt("{\"unit\":\"G1\",\"kind\":\"withdrawal\",\"slot\":\"ancillary\"}");
    assertEquals(1, report(desk).offers().size());
    desk.receipt("{\"unit\":\"G1\",\"kind\":\"withdrawal\",\"slot\":\"energy\"}");
    assertEquals(List.of(DeclarationRule.OFFER_AT_GATE), rules(report(desk)));
    assertTrue(report(desk).objections().get(0).value().equals("withdrawn"));
  }
}
