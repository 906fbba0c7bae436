package org.gridclear.market.exchange;

import java.util.List;
import java.util.Locale;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.exchange.InboxRow;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Channels, outbox and inbox as tables. */
public final class ExchangeTables {
  private ExchangeTables() {}

  /** Channels. */
  public static Table channels(List<Channel> channels) {
    Table.Rows rows =
        new Table.Rows(
            "channels",
            "A way to or from another system.",
            Column.text("channel", "Its id."),
            Column.text("partner", "Who is at the other end."),
            Column.text("direction", "in or out."),
            Column.text("format", "What goes over it."),
            Column.text("way", "folder, oneway, https or rest."),
            Column.text("target", "Folder or address."),
            Column.text("when", "timed, condition, rolling or hand; empty for what comes in."),
            Column.text("markets", "Markets whose runs go out."),
            Column.text("recipient", "Whose messages go out."));
    for (Channel channel : channels) {
      boolean in = channel.format().comesIn();
      rows.add(
          channel.id(),
          channel.partner(),
          in ? "in" : "out",
          channel.format().word(),
          word(channel.transport().way()),
          channel.transport().target(),
          in ? "" : word(channel.trigger().when()),
          String.join(" ", channel.markets()),
          channel.recipient());
    }
    return rows.table();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Entries of the outbox. */
  public static Table outbox(List<OutboxRow> entries, MarketClock clock) {
    Table.Rows rows =
        new Table.Rows(
            "outbox",
            "Something that is handed on.",
            Column.whole("number", "Its number."),
            Column.text("channel", "Id of the channel."),
            Column.whole("sequence", "Its number in the channel."),
            Column.text("id", "What the partner knows it by."),
            Column.text("action", "NEW, REPLACES or WITHDRAWN."),
            Column.text("state", "pending, sent, receipted or dead."),
            Column.whole("attempts", "How often it was tried."),
            Column.text("nextAt", "When it is tried next."),
            Column.text("sentAt", "When the partner took it; empty while it did not."),
            Column.text("said", "What the partner answered, or why it failed."),
            Column.text("hash", "SHA-256 of its bytes."));
    for (OutboxRow row : entries) {
      rows.add(
          row.number(),
          row.channel(),
          row.sequence(),
          row.id(),
          row.subject().action(),
          word(row.state()),
          row.attempts(),
          row.state() == OutboxRow.State.PENDING ? clock.show(row.nextAt()) : "",
          row.sentAt().map(clock::show).orElse(""),
          row.said(),
          row.contentHash());
    }
    return rows.table();
  }

  /** Entries of the inbox. */
  public static Table inbox(List<InboxRow> entries, MarketClock clock) {
    Table.Rows rows =
        new Table.Rows(
            "inbox",
            "Something that came.",
            Column.text("channel", "Id of the channel."),
            Column.text("id", "What the partner calls it."),
            Column.whole("sequence", "Its number at the partner; 0 for none."),
            Column.text("state", "received, taken or refused."),
            Column.text("receivedAt", "When it came first."),
            Column.text("said", "What was made of it, or why it was refused."),
            Column.text("hash", "SHA-256 of its content."));
    for (InboxRow row : entries) {
      rows.add(
          row.channel(),
          row.id(),
          row.sequence(),
          word(row.state()),
          clock.show(row.at()),
          row.said(),
          row.contentHash());
    }
    return rows.table();
  }
}
