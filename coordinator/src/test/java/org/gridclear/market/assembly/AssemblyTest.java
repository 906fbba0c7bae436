package org.gridclear.market.assembly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.PieceStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases of a date from what was known at its gate. */
// Rows
class AssemblyTest {
  private static final String KINDS = "org.gridclear.market.store.MarketDatabases#kinds";

  @TempDir Path folder;

  private interface Use {
    void of(PieceStore store);
  }

  private void with(String kind, String part, Use use) {
    Path place = folder.resolve(part);
    try (MarketDatabase database = MarketDatabases.open(kind, place)) {
      PieceStore store = new PieceStore(database, new ContentStore(place.resolve("content")));
      SmallMarket.network(store);
      use.of(store);
    }
  }

  private static String refused(Runnable run) {
    return assertThrows(RuntimeException.class, run::run).getMessage();
  }

  private static ThermalUnit unit(MarketDay day, String id) {
    return day.thermalUnits().stream().filter(u -> u.id().equals(id)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void theSameVersionsGiveTheSameBytesInWhateverOrderTheyCame(String kind) {
    List<byte[]> cases = new ArrayList<>();
    List<byte[]> manifests = new ArrayList<>();
    for (String order : List.of("given", "reversed", "embedded")) {
      with(
          order.equals("embedded") ? "embedded" : kind,
          order,
          store -> {
            List<Runnable> steps = SmallMarket.steps(store);
            if (order.equals("reversed")) {
              Collections.reverse(steps);
            }
            steps.forEach(Runnable::run);
            for (int turn = 0; turn < 2; turn++) {
              AssembledCase made = SmallMarket.assemble(store);
              cases.add(made.content());
              manifests.add(made.manifest().json());
            }
          });
    }
    for (int k = 1; k < cases.size(); k++) {
      assertArrayEquals(cases.get(0), cases.get(k), "case " + k);
      assertArrayEquals(manifests.get(0), manifests.get(k), "manifest " + k);
    }
  }

  @Test
  void aCaseHoldsWhatWasKnownOfItsDate() {
    with(
        "embedded",
        "m",
        store -> {
          SmallMarket.steps(store).forEach(Runnable::run);
          AssembledCase made = SmallMarket.assemble(store);
          MarketDay day = made.day();
          assertEquals("2026-10-01T19:00", day.horizon().label(19));
          for (int t = 0; t < 24; t++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (BusLoad load : day.busLoads()) {
              sum = sum.add(BigDecimal.valueOf(load.mw().at(t)));
            }
            assertEquals(0, sum.compareTo(new BigDecimal((500 + 10 * t) + ".1")), "period " + t);
          }
          assertEquals(List.of("a", "b", "c"), day.busLoads().stream().map(BusLoad::bus).toList());
          assertEquals(33.3, day.profiledUnits().get(0).maxMw().at(23));
          assertEquals(80.5, day.storageUnits().get(0).initialLevelMwh());
          assertEquals(new InitialState(true, 17, 250), unit(day, "g1").initial());
          assertEquals(new InitialState(false, 42, 0), unit(day, "g2").initial());
          // 02:00 to 05:20 is four hours of whole periods.
          assertEquals(List.of(new BranchOutage("ac", 2, 6)), day.branchOutages());
          List<Commitment> g2 = unit(day, "g2").commitment();
          assertEquals(Commitment.FREE, g2.get(9));
          assertEquals(List.of(Commitment.OFF, Commitment.OFF), g2.subList(10, 12));
          assertEquals(Commitment.FREE, g2.get(12));
          assertEquals("owner of g1", made.manifest().owners().get("g1"));
          assertTrue(
              made.manifest()
                  .notices()
                  .toString()
                  .contains("part of the period of 2026-10-01 05:00"),
              made.manifest().notices().toString());
          assertTrue(made.manifest().notices().toString().contains("Branch bc is out of service"));
          MarketDay read =
              ((CaseFiles.Content.WholeDay)
                      CaseFiles.load(made.content(), "case.json", Set.of()).content())
                  .day();
          assertEquals(day, read);
          assertEquals(made.manifest(), Manifest.read(made.manifest().json()));
        });
  }

  @Test
  void whatBecomesKnownAfterTheGateChangesNothing() {
    with(
        "embedded",
        "m",
        store -> {
          SmallMarket.steps(store).forEach(Runnable::run);
          AssembledCase before = SmallMarket.assemble(store);
          SmallMarket.take(
              store,
              SmallMarket.series(
                  "load-forecast-short",
                  "2026-09-30T12:00:01+08:00",
                  Map.of("system", SmallMarket.flat("600"))));
          assertArrayEquals(before.content(), SmallMarket.assemble(store).content());
          AssemblyRequest later =
              AssemblyRequest.of(
                  Market.DA, SmallMarket.DATE, SmallMarket.GATE.plusSeconds(1), Set.of());
          AssembledCase after =
              new Assembly(store, SmallMarket.CLOCK, SmallMarket.ALL, SmallMarket.AS_THEY_ARE)
                  .make(later, SmallMarket.NOON.now());
          assertEquals(600, after.day().loadMw(0), 1e-9);
        });
  }

  @Test
  void aChangedPieceChangesOnlyWhatDependsOnIt() {
    with(
        "embedded",
        "m",
        store -> {
          SmallMarket.steps(store).forEach(Runnable::run);
          changeOneByOne(store);
        });
  }

  private static void changeOneByOne(PieceStore store) {
    assertEquals(
        Set.of("busLoads"),
        changed(
            store,
            () ->
                SmallMarket.take(
                    store,
                    SmallMarket.series(
                        "load-forecast-short",
                        "2026-09-30T11:00+08:00",
                        Map.of("system", SmallMarket.flat("510"))))));
    assertEquals(
        Set.of("profiledUnits"),
        changed(
            store,
            () ->
                SmallMarket.take(
                    store,
                    SmallMarket.series(
                        "renewable-forecast",
                        "2026-09-30T11:00+08:00",
                        Map.of("w1", SmallMarket.flat("34"))))));
    assertEquals(
        Set.of("branchOutages"),
        changed(
            store,
            () ->
                SmallMarket.ticket(
                    store,
                    SmallMarket.outage(
                        "T9",
                        "branch:bc",
                        "2026-10-01T02:00+08:00",
                        "2026-10-01T03:00+08:00",
                        "approved"))));
    assertEquals(
        Set.of("branchLimits"),
        changed(
            store,
            () ->
                SmallMarket.take(
                    store,
                    SmallMarket.series(
                        "branch-limit",
                        "2026-09-30T11:00+08:00",
                        Map.of("ab", SmallMarket.load())))));
    assertEquals(
        Set.of("rules"),
        changed(
            store,
            () ->
                SmallMarket.take(
                    store,
                    SmallMarket.series(
                        "interface-limit",
                        "2026-09-30T11:00+08:00",
                        Map.of("gate", SmallMarket.flat("250"))))));
    assertEquals(
        Set.of("reserves"),
        changed(
            store,
            () ->
                SmallMarket.take(
                    store,
                    SmallMarket.series(
                        "reserve-requirement",
                        "2026-09-30T11:00+08:00",
                        Map.of("spinning", SmallMarket.flat("60"))))));
  }

  /** Parts of the case that differ after a change; the pieces differ in one. */
  private static Set<String> changed(PieceStore store, Runnable change) {
    Set<String> parts = new TreeSet<>();
    Manifest before = SmallMarket.assemble(store).manifest();
    change.run();
    Manifest after = SmallMarket.assemble(store).manifest();
    Set<Piece> added = new HashSet<>(after.pieces());
    added.removeAll(before.pieces());
    assertEquals(1, added.size(), added.toString());
    assertNotEquals(before.caseHash(), after.caseHash());
    after
        .parts()
        .forEach(
            (part, hash) -> {
              if (!hash.equals(before.parts().get(part))) {
                parts.add(part);
              }
            });
    return parts;
  }

  @Test
  void whatIsMissingIsRefusedByNameAndTime() {
    with(
        "embedded",
        "m",
        store -> {
          SmallMarket.steps(store).forEach(Runnable::run);
          List<String> hole = new ArrayList<>(SmallMarket.load());
          hole.set(19, "null");
          SmallMarket.take(
              store,
              SmallMarket.series(
                  "load-forecast-short", "2026-09-30T11:00+08:00", Map.of("system", hole)));
          String said = refused(() -> SmallMarket.assemble(store));
          assertTrue(
              said.contains("load-forecast-short of system, 2026-10-01 19:00 = absent"), said);
        });
    with(
        "embedded",
        "empty",
        store -> {
          String said = refused(() -> SmallMarket.assemble(store));
          for (String part :
              List.of(
                  "load-forecast-short of system, 2026-10-01 00:00",
                  "bus-factor, 2026-10-01 00:00",
                  "renewable-forecast of w1, 2026-10-01 00:00",
                  "state before the first period, 2026-10-01 00:00")) {
            assertTrue(said.contains(part), part + " in " + said);
          }
        });
  }

  @Test
  void aUnitWithoutOfferAndOneThatTheNetworkDoesNotHaveAreRefused() {
    with(
        "embedded",
        "m",
        store -> {
          SmallMarket.steps(store).forEach(Runnable::run);
          OffersInForce none =
              (gate, day) -> new OffersInForce.Offered(day, List.of(), List.of("g2"));
          String said =
              refused(
                  () ->
                      new Assembly(store, SmallMarket.CLOCK, SmallMarket.ALL, none)
                          .make(SmallMarket.request(), SmallMarket.NOON.now()));
          assertTrue(said.contains("unit g2, offer on 2026-10-01 = absent"), said);
          String stranger =
              refused(
                  () ->
                      new Assembly(
                              store,
                              SmallMarket.CLOCK,
                              SmallMarket.registered("g1", "g22", "w1", "s1"),
                              SmallMarket.AS_THEY_ARE)
                          .make(SmallMarket.request(), SmallMarket.NOON.now()));
          assertTrue(stranger.contains("registry on 2026-10-01, id = g22"), stranger);
        });
  }

  @Test
  void aUnitThatIsNotRegisteredIsNotInTheMarket() {
    with(
        "embedded",
        "m",
        store -> {
          SmallMarket.steps(store).forEach(Runnable::run);
          AssembledCase made =
              new Assembly(
                      store,
                      SmallMarket.CLOCK,
                      SmallMarket.registered("g2", "s1"),
                      SmallMarket.AS_THEY_ARE)
                  .make(SmallMarket.request(), SmallMarket.NOON.now());
          assertEquals(Set.of(Commitment.OFF), Set.copyOf(unit(made.day(), "g1").commitment()));
          assertEquals(new InitialState(false, 0, 0), unit(made.day(), "g1").initial());
          assertEquals(0, made.day().profiledUnits().get(0).maxMw().max());
          assertTrue(
              made.manifest().notices().toString().contains("not in the market: g1, w1"),
              made.manifest().notices().toString());
        });
  }

  @Test
  void aGateOfTheFutureOrAfterTheFirstPeriodIsRefused() {
    with(
        "embedded",
        "m",
        store -> {
          SmallMarket.steps(store).forEach(Runnable::run);
          Assembly assembly =
              new Assembly(store, SmallMarket.CLOCK, SmallMarket.ALL, SmallMarket.AS_THEY_ARE);
          Instant noon = SmallMarket.NOON.now();
          assertTrue(
              refused(
                      () ->
                          assembly.make(
                              AssemblyRequest.of(
                                  Market.DA, SmallMarket.DATE, noon.plusSeconds(1), Set.of()),
                              noon))
                  .contains("yet to come"));
          assertTrue(
              refused(
                      () ->
                          assembly.make(
                              AssemblyRequest.of(
                                  Market.DA, LocalDate.of(2026, 9, 30), noon, Set.of()),
                              noon))
                  .contains("later than the first period"));
          assertTrue(
              refused(
                      () ->
                          assembly.make(
                              AssemblyRequest.of(
                                  Market.DA, LocalDate.of(2025, 10, 1), noon, Set.of()),
                              noon))
                  .contains("No network version"));
        });
  }
}
