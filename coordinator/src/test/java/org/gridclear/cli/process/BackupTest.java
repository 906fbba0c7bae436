package org.gridclear.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridclear.cli.GridProcess;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunRequest;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunState;
import org.gridclear.run.dispatch.Priority;
import org.gridclear.settlement.close.SettlementInputs;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.study.StudyReader;
import org.gridclear.synthetic.SyntheticMonth;
import org.gridclear.work.ChargeSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of a grid that is taken while it works, and put into another one, which goes on. */
// Rows: P-13, U-04, U-05
class BackupTest {
  /** Cases enough that it is still under way when its copy is taken. */
  private static final String STUDY =
      "study: copied\n"
          + "base: {case: ieee57}\n"
          + "options: {gap: 0.0005, losses: false}\n"
          + "sweeps: [{name: \"l{l}\", over: {l: [0.92, 0.925, 0.93, 0.935, 0.94, 0.945, 0.95,"
          + " 0.955, 0.96, 0.965, 0.97, 0.975, 0.98, 0.985, 0.99, 1.01]}, changes: [{load: {scale:"
          + " $l}}]}]";

  @TempDir Path folder;

  private static List<String> hashes(RunResult result) {
    assertEquals(RunState.DONE, result.status().state(), result.status().message());
    return result.cases().stream()
        .map(
            cell ->
                cell.receipt().summary() instanceof ChargeSummary charges
                    ? charges.outcomeHash()
                    : cell.receipt().cleared().outcomeHash())
        .toList();
  }

  private static String join(int port) {
    return "127.0.0.1:%d..%d".formatted(port, port + 19);
  }

  private static String[] arguments(int port, String... command) {
    String[] all = java.util.Arrays.copyOf(command, command.length + 4);
    all[command.length] = "--join";
    all[command.length + 1] = join(port);
    all[command.length + 2] = "--grid-port";
    all[command.length + 3] = Integer.toString(port + 45);
    return all;
  }

  private static void assertDone(Shell.Ended ended) {
    assertEquals(ExitCodes.DONE, ended.code(), ended.text());
  }

  @Test
  void aBackupOfAGridAtWorkIsRestoredElsewhereAndItsRunsGoOnToTheSameHashes() throws Exception {
    Path books = Files.createDirectories(folder.resolve("books/close"));
    Files.writeString(books.resolve("close.json"), "{}");
    Path full = folder.resolve("full");
    Path more = folder.resolve("more");
    int port = TestGrid.freePort();
    String studyId;
    String closeId;
    List<String> studied;
    List<String> closed;
    try (GridProcess node = GridProcess.node("a", port).awaitReady();
        Grid grid = Grid.start(TestGrid.options(port + 30, List.of(join(port))))) {
      RunHandle study = grid.runs().submit(StudyReader.read(STUDY, "study.yaml", Path.of(".")));
      Job charges = charges(grid);
      RunHandle close = grid.runs().submit(new RunRequest(charges, "test", Priority.BULK, null));
      studyId = study.status().runId();
      closeId = close.status().runId();
      while (study.status().done() < 2) {
        Thread.sleep(50);
      }
      assertDone(
          Shell.run(
              arguments(
                  port, "backup", full.toString(), "--books", folder.resolve("books").toString())));
      assertFalse(close.status().state().ended(), "the close was under way");
      studied = hashes(study.result().get(3, TimeUnit.MINUTES));
      closed = hashes(close.result().get(3, TimeUnit.MINUTES));
      assertTrue(node.alive());
    }
    int other = TestGrid.freePort();
    try (GridProcess node = GridProcess.node("b", other).awaitReady()) {
      assertDone(Shell.run(arguments(other, "grid", "status")));
      assertDone(
          Shell.run(
              arguments(
                  other,
                  "restore",
                  full.toString(),
                  "--books",
                  folder.resolve("again").toString())));
      assertEquals("{}", Files.readString(folder.resolve("again/close/close.json")));
      try (Grid grid =
          Grid.start(
              TestGrid.options(other + 30, List.of(join(other))), RunLimits.OF_COMMANDS, true)) {
        RunResult study = grid.runs().find(studyId).orElseThrow().result().get(3, TimeUnit.MINUTES);
        assertEquals(studied, hashes(study));
        RunResult close = grid.runs().find(closeId).orElseThrow().result().get(3, TimeUnit.MINUTES);
        assertEquals(closed, hashes(close));
        assertTrue(study.cases().stream().anyMatch(cell -> cell.attempts() == 0), "reused");
      }
      Shell.Ended increment =
          Shell.run(arguments(other, "backup", more.toString(), "--since", full.toString()));
      assertDone(increment);
      assertTrue(Files.size(more.resolve("blocks.pack")) < 100, "no block was copied again");
      assertEquals(
          ExitCodes.BAD_INPUT,
          Shell.run(arguments(other, "restore", full.toString())).code(),
          "the grid is not empty");
      assertTrue(node.alive());
    }
    int third = TestGrid.freePort();
    try (GridProcess node = GridProcess.node("c", third).awaitReady()) {
      assertDone(Shell.run(arguments(third, "restore", more.toString())));
      try (Grid grid = Grid.start(TestGrid.options(third + 30, List.of(join(third))))) {
        RunResult study = grid.runs().find(studyId).orElseThrow().result().get(1, TimeUnit.MINUTES);
        assertEquals(studied, hashes(study));
      }
      assertTrue(node.alive());
    }
  }

  private Job charges(Grid grid) throws Exception {
    Path input = folder.resolve("input");
    SyntheticMonth.write(
        new SyntheticMonth.Options(YearMonth.of(2026, 10), 600, 10, 2, 9, 0), input);
    SettlementSource source = SettlementReader.open(input);
    SettlementInputs inputs =
        SettlementInputs.load(
            source, grid.runs().store(), SettlementInputs.Keeper.NOTHING, () -> {});
    return new Job.Charging(source.month(), inputs.priceHashes(), inputs.blockHashes());
  }

  @Test
  void whatIsNoBackupIsRefused() {
    Shell.Ended none = Shell.run("restore", folder.toString());
    assertEquals(ExitCodes.BAD_INPUT, none.code());
    assertTrue(none.text().contains("--join"), none.text());
  }
}
