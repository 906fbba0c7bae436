package org.gridclear.market.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.exchange.Channel;
import org.gridclear.market.exchange.Channel.Transport.Way;
import org.gridclear.market.exchange.Inbox;
import org.gridclear.market.exchange.Outbox;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.exchange.InboxRow;
import org.gridclear.market.workflow.TaskContext;
import org.gridclear.market.workflow.TaskOutcome;
import org.gridclear.market.workflow.WorkflowTask;

/**
 * Takes what lies in the folders of channels that come in. What was refused, or is missing, fails
 * the task and is named; what is good is taken all the same, once.
 *
 * @param market the market
 * @param days its days
 */
record ImportTask(MarketFolder market, DayStore days) implements WorkflowTask {
  @Override
  public TaskOutcome run(TaskContext context) {
    Inbox inbox = new Inbox(market, context.clock());
    List<String> wrong = new ArrayList<>();
    int taken = 0;
    int channels = 0;
    for (Channel channel : new Outbox(market, days, context.clock()).channels().all()) {
      if (!channel.format().comesIn() || channel.transport().way() == Way.REST) {
        continue;
      }
      context.requireHeld();
      channels++;
      try {
        Inbox.Folder found = inbox.folder(channel, context.by());
        wrong.addAll(found.gaps());
        for (Inbox.Received each : found.received()) {
          if (each.row().state() == InboxRow.State.TAKEN) {
            taken++;
          } else {
            wrong.add("%s %s: %s".formatted(channel.id(), each.row().id(), each.row().said()));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return wrong.isEmpty()
        ? TaskOutcome.done("%d taken of %d channels".formatted(taken, channels))
        : TaskOutcome.failed("%d taken; %s".formatted(taken, String.join("; ", wrong)));
  }
}
