package org.gridclear.security.screening;

import org.gridclear.security.screening.ImbalanceSharing.MakeUp;
import org.jspecify.annotations.Nullable;

/** One outage on its way in a lane. */
final class LaneRun {
  /** Mismatch that must fall to this share within {@link #PATIENCE} steps. */
  private static final double FALL = 0.5;

  private static final int PATIENCE = 4;

  final int outage;
  final OutagePerturbation lane;
  final MakeUp makeUp;

  /** Per regulated bus its side of its reactive limits; null if there are none. */
  final int @Nullable [] sides;

  boolean underWay = true;
  boolean solved;
  boolean looked;
  int steps;
  int switches;
  double mismatch = Double.POSITIVE_INFINITY;
  private double mismatchThen = Double.POSITIVE_INFINITY;
  private int patience = PATIENCE;

  LaneRun(int outage, OutagePerturbation lane, MakeUp makeUp, int @Nullable [] sides) {
    this.outage = outage;
    this.lane = lane;
    this.makeUp = makeUp;
    this.sides = sides;
  }

  void stop(boolean isSolved) {
    underWay = false;
    solved = isSolved;
  }

  /** Stops it where its mismatch does not fall. */
  void expectFall() {
    if (--patience == 0) {
      if (mismatch > FALL * mismatchThen) {
        stop(false);
      }
      mismatchThen = mismatch;
      patience = PATIENCE;
    }
  }

  /** Its equations are other ones now: its mismatch may rise once. */
  void startAnew() {
    mismatchThen = Double.POSITIVE_INFINITY;
    patience = PATIENCE;
  }

  /** Whether units of an island make up for what it loses. */
  boolean shares() {
    return makeUp.portions().size() == 1 && makeUp.portions().get(0).scale() != 0;
  }

  /** The island whose units make up for what it loses. */
  int island() {
    return makeUp.portions().get(0).island();
  }

  /** Notes what its mismatch differs by from that of the base case. */
  void correct(AcBase base, AcLanes lanes, int q) {
    int[] tripped = lane.effect().generators();
    for (int m = 0; m < tripped.length; m++) {
      int k = base.units.position(tripped[m]);
      double scale = makeUp.of(base.model.island(k)).scale();
      lanes.add(k, q, -scale * makeUp.unitShare()[m], 0);
    }
    lane.correct(lanes, q);
  }
}
