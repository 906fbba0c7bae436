package org.gridclear.market.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.gridclear.account.Actor;
import org.gridclear.account.Scope;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.table.TableFormat;

/**
 * Messages of a recipient that are fetched as files.
 *
 * @param recipient whose they are
 * @param to the folder, one for each recipient
 * @param formats how rows are written
 * @param acknowledge whether it is recorded that they arrived, when they are on disk there
 */
public record MailFetch(
    Recipient recipient, Path to, List<TableFormat> formats, boolean acknowledge) {
  public MailFetch {
    formats = List.copyOf(formats);
  }

  /**
   * Writes what came since the last call.
   *
   * @return what was written, in a line without its end
   * @throws IllegalArgumentException if the actor does not see messages of the recipient, there is
   *     no such recipient, or the folder is another one's
   * @throws IOException if a file cannot be written
   */
  public String from(MarketFolder market, Actor actor) throws Exception {
    Scope scope = actor.scope(recipient.right());
    if (!recipient.within(scope)) {
      throw new IllegalArgumentException(
          "%s does not see messages of %s.".formatted(actor.name(), recipient.text()));
    }
    Mailbox.requireKnown(market, recipient, Clock.systemUTC());
    Mailbox mailbox = new Mailbox(market, DayStore.of(market), Clock.systemUTC());
    FileDelivery.Delivered delivered =
        new FileDelivery(mailbox).fetch(recipient, scope, to, formats);
    List<Long> numbers = delivered.messages().stream().map(MessageRow::number).toList();
    if (acknowledge && !numbers.isEmpty()) {
      actor.change(
          "publish acknowledge",
          "%s: %d message(s)".formatted(recipient.text(), numbers.size()),
          () -> mailbox.acknowledge(recipient, scope, numbers, actor.name()));
    }
    return "%s: %d message(s) in %s, next after %d"
        .formatted(recipient.text(), numbers.size(), to, delivered.next());
  }
}
