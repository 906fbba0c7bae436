package org.gridclear.market.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.check.CheckSet;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesReader;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.PieceStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deliveries that are taken in, or refused with the reason. */
// Rows, O-17
class SeriesImportTest {
  private static final String KINDS = "org.gridclear.market.store.MarketDatabases#kinds";
  private static final MarketClock CLOCK = MarketClock.of("Asia/Shanghai");
  private static final Recording NOON =
      new Recording("anna", Instant.parse("2026-09-30T04:00:00Z"));

  @TempDir Path folder;

  private interface Use {
    void of(SeriesImport taking, PieceStore store);
  }

  private void with(String kind, Use use) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      PieceStore store = new PieceStore(database, new ContentStore(folder.resolve("content")));
      use.of(new SeriesImport(store, CLOCK), store);
    }
  }

  private static SeriesSet load(String source, String knownAt, double mw) {
    return SeriesReader.json(
        """
        {"format": "gridclear-series", "kind": "load-forecast-short", "unit": "MW", "source": "%s",
         "knownAt": "%s", "step": "PT1H", "from": "2026-10-01T00:00+08:00",
         "values": {"system": %s}}
        """
            .formatted(source, knownAt, Collections.nCopies(24, mw))
            .getBytes(StandardCharsets.UTF_8),
        "load.json",
        CLOCK);
  }

  private static String refused(SeriesImport taking, SeriesSet set) {
    return assertThrows(IllegalArgumentException.class, () -> taking.take(set, false, NOON))
        .getMessage();
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void aLaterDeliveryIsTheNextVersionAndTheEarlierStays(String kind) {
    with(
        kind,
        (taking, store) -> {
          SeriesSet first = load("EMS", "2026-09-30T10:00+08:00", 800);
          SeriesSet second = load("EMS", "2026-09-30T11:00+08:00", 810);
          assertEquals(
              1, taking.take(first, false, NOON).recorded().orElseThrow().version().version());
          assertEquals(
              2, taking.take(second, false, NOON).recorded().orElseThrow().version().version());
          assertFalse(taking.take(first, false, NOON).recorded().orElseThrow().added());
          var versions = store.versions(PieceKinds.of(first.kind()));
          assertEquals(first, SeriesReader.json(store.content(versions.get(0)), "1", CLOCK));
          assertEquals(second, SeriesReader.json(store.content(versions.get(1)), "2", CLOCK));
        });
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void oneThingHasOneSourceAndOneValueAtATime(String kind) {
    with(
        kind,
        (taking, store) -> {
          taking.take(load("EMS", "2026-09-30T10:00+08:00", 800), false, NOON);
          SeriesSet other = load("OMS", "2026-09-30T11:00+08:00", 790);
          assertTrue(
              refused(taking, other).contains("comes from EMS (version 1) and now from OMS"));
          assertTrue(
              refused(taking, load("EMS", "2026-09-30T10:00+08:00", 790))
                  .contains("known at the same time"));
          assertFalse(taking.take(other, true, NOON).refused());
        });
  }

  @Test
  void whatIsKnownInTheFutureIsRefused() {
    with(
        "embedded",
        (taking, store) ->
            assertTrue(
                refused(taking, load("EMS", "2026-09-30T10:00Z", 800)).contains("yet to come")));
  }

  @Test
  void kilowattsForMegawattsAreRefusedUnlessTheRuleIsOutOfEffect() {
    with(
        "embedded",
        (taking, store) -> {
          new NetworkVersions(store, CLOCK)
              .keep(day(), LocalDate.of(2026, 1, 1), "EMS", NOON.now(), NOON);
          SeriesSet kilowatts = load("EMS", "2026-09-30T10:00+08:00", 90_000);
          SeriesImport.Result result = taking.take(kilowatts, false, NOON);
          assertTrue(result.refused());
          assertEquals("LOAD-CAPACITY", result.findings().get(0).rule());
          assertEquals(List.of(), store.versions(PieceKinds.of(kilowatts.kind())));
          CheckSet standard = CheckSet.STANDARD;
          CheckSet off =
              new CheckSet(
                  standard.rules().stream()
                      .map(rule -> rule.switched(!rule.id().equals("LOAD-CAPACITY")))
                      .toList(),
                  Set.of());
          new CheckSets(store).set(off, NOON);
          assertFalse(taking.take(kilowatts, false, NOON).refused());
        });
  }

  @Test
  void rulesThatAreGoneBackToAreInEffectAgain() {
    with(
        "embedded",
        (taking, store) -> {
          CheckSets checks = new CheckSets(store);
          CheckSet none = new CheckSet(List.of(), Set.of());
          int second = 0;
          for (CheckSet set : List.of(CheckSet.STANDARD, none, CheckSet.STANDARD)) {
            Recording at = new Recording("anna", NOON.now().plusSeconds(++second));
            checks.set(set, at);
            assertEquals(set, checks.at(at.now()).set());
          }
        });
  }

  @Test
  void aNetworkThatIsGoneBackToHoldsAgain() {
    with(
        "embedded",
        (taking, store) -> {
          NetworkVersions networks = new NetworkVersions(store, CLOCK);
          MarketDay first = day();
          MarketDay other = first.withBusLoads(List.of());
          LocalDate from = LocalDate.of(2026, 1, 1);
          int ago = 10;
          for (MarketDay day : List.of(first, other, first)) {
            networks.keep(day, from, "EMS", NOON.now().minusSeconds(--ago), NOON);
            assertEquals(
                day.busLoads(), networks.at(from, NOON.now()).orElseThrow().day().busLoads());
          }
        });
  }

  @Test
  void twoNetworksOfADateThatWereKnownAtOneTimeAreRefused() {
    with(
        "embedded",
        (taking, store) -> {
          NetworkVersions networks = new NetworkVersions(store, CLOCK);
          LocalDate from = LocalDate.of(2026, 1, 1);
          networks.keep(day(), from, "EMS", NOON.now(), NOON);
          assertFalse(networks.keep(day(), from, "EMS", NOON.now(), NOON).added());
          MarketDay other = day().withBusLoads(List.of());
          String said =
              assertThrows(
                      IllegalArgumentException.class,
                      () -> networks.keep(other, from, "EMS", NOON.now(), NOON))
                  .getMessage();
          assertTrue(
              said.contains("Version 1 of the network from 2026-01-01 is another one"), said);
          assertTrue(networks.keep(other, from.plusDays(1), "EMS", NOON.now(), NOON).added());
        });
  }

  /** Neither delivery names a bus of the other, and a case counts one of them. */
  @Test
  void factorsOfOtherBusesOfTheSameTimeAreRefused() {
    with(
        "embedded",
        (taking, store) -> {
          taking.take(factors("EMS", "{\"north\": [1]}"), false, NOON);
          String same = refused(taking, factors("EMS", "{\"south\": [1]}"));
          assertTrue(same.contains("was known at the same time"), same);
          String other = refused(taking, factors("OMS", "{\"south\": [1]}"));
          assertTrue(other.contains("comes from EMS (version 1) and now from OMS"), other);
        });
  }

  private static SeriesSet factors(String source, String values) {
    return SeriesReader.json(
        """
        {"format": "gridclear-series", "kind": "bus-factor", "unit": "share", "source": "%s",
         "knownAt": "2026-09-30T10:00+08:00", "step": "P1D",
         "from": "2026-10-01T00:00+08:00", "values": %s}
        """
            .formatted(source, values)
            .getBytes(StandardCharsets.UTF_8),
        "factors.json",
        CLOCK);
  }

  @Test
  void aSubjectThatTheNetworkDoesNotHaveIsRefused() {
    with(
        "embedded",
        (taking, store) -> {
          new NetworkVersions(store, CLOCK)
              .keep(day(), LocalDate.of(2026, 1, 1), "EMS", NOON.now(), NOON);
          SeriesSet factors = factors("EMS", "{\"north\": [0.4], \"souht\": [0.6]}");
          assertTrue(refused(taking, factors).contains("Maybe you meant 'south'"));
        });
  }

  private static MarketDay day() {
    CaseFiles.Content content =
        CaseFiles.load(
                """
                {"format": "gridclear-case", "horizon": {"periodCount": 24},
                 "network": {"buses": [{"id": "north", "type": "reference"}, {"id": "south"}],
                   "branches": [{"id": "l", "from": "north", "to": "south", "xPu": 0.1}]},
                 "busLoads": [{"bus": "south", "mw": 50}],
                 "thermalUnits": [{"id": "g1", "bus": "north",
                   "offers": [{"mw": [10, 1000], "yuanPerH": [1000, 300000]}]}]}
                """
                    .getBytes(StandardCharsets.UTF_8),
                "day.json",
                Set.of())
            .content();
    return ((CaseFiles.Content.WholeDay) content).day();
  }
}
