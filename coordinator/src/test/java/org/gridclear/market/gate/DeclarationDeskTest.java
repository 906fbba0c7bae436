package org.gridclear.market.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gridclear.account.Scope;
import org.gridclear.io.declaration.DeclarationReader;
import org.gridclear.market.declaration.UnitKind;
import org.gridclear.market.declaration.check.DeclarationRule;
import org.gridclear.market.declaration.check.Objection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Submissions and their receipts, on each kind of database. */
// Rows: A-11, L-02
class DeclarationDeskTest {
  private static final String WITHDRAWAL =
      "{\"unit\":\"G1\",\"kind\":\"withdrawal\",\"slot\":\"energy\"}";

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

  private static List<DeclarationRule> refusals(Outcome outcome) {
    assertInstanceOf(Outcome.Refused.class, outcome);
    return outcome.objections().stream()
        .map(Objection::rule)
        .filter(DeclarationRule::refuses)
        .toList();
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void eachVersionReplacesTheOneBeforeAndNoneChanges(String kind) {
    Desk desk = kinds.desk(kind);
    Outcome.Receipt first = desk.receipt(Desk.OFFER);
    assertEquals(1, first.version());
    assertEquals(OptionalLong.empty(), first.replaced());
    assertEquals(Desk.MORNING, first.arrivedAt());
    desk.now.set(Desk.MORNING.plusMillis(1500));
    Outcome.Receipt second = desk.receipt(Desk.priced(350));
    assertEquals(2, second.version());
    assertEquals(OptionalLong.of(first.number()), second.replaced());
    assertNotEquals(first.hash(), second.hash());
    var stored = desk.desk.find(Desk.of("north"), first.number()).orElseThrow();
    assertEquals(first, Outcome.Receipt.of(stored));
    assertTrue(stored.content().contains("342.5"), stored.content());
    assertEquals(
        List.of(1, 2),
        desk.desk.list(Desk.of("north"), desk.market, Desk.DATE).stream()
            .map(each -> each.version())
            .toList());
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void theSameContentAgainHasTheSameReceipt(String kind) {
    Desk desk = kinds.desk(kind);
    Outcome.Receipt first = desk.receipt(Desk.OFFER);
    desk.now.set(Desk.GATE.plusSeconds(5));
    var again =
        assertInstanceOf(
            Outcome.Accepted.class, desk.north(Desk.OFFER.replace("342.5", "342.500")));
    assertTrue(again.duplicate());
    assertEquals(first, again.receipt());
    assertEquals(
        List.of(DeclarationRule.DUPLICATE),
        again.objections().stream().map(Objection::rule).toList());
    assertEquals(1, desk.desk.list(Desk.everybody(), desk.market, Desk.DATE).size());
    assertEquals(List.of(DeclarationRule.NOT_LATE), refusals(desk.north(Desk.priced(400))));
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void theGateAndTheWindowCloseToTheMillisecond(String kind) {
    Desk desk = kinds.desk(kind);
    desk.now.set(Desk.GATE.minusMillis(1));
    desk.receipt(Desk.OFFER);
    desk.now.set(Desk.GATE);
    assertEquals(List.of(DeclarationRule.NOT_LATE), refusals(desk.north(Desk.priced(400))));
    desk.now.set(Desk.DATE.minusDays(7).atStartOfDay(Desk.ZONE).toInstant().minusMillis(1));
    assertEquals(List.of(DeclarationRule.NOT_EARLY), refusals(desk.north(Desk.priced(400))));
    desk.now.set(Desk.DATE.minusDays(7).atStartOfDay(Desk.ZONE).toInstant());
    desk.receipt(Desk.priced(400));
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void anOldFileAfterANewerOneIsRefused(String kind) {
    Desk desk = kinds.desk(kind);
    desk.receipt(Desk.OFFER);
    desk.receipt(Desk.priced(350));
    assertEquals(List.of(DeclarationRule.NOT_REPLAYED), refusals(desk.north(Desk.OFFER)));
    String meant = Desk.OFFER.replace("\"kind\"", "\"replaces\": 2, \"kind\"");
    assertEquals(3, desk.receipt(meant).version());
    assertEquals(
        List.of(DeclarationRule.REPLACES),
        refusals(desk.north(Desk.priced(360).replace("\"kind\"", "\"replaces\": 2, \"kind\""))));
    String prepared = "\"preparedAt\": \"2026-11-30T07:%s:00+08:00\", \"member\"";
    String file = Desk.file("north", Desk.priced(370));
    String later = file.replace("\"member\"", prepared.formatted("30"));
    assertTrue(desk.submit(Desk.of("north"), later).isAccepted());
    String older =
        Desk.file("north", Desk.priced(380)).replace("\"member\"", prepared.formatted("29"));
    assertEquals(
        List.of(DeclarationRule.NOT_REPLAYED),
        refusals(desk.submit(Desk.of("north"), older).outcomes().get(0)));
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void aWithdrawalIsAVersionAndTheOfferMayComeAgain(String kind) {
    Desk desk = kinds.desk(kind);
    assertEquals(List.of(DeclarationRule.WITHDRAWN), refusals(desk.north(WITHDRAWAL)));
    desk.receipt(Desk.OFFER);
    assertEquals(2, desk.receipt(WITHDRAWAL).version());
    assertEquals(List.of(DeclarationRule.NOT_REPLAYED), refusals(desk.north(Desk.OFFER)));
    assertEquals(
        3, desk.receipt(Desk.OFFER.replace("\"kind\"", "\"replaces\": 2, \"kind\"")).version());
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void theOwnerOnTheTradingDateAloneDeclares(String kind) {
    Desk desk = kinds.desk(kind);
    LocalDate sold = Desk.DATE;
    desk.unit("G3", UnitKind.THERMAL, "north", LocalDate.of(2020, 1, 1), sold.minusDays(1));
    desk.unit("G3", UnitKind.THERMAL, "south", sold, LocalDate.of(2099, 1, 1));
    String offer = Desk.OFFER.replace("G1", "G3");
    Answer former = desk.submit(Desk.of("north", "south"), Desk.file("north", offer));
    assertEquals(List.of(DeclarationRule.OWNER), refusals(former.outcomes().get(0)));
    assertTrue(desk.submit(Desk.of("south"), Desk.file("south", offer)).isAccepted());
  }

  /** What belongs to another is answered as what is not there, word for word. */
  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void aUnitOfAnotherIsAnsweredAsOneThatIsNotThere(String kind) {
    Desk desk = kinds.desk(kind);
    String another = desk.north(Desk.OFFER.replace("G1", "G2")).objections().toString();
    String none = desk.north(Desk.OFFER.replace("G1", "G4")).objections().toString();
    assertEquals(none.replace("G4", "G2"), another);
    assertFalse(another.contains("south"), another);
    Answer foreign =
        desk.submit(Desk.of("north"), Desk.file("south", Desk.OFFER.replace("G1", "G2")));
    assertEquals(List.of(DeclarationRule.SCOPE), refusals(foreign.outcomes().get(0)));
    Outcome.Receipt own = desk.receipt(Desk.OFFER);
    assertEquals(Optional.empty(), desk.desk.find(Desk.of("south"), own.number()));
    assertEquals(List.of(), desk.desk.list(Desk.of("south"), desk.market, Desk.DATE));
    Declarant ofZone =
        new Declarant("z", new Scope(Scope.Part.ALL, Scope.Part.of(List.of("a")), Scope.Part.ALL));
    assertEquals(Optional.empty(), desk.desk.find(ofZone, own.number()));
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void whatIsSentToAnotherDayIsRefused(String kind) {
    Desk desk = kinds.desk(kind);
    byte[] file =
        Desk.file("north", Desk.OFFER)
            .replace("\"da\"", "\"%s\"".formatted(desk.market))
            .getBytes(StandardCharsets.UTF_8);
    for (String market : List.of(desk.market, "id")) {
      for (LocalDate date : List.of(Desk.DATE, Desk.DATE.plusDays(1))) {
        Answer answer =
            desk.desk.submit(
                new Submission(
                    Desk.of("north"),
                    Optional.of(market),
                    Optional.of(date),
                    DeclarationReader.read(file)));
        boolean same = market.equals(desk.market) && date.equals(Desk.DATE);
        assertEquals(same, answer.isAccepted(), answer.toString());
        assertEquals(
            !same,
            answer.objections().stream().anyMatch(e -> e.rule() == DeclarationRule.SAME_DAY));
      }
    }
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void aPriceOfAnotherSizeThanTheLastOneIsNoticed(String kind) {
    Desk desk = kinds.desk(kind);
    desk.receipt(Desk.OFFER);
    Outcome near = desk.north(Desk.priced(700));
    assertEquals(List.of(), near.objections());
    Outcome far = desk.north(Desk.OFFER.replace("310", "0.3").replace("342.5", "0.34"));
    assertInstanceOf(Outcome.Accepted.class, far);
    assertEquals(
        List.of(DeclarationRule.PRICE_DIMENSION, DeclarationRule.PRICE_JUMP),
        far.objections().stream().map(Objection::rule).toList());
    assertTrue(far.objections().get(0).advice().contains("give 340."), far.toString());
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void aRefusalIsKeptWithItsReasons(String kind) {
    Desk desk = kinds.desk(kind);
    var refused = assertInstanceOf(Outcome.Refused.class, desk.north(Desk.priced(9999)));
    var kept = desk.desk.findRefusal(Desk.of("north"), refused.number()).orElseThrow();
    assertTrue(kept.reasons().contains("DEC-24 G1 segments 2 yuanPerMwh = 9999"), kept.reasons());
    assertEquals(Optional.empty(), desk.desk.findRefusal(Desk.of("south"), refused.number()));
  }

  /** Many at once in one millisecond: numbers and versions are in one order, none twice. */
  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void declarationsOfOneMillisecondHaveAnOrder(String kind) throws Exception {
    int count = 60;
    List<Outcome.Receipt> receipts = new ArrayList<>();
    Desk desk = kinds.desk(kind);
    var threads = Executors.newFixedThreadPool(12);
    try {
      List<Future<Outcome.Receipt>> sent =
          IntStream.range(0, count)
              .mapToObj(n -> threads.submit(() -> desk.receipt(Desk.priced(400 + n))))
              .toList();
      for (Future<Outcome.Receipt> each : sent) {
        receipts.add(each.get());
      }
    } finally {
      threads.shutdown();
    }
    receipts.sort(java.util.Comparator.comparing(Outcome.Receipt::number));
    for (int n = 0; n < count; n++) {
      assertEquals(n + 1, receipts.get(n).version());
      assertEquals(n > 0, receipts.get(n).replaced().isPresent());
      assertEquals(n == 0 ? 0 : receipts.get(n - 1).number(), receipts.get(n).replaced().orElse(0));
    }
    assertEquals(count, desk.desk.list(Desk.everybody(), desk.market, Desk.DATE).size());
  }

  /** The second of the two loses, whatever both have seen. */
  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void ofTwoThatReplaceTheSameVersionOneIsRefused(String kind) {
    Desk desk = kinds.desk(kind);
    desk.receipt(Desk.OFFER);
    String replaces = "\"replaces\": 1, \"kind\"";
    desk.receipt(Desk.priced(350).replace("\"kind\"", replaces));
    assertEquals(
        List.of(DeclarationRule.REPLACES),
        refusals(desk.north(Desk.priced(360).replace("\"kind\"", replaces))));
  }

  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void parametersHoldFromTheirDateAndDoNotChangeWhatIsOpen(String kind) {
    Desk desk = kinds.desk(kind);
    desk.receipt(Desk.priced(1500));
    String lower = Desk.PARAMETERS.replace("1500", "1000");
    String open = lower.replace("2026-01-01", "2026-12-07");
    var refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            IllegalArgumentException.class, () -> desk.parameters(open));
    assertTrue(refused.getMessage().contains("is open since"), refused.getMessage());
    assertEquals(2, desk.parameters(lower.replace("2026-01-01", "2026-12-08")));
    desk.now.set(desk.now.get().plus(Duration.ofDays(6)));
    String day = Desk.file("north", Desk.priced(1200));
    assertTrue(
        desk.submit(Desk.of("north"), day.replace("" + Desk.DATE, "2026-12-07")).isAccepted());
    Answer capped = desk.submit(Desk.of("north"), day.replace("" + Desk.DATE, "2026-12-08"));
    assertEquals(List.of(DeclarationRule.PRICE_IN_BOUNDS), refusals(capped.outcomes().get(0)));
  }

  /** What a database cannot keep must not take with it what others sent in the same commit. */
  @ParameterizedTest
  @MethodSource(Kinds.SOURCE)
  void aRefusalOfTextThatADatabaseCannotKeepIsKept(String kind) {
    Desk desk = kinds.desk(kind);
    List<String> hostile =
        List.of(
            "{\"unit\": \"G1\", \"kind\": \"withdrawal\", \"slot\": \"energy\", \"\\u0000\": 1}",
            "{\"unit\": \"G\\u0000\", \"kind\": \"thermal\"}",
            "{\"unit\": \"G\\ud800\", \"kind\": \"thermal\"}",
            "{\"unit\": \"G1\", \"kind\": \"self-schedule\", \"mw\": \"\\ud800\"}");
    for (String each : hostile) {
      Outcome.Refused refused = (Outcome.Refused) desk.north(each);
      String reasons =
          desk.desk.findRefusal(Desk.everybody(), refused.number()).orElseThrow().reasons();
      assertEquals(refused.objections().size(), reasons.lines().count(), reasons);
    }
    desk.submit(Desk.everybody(), Desk.file("n\\udc00", Desk.OFFER));
    assertEquals(
        1,
        desk.desk
            .submit(
                new Submission(
                    Desk.everybody(),
                    Optional.of("fifteen letters\ud83d\ude00"),
                    Optional.of(Desk.DATE),
                    DeclarationReader.read(
                        "{\"member\": \"north\", \"declarations\": [%s]}"
                            .formatted(Desk.OFFER)
                            .getBytes(StandardCharsets.UTF_8))))
            .outcomes()
            .size());
  }
}
