package org.gridclear.work;

/** Work of a known size: a chain of steps of which none can be left out. */
public final class ProbeKernel {
  private static final long MULTIPLIER = 6364136223846793005L;

  private ProbeKernel() {}

  /** Where so many steps of a congruential sequence lead from the hash of a key. */
  public static long run(WorkUnit.Probe unit) {
    long value = unit.key().hex().hashCode();
    for (long step = 0; step < unit.steps(); step++) {
      value = value * MULTIPLIER + 1442695040888963407L;
    }
    return value;
  }
}
