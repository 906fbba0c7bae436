package org.gridclear.worker.process;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.gridclear.solver.highs.NativeOutput;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.MissingDataException;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.slot.WorkerSlots;

/**
 * The child: does the units that come in on its standard input. Its data come from the node, by
 * hash; it ends at once when its input does.
 */
public final class SolverChild implements BlockStore {
  private static final long ALIVE_MILLIS = 1_000;
  private static final int ORPHANED = 3;

  private final DataInputStream in;
  private final DataOutputStream out;
  private final BlockingQueue<Frame> units = new LinkedBlockingQueue<>();
  private final BlockingQueue<Frame> answers = new LinkedBlockingQueue<>();
  private final long workerThread = Thread.currentThread().getId();
  private volatile boolean cancelled;

  private SolverChild(DataInputStream in, DataOutputStream out) {
    this.in = in;
    this.out = out;
  }

  /**
   * Entry of the child.
   *
   * @param arguments the name of the node
   */
  public static void main(String[] arguments) throws Exception {
    // Whatever else writes to the standard output, in Java or not, shall not break the frames.
    DataOutputStream frames =
        new DataOutputStream(new BufferedOutputStream(NativeOutput.takeOver(), 1 << 16));
    System.setOut(System.err);
    new SolverChild(new DataInputStream(System.in), frames).run(arguments[0]);
  }

  private void run(String node) throws Exception {
    WorkerSlots slots = new WorkerSlots(node, this);
    daemon(this::listen, "frames");
    daemon(this::live, "alive");
    while (true) {
      Frame work = units.take();
      cancelled = false;
      WorkUnit unit = Wire.unpack(work.bytes(), WorkUnit.class);
      Receipt receipt = slots.work(unit, () -> cancelled);
      new Frame(Frame.Type.DONE, receipt.key(), Wire.pack(receipt)).write(out);
    }
  }

  private static void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    try {
      while (true) {
        Frame frame = Frame.read(in);
        switch (frame.type()) {
          case WORK -> units.add(frame);
          case CANCEL -> cancelled = true;
          default -> answers.add(frame);
        }
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(ORPHANED);
    }
  }

  private void live() {
    try {
      while (true) {
        long cpu = ManagementFactory.getThreadMXBean().getThreadCpuTime(workerThread);
        Frame.of(Frame.Type.ALIVE, Long.toString(cpu)).write(out);
        Thread.sleep(ALIVE_MILLIS);
      }
    } catch (IOException | InterruptedException e) {
      Runtime.getRuntime().halt(ORPHANED);
    }
  }

  private Frame ask(Frame.Type type, String name) {
    try {
      Frame.of(type, name).write(out);
      return answers.take();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The wait for the node was interrupted.", e);
    }
  }

  @Override
  public byte[] data(String hash) {
    Frame answer = ask(Frame.Type.DATA, hash);
    if (answer.type() == Frame.Type.MISSING) {
      throw new MissingDataException(answer.name());
    }
    return answer.bytes();
  }

  @Override
  public List<byte[]> blocks(List<String> hashes) {
    throw new UnsupportedOperationException("Units that need blocks are done in the node itself.");
  }

  @Override
  public Optional<byte[]> outcome(String key) {
    Frame answer = ask(Frame.Type.OUTCOME, key);
    return answer.type() == Frame.Type.MISSING ? Optional.empty() : Optional.of(answer.bytes());
  }

  @Override
  public void putOutcome(String key, byte[] packed) {
    try {
      new Frame(Frame.Type.STORE, key, packed).write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
