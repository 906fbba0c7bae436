package org.gridclear.clearing.order;

import java.nio.file.Path;
import java.util.Objects;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.input.MarketRunReader;
import org.gridclear.compare.CaseFolders;
import org.gridclear.market.MarketDay;
import org.gridclear.validate.IssueLog;
import org.jspecify.annotations.Nullable;

/**
 * What earlier clearings hand on to one, each read from its case folder.
 *
 * @param after the clearing before, whose last state is the first of this one; null for none
 * @param plan the clearing that planned what comes after the one before; null for none
 * @param boundBy the long cycle that decided statuses; null for none
 */
public record HandedOn(@Nullable Path after, @Nullable Path plan, @Nullable Path boundBy) {
  /** The periods of a day that a run of a market clears, with what is handed on to them. */
  public MarketDay periods(MarketRun run, MarketDay day) {
    MarketDay cut = run.of(day, lastRun(), planned());
    return boundBy == null ? cut : run.bound(cut, boundary("--bound-by", boundBy));
  }

  /**
   * The state before the first period with the plan for what follows; null for the case's own.
   *
   * @throws IllegalArgumentException if there is a plan and no run that it goes on after
   * @throws org.gridclear.validate.InvalidInputException if a folder holds no such state
   */
  public @Nullable InitialConditions before() {
    InitialConditions last = lastRun();
    InitialConditions planned = planned();
    return planned == null || last == null ? last : last.goingOn(planned);
  }

  private @Nullable InitialConditions lastRun() {
    if (after == null && plan != null) {
      throw new IllegalArgumentException(
          "--plan %s: a plan goes on after a run. Name that run: --after DIR.".formatted(plan));
    }
    return after == null ? null : boundary("--after", after);
  }

  private @Nullable InitialConditions planned() {
    return plan == null ? null : boundary("--plan", plan);
  }

  private static InitialConditions boundary(String option, Path folder) {
    IssueLog log = new IssueLog(option);
    InitialConditions boundary = MarketRunReader.readBoundary(CaseFolders.only(folder), log);
    log.throwIfErrors();
    return Objects.requireNonNull(boundary);
  }
}
