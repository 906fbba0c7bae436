package org.gridclear.security.pair;

import org.gridclear.security.powerflow.DcPowerFlow;
import org.gridclear.security.result.Monitored;

/**
 * How far outages can be from overloading anything. What a branch gets of an outage, as a share of
 * the room to its limit, has a greatest value in every block of branches, in every block of blocks,
 * and over all. Two outages that put the flows c and d back at the ends of their branches overload
 * nothing in a block where {@code |c| × greatest of the first + |d| × greatest of the second < 1}.
 * The numbers are rounded up.
 */
final class LoadingBounds {
  /** Rows of a block; rows follow the elimination order, so those of a block lie together. */
  static final int BLOCK = 32;

  /** Blocks of a group. */
  static final int GROUP = 16;

  /** Bounds below this are certain to stay below one with all rounding of their sums. */
  static final float SURE = 1 - 1e-5f;

  private static final double ROUNDING = 1 + 1e-6;
  private static final double ROOM_MIN = 1e-9;

  final int blocks;
  final int groups;

  /** By outage: the greatest of all. */
  final float[] greatest;

  /** By outage and group. */
  final float[][] ofGroup;

  /** By outage and block. */
  final float[][] ofBlock;

  private final Monitored monitored;
  private final double[] scale;
  private final double[] room;

  /**
   * Room of branches in the intact grid.
   *
   * @param worsened rise, as a share of the limit, that makes an overload worse
   */
  LoadingBounds(DcPowerFlow base, Monitored monitored, int outages, double worsened) {
    this.monitored = monitored;
    blocks = (monitored.rows() + BLOCK - 1) / BLOCK;
    groups = (blocks + GROUP - 1) / GROUP;
    greatest = new float[outages];
    ofGroup = new float[outages][groups];
    ofBlock = new float[outages][blocks];
    scale = new double[monitored.rows()];
    room = new double[monitored.rows()];
    for (int m = 0; m < scale.length; m++) {
      int l = monitored.branch[m];
      scale[m] = Math.abs(base.susceptance()[l]) / monitored.limitPu[m];
      double loading = Math.abs(base.flowPu(l)) / monitored.limitPu[m];
      room[m] = Math.max(ROOM_MIN, loading > 1 ? worsened : 1 - loading);
    }
  }

  /** Takes the column of an outage. */
  void take(int outage, int branch, double[] angles) {
    for (int m = 0; m < scale.length; m++) {
      double share = Math.abs(angles[monitored.from[m]] - angles[monitored.to[m]]) * scale[m];
      float bound = (float) (share / room[m] * ROUNDING);
      int block = m / BLOCK;
      if (bound > ofBlock[outage][block] && monitored.branch[m] != branch) {
        ofBlock[outage][block] = bound;
      }
    }
    for (int block = 0; block < blocks; block++) {
      float bound = ofBlock[outage][block];
      ofGroup[outage][block / GROUP] = Math.max(ofGroup[outage][block / GROUP], bound);
      greatest[outage] = Math.max(greatest[outage], bound);
    }
  }
}
