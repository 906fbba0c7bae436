package org.gridclear.synthetic;

/**
 * How synthetic data are made.
 *
 * @param seed the same seed gives the same data
 * @param loadScale factor of the network file's loads at the peak of the day
 * @param renewableShare share of the units of unknown fuel and at most 100 MW that become wind or
 *     solar
 * @param reserveShare spinning reserve as a share of load
 * @param tightShare share of the loaded branches that get a rating below their flow at the peak,
 *     where the network has no ratings
 */
public record SyntheticOptions(
    long seed, double loadScale, double renewableShare, double reserveShare, double tightShare) {
  /** Seed 1, a day like the file's, a quarter of small units renewable, 4 % reserve. */
  public static final SyntheticOptions DEFAULT = new SyntheticOptions(1, 1, 0.25, 0.04, 0.04);
}
