package org.gridclear.market.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridclear.market.day.ElementTypes;
import org.gridclear.market.registry.MarketRegistry.Proposed;
import org.gridclear.market.registry.MarketRegistry.ReviewWanted;
import org.gridclear.market.registry.MarketRegistry.Wanted;
import org.gridclear.market.registry.Proposal.Decision;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.RegistryStore;
import org.gridclear.settlement.registration.Change.Key;
import org.gridclear.settlement.registration.ChangeReader;
import org.gridclear.settlement.registration.RegistryLimits;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.Resource;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proposals, reviews and revisions on the embedded database and on PostgreSQL. */
// Rows
class MarketRegistryTest {
  private static final String KINDS = "org.gridclear.market.store.MarketDatabases#kinds";
  private static final Key G1 = new Key(EntryKind.UNIT, "G1");
  private static final String MEMBER =
      "{\"kind\": \"member\", \"id\": \"north\", \"from\": \"2026-01-01\", \"name\": \"North\","
          + " \"type\": \"generator\"}";
  private static final String POINT =
      "{\"kind\": \"price-point\", \"id\": \"b1\", \"from\": \"2026-01-01\", \"name\": \"1\","
          + " \"bus\": \"1\"}";

  @TempDir Path folder;

  private static String unit(String from, String capacity) {
    return """
    {"kind": "unit", "id": "G1", "from": "%s", "name": "G1", "member": "north", "type": "gas",
     "stage": "commercial", "capacityMw": %s, "pricePoint": "b1"}\
    """
        .formatted(from, capacity);
  }

  private static String exit(String kind, String id, String to) {
    return "{\"change\": \"exit\", \"kind\": \"%s\", \"id\": \"%s\", \"to\": \"%s\"}"
        .formatted(kind, id, to);
  }

  /** A registry on a database, and its clock. */
  private record Desk(MarketRegistry registry) {
    static Desk on(MarketDatabase database) {
      Clock clock = Clock.fixed(Instant.parse("2026-09-30T18:30:00.123456Z"), ZoneOffset.UTC);
      return new Desk(
          new MarketRegistry(
              new RegistryStore(database),
              () -> RegistryLimits.STANDARD,
              clock,
              ZoneId.of("Asia/Shanghai")));
    }

    Proposed propose(String by, String... records) {
      byte[] document =
          "{\"format\": \"gridclear-registry\", \"version\": 1, \"records\": [%s]}"
              .formatted(String.join(", ", records))
              .getBytes(java.nio.charset.StandardCharsets.UTF_8);
      return registry.propose(
          new Wanted(by, "note", "f.json", ChangeReader.json("f.json", document), Map.of()));
    }

    Proposal review(long number, Decision decision, String by) {
      return registry.review(new ReviewWanted(number, decision, by, "because"));
    }

    void change(String... records) {
      review(propose("ann", records).number().orElseThrow(), Decision.APPROVED, "bob");
    }

    RegistryState now() {
      return registry.at(OptionalLong.empty()).state();
    }
  }

