package org.gridclear.bench.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** Wall and CPU time of this process from its making on. */
public final class ProcessClock {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long wallNanos = System.nanoTime();
  private final long cpuNanos = SYSTEM.getProcessCpuTime();

  /** Times in seconds. */
  public record Measured(double wall, double cpu) {}

  /**
   * CPU time of the threads of this program so far, seconds; the compiler's are left out, which in
   * a young process take more than the work itself.
   */
  public static double threadsCpuSeconds() {
    return Arrays.stream(THREADS.getAllThreadIds())
            .map(THREADS::getThreadCpuTime)
            .filter(nanos -> nanos > 0)
            .sum()
        / 1e9;
  }

  /** CPU time of the thread that asks, ns. */
  public static long threadCpuNanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  public Measured stop() {
    return new Measured(
        (System.nanoTime() - wallNanos) / 1e9, (SYSTEM.getProcessCpuTime() - cpuNanos) / 1e9);
  }
}
