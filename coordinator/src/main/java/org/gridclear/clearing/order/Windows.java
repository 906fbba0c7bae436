package org.gridclear.clearing.order;

import java.util.Optional;
import java.util.function.Function;
import org.gridclear.clearing.rolling.RollingClearing;
import org.gridclear.clearing.rolling.RollingSteps;
import org.gridclear.market.MarketDay;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.study.ClearedAs;
import org.gridclear.study.StudyDefinition;

/**
 * Windows in which a commitment is found.
 *
 * @param rollHours hours by which they go on; 0 for one model
 * @param aheadHours hours that each looks beyond those it decides
 */
public record Windows(double rollHours, double aheadHours) {
  /** The clearing in windows; empty where one model is asked for. */
  Optional<RollingClearing.Outcome> roll(
      StudyDefinition study, GridStore store, Function<StudyDefinition, RunResult> run) {
    if (!rolls()) {
      return Optional.empty();
    }
    MarketDay day = study.base();
    RollingSteps steps = RollingSteps.ofHours(rollHours, aheadHours, day.horizon());
    return Optional.of(new RollingClearing(study.options(), steps, run, store).clear(day));
  }

  /** Refuses windows of a case that was cleared without some families of constraints. */
  void refuseSwitches(ClearedAs as) {
    if (rolls() && !as.changes().isEmpty()) {
      throw new IllegalArgumentException(
          "The case was cleared with families of constraints switched off; windows have them all.");
    }
  }

  private boolean rolls() {
    return rollHours != 0;
  }
}
