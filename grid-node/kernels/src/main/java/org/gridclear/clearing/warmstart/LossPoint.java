package org.gridclear.clearing.warmstart;

import java.nio.ByteBuffer;

/**
 * Flows at which a tangent of the losses of an island was taken. Losses are convex in the flows, so
 * that a tangent at any flows holds in every case; it is of use where the flows are alike, for
 * which two bytes a flow are enough.
 *
 * @param period the period
 * @param island the island
 * @param mwPerStep what flows are counted in, in MW
 * @param steps the flow of every branch, 16 bits each, the high byte first
 * @param status of the tangent's row in the basis of the relaxation
 */
public record LossPoint(int period, int island, double mwPerStep, byte[] steps, byte status) {
  /** The point at these flows, to a 65 000th of the greatest. */
  public static LossPoint of(int period, int island, double[] flowsMw, byte status) {
    double greatest = 0;
    for (double mw : flowsMw) {
      greatest = Math.max(greatest, Math.abs(mw));
    }
    double mwPerStep = greatest > 0 ? greatest / Short.MAX_VALUE : 1;
    ByteBuffer steps = ByteBuffer.allocate(Short.BYTES * flowsMw.length);
    for (double mw : flowsMw) {
      steps.putShort((short) Math.round(mw / mwPerStep));
    }
    return new LossPoint(period, island, mwPerStep, steps.array(), status);
  }

  /** Number of branches. */
  public int branchCount() {
    return steps.length / Short.BYTES;
  }

  /** The flow of every branch. */
  public double[] flowsMw() {
    ByteBuffer each = ByteBuffer.wrap(steps);
    double[] mw = new double[branchCount()];
    for (int l = 0; l < mw.length; l++) {
      mw[l] = mwPerStep * each.getShort();
    }
    return mw;
  }
}
