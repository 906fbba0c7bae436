package org.gridclear.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Wall and CPU time of this process from its making on. */
final class ProcessClock {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final long wallNanos = System.nanoTime();
  private final long cpuNanos = SYSTEM.getProcessCpuTime();

  /** Times in seconds. */
  record Measured(double wall, double cpu) {}

  Measured stop() {
    return new Measured(
        (System.nanoTime() - wallNanos) / 1e9, (SYSTEM.getProcessCpuTime() - cpuNanos) / 1e9);
  }
}
