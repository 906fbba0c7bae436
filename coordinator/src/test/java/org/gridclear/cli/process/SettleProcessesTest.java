package org.gridclear.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.gridclear.cli.GridProcess;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Closing;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.synthetic.SyntheticMonth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same close in one process, on three nodes of which one is killed, and after a restart. */
// Rows: X-05
class SettleProcessesTest {
  @TempDir static Path folder;

  private static SettlementSource source;
  private static String expected;

  @BeforeAll
  static void closeInOneProcess() throws IOException {
    Path input = folder.resolve("input");
    SyntheticMonth.write(
        new SyntheticMonth.Options(YearMonth.of(2026, 10), 3000, 20, 2, 9, 0), input);
    source = SettlementReader.open(input);
    try (LocalGrid grid = new LocalGrid(2);
        ActorStudyRuns runs =
            new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC())) {
      expected = close(runs, handle -> handle.result().join()).record().bookHash();
    }
  }

  private static Closing.Outcome close(StudyRuns runs, Function<RunHandle, RunResult> await)
      throws IOException {
    Closing closing = new Closing(runs, Clock.systemUTC(), await, null);
    Path place = Files.createTempDirectory(folder, "close");
    Closing.Outcome outcome = closing.close(source, place, "test", "");
    assertThrows(
        IllegalArgumentException.class,
        () -> CloseFolder.open(place),
        "books without their tables and their seal are no close");
    return outcome;
  }

  @Test
  void threeNodesOfWhichOneIsKilledGiveTheSameBooks() throws Exception {
    int port = TestGrid.freePort();
    List<GridProcess> nodes = new ArrayList<>();
    try {
      for (int n = 1; n <= 3; n++) {
        nodes.add(GridProcess.node("worker-" + n, port).awaitReady());
      }
      List<String> join = List.of("127.0.0.1:" + port + ".." + (port + 19));
      try (Grid grid = Grid.start(TestGrid.options(port + 30, join))) {
        AtomicBoolean killed = new AtomicBoolean();
        Closing.Outcome outcome =
            close(
                grid.runs(),
                handle -> {
                  handle.listen(
                      status -> {
                        if (status.done() >= 1 && killed.compareAndSet(false, true)) {
                          nodes.get(1).kill();
                        }
                      });
                  try {
                    return handle.result().get(3, TimeUnit.MINUTES);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                });
        assertTrue(killed.get());
        assertEquals(expected, outcome.record().bookHash());
      }
    } finally {
      nodes.forEach(GridProcess::close);
    }
  }

  @Test
  void restartedGridOnDiskComputesNothingAgain() throws Exception {
    Path data = folder.resolve("data");
    for (int start = 0; start < 2; start++) {
      GridOptions options = TestGrid.options(TestGrid.freePort(), List.of());
      options.data = data;
      try (Grid grid = Grid.start(options)) {
        Closing.Outcome outcome = close(grid.runs(), handle -> handle.result().join());
        assertEquals(expected, outcome.record().bookHash());
        assertEquals(start == 0 ? 12 : 0, outcome.units());
      }
    }
  }
}
