package org.gridclear.clearing.warmstart;

import java.util.List;
import org.gridclear.solver.Basis;

/**
 * What a cleared case hands to the cases that vary it: its commitment and the flow rows that its
 * search needed. It speeds a search up and never changes what counts as solved.
 *
 * @param committed status per thermal unit and period; empty for none
 * @param rows flow rows, by names: cases number their elements each in its own way
 * @param basis of the relaxation, of the columns and rows of the model without flow rows
 * @param dispatchBasis of a dispatch, of the same columns and rows; none in a grid
 * @param cuts that its relaxation needed; they hold where the same schedules are possible
 * @param lossPoints where tangents of losses were taken that bound; each holds in every case
 */
public record WarmStart(
    boolean[][] committed,
    List<Row> rows,
    Basis basis,
    Basis dispatchBasis,
    KnownCuts cuts,
    List<LossPoint> lossPoints) {
  /**
   * A flow row.
   *
   * @param constraint B-18 for a flowgate, B-19 for a branch
   * @param element id of the branch or flowgate
   * @param outage id of the contingency, "" for none
   * @param reverse whether it limits the flow against the element's direction alone
   * @param period the period
   * @param status of the row and of its two overloads in the basis of the relaxation
   */
  public record Row(
      String constraint,
      String element,
      String outage,
      boolean reverse,
      int period,
      RowStatus status) {}

  /**
   * Statuses in a basis.
   *
   * @param row of the row
   * @param over of the overload in the positive direction
   * @param under of the overload in the negative direction, where there is one
   */
  public record RowStatus(byte row, byte over, byte under) {}

  /** No knowledge. */
  public static final WarmStart NONE =
      new WarmStart(new boolean[0][], List.of(), Basis.NONE, Basis.NONE, KnownCuts.NONE, List.of());

  public WarmStart {
    rows = List.copyOf(rows);
    cuts = cuts == null ? KnownCuts.NONE : cuts;
    lossPoints = lossPoints == null ? List.of() : List.copyOf(lossPoints);
  }

  /** Whether it knows a commitment of this many units. */
  public boolean fits(int units) {
    return committed.length == units && units > 0;
  }
}
