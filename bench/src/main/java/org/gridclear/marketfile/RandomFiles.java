package org.gridclear.marketfile;

import java.util.Random;
import java.util.function.LongFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the random files of all formats are drawn with; a seed gives the same file always. */
class RandomFiles {
  static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  final Random random;

  RandomFiles(long seed) {
    random = new Random(seed * 7919 + 17);
  }

  /** A format with its random files. */
  enum Format {
    UNIT_COMMITMENT_JL(seed -> new RandomUnitCommitmentJl(seed).file()),
    PGLIB_UC(seed -> new RandomPglib(seed).file()),
    EGRET(seed -> new RandomEgret(seed).file());

    private final LongFunction<ObjectNode> files;

    Format(LongFunction<ObjectNode> files) {
      this.files = files;
    }

    ObjectNode file(long seed) {
      return files.apply(seed);
    }
  }

  int whole(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  /** A number with three decimals. */
  double real(double from, double to) {
    return Math.rint((from + random.nextDouble() * (to - from)) * 1000) / 1000;
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  ArrayNode list(int count, double from, double to) {
    ArrayNode list = NODES.arrayNode();
    for (int k = 0; k < count; k++) {
      list.add(real(from, to));
    }
    return list;
  }

  /** Rising outputs from {@code least} on and the cost at each, at rising prices. */
  double[][] curve(double least, int points) {
    double[][] curve = new double[points][2];
    double price = real(8, 30);
    curve[0] = new double[] {least, Math.rint(least * price + real(0, 300))};
    for (int k = 1; k < points; k++) {
      double width = real(10, 60);
      curve[k][0] = Math.rint((curve[k - 1][0] + width) * 1000) / 1000;
      curve[k][1] = curve[k - 1][1] + (curve[k][0] - curve[k - 1][0]) * price;
      price += real(1, 15);
    }
    return curve;
  }
}
