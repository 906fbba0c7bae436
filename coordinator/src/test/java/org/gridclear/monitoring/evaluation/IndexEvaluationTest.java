package org.gridclear.monitoring.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.index.IndexAlarmStore;
import org.gridclear.monitoring.catalogue.IndexCatalogues;
import org.gridclear.monitoring.evaluation.IndexEvaluation.Evaluated;
import org.gridclear.monitoring.evaluation.IndexEvaluation.StoredIndex;
import org.gridclear.monitoring.grid.GridIndexWork;
import org.gridclear.monitoring.grid.IndexWork;
import org.gridclear.monitoring.grid.IndexWork.Asked;
import org.gridclear.monitoring.index.IndexValue;
import org.gridclear.run.RunLimits;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.Party;
import org.gridclear.settlement.registry.entry.Party.MemberType;
import org.gridclear.table.Table;
import org.gridclear.validate.UnknownNameException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Indices of days from the store: once each, for nothing the second time, with alarms. */
// Rows: J-11, K-08, K-09, K-10, K-17, K-18, L-15, L-18
class IndexEvaluationTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-03T08:00:00Z"), ZoneOffset.UTC);
  private static final IndexQuery BOTH =
      new IndexQuery(Market.DA, DATE, DATE.plusDays(2), List.of(), List.of());

  @TempDir private Path folder;

  private final DayResult congested =
      SmallDays.cleared(
          SmallDays.day(DATE, 4, 360, 100),
          Market.DA,
          (kind, id) -> kind.equals("load") ? "" : id.equals("7") ? "alder" : "birch");

  private MarketFolder market(String kind) {
    return MarketFolder.create(
        folder.resolve("market"),
        new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabases.empty(kind)));
  }

  private static IndexEvaluation evaluation(MarketFolder market) {
    return new IndexEvaluation(market, DayStore.of(market), CLOCK);
  }

  private static StoredIndex one(List<StoredIndex> values, String index, String zone) {
    return values.stream()
        .filter(each -> each.index().id().equals(index) && each.zone().equals(zone))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void whatWasEvaluatedIsNotComputedAgainAndHasEqualBits(String kind) {
    try (MarketFolder market = market(kind)) {
      DayStore days = DayStore.of(market);
      days.append(new DayKey(Market.DA, DATE), congested, SmallDays.MADE);
      List<String> told = new ArrayList<>();
      Evaluated first = evaluation(market).evaluate(BOTH, told::add);
      assertEquals(first.items(), first.computed());
      assertEquals(List.of("1 of 1 runs"), told);
      assertEquals(
          first.raised(),
          new IndexAlarmStore(market.database())
              .open().stream().mapToLong(IndexAlarmStore.Open::count).sum());
      assertEquals(List.of(DATE.plusDays(1), DATE.plusDays(2)), first.missing());
      Evaluated second = evaluation(market).evaluate(BOTH, told::add);
      assertEquals(0, second.computed());
      assertEquals(0, second.raised());
      assertEquals(first.hash(), second.hash());
      assertEquals(1, told.size(), "no results were read");
      days.append(new DayKey(Market.DA, DATE), SmallDays.dayAhead(DATE, 90), SmallDays.MADE);
      Evaluated newer = evaluation(market).evaluate(BOTH, told::add);
      assertEquals(newer.items(), newer.computed(), "another version is another item");
      assertNotEquals(first.hash(), newer.hash());
      assertEquals(
          "3 units have no registered owner".replace("3", "2"),
          one(evaluation(market).values(BOTH), "hhi-offered", "").value().note());
    }
  }

  @Test
  void aGridFindsTheBitsOfOneProcess() {
    LocalGrid grid = new LocalGrid(2);
    try (MarketFolder market = market("embedded");
        ActorStudyRuns runs =
            new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC())) {
      DayStore days = DayStore.of(market);
      days.append(new DayKey(Market.DA, DATE), congested, SmallDays.MADE);
      List<IndexWork.Asked> questions = new ArrayList<>();
      IndexWork watched =
          (catalogue, text, asked) -> {
            questions.addAll(asked);
            return new GridIndexWork(runs).values(catalogue, text, asked);
          };
      Evaluated done = new IndexEvaluation(market, days, CLOCK, watched).evaluate(BOTH, told -> {});
      assertEquals(done.items(), done.computed());
      assertEquals(List.of("", "north", "south"), questions.stream().map(Asked::zone).toList());
      List<StoredIndex> kept = evaluation(market).values(BOTH);
      for (Asked each : questions) {
        IndexWork.here()
            .values(evaluation(market).catalogue(), new byte[0], List.of(each))
            .get(0)
            .forEach(
                (id, value) -> {
                  IndexValue found = one(kept, id, each.zone()).value();
                  assertEquals(value.value(), found.value(), 0.0);
                  assertArrayEquals(value.byPeriod(), found.byPeriod(), 0.0);
                  assertEquals(value.elements(), found.elements());
                  assertEquals(value.note(), found.note());
                });
      }
    } finally {
      grid.close();
    }
  }

  @Test
  void congestionCostIsTheRentOfTheConstraints() {
    try (MarketFolder market = market("embedded")) {
      DayStore days = DayStore.of(market);
      days.append(new DayKey(Market.DA, DATE), congested, SmallDays.MADE);
      evaluation(market).evaluate(BOTH, told -> {});
      List<StoredIndex> values = evaluation(market).values(BOTH);
      double rent = one(values, "congestion-cost", "").value().value();
      assertTrue(rent > 1000, "the branch is congested");
      assertEquals(rent, one(values, "constraint-rent", "").value().value(), 0.001);
      assertEquals(0, one(values, "transmission-margin", "").value().value(), 1e-9);
      assertEquals(
          List.of("", "north", "south"),
          values.stream().map(StoredIndex::zone).distinct().sorted().toList());
      assertTrue(IndexTables.values(values).rows().size() == values.size());
      assertTrue(IndexTables.elements(values).rows().size() > 10);
      var overview = IndexTables.overview(values);
      assertTrue(overview.rows().size() > 50);
      assertTrue(IndexTables.definitions(evaluation(market).catalogue()).rows().size() > 40);
    }
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void anAlarmStaysUntilItIsClearedByHand(String kind) {
    IndexAlarmStore.Wanted open = new IndexAlarmStore.Wanted("da", DATE, DATE, true);
    try (MarketFolder market = market(kind)) {
      DayStore.of(market).append(new DayKey(Market.DA, DATE), congested, SmallDays.MADE);
      new IndexCatalogues(new PieceStore(market))
          .set(
              """
              fuels: [{id: coal, tonPerMwh: 1}]
              indices:
              - {id: dear, family: benefit, en: d, zh: d, unit: yuan/MWh, formula: price, warning: 1, severe: 2, score: {best: 0, worst: 1}}
              - {id: fine, family: benefit, en: f, zh: f, unit: MW, formula: demandMw, warning: 1000}
              composites:
              - {id: score, en: s, zh: s, of: [dear], worse: below, warning: 50}
              """
                  .getBytes(StandardCharsets.UTF_8),
              "own.yaml",
              new Recording("olga", CLOCK.instant()));
      Evaluated done = evaluation(market).evaluate(BOTH, told -> {});
      assertEquals(3, done.items());
      assertEquals(2, done.raised(), "an index and the composite that it is in");
      IndexAlarms alarms = new IndexAlarms(market.database(), CLOCK);
      assertEquals(
          List.of("dear severe", "score warning"),
          alarms.list(open).stream()
              .map(each -> each.item().index() + " " + each.passed().severity())
              .toList());
      long number = alarms.list(open).get(0).number();
      assertThrows(IllegalArgumentException.class, () -> alarms.clear(number, "olga", " "));
      assertEquals(
          Optional.of("olga"), alarms.clear(number, "olga", "known").cleared().map(c -> c.by()));
      assertEquals(1, alarms.list(open).size());
      assertEquals(0, evaluation(market).evaluate(BOTH, told -> {}).raised());
      assertThrows(IllegalArgumentException.class, () -> alarms.clear(number, "bob", "again"));
      assertThrows(IllegalArgumentException.class, () -> alarms.clear(99, "bob", "none"));
      var all = alarms.list(new IndexAlarmStore.Wanted("da", DATE, DATE, false));
      assertEquals(2, IndexTables.alarms(all).rows().size());
    }
  }

  @Test
  void onlyWhatIsAskedForIsEvaluated() {
    try (MarketFolder market = market("embedded")) {
      DayStore.of(market).append(new DayKey(Market.DA, DATE), congested, SmallDays.MADE);
      IndexQuery price =
          new IndexQuery(Market.DA, DATE, DATE, List.of("price"), List.of("system", "south"));
      assertEquals(2, evaluation(market).evaluate(price, told -> {}).items());
      IndexQuery nowhere =
          new IndexQuery(Market.DA, DATE, DATE, List.of("price"), List.of("south", "soth"));
      assertThrows(
          UnknownNameException.class, () -> evaluation(market).evaluate(nowhere, told -> {}));
      IndexQuery unknown = new IndexQuery(Market.DA, DATE, DATE, List.of("prise"), List.of());
      assertThrows(
          UnknownNameException.class, () -> evaluation(market).evaluate(unknown, told -> {}));
      assertThrows(
          IllegalArgumentException.class,
          () -> new IndexQuery(Market.DA, DATE, DATE.minusDays(1), List.of(), List.of()));
    }
  }

  private static Party.Member member(String id, Party.Shareholder... holders) {
    Optional<String> none = Optional.empty();
    return new Party.Member(
        id,
        new Validity(DATE, null),
        id,
        MemberType.GENERATOR,
        new Party.Person(none, none, none, none, none),
        new Party.Licence(none, Optional.empty(), Optional.empty()),
        new Party.Registration(Optional.empty(), Optional.empty()),
        List.of(holders),
        none);
  }

  // Rows: J-12, K-19
  @Test
  void everyMemberHasItsOwnNumbersAndNoFuelIsAMember() {
    try (MarketFolder market = market("embedded")) {
      DayStore days = DayStore.of(market);
      days.append(new DayKey(Market.DA, DATE), congested, SmallDays.MADE);
      evaluation(market).evaluate(BOTH, told -> {});
      List<StoredIndex> values = evaluation(market).values(BOTH);
      Table table = IndexTables.members(values);
      assertEquals("member", table.columns().get(0).name());
      Map<String, Double> profits = new TreeMap<>();
      Set<String> indices = new HashSet<>();
      for (Object[] row : table.rows()) {
        indices.add((String) row[4]);
        if (row[4].equals("member-profit") && row[3].equals("system")) {
          profits.put((String) row[0], (Double) row[5]);
        }
      }
      assertEquals(one(values, "member-profit", "").value().elements(), profits);
      assertTrue(profits.size() > 1, profits.toString());
      assertTrue(indices.contains("residual-supply"), indices.toString());
      assertFalse(indices.contains("fuel-mix") || indices.contains("ancillary-cost"));
    }
  }

  @Test
  void membersOfOneControllingShareholderAreOneSupplier() {
    RegistryState state =
        RegistryState.of(
            List.of(
                member("alder", new Party.Shareholder("group", 510_000)),
                member("birch", new Party.Shareholder("alder", 1_000_000)),
                member("cedar", new Party.Shareholder("group", 500_000))));
    Suppliers suppliers = Suppliers.on(state, DATE);
    assertEquals(new TreeMap<>(Map.of("alder", "group", "birch", "group")), suppliers.controller());
    assertEquals("group", suppliers.of("birch"));
    assertEquals("cedar", suppliers.of("cedar"), "half is not more than half");
    assertEquals("", suppliers.of(""));
  }
}
