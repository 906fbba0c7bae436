package org.gridclear.numerics;

import java.util.Optional;
import org.gridclear.network.NetworkIndex;

/**
 * Branch outage distribution factors (LODF, EQ-05), one outage at a time on demand: what part of
 * the flow of a branch the others take over when it opens.
 */
public final class OutageFactors {
  /** Below this the outage splits the network; see {@link #of}. */
  private static final double LEFT_MIN = 1e-8;

  private final NetworkIndex index;
  private final ShiftFactors factors;

  /** Factors on the topology of {@code factors}. */
  public OutageFactors(NetworkIndex index, ShiftFactors factors) {
    this.index = index;
    this.factors = factors;
  }

  /**
   * The factors of an outage.
   *
   * @param k branch that opens
   * @return per branch, MW from {@code from} to {@code to} per MW that {@code k} carried before; -1
   *     for {@code k} itself. Empty if the outage splits the network or {@code k} is out already
   */
  public Optional<double[]> of(int k) {
    if (!factors.inService(k) || index.from(k) == index.to(k)) {
      return Optional.empty();
    }
    double[] transfer = factors.transfer(index.from(k), index.to(k));
    double left = 1 - transfer[k];
    if (Math.abs(left) < LEFT_MIN) {
      return Optional.empty();
    }
    for (int l = 0; l < transfer.length; l++) {
      transfer[l] /= left;
    }
    transfer[k] = -1;
    return Optional.of(transfer);
  }
}
