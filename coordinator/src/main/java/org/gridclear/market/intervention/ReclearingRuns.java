package org.gridclear.market.intervention;

import java.util.List;
import java.util.Optional;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.Owners;
import org.gridclear.market.year.BaseCase;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.study.ClearedAs;
import org.gridclear.study.StudyDefinition;
import org.gridclear.worker.api.Receipt;

/**
 * Clears cases again as runs of a grid.
 *
 * @param runs the runs
 */
public record ReclearingRuns(StudyRuns runs) implements Reclearing {
  @Override
  public DayResult clear(MarketDay day, ClearedAs as, Owners owners) {
    StudyDefinition study =
        new StudyDefinition(
            day.name(), day, as.options(), List.of(as.base()), Optional.empty(), List.of());
    RunResult result = runs.submit(study).result().join();
    return BaseCase.of(result, runs.store())
        .map(cleared -> cleared.of(owners))
        .orElseThrow(() -> new IllegalArgumentException(reason(BaseCase.receipt(result))));
  }

  private static String reason(Receipt receipt) {
    String why =
        receipt.solved()
            ? "it has no outcome"
            : "%s, %s".formatted(receipt.why().reason(), receipt.why().text());
    return "With these changes there is no schedule: %s. Nothing was changed.".formatted(why);
  }
}
