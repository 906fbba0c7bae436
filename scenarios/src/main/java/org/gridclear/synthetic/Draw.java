package org.gridclear.synthetic;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Random numbers that belong to a seed and a name, so that no order of calls matters. */
final class Draw {
  private Draw() {}

  static SplittableRandom of(long seed, String name) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b) * 0x100000001b3L;
    }
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + hash);
  }
}
