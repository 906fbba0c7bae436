package org.gridclear.worker.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gridclear.solver.Deadline;
import org.gridclear.work.Failure;
import org.gridclear.work.FailureReason;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.MissingDataException;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.Wire;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One child as its node sees it. One thread works with it; another looks after it. */
final class SolverProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SolverProcess.class);
  private static final int PAGE_BYTES = 4096;
  private static final int LINES_KEPT = 8;
  private static final long END_MILLIS = 300;

  /** Exit code of a process that somebody ended with signal 9. */
  private static final int KILLED = 137;

  /** A search may take so many times its CPU limit on the wall before its child is ended. */
  private static final double WALL_PER_CPU = 5;

  private static final long WALL_MORE_NANOS = 60_000_000_000L;

  private final Process process;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final ChildLimits limits;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private volatile @Nullable Watch watch;
  private volatile @Nullable Failure verdict;
  private volatile long memoryBytes;

  /**
   * Whether it gave a sign of life: until then a virtual machine starts, which a busy machine
   * delays.
   */
  private volatile boolean started;

  /** What is watched while a unit is in the child; times are nanoseconds. */
  private static final class Watch {
    private final Deadline cancelled;
    private final long until;
    private volatile long seenAt = System.nanoTime();
    private volatile long movedAt = System.nanoTime();
    private volatile long cpu = -1;
    private long cancelledAt;

    Watch(Deadline cancelled, long until) {
      this.cancelled = cancelled;
      this.until = until;
    }
  }

  SolverProcess(List<String> command, ChildLimits limits) throws IOException {
    this.limits = limits;
    process = new ProcessBuilder(command).start();
    in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    Thread errors = new Thread(this::pump, "solver-" + process.pid());
    errors.setDaemon(true);
    errors.start();
  }

  private void pump() {
    try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("WARNING: Using incubator")) {
          continue;
        }
        LOG.info("child={} {}", process.pid(), line);
        synchronized (lastLines) {
          lastLines.addLast(line);
          if (lastLines.size() > LINES_KEPT) {
            lastLines.removeFirst();
          }
        }
      }
    } catch (IOException e) {
      LOG.debug("child={} its error stream ended", process.pid(), e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive() && verdict == null;
  }

  /** Resident memory when last looked at. */
  long memoryBytes() {
    return memoryBytes;
  }

  /**
   * Has a unit done.
   *
   * @param secondsMax CPU seconds that it may take
   * @return its receipt; one with a failure that costs an attempt if the child came to an end
   */
  Receipt work(WorkUnit unit, double secondsMax, BlockStore store, Deadline cancelled) {
    long until = System.nanoTime() + (long) (secondsMax * WALL_PER_CPU * 1e9) + WALL_MORE_NANOS;
    watch = new Watch(cancelled, until);
    try {
      new Frame(Frame.Type.WORK, unit.name(), Wire.pack(unit)).write(out);
      while (true) {
        Frame frame = Frame.read(in);
        if (frame.type() == Frame.Type.DONE) {
          return Wire.unpack(frame.bytes(), Receipt.class);
        }
        answer(frame, store);
      }
    } catch (IOException e) {
      return Receipt.failed(unit.key().hex(), "", ended(unit, e));
    } finally {
      watch = null;
    }
  }

  private void answer(Frame frame, BlockStore store) throws IOException {
    switch (frame.type()) {
      case ALIVE -> alive(Long.parseLong(frame.name()));
      case DATA -> data(frame.name(), store).write(out);
      case OUTCOME -> {
        Optional<byte[]> outcome = store.outcome(frame.name());
        outcome
            .map(bytes -> new Frame(Frame.Type.FOUND, "", bytes))
            .orElse(Frame.of(Frame.Type.MISSING, ""))
            .write(out);
      }
      case STORE -> store.putOutcome(frame.name(), frame.bytes());
      default -> throw new IOException("A child does not say " + frame.type() + ".");
    }
  }

  private static Frame data(String hash, BlockStore store) {
    try {
      return new Frame(Frame.Type.FOUND, "", store.data(hash));
    } catch (MissingDataException e) {
      return Frame.of(Frame.Type.MISSING, String.valueOf(e.getMessage()));
    }
  }

  private void alive(long cpu) {
    Watch current = Objects.requireNonNull(watch);
    long now = System.nanoTime();
    started = true;
    current.seenAt = now;
    if (cpu != current.cpu) {
      current.cpu = cpu;
      current.movedAt = now;
    }
  }

  private boolean endsWithin(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Failure ended(WorkUnit unit, IOException cause) {
    boolean byItself = endsWithin(END_MILLIS);
    process.destroyForcibly();
    int code = process.onExit().join().exitValue();
    Failure failure = verdict;
    if (failure == null) {
      String lines;
      synchronized (lastLines) {
        lines = String.join(" | ", lastLines);
      }
      FailureReason reason =
          lines.contains("OutOfMemoryError")
              ? FailureReason.OUT_OF_MEMORY
              : byItself && code == KILLED
                  ? FailureReason.SOLVER_KILLED
                  : FailureReason.SOLVER_CRASHED;
      failure =
          new Failure(
              reason,
              "The solver process ended with code %d (%s)%s"
                  .formatted(code, cause, lines.isEmpty() ? "." : ": " + lines));
    }
    LOG.warn("unit={} child={} {}: {}", unit.name(), pid(), failure.reason(), failure.text());
    return failure;
  }

  /**
   * Looks at the child and ends it if it has overdone something.
   *
   * @param sinceNanos time since the last look; a long one means that this process stood still
   */
  void look(long sinceNanos) {
    memoryBytes = residentBytes();
    Watch current = watch;
    if (current == null || verdict != null) {
      return;
    }
    long now = System.nanoTime();
    if (sinceNanos > limits.silence().toNanos() / 4) {
      current.seenAt = now;
      current.movedAt = now;
    }
    if (memoryBytes > limits.memoryBytes()) {
      end(
          FailureReason.OUT_OF_MEMORY,
          "The solver process had %d MB, more than the %d MB it may have (--child-memory)."
              .formatted(memoryBytes >> 20, limits.memoryBytes() >> 20));
    } else if (now - current.seenAt > silence().toNanos()) {
      end(
          FailureReason.SOLVER_HUNG,
          "The solver process gave no sign of life for %d s.".formatted(silence().toSeconds()));
    } else if (started && now - current.movedAt > limits.standstill().toNanos()) {
      end(
          FailureReason.SOLVER_HUNG,
          "The solver process used no CPU for %d s.".formatted(limits.standstill().toSeconds()));
    } else if (now - current.until > 0) {
      end(FailureReason.SOLVER_HUNG, "The solver went on long after its time limit.");
    } else if (current.cancelled.passed()) {
      cancel(current, now);
    }
  }

  private Duration silence() {
    return started ? limits.silence() : limits.start();
  }

  private void cancel(Watch current, long now) {
    if (current.cancelledAt == 0) {
      current.cancelledAt = now;
      try {
        Frame.of(Frame.Type.CANCEL, "").write(out);
      } catch (IOException e) {
        LOG.debug("child={} is gone already", pid(), e);
      }
    } else if (now - current.cancelledAt > limits.grace().toNanos()) {
      end(FailureReason.CANCELLED, "The run was cancelled.");
    }
  }

  private void end(FailureReason reason, String text) {
    verdict = new Failure(reason, text);
    process.destroyForcibly();
  }

  private long residentBytes() {
    try {
      String[] fields = Files.readString(Path.of("/proc/" + pid() + "/statm")).split(" ");
      return Long.parseLong(fields[1]) * PAGE_BYTES;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
