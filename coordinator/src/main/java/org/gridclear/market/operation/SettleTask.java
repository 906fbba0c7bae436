package org.gridclear.market.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.handover.SettlementHandOver;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.workflow.TaskContext;
import org.gridclear.market.workflow.TaskOutcome;
import org.gridclear.market.workflow.WorkflowTask;

/**
 * Brings prices and awards of the date of an instance, of the day ahead and of real time, into the
 * settlement of its month. A market without a version of the date is said; one with versions of
 * which none is in force fails the task.
 *
 * @param market the market
 * @param days its days
 * @param approval what is in force
 * @param settlement the settlement
 */
record SettleTask(MarketFolder market, DayStore days, DayApproval approval, Path settlement)
    implements WorkflowTask {
  @Override
  public TaskOutcome run(TaskContext context) {
    LocalDate date = context.key().date();
    List<String> said = new ArrayList<>();
    for (Market trade : List.of(Market.DA, Market.RT)) {
      context.requireHeld();
      if (days.versions(trade, date, date).isEmpty()) {
        said.add("%s has no version".formatted(DayKey.word(trade)));
      } else {
        said.add(handedOver(trade, context));
      }
    }
    return TaskOutcome.done(String.join("; ", said));
  }

  private String handedOver(Market trade, TaskContext context) {
    try {
      SettlementHandOver.HandedOver done =
          new SettlementHandOver(market, approval, context.clock())
              .handOver(
                  new SettlementHandOver.Wanted(
                      trade,
                      context.key().date(),
                      settlement,
                      Optional.empty(),
                      Optional.empty(),
                      context.by()));
      return "%s: %d points, %d awards, %d elements unmatched"
          .formatted(
              DayKey.word(trade),
              done.merged().points(),
              done.merged().awards(),
              done.unmatched().size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
