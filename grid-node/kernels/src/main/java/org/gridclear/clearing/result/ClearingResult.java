package org.gridclear.clearing.result;

import java.util.List;
import org.gridclear.clearing.warmstart.WarmStart;
import org.jspecify.annotations.Nullable;

/**
 * What a clearing found (C-05). Everything in it but nothing else is a function of case and
 * options; times are not part of it.
 *
 * @param status how far the search got
 * @param objectiveYuan objective of the schedule
 * @param bestBoundYuan proved lower bound of the objective
 * @param lpYuan objective of the linear relaxation with the flow rows found on it
 * @param costs the parts of the objective
 * @param schedule what was decided
 * @param prices what it costs at the margin
 * @param lossMw losses of each period; 0 where they are not modelled
 * @param flows every element and period whose row was in the model
 * @param shadowPrices what the constraints of the catalogue cost at the margin, where they bind
 * @param relaxations what could not be met
 * @param start what the cases that vary this one can start from
 * @param security what the AC check found; null where none was asked for
 * @param statistics size and effort
 */
public record ClearingResult(
    Status status,
    double objectiveYuan,
    double bestBoundYuan,
    double lpYuan,
    CostParts costs,
    Schedule schedule,
    Prices prices,
    double[] lossMw,
    List<FlowResult> flows,
    List<ConstraintPrice> shadowPrices,
    List<Relaxation> relaxations,
    @Nullable WarmStart start,
    @Nullable SecurityReport security,
    Statistics statistics) {

  /** How far the search got. */
  public enum Status {
    /** Within the gap that was asked for. */
    OPTIMAL,
    /** A reproducible limit on work stopped the search at a larger gap. */
    FEASIBLE,
    /** The wall clock stopped the search; another run may end elsewhere. */
    TIME_LIMITED
  }

  /** Why a search ended where it did. */
  public enum SearchEnd {
    /** What was found is within the gap that was asked for. */
    WITHIN_GAP(""),
    /** Branch-and-bound nodes. */
    NODES_USED(
        "The search used all its branch-and-bound nodes (nodesMax); more of them, or a larger gap,"
            + " let it end."),
    /** CPU time. */
    TIME_USED(
        "The search used all its CPU time (secondsMax, --cpu-limit); more of it, or a larger gap,"
            + " let it end."),
    /** Losses that would earn money at negative prices: docs/model.md, Losses. */
    LOSSES_HELD(
        "At negative prices losses would earn money: the schedule loses no more than its flows do,"
            + " while what is proved allows more, and that is not narrowed further (docs/model.md,"
            + " Losses)."),
    /** The dispatch met limits that the search had not seen. */
    DISPATCH_DEARER(
        "The dispatch within all limits of flows costs more than the search of the commitment saw,"
            + " and another search finds no other one.");

    private final String text;

    SearchEnd(String text) {
      this.text = text;
    }

    /** The reason as a sentence; empty where the gap is reached. */
    public String text() {
      return text;
    }
  }

  /**
   * Size and effort.
   *
   * @param solver name and version
   * @param columns columns of the model
   * @param rows rows of the model without flow rows
   * @param flowRows flow rows added
   * @param rounds solves until no flow row was missing
   * @param nodes branch-and-bound nodes
   * @param elastic whether the units' own schedules had to be relaxed to find any solution
   * @param ended why the search ended
   */
  public record Statistics(
      String solver,
      int columns,
      int rows,
      int flowRows,
      int rounds,
      long nodes,
      boolean elastic,
      SearchEnd ended) {}

  /** The same result with what the AC check found. */
  public ClearingResult withSecurity(SecurityReport checked) {
    return new ClearingResult(
        status,
        objectiveYuan,
        bestBoundYuan,
        lpYuan,
        costs,
        schedule,
        prices,
        lossMw,
        flows,
        shadowPrices,
        relaxations,
        start,
        checked,
        statistics);
  }

  /** Relative gap between objective and bound. */
  public double gap() {
    return Math.max(0, objectiveYuan - bestBoundYuan) / Math.max(1e-9, Math.abs(objectiveYuan));
  }
}
