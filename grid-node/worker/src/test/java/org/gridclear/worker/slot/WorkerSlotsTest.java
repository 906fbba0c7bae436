package org.gridclear.worker.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridclear.solver.Deadline;
import org.gridclear.work.FailureReason;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.MissingDataException;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.UnitBatch;
import org.gridclear.worker.api.Wire;
import org.junit.jupiter.api.Test;

class WorkerSlotsTest {
  private static final int SECONDS_MAX = 20;

  /** A store of nothing; tests say what happens when it is asked. */
  private static class EmptyStore implements BlockStore {
    @Override
    public byte[] data(String hash) {
      throw new MissingDataException(hash);
    }

    @Override
    public List<byte[]> blocks(List<String> hashes) {
      throw new MissingDataException(hashes.toString());
    }

    @Override
    public Optional<byte[]> outcome(String key) {
      return Optional.empty();
    }

    @Override
    public void putOutcome(String key, byte[] packed) {}
  }

  private static CompletableFuture<Receipt> work(WorkerSlots slots, WorkUnit unit) {
    byte[] batch = Wire.pack(new UnitBatch("run", List.of(unit)));
    return CompletableFuture.supplyAsync(
            () -> slots.work(batch, Deadline.never()), task -> new Thread(task).start())
        .thenApply(packed -> Wire.unpack(packed, UnitBatch.Receipts.class).receipts().get(0));
  }

  @Test
  void aSlotComputesTheNextUnitWhileAnOutcomeIsStored() {
    CountDownLatch bothComputed = new CountDownLatch(2);
    BlockStore store =
        new EmptyStore() {
          @Override
          public void putOutcome(String key, byte[] packed) {
            bothComputed.countDown();
            await(bothComputed);
          }
        };
    WorkerSlots slots = new WorkerSlots("a", store, null, 1);
    List<CompletableFuture<Receipt>> answers =
        List.of(
            work(slots, WorkUnit.probe("seed", 1, 10)), work(slots, WorkUnit.probe("seed", 2, 10)));
    for (CompletableFuture<Receipt> answer : answers) {
      assertTrue(answer.orTimeout(SECONDS_MAX, TimeUnit.SECONDS).join().solved());
    }
    assertEquals(0, bothComputed.getCount(), "neither store ended before both had begun");
  }

  @Test
  void noMoreKernelsRunThanThereAreSlotsHoweverManyThreadsBringUnits() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    BlockStore store =
        new EmptyStore() {
          @Override
          public byte[] data(String hash) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            sleep();
            running.decrementAndGet();
            return super.data(hash);
          }
        };
    WorkerSlots slots = new WorkerSlots("a", store, null, 2);
    List<CompletableFuture<Receipt>> answers = new ArrayList<>();
    for (int unit = 0; unit < 6; unit++) {
      answers.add(work(slots, WorkUnit.charging("month " + unit, List.of(), List.of(), 0, 1)));
    }
    for (CompletableFuture<Receipt> answer : answers) {
      Receipt receipt = answer.orTimeout(SECONDS_MAX, TimeUnit.SECONDS).join();
      assertEquals(FailureReason.DATA_LOST, receipt.why().reason());
    }
    assertTrue(most.get() >= 1 && most.get() <= 2, most + " kernels at a time");
  }

  private static void sleep() {
    try {
      Thread.sleep(30);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
