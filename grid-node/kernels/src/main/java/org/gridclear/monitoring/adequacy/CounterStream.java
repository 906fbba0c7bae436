package org.gridclear.monitoring.adequacy;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers that are a function of seed, thing, sample and count alone: whoever draws the
 * third number of sample 17 of a unit draws the same one, on whatever thread or node. The function
 * is the finaliser of SplitMix64 (Steele, Lea and Flood 2014), applied twice.
 */
final class CounterStream {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1.0p-53;

  private CounterStream() {}

  /** What tells the numbers of a thing from those of others. */
  static long key(long seed, String thing) {
    long key = mix(seed + GOLDEN);
    for (byte each : thing.getBytes(StandardCharsets.UTF_8)) {
      key = mix(key + each + GOLDEN);
    }
    return key;
  }

  /** Where the numbers of a sample begin. */
  static long start(long key, long sample) {
    return mix(key ^ mix(sample * GOLDEN + 1));
  }

  /** A number in (0, 1): the one of a count. */
  static double number(long start, int count) {
    return ((mix(start + count * GOLDEN) >>> 11) + 0.5) * UNIT;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
