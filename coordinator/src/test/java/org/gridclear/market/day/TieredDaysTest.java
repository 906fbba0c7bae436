package org.gridclear.market.day;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.ignite.cache.affinity.Affinity;
import org.apache.ignite.cache.affinity.AffinityKey;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.ignite.GridDays;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.ResultService;
import org.gridclear.market.result.StatisticsQuery;
import org.gridclear.market.result.Viewer;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.table.RowRange;
import org.gridclear.table.Table;
import org.gridclear.worker.ignite.GridCaches;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fortnight in the memory of a grid and on disk: both give the same. */
// Rows: X-01
class TieredDaysTest {
  private static final LocalDate FROM = LocalDate.of(2026, 9, 25);
  private static final int DAYS = 14;
  private static final int HOT = 5;
  private static final DayQuery ALL = DayQuery.of(Market.DA, FROM, FROM.plusDays(DAYS - 1));

  @TempDir private static Path folder;

  private static GridNode node;
  private static MarketFolder market;
  private static GridDays hot;
  private static ParquetDays cold;

  @BeforeAll
  static void fortnight() {
    node =
        GridNode.start(
            new GridNodeOptions(
                "hot-days-test",
                GridNodeOptions.Role.EMBEDDED,
                "127.0.0.1",
                45_760,
                List.of(),
                1,
                folder.resolve("node")));
    market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
    hot = new GridDays(node);
    cold = new ParquetDays(market.days());
    DayStore store = new DayStore(market, new TieredDays(hot, cold, HOT));
    DayResult high = SmallDays.dayAhead(null, 120);
    DayResult low = SmallDays.dayAhead(null, 80);
    for (int d = 0; d < DAYS; d++) {
      DayKey key = new DayKey(Market.DA, FROM.plusDays(d));
      store.append(key, d % 3 == 0 ? high : low, SmallDays.MADE);
    }
  }

  @AfterAll
  static void stop() {
    market.close();
    node.close();
  }

  private static List<List<Object>> answers(DayStore store) {
    ResultService service = new ResultService(store);
    List<Table> tables = new ArrayList<>();
    DayQuery bus = ALL.with(DayQuery.Filter.ofBus("10"));
    tables.add(service.rows(Viewer.LOCAL, bus, ResultKind.PRICES, RowRange.ALL).table());
    for (ResultKind kind : Set.of(ResultKind.PRICES, ResultKind.UNITS, ResultKind.LOADS)) {
      StatisticsQuery asked = StatisticsQuery.figures("zone", "month");
      tables.add(service.statistics(Viewer.LOCAL, ALL, kind, asked).table());
    }
    return tables.stream()
        .flatMap(table -> table.rows().stream())
        .map(row -> Arrays.asList(row))
        .toList();
  }

  @Test
  void pricesAndStatisticsAreTheSameFromMemoryAndFromDisk() {
    List<List<Object>> disk = answers(new DayStore(market, cold));
    assertEquals(DAYS * 4, disk.stream().filter(row -> row.contains("10")).count());
    TieredDays all = new TieredDays(hot, cold, DAYS);
    all.warm(new DayStore(market, cold).newest(DAYS));
    assertEquals(disk, answers(new DayStore(market, all)));
    assertEquals(disk, answers(new DayStore(market, hot)), "memory alone has every day");
    TieredDays some = new TieredDays(hot, cold, HOT);
    some.warm(new DayStore(market, cold).newest(HOT));
    assertEquals(disk, answers(new DayStore(market, some)));
    assertEquals(HOT, datesInMemory());
  }

  private static int datesInMemory() {
    int dates = 0;
    for (DayVersion version : new DayStore(market, cold).newest(DAYS)) {
      boolean hot = version.key().market() == Market.DA && !inMemory(version).isEmpty();
      dates += hot ? 1 : 0;
    }
    return dates;
  }

  private static Map<BlockAddress, ResultBlock> inMemory(DayVersion version) {
    List<BlockAddress> addresses = new ArrayList<>();
    version
        .blocks()
        .forEach((kind, hash) -> addresses.add(new BlockAddress(version.key(), kind, hash)));
    return hot.all(addresses, Selection.ALL);
  }

  @Test
  void whatGetsOldLeavesMemoryWhenANewDateComes() {
    TieredDays tiered = new TieredDays(hot, cold, HOT);
    DayStore store = new DayStore(market, tiered);
    tiered.warm(store.newest(HOT));
    LocalDate next = FROM.plusDays(DAYS);
    DayVersion last = store.newest(1).get(0);
    DayVersion first = store.newest(HOT).get(0);
    assertEquals(last.blocks().size(), inMemory(last).size());
    assertEquals(first.blocks().size(), inMemory(first).size());
    DayKey key = new DayKey(Market.ID, next, 1);
    store.append(
        key,
        SmallDays.cleared(SmallDays.day(null, 1, 60, 90), Market.ID, Owners.NONE),
        SmallDays.MADE);
    assertEquals(first.blocks().size(), inMemory(first).size(), "each market has its own dates");
    tiered.put(
        new BlockAddress(new DayKey(Market.DA, next), ResultKind.PRICES, "a".repeat(64)),
        inMemory(last).values().iterator().next());
    assertTrue(inMemory(first).isEmpty());
  }

  @Test
  void blocksOfADayLieTogetherAndEachOnTwoNodesWhereThereAreTwo() {
    var configuration =
        GridCaches.days(node.ignite())
            .getConfiguration(org.apache.ignite.configuration.CacheConfiguration.class);
    assertEquals(1, configuration.getBackups());
    assertEquals(org.apache.ignite.cache.CacheMode.PARTITIONED, configuration.getCacheMode());
    Affinity<AffinityKey<String>> affinity = node.ignite().affinity(GridCaches.DAYS);
    int[] partitions =
        IntStream.range(0, 50)
            .map(i -> affinity.partition(new AffinityKey<>("key " + i, "da 2026-10-01")))
            .distinct()
            .toArray();
    assertArrayEquals(
        new int[] {affinity.partition(new AffinityKey<>("x", "da 2026-10-01"))}, partitions);
  }
}
