package org.gridclear.worker.slot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.numerics.Lanes;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.screening.ScreeningKernel;
import org.gridclear.security.screening.ScreeningModel;

/**
 * Has the vector code of the screening kernels compiled before the first unit comes. Until the
 * compiler has seen enough of it, that code runs a hundred times slower than afterwards. A small
 * network is screened over and over, in the background, until there is work or it is well known.
 */
public final class KernelWarmUp implements AutoCloseable {
  /** What was started lately is likely to end soon, or to be given work, or to share its cores. */
  public static final Duration SETTLED = Duration.ofSeconds(30);

  private static final long NANOS_MAX = 2_000_000_000L;
  private static final int REPEATS = 10;

  /** It is well known when so many rounds in a row were not much faster than the best before. */
  private static final int STEADY_ROUNDS = 8;

  private static final double STEADY_SHARE = 0.8;

  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean stopped;

  private KernelWarmUp(Set<Method> methods, Duration delay) {
    thread = new Thread(() -> run(methods, delay), "kernel-warm-up");
    thread.setDaemon(true);
  }

  /** Starts it for these methods, none included. */
  public static KernelWarmUp start(Set<Method> methods) {
    return start(methods, Duration.ZERO);
  }

  /** Starts it for these methods after a time, unless it is closed before. */
  public static KernelWarmUp start(Set<Method> methods, Duration delay) {
    KernelWarmUp warmUp = new KernelWarmUp(Set.copyOf(methods), delay);
    warmUp.thread.start();
    return warmUp;
  }

  private void run(Set<Method> methods, Duration delay) {
    if (methods.isEmpty() || closedWithin(delay)) {
      return;
    }
    Lanes.preferVectors();
    var loaded = CaseFiles.load("ieee118", Path.of(""), Set.of());
    Network network = loaded.network();
    network =
        network.withBranches(
            network.branches().stream()
                .map(branch -> branch.withRatings(new Branch.Ratings(400, 400, 400)))
                .toList());
    NetworkStructure structure = NetworkStructure.of(network);
    List<Outage> outages =
        network.branches().stream()
            .map(branch -> Outage.of(Contingency.ofBranch(branch.id()), structure.index()))
            .toList();
    OperatingPoint point = OperatingPoint.of(network);
    for (Method method : methods) {
      ScreeningOptions options = ScreeningOptions.DEFAULT.with(method);
      long until = System.nanoTime() + NANOS_MAX;
      long best = Long.MAX_VALUE;
      for (int steady = 0; steady < STEADY_ROUNDS && !stopped; ) {
        long start = System.nanoTime();
        ScreeningModel model = new ScreeningModel(structure, point, outages, options, null);
        for (int repeat = 0; repeat < REPEATS && !stopped; repeat++) {
          ScreeningKernel.screen(model, 0, outages.size(), () -> stopped);
        }
        long now = System.nanoTime();
        steady = now - start > STEADY_SHARE * best && best < Long.MAX_VALUE ? steady + 1 : 0;
        best = Math.min(best, now - start);
        if (now > until) {
          break;
        }
      }
    }
  }

  private boolean closedWithin(Duration delay) {
    try {
      return closed.await(delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** Waits until the code is compiled, two seconds for each method at the most. */
  public void await() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops it; it ends within a millisecond or so. */
  @Override
  public void close() {
    stopped = true;
    closed.countDown();
  }
}