  private static List<String> words(List<Issue> issues) {
    return issues.stream().map(Issue::line).toList();
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void whatIsProposedHoldsOnceAnotherHasApprovedIt(String kind) {
    String address = MarketDatabases.empty(kind);
    List<Entry> approved;
    try (MarketDatabase database = MarketDatabase.open(folder, address)) {
      Desk desk = Desk.on(database);
      Proposed proposed = desk.propose("ann", MEMBER, POINT, unit("2026-01-01", "100.5"));
      assertEquals(new Proposed(OptionalLong.of(1), 3, 0, List.of()), proposed);
      assertEquals(0, desk.now().all().count());
      assertEquals("open", desk.registry().proposal(1).proposal().state());
      Proposal done = desk.review(1, Decision.APPROVED, "bob");
      assertEquals(OptionalLong.of(1), done.review().orElseThrow().revision());
      assertEquals("2026-09-30T18:30:00.123Z", done.at().toString());
      approved = desk.now().all().toList();
      assertEquals(3, approved.size());
      assertEquals(List.of(), desk.registry().proposals(true));
    }
    try (MarketDatabase database = MarketDatabase.open(folder, address)) {
      assertEquals(approved, Desk.on(database).now().all().toList());
      assertEquals(1, Desk.on(database).registry().proposals(false).size());
    }
  }

  // Rows: J-08
  /** A load is of the type of who buys for it; who buys for itself has the type of its user. */
  @Test
  void loadsAreOfTheTypeOfWhoBuysForThem() {
    try (MarketDatabase database = MarketDatabase.open(folder, MarketDatabase.EMBEDDED)) {
      Desk desk = Desk.on(database);
      String member =
          "{\"kind\": \"member\", \"id\": \"%s\", \"from\": \"2026-01-01\", \"name\": \"x\","
              + " \"type\": \"%s\"}";
      String load =
          "{\"kind\": \"load\", \"id\": \"%s\", \"from\": \"2026-01-01\", \"name\": \"x\","
              + " \"member\": \"%s\", \"pricePoint\": \"b1\"%s}";
      desk.change(
          MEMBER,
          POINT,
          unit("2026-01-01", "100"),
          member.formatted("shop", "retailer"),
          member.formatted("works", "user"),
          """
          {"kind": "user", "id": "U1", "from": "2026-01-01", "name": "x", "member": "works",
           "type": "large-industrial", "pricePoint": "b1"}\
          """,
          load.formatted("L1", "shop", ""),
          load.formatted("L2", "works", ", \"user\": \"U1\", \"element\": \"7\""),
          load.formatted("L3", "works", ""));
      Function<LocalDate, ElementTypes> byDate = RegisteredTypes.byDate(desk.registry());
      ElementTypes types = byDate.apply(LocalDate.parse("2026-10-01"));
      assertEquals("retailer", types.of("load", "L1"));
      assertEquals("large-industrial", types.of("load", "7"));
      assertEquals("", types.of("load", "L2"), "it is 7 in the network");
      assertEquals("user", types.of("load", "L3"));
      assertEquals("gas", types.of("unit", "G1"));
      ElementTypes before = byDate.apply(LocalDate.parse("2025-10-01"));
      assertEquals("", before.of("unit", "G1"));
      desk.change(load.formatted("L4", "shop", ""));
      LocalDate next = LocalDate.parse("2026-10-02");
      assertEquals("", byDate.apply(next).of("load", "L4"), "one revision in an answer");
      assertEquals(
          "retailer", RegisteredTypes.byDate(desk.registry()).apply(next).of("load", "L4"));
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void nobodyReviewsWhatIsTheirOwnHoweverTheNameIsWritten(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      Desk desk = Desk.on(database);
      desk.propose(" Ann Li", MEMBER);
      for (String name : List.of("Ann Li", "ann li", "ANN LI ", "Ａｎｎ　Ｌｉ", "Ann\u00a0Li")) {
        IllegalArgumentException refused =
            assertThrows(
                IllegalArgumentException.class, () -> desk.review(1, Decision.APPROVED, name));
        assertTrue(refused.getMessage().contains("somebody else"), refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> desk.review(1, Decision.REJECTED, name));
      }
      for (String none : List.of("", " ", "a\nb", "Ann\u200b Li", "x".repeat(65))) {
        assertThrows(IllegalArgumentException.class, () -> desk.review(1, Decision.APPROVED, none));
        assertThrows(IllegalArgumentException.class, () -> desk.propose(none, MEMBER));
      }
      assertEquals(0, desk.now().all().count());
      desk.review(1, Decision.APPROVED, "Ann Lin");
      assertEquals(1, desk.now().all().count());
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void aRejectionSaysWhyAndChangesNothing(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      Desk desk = Desk.on(database);
      desk.propose("ann", MEMBER);
      assertThrows(
          IllegalArgumentException.class,
          () -> desk.registry().review(new ReviewWanted(1, Decision.REJECTED, "bob", " ")));
      Proposal rejected = desk.review(1, Decision.REJECTED, "bob");
      assertEquals("rejected", rejected.state());
      assertEquals("because", rejected.review().orElseThrow().reason());
      assertEquals(OptionalLong.empty(), rejected.review().orElseThrow().revision());
      assertEquals(0, desk.registry().at(OptionalLong.empty()).revision());
      ChangedSinceException again =
          assertThrows(
              ChangedSinceException.class, () -> desk.review(1, Decision.APPROVED, "carl"));
      assertEquals("Proposal 1 was rejected by bob already.", again.getMessage());
      for (long none : new long[] {2, 0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
        NoSuchRecordException unknown =
            assertThrows(
                NoSuchRecordException.class, () -> desk.review(none, Decision.APPROVED, "carl"));
        assertEquals("There is no proposal %d.".formatted(none), unknown.getMessage());
        assertThrows(NoSuchRecordException.class, () -> desk.registry().proposal(none));
      }
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void whatIsRefusedIsToldAllAtOnceAndNotKept(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      Desk desk = Desk.on(database);
      InvalidInputException refused =
          assertThrows(
              InvalidInputException.class,
              () ->
                  desk.propose(
                      "ann", unit("2026-01-01", "100"), exit("member", "south", "2026-12-31")));
      assertTrue(words(refused.issues()).get(0).contains("REG-08"));
      refused =
          assertThrows(
              InvalidInputException.class, () -> desk.propose("ann", unit("2026-01-01", "100")));
      assertEquals(2, refused.issues().size(), () -> "member and price point");
      assertEquals(List.of(), desk.registry().proposals(false));
    }
  }

  // REG-24 has its case here.
  @ParameterizedTest
  @MethodSource(KINDS)
  void theSecondOfTwoProposalsOfOneThingIsTold(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      Desk desk = Desk.on(database);
      desk.change(MEMBER, POINT, unit("2026-01-01", "100"));
      desk.propose("ann", unit("2026-11-01", "110"));
      Proposed second = desk.propose("carl", unit("2026-12-01", "120"));
      assertEquals(1, second.warnings().size());
      assertTrue(words(second.warnings()).get(0).contains("REG-24"), second.toString());
      assertTrue(words(second.warnings()).get(0).contains("ann proposed it"), second.toString());
      desk.review(2, Decision.APPROVED, "bob");
      ChangedSinceException refused =
          assertThrows(ChangedSinceException.class, () -> desk.review(3, Decision.APPROVED, "bob"));
      assertEquals(
          "The unit G1 was changed by revision 2 after proposal 3 was made: propose it anew.",
          refused.getMessage());
      assertEquals("open", desk.registry().proposal(3).proposal().state());
      assertEquals(List.of("100.0000", "110.0000"), capacities(desk.now()));
    }
  }

  private static List<String> capacities(RegistryState state) {
    return state.of(G1).stream()
        .map(Resource.Unit.class::cast)
        .map(u -> org.gridclear.quantity.FixedPoint.format(u.output().capacityMw(), 4))
        .toList();
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void whatOthersMadeImpossibleSinceIsNotApproved(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      Desk desk = Desk.on(database);
      desk.change(MEMBER, POINT);
      desk.propose("ann", exit("member", "north", "2026-12-31"));
      desk.change(unit("2026-10-01", "100"));
      InvalidInputException refused =
          assertThrows(InvalidInputException.class, () -> desk.review(2, Decision.APPROVED, "bob"));
      assertTrue(words(refused.issues()).get(0).contains("REG-07"), refused.getMessage());
      assertEquals(2, desk.registry().at(OptionalLong.empty()).revision());
      assertFalse(desk.registry().proposal(2).issues().isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void everyRevisionStaysAndTheHistoryNamesWhoAndWhy(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      Desk desk = Desk.on(database);
      desk.change(MEMBER, POINT, unit("2026-01-01", "100"));
      List<Entry> first = desk.now().all().toList();
      desk.change(unit("2026-10-15", "130"));
      desk.change(exit("unit", "G1", "2026-12-31"));
      assertEquals(first, desk.registry().at(OptionalLong.of(1)).state().all().toList());
      assertEquals(0, desk.registry().at(OptionalLong.of(0)).state().all().count());
      assertThrows(IllegalArgumentException.class, () -> desk.registry().at(OptionalLong.of(4)));
      RegistryState now = desk.now();
      assertEquals(List.of("100.0000", "130.0000"), capacities(now));
      assertTrue(now.on(G1, LocalDate.of(2026, 12, 31)).isPresent());
      assertFalse(now.on(G1, LocalDate.of(2027, 1, 1)).isPresent());
      List<String> history =
          desk.registry().history(G1).stream()
              .map(
                  v ->
                      "%d %s..%s %s"
                          .formatted(
                              v.proposal().number(),
                              v.entry().validity().from(),
                              v.entry().validity().to(),
                              v.replaced()))
              .toList();
      assertEquals(
          List.of(
              "1 2026-01-01..null true",
              "2 2026-01-01..2026-10-14 true",
              "2 2026-10-15..null true",
              "3 2026-01-01..2026-10-14 false",
              "3 2026-10-15..2026-12-31 false"),
          history);
      assertEquals("bob", desk.registry().history(G1).get(0).proposal().review().get().by());
      assertEquals(List.of(), desk.registry().history(new Key(EntryKind.USER, "G1")));
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void whatIsRegisteredAlreadyIsNoProposal(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      Desk desk = Desk.on(database);
      desk.change(MEMBER, POINT);
      assertEquals(
          new Proposed(OptionalLong.empty(), 0, 2, List.of()), desk.propose("ann", MEMBER, POINT));
      Proposed both = desk.propose("ann", MEMBER, unit("2026-10-01", "5"));
      assertEquals(1, both.unchanged());
      assertEquals(
          1, desk.registry().proposal(both.number().getAsLong()).proposal().changes().size());
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void ofApprovalsAtTheSameTimeOneOfEachThingIsDone(String kind) throws Exception {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      Desk desk = Desk.on(database);
      desk.change(MEMBER, POINT, unit("2026-01-01", "100"));
      for (int k = 0; k < 4; k++) {
        desk.propose("ann", unit("2026-11-01", String.valueOf(200 + k)));
      }
      ExecutorService reviewers = Executors.newFixedThreadPool(4);
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Boolean>> done =
          Stream.of(2, 3, 4, 5)
              .map(
                  number ->
                      reviewers.submit(
                          () -> {
                            start.await();
                            try {
                              desk.review(number, Decision.APPROVED, "bob");
                              return true;
                            } catch (ChangedSinceException e) {
                              return false;
                            }
                          }))
              .toList();
      start.countDown();
      int approved = 0;
      for (Future<Boolean> each : done) {
        approved += each.get() ? 1 : 0;
      }
      reviewers.shutdown();
      assertEquals(1, approved);
      assertEquals(2, desk.registry().at(OptionalLong.empty()).revision());
      assertEquals(2, desk.now().of(G1).size());
    }
  }
}
