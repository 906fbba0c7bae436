package org.gridclear.market.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.WorkflowStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that is killed in the middle of a node; another goes on where it ended. */
// Rows: M-02
class KilledCoordinatorTest {
  private static final Instant BEGIN = Instant.parse("2026-10-01T00:00:00Z");
  private static final InstanceKey DAY = new InstanceKey("day", LocalDate.of(2026, 10, 1), 0, 1);

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource(WorkflowFixture.KINDS)
  void anotherGoesOnAfterTheLease(String kind) throws Exception {
    Path path = folder.resolve("market");
    try (WorkflowFixture f = new WorkflowFixture(kind, folder, "UTC")) {
      f.keep(
          """
          format: gridclear-workflows
          version: 1
          workflows:
          - id: day
            start: {daysBefore: 0, time: "00:00"}
            nodes:
            - {id: assemble, task: assemble}
            - {id: clear, task: clear, after: [assemble]}
            - {id: publish, task: publish, after: [clear]}
          """,
          BEGIN);
    }
    CoordinatingProcess.killedInTheMiddle(path, BEGIN);
    AtomicLong nanos = new AtomicLong();
    try (MarketFolder market = MarketFolder.open(path)) {
      WorkflowTask task = context -> TaskOutcome.done("by the second");
      WorkflowCoordinator.Setting setting =
          new WorkflowCoordinator.Setting(
              "second",
              java.util.Map.of("assemble", task, "clear", task, "publish", task),
              new SimulatedClock(BEGIN.minusSeconds(100), ZoneOffset.UTC),
              Runnable::run,
              Duration.ofSeconds(30),
              nanos::get);
      try (WorkflowCoordinator second = new WorkflowCoordinator(market, setting)) {
        assertEquals(0, second.step(), "whether the first lives is not known yet");
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        second.step();
        assertEquals(
            List.of(
                " open by first",
                "assemble ready by first",
                "assemble running by first",
                "assemble done by first",
                "clear ready by first",
                "clear running by first",
                "clear ready by second",
                "clear running by second",
                "clear done by second",
                "publish ready by second",
                "publish running by second",
                "publish done by second",
                " done by second"),
            new WorkflowStore(market.database())
                .history(DAY).stream()
                    .map(each -> each.node() + " " + each.state() + " by " + each.by())
                    .toList());
      }
    }
  }
}
