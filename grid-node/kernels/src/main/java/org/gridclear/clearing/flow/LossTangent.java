package org.gridclear.clearing.flow;

/**
 * A tangent of the losses of an island: {@code (1 + mean)·Loss − Σ_b slope_b·decided_b ≥ rightMw}.
 * It holds for every schedule of its case, whatever flow limits are added.
 *
 * @param period the period
 * @param island the island
 * @param flowsMw flows of the branches where it was taken
 * @param slope change of the losses per MW injected, by bus; 0 outside the island
 * @param mean mean of the slope over the loads of the island
 * @param rightMw right-hand side
 */
public record LossTangent(
    int period, int island, double[] flowsMw, double[] slope, double mean, double rightMw) {}
