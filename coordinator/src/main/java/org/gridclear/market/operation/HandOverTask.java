package org.gridclear.market.operation;

import java.time.LocalDate;
import java.util.List;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.exchange.Collecting;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.market.store.exchange.OutboxRow.State;
import org.gridclear.market.workflow.TaskContext;
import org.gridclear.market.workflow.TaskOutcome;
import org.gridclear.market.workflow.WorkflowTask;

/**
 * Hands what channels wait for of the date of an instance to other systems. What a partner does not
 * take is tried again by the next hand-over; what is dead fails the task.
 *
 * @param market the market
 * @param days its days
 */
record HandOverTask(MarketFolder market, DayStore days) implements WorkflowTask {
  @Override
  public TaskOutcome run(TaskContext context) {
    LocalDate date = context.key().date();
    context.requireHeld();
    Collecting collecting = new Collecting(market, days, context.clock());
    int added = collecting.run(date, date, context.by()).size();
    context.requireHeld();
    List<OutboxRow> tried = collecting.outbox().send();
    long sent = tried.stream().filter(row -> row.state() == State.SENT).count();
    String dead =
        String.join(
            "; ",
            tried.stream()
                .filter(row -> row.state() == State.DEAD)
                .map(row -> "%s %s: %s".formatted(row.channel(), row.id(), row.said()))
                .toList());
    return dead.isEmpty()
        ? TaskOutcome.done(
            "%d added, %d delivered, %d wait".formatted(added, sent, tried.size() - sent))
        : TaskOutcome.failed("dead: " + dead);
  }
}
