package org.gridclear.bench.store;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.GridProcess;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.ParquetDays;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.TieredDays;
import org.gridclear.market.ignite.GridDays;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.ResultService;
import org.gridclear.market.result.StatisticsQuery;
import org.gridclear.market.result.Viewer;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;

/** Queries to the memory of three nodes, of which one is killed. */
record KilledNode(PrintWriter out, int days) {
  private static final int PORT = 46_980;
  private static final int NODES = 3;

  /** Whether all answers were those of the disk. */
  boolean run(Path folder, MarketFolder.Facts facts) throws Exception {
    List<GridProcess> nodes = new ArrayList<>();
    try (MarketFolder market = MarketFolder.create(folder.resolve("market"), facts)) {
      for (int n = 1; n <= NODES; n++) {
        nodes.add(GridProcess.node("store-" + n, PORT, "--slots", "1"));
      }
      nodes.forEach(GridProcess::awaitReady);
      GridNodeOptions options =
          new GridNodeOptions(
              "store-coordinator",
              GridNodeOptions.Role.COORDINATOR,
              "127.0.0.1",
              PORT + 40,
              List.of("127.0.0.1:%d..%d".formatted(PORT, PORT + 19)),
              1,
              folder.resolve("coordinator"));
      try (GridNode node = GridNode.start(options)) {
        DayStore disk = DayStore.of(market);
        new SyntheticYear().append(disk, days);
        new TieredDays(new GridDays(node), new ParquetDays(market.days()), days)
            .warm(disk.newest(days));
        return killed(nodes.get(0), node, market, disk);
      }
    } finally {
      nodes.forEach(GridProcess::close);
    }
  }

  private boolean killed(GridProcess victim, GridNode node, MarketFolder market, DayStore disk)
      throws Exception {
    Object[][] expected = answer(disk);
    AtomicBoolean gone = new AtomicBoolean();
    CompletableFuture<Void> kill =
        CompletableFuture.runAsync(
            () -> {
              pause(300);
              victim.kill();
              gone.set(true);
            });
    int before = 0;
    int after = 0;
    boolean equal = true;
    while (after < 20) {
      // Without what this process has read before: every answer is of the nodes' memory.
      boolean begunAfter = gone.get();
      equal &= Arrays.deepEquals(expected, answer(new DayStore(market, new GridDays(node))));
      after += begunAfter ? 1 : 0;
      before += begunAfter ? 0 : 1;
    }
    kill.join();
    out.printf(
        "%d days, %d nodes: %d answers begun before one was killed, %d after: %s%n",
        days, NODES, before, after, equal ? "all equal to disk" : "DIFFERENT");
    out.flush();
    return equal;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Object[][] answer(DayStore store) {
    DayQuery all =
        DayQuery.of(Market.DA, SyntheticYear.FIRST, SyntheticYear.FIRST.plusDays(days - 1L));
    return new ResultService(store)
        .statistics(Viewer.LOCAL, all, ResultKind.PRICES, StatisticsQuery.figures("zone", "month"))
        .table()
        .rows()
        .toArray(Object[][]::new);
  }
}
