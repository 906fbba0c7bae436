package org.gridclear.worker.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.solver.Deadline;
import org.gridclear.study.CaseOverlay;
import org.gridclear.work.FailureReason;
import org.gridclear.work.UnitSummary;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.MissingDataException;
import org.gridclear.worker.api.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each way of coming to an end costs: one attempt, and the pool goes on. */
class SolverPoolTest {
  private static final Deadline NEVER = () -> false;
  private static final UnitSummary SEVEN = new UnitSummary.Probe(7);

  private final Map<String, byte[]> stored = new HashMap<>();
  private final BlockStore store =
      new BlockStore() {
        @Override
        public byte[] data(String hash) {
          throw new MissingDataException("no " + hash);
        }

        @Override
        public List<byte[]> blocks(List<String> hashes) {
          return List.of();
        }

        @Override
        public Optional<byte[]> outcome(String key) {
          return Optional.empty();
        }

        @Override
        public void putOutcome(String key, byte[] packed) {
          stored.put(key, packed);
        }
      };

  private final SolverPool pool = pool(Duration.ofSeconds(30), Duration.ofSeconds(5));

  private static SolverPool pool(Duration start, Duration silence) {
    return new SolverPool(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxDirectMemorySize=2g",
            "-cp",
            System.getProperty("java.class.path"),
            FakeChild.class.getName()),
        new ChildLimits(400L << 20, start, silence, Duration.ofSeconds(7), Duration.ofMillis(400)));
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private Receipt work(String name, Deadline cancelled) {
    return work(pool, name, cancelled);
  }

  private Receipt work(SolverPool pool, String name, Deadline cancelled) {
    ClearingOptions options = ClearingOptions.LOSSLESS;
    WorkUnit unit = WorkUnit.clearing("base", new CaseOverlay(name, "[]"), options, "");
    return pool.work(unit, options.secondsMax(), store, cancelled);
  }

  private void assertFails(String name, FailureReason reason, String text) {
    Receipt receipt = work(name, NEVER);
    assertEquals(reason, receipt.why().reason(), receipt.why().text());
    assertTrue(receipt.why().text().contains(text), receipt.why().text());
    assertTrue(reason.costsAttempt());
    assertEquals(SEVEN, work("good", NEVER).summary(), "the next unit is done");
  }

  @Test
  void aGoodUnitIsDoneByAWarmChildAndItsOutcomeStored() {
    assertEquals(SEVEN, work("good", NEVER).summary());
    List<Long> pids = pool.pids();
    assertEquals(SEVEN, work("good", NEVER).summary());
    assertEquals(pids, pool.pids());
    assertEquals("no missing", new String(stored.get("stored"), StandardCharsets.UTF_8));
  }

  @Test
  void aCrashCostsAnAttempt() {
    assertFails("exit", FailureReason.SOLVER_CRASHED, "code 134");
  }

  @Test
  void outputThatIsNoFrameCostsAnAttempt() {
    assertFails("noise", FailureReason.SOLVER_CRASHED, "no frame");
  }

  @Test
  void aChildWithoutASignOfLifeIsEnded() {
    assertFails("silence", FailureReason.SOLVER_HUNG, "no sign of life");
  }

  @Test
  void aChildThatStartsLateOnABusyMachineIsNotTakenForSilent() {
    try (SolverPool patient = pool(Duration.ofSeconds(60), Duration.ofSeconds(4))) {
      assertEquals(SEVEN, work(patient, "late", NEVER).summary());
    }
  }

  @Test
  void aChildThatNeverStartsIsEnded() {
    try (SolverPool hasty = pool(Duration.ofMillis(1), Duration.ofSeconds(60))) {
      Receipt receipt = work(hasty, "late", NEVER);
      assertEquals(FailureReason.SOLVER_HUNG, receipt.why().reason());
    }
  }

  @Test
  void aChildThatUsesNoCpuIsEnded() {
    assertFails("standstill", FailureReason.SOLVER_HUNG, "used no CPU");
  }

  @Test
  void aChildThatOutgrowsItsMemoryIsEnded() {
    assertFails("memory", FailureReason.OUT_OF_MEMORY, "more than the 400 MB");
  }

  @Test
  void aChildThatDoesNotHearACancellationIsEndedSoon() {
    AtomicBoolean cancelled = new AtomicBoolean();
    Thread later =
        new Thread(
            () -> {
              try {
                Thread.sleep(500);
              } catch (InterruptedException e) {
                return;
              }
              cancelled.set(true);
            });
    later.start();
    long start = System.nanoTime();
    Receipt receipt = work("silence", cancelled::get);
    assertEquals(FailureReason.CANCELLED, receipt.why().reason());
    assertTrue(System.nanoTime() - start < 3_000_000_000L);
  }

  @Test
  void aChildThatWasKilledWhileIdleIsReplacedWithoutLoss() throws Exception {
    work("good", NEVER);
    List<Long> pids = pool.pids();
    ProcessHandle child = ProcessHandle.of(pids.get(0)).orElseThrow();
    child.destroyForcibly();
    child.onExit().get();
    assertEquals(SEVEN, work("good", NEVER).summary());
    assertNotEquals(pids, pool.pids());
  }
}
