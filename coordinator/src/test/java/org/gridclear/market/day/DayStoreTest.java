package org.gridclear.market.day;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.MarketDay;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.quantity.Horizon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of days: appended whole, never changed, found by their key. */
// Rows: X-01, O-14, D-02
class DayStoreTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final DayKey KEY = new DayKey(Market.DA, DATE);

  @TempDir private Path folder;

  private MarketFolder market(String zone, String database) {
    return MarketFolder.create(
        folder.resolve("market"), new MarketFolder.Facts("north", zone, "yuan", database));
  }

  private MarketFolder market() {
    return market("Asia/Shanghai", MarketDatabase.EMBEDDED);
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void aVersionIsTheSameAfterTheMarketWasClosed(String kind) {
    DayResult day = SmallDays.dayAhead(DATE, 100);
    DayVersion appended;
    try (MarketFolder market = market("Asia/Shanghai", MarketDatabases.empty(kind))) {
      appended = DayStore.of(market).append(KEY, day, SmallDays.MADE);
    }
    try (MarketFolder market = MarketFolder.open(folder.resolve("market"))) {
      DayStore store = DayStore.of(market);
      assertEquals(List.of(appended), store.versions(Market.DA, DATE, DATE));
      assertEquals(Optional.of(appended), store.newest(KEY));
      assertEquals(1, appended.version());
      assertEquals(day.summary().outcomeHash(), appended.outcomeHash());
      assertEquals(
          Set.of(ResultKind.SECURITY),
          complement(appended.blocks().keySet()),
          "no AC check was asked for");
    }
  }

  private static Set<ResultKind> complement(Set<ResultKind> there) {
    Set<ResultKind> all = new HashSet<>(Set.of(ResultKind.values()));
    all.removeAll(there);
    return all;
  }

  @Test
  void numbersAreThoseOfTheResult() {
    DayResult day = SmallDays.dayAhead(DATE, 100);
    try (MarketFolder market = market()) {
      DayStore store = DayStore.of(market);
      DayVersion version = store.append(KEY, day, SmallDays.MADE);
      ResultBlock prices = store.block(version, ResultKind.PRICES, Selection.ALL).orElseThrow();
      double[][] lmp = day.result().prices().lmpYuanPerMwh();
      for (int b = 0; b < 3; b++) {
        for (int t = 0; t < 4; t++) {
          assertEquals(lmp[b][t], prices.column("lmpYuanPerMwh")[b * 4 + t] / 1e6, 1e-6);
        }
      }
      assertNotEquals(lmp[0][0], lmp[1][0], "the branch is congested");
      ResultBlock units =
          store
              .block(version, ResultKind.UNITS, Selection.of("mw").where("unit", Set.of("07")))
              .orElseThrow();
      assertEquals("gas", units.text(0, "fuel"));
      assertEquals("", units.text(0, "owner"));
      assertEquals(day.result().schedule().outputMw()[1][2], units.column("mw")[2] / 1e6, 1e-6);
    }
  }

  @Test
  void theSameDayAgainIsTheNextVersionAndTheFirstStays() {
    try (MarketFolder market = market()) {
      DayStore store = DayStore.of(market);
      DayVersion first = store.append(KEY, SmallDays.dayAhead(DATE, 100), SmallDays.MADE);
      DayVersion second = store.append(KEY, SmallDays.dayAhead(DATE, 101), SmallDays.MADE);
      DayVersion again = store.append(KEY, SmallDays.dayAhead(DATE, 100), SmallDays.MADE);
      assertEquals(List.of(1, 2, 3), List.of(first.version(), second.version(), again.version()));
      assertEquals(first.blocks(), again.blocks());
      assertEquals(first.caseHash(), again.caseHash());
      assertNotEquals(first.caseHash(), second.caseHash());
      assertFalse(first.blocks().values().stream().anyMatch(second.blocks()::containsValue));
      assertEquals(Optional.of(again), store.newest(KEY));
    }
  }

  @Test
  void blocksWithoutARowAreNoVersionAndTheNextOneIsWhole() {
    try (MarketFolder market = market()) {
      ParquetDays files = new ParquetDays(market.days());
      DayBlocks full =
          new DayBlocks() {
            private int left = 3;

            @Override
            public void put(BlockAddress address, ResultBlock block) {
              if (left-- == 0) {
                throw new IllegalStateException("the disk is full");
              }
              files.put(address, block);
            }

            @Override
            public Optional<ResultBlock> get(BlockAddress address, Selection selection) {
              return files.get(address, selection);
            }
          };
      DayResult day = SmallDays.dayAhead(DATE, 100);
      assertThrows(
          IllegalStateException.class,
          () -> new DayStore(market, full).append(KEY, day, SmallDays.MADE));
      DayStore store = DayStore.of(market);
      assertEquals(List.of(), store.versions(Market.DA, DATE, DATE));
      DayVersion whole = store.append(KEY, day, SmallDays.MADE);
      assertEquals(1, whole.version());
      for (ResultKind kind : whole.blocks().keySet()) {
        assertTrue(store.block(whole, kind, Selection.ALL).isPresent());
      }
    }
  }

  @Test
  void aVersionThatNamesTheBlockOfAnotherRunIsRefused() {
    try (MarketFolder market = market()) {
      DayStore store = DayStore.of(market);
      DayVersion first = store.append(KEY, SmallDays.dayAhead(DATE, 100), SmallDays.MADE);
      DayVersion other = store.append(KEY, SmallDays.dayAhead(DATE, 101), SmallDays.MADE);
      DayVersion mixed =
          new DayVersion(
              first.key(),
              1,
              first.state(),
              first.caseHash(),
              first.outcomeHash(),
              first.made(),
              List.of(),
              other.blocks());
      String said =
          assertThrows(
                  DamagedBlockException.class,
                  () -> store.block(mixed, ResultKind.PRICES, Selection.ALL))
              .getMessage();
      assertTrue(said.contains("another run"), said);
    }
  }

  @Test
  void aFileThatIsDamagedOrGoneIsNamed() throws Exception {
    try (MarketFolder market = market()) {
      DayStore store = DayStore.of(market);
      DayVersion version = store.append(KEY, SmallDays.dayAhead(DATE, 100), SmallDays.MADE);
      Path file;
      try (var files = Files.walk(market.days())) {
        file = files.filter(each -> each.toString().contains("-0-prices-")).findAny().orElseThrow();
      }
      ResultBlock written = store.block(version, ResultKind.PRICES, Selection.ALL).orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      int refused = 0;
      for (int at = 0; at < bytes.length; at += 97) {
        byte[] damaged = bytes.clone();
        damaged[at] ^= 1;
        Files.write(file, damaged);
        try {
          ResultBlock read = store.block(version, ResultKind.PRICES, Selection.ALL).orElseThrow();
          written.values().forEach((name, all) -> assertArrayEquals(all, read.column(name)));
        } catch (DamagedBlockException e) {
          assertTrue(e.getMessage().contains(file.getFileName().toString()), e.getMessage());
          refused++;
        }
      }
      assertTrue(refused > 10, "refused: " + refused);
      Files.delete(file);
      assertThrows(
          DamagedBlockException.class,
          () -> store.block(version, ResultKind.PRICES, Selection.ALL));
    }
  }

  @Test
  void theCaseOfAnotherDateOrMarketIsRefused() {
    try (MarketFolder market = market()) {
      DayStore store = DayStore.of(market);
      DayResult day = SmallDays.dayAhead(DATE, 100);
      DayKey wrongDate = new DayKey(Market.DA, DATE.plusDays(1));
      DayKey wrongMarket = new DayKey(Market.RT, DATE, 1);
      assertThrows(
          IllegalArgumentException.class, () -> store.append(wrongDate, day, SmallDays.MADE));
      assertThrows(
          IllegalArgumentException.class, () -> store.append(wrongMarket, day, SmallDays.MADE));
    }
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void versionsThatAreAppendedAtOnceAllGetANumber(String kind) {
    DayResult day = SmallDays.dayAhead(DATE, 100);
    try (MarketFolder market = market("Asia/Shanghai", MarketDatabases.empty(kind))) {
      List<CompletableFuture<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(
            CompletableFuture.supplyAsync(
                () -> DayStore.of(market).append(KEY, day, SmallDays.MADE).version()));
      }
      assertEquals(
          List.of(1, 2, 3, 4, 5, 6, 7, 8),
          all.stream().map(CompletableFuture::join).sorted().toList());
    }
  }

  @Test
  void aVersionThatWouldHideHoursOfTheOneBeforeIsRefused() {
    try (MarketFolder market = market()) {
      DayStore store = DayStore.of(market);
      DayKey seventh = new DayKey(Market.RT, DATE, 7);
      append(store, seventh, 2, 60);
      String said =
          assertThrows(IllegalArgumentException.class, () -> append(store, seventh, 7, 15))
              .getMessage();
      assertTrue(said.contains("rt 2026-10-01 cycle 7") && said.contains("another cycle"), said);
      assertEquals(2, append(store, seventh, 8, 15).version());
      assertEquals(1, append(store, new DayKey(Market.RT, DATE, 8), 7, 15).version());
      assertThrows(
          IllegalArgumentException.class,
          () -> store.check(seventh, new Horizon(8, 15, 15, DATE)),
          "the first quarter would be hidden");
    }
  }

  @Test
  void aDamagedVersionDoesNotKeepTheNextOneFromBeingAppended() throws Exception {
    try (MarketFolder market = market()) {
      DayStore store = DayStore.of(market);
      DayKey key = new DayKey(Market.DA, DATE);
      append(store, key, 2, 60);
      try (Stream<Path> files = Files.walk(market.days())) {
        for (Path file : files.filter(each -> each.toString().contains("balance")).toList()) {
          Files.delete(file);
        }
      }
      assertEquals(2, append(store, key, 1, 60).version());
    }
  }

  private static DayVersion append(DayStore store, DayKey key, int periods, int minutes) {
    MarketDay day = SmallDays.day(key.date(), periods, minutes, 100);
    return store.append(key, SmallDays.cleared(day, key.market(), Owners.NONE), SmallDays.MADE);
  }

  @Test
  void aDayHasAsManyHoursAsTheClocksOfItsZoneGiveIt() {
    try (MarketFolder market = market("Europe/Berlin", MarketDatabase.EMBEDDED)) {
      DayStore store = DayStore.of(market);
      LocalDate spring = LocalDate.of(2026, 3, 29);
      LocalDate autumn = LocalDate.of(2026, 10, 25);
      assertThrows(
          IllegalArgumentException.class, () -> append(store, spring, 24), "it has 23 hours");
      assertEquals(1, append(store, spring, 23).version());
      assertEquals(1, append(store, autumn, 25).version());
      assertThrows(IllegalArgumentException.class, () -> append(store, DATE, 25));
    }
  }

  private static DayVersion append(DayStore store, LocalDate date, int hours) {
    return append(store, new DayKey(Market.DA, date), hours, 60);
  }
}
