package org.gridclear.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.gridclear.security.powerflow.DarkLoad;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.powerflow.PowerFlowResult;
import org.gridclear.security.result.BaseResult;
import org.gridclear.security.screening.ScreeningModel;
import org.jspecify.annotations.Nullable;

/**
 * The power flows of a network's operating points, and the limits that they break.
 *
 * @param checked the network
 * @param options how they were solved
 * @param solved each operating point
 * @param setUpSeconds wall seconds before the first
 * @param solveSeconds wall seconds of all
 */
public record PowerFlows(
    CheckedNetwork checked,
    ScreeningOptions options,
    List<Solved> solved,
    double setUpSeconds,
    double solveSeconds) {
  public PowerFlows {
    solved = List.copyOf(solved);
  }

  /**
   * A solved operating point.
   *
   * @param limits heavy and violated devices; null if there is no solution
   * @param unservedMw load of islands without a source, in MW
   */
  public record Solved(
      OperatingPoint point,
      PowerFlowResult result,
      @Nullable BaseResult limits,
      double unservedMw) {}

  /**
   * Solves every operating point.
   *
   * @param watched devices whose limits are checked; null for all
   * @throws IllegalArgumentException if rows are asked for that outages alone have
   */
  public static PowerFlows of(
      CheckedNetwork checked, ScreeningOptions options, boolean @Nullable [] watched) {
    if (options.rows() != Rows.HEAVY && options.rows() != Rows.ALL) {
      throw new IllegalArgumentException(
          "A power flow lists what is heavily loaded, or all (not %s): leave --flows out, or all."
              .formatted(options.rows().name().toLowerCase(Locale.ROOT)));
    }
    long start = System.nanoTime();
    NetworkStructure structure = NetworkStructure.of(checked.network());
    double setUpSeconds = (System.nanoTime() - start) / 1e9;
    DarkLoad dark = new DarkLoad(checked.network());
    List<Solved> solved = new ArrayList<>();
    for (OperatingPoint point : checked.points()) {
      solved.add(solve(structure, point, options, watched, dark));
    }
    double solveSeconds = (System.nanoTime() - start) / 1e9 - setUpSeconds;
    return new PowerFlows(checked, options, solved, setUpSeconds, solveSeconds);
  }

  private static Solved solve(
      NetworkStructure structure,
      OperatingPoint point,
      ScreeningOptions options,
      boolean @Nullable [] watched,
      DarkLoad dark) {
    PowerFlowModel model = new PowerFlowModel(structure, point);
    PowerFlowResult result =
        options.method() == Method.AC
            ? PowerFlowResult.ac(model, options.base())
            : PowerFlowResult.dc(model, options.base());
    BaseResult limits =
        result.converged()
            ? new ScreeningModel(structure, point, List.of(), options, watched).base()
            : null;
    return new Solved(point, result, limits, dark.mw(point));
  }

  /** The network. */
  public Network network() {
    return checked.network();
  }

  /** Whether every operating point has a solution. */
  public boolean converged() {
    return solved.stream().allMatch(each -> each.result().converged());
  }

  /** What somebody must know before the flows are used; every face shows it on top. */
  public List<String> alarms() {
    return new UnservedLoad(
            solved.stream().map(each -> each.point().name()).toList(),
            solved.stream().map(Solved::unservedMw).toList())
        .alarms(checked.plan());
  }

  /** Whether nobody needs to look: every point has a solution, and there is no alarm. */
  public boolean clean() {
    return converged() && alarms().isEmpty();
  }
}
