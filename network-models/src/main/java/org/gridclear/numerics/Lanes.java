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

  private Lanes() {}

  /** The vector at a place. */
  public static DoubleVector at(double[] values, int offset) {
    return DoubleVector.fromArray(SPECIES, values, offset);
  }
}
