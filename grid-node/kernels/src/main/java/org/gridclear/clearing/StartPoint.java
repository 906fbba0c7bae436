package org.gridclear.clearing;

import java.util.List;

/**
 * What a cleared case hands to the cases that vary it: its commitment and the flow rows that its
 * search needed. It speeds a search up and never changes what counts as solved.
 *
 * @param committed status per thermal unit and period; empty for none
 * @param rows flow rows, by names: cases number their elements each in its own way
 */
public record StartPoint(boolean[][] committed, List<Row> rows) {
  /**
   * A flow row.
   *
   * @param constraint B-18 for a flowgate, B-19 for a branch
   * @param element id of the branch or flowgate
   * @param outage id of the contingency, "" for none
   * @param period the period
   */
  public record Row(String constraint, String element, String outage, int period) {}

  /** No knowledge. */
  public static final StartPoint NONE = new StartPoint(new boolean[0][], List.of());

  public StartPoint {
    rows = List.copyOf(rows);
  }

  /** Whether it knows a commitment of this many units. */
  boolean fits(int units) {
    return committed.length == units && units > 0;
  }
}
