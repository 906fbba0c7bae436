package org.gridclear.numerics;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Right-hand sides side by side: eight of them, one number of each in a row of memory, worked on
 * with the processor's vector instructions. Products and sums are rounded one by one, never fused,
 * so every processor gives the same bits, whatever the width of its vectors.
 */
public final class Lanes {
  /** Right-hand sides that are taken side by side. */
  public static final int COUNT = 8;

  /** Vectors as wide as the processor's, at most {@link #COUNT} numbers. */
  public static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() <= COUNT
          ? DoubleVector.SPECIES_PREFERRED
          : DoubleVector.SPECIES_512;

  /** Numbers in a vector; divides {@link #COUNT}. */
  public static final int STEP = SPECIES.length();

  /**
   * Rows of {@link #COUNT} numbers after which vector code is worth its price: in a process that
   * ends before, its compilation costs more than plain code does. Whoever goes on after them has
   * paid twice at the most.
   */
  private static final long PLAIN_ROWS_MAX = 500_000_000L;

  /** Rows so far, about: what is lost where two count at once does not matter. */
  private static long plainRows;

  /** Set where no compiler is there that makes anything of vector code. */
  private static final boolean PLAIN_ONLY = Boolean.getBoolean("gridclear.plain");

  private static volatile boolean vectors;

  private Lanes() {}

  /**
   * Whether work that has both is to be done by its vector code. Results are the same bits.
   *
   * @param rows how many rows of numbers it goes through
   */
  public static boolean byVectors(long rows) {
    if (!vectors && !PLAIN_ONLY) {
      plainRows += rows;
      vectors = plainRows > PLAIN_ROWS_MAX;
    }
    return vectors;
  }

  /** From now on all is done by vector code: the process stays, or has much to do. */
  public static void preferVectors() {
    vectors = !PLAIN_ONLY;
  }

  /** The vector at a place. */
  public static DoubleVector at(double[] values, int offset) {
    return DoubleVector.fromArray(SPECIES, values, offset);
  }
}
