package org.gridclear.market.rulebase;

import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.compare.ComparedCase;
import org.gridclear.compare.RunComparison;
import org.gridclear.market.MarketDay;
import org.gridclear.market.Penalties;
import org.gridclear.market.year.BaseCase;
import org.gridclear.run.StudyRuns;
import org.gridclear.study.StudyDefinition;

/**
 * Clears one case by the rules of two versions, and puts what comes out beside each other. Nothing
 * is kept.
 *
 * @param runs where cases are cleared
 * @param options how
 */
public record ShadowClearing(StudyRuns runs, ClearingOptions options) {
  /**
   * Clears a case with the penalties of two versions, both at a time.
   *
   * @param day the case; its own penalties count in neither
   * @return A is the first, B the second
   * @throws IllegalStateException if one of them has no result
   */
  public RunComparison of(MarketDay day, Penalties before, Penalties after) {
    var first = runs.submit(study(day.withPenalties(before)));
    var second = runs.submit(study(day.withPenalties(after)));
    ComparedCase a = compared(BaseCase.of(first.result().join(), runs.store()), "first");
    ComparedCase b = compared(BaseCase.of(second.result().join(), runs.store()), "second");
    return RunComparison.of(List.of(a), List.of(b));
  }

  private StudyDefinition study(MarketDay day) {
    return StudyDefinition.of(day, options);
  }

  private ComparedCase compared(Optional<BaseCase> cleared, String which) {
    BaseCase base =
        cleared.orElseThrow(
            () ->
                new IllegalStateException(
                    "By the %s version the case has no schedule.".formatted(which)));
    return new ComparedCase(
        base.resolved().day().name(),
        base.resolved(),
        options,
        base.outcome().result(),
        base.receipt().cleared());
  }
}
