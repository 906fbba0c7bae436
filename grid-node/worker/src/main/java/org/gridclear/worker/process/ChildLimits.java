package org.gridclear.worker.process;

import java.time.Duration;

/**
 * When a child is ended.
 *
 * @param memoryBytes resident memory that it may have
 * @param start time until its first sign of life
 * @param silence time without a sign of life after that
 * @param standstill time in which it uses no CPU
 * @param grace time to answer after a unit was cancelled
 */
public record ChildLimits(
    long memoryBytes, Duration start, Duration silence, Duration standstill, Duration grace) {
  private static final long MEMORY_MIN = 1L << 30;

  /** The usual times, with this memory. */
  public static ChildLimits ofMemory(long memoryBytes) {
    return new ChildLimits(
        memoryBytes,
        Duration.ofSeconds(120),
        Duration.ofSeconds(30),
        Duration.ofSeconds(120),
        Duration.ofMillis(1500));
  }

  /** Half of the machine's memory shared between so many children, at least 1 GB each. */
  public static long memoryShare(long machineBytes, int children) {
    return Math.max(MEMORY_MIN, machineBytes / 2 / children);
  }
}
