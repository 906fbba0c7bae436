package org.gridclear.market.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.market.ticket.Ticket;
import org.gridclear.market.ticket.TicketElement;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Tables of what cases are assembled from. */
public final class PieceTables {
  private PieceTables() {}

  /** Versions of any kind. */
  public static Table versions(List<PieceVersion> versions, MarketClock clock) {
    Table.Rows rows =
        new Table.Rows(
            "versions",
            "A version of what cases are assembled from.",
            Column.text("kind", "What it is."),
            Column.text("id", "Which one; empty where there is one of its kind."),
            Column.whole("version", "Its number."),
            Column.text("source", "Who gave it."),
            Column.text("from", "From when it says something, on the market's clock."),
            Column.text("to", "Until when; empty for no end."),
            Column.text("knownAt", "Since when it could be known."),
            Column.text("recordedAt", "When it was taken in."),
            Column.text("recordedBy", "Whose account took it in."),
            Column.text("hash", "SHA-256 of its content."));
    for (PieceVersion version : versions) {
      rows.add(
          version.key().kind(),
          version.key().id(),
          version.version(),
          version.facts().source(),
          clock.show(version.facts().startsAt()),
          version.facts().endsAt().map(clock::show).orElse(""),
          clock.show(version.facts().knownAt()),
          clock.show(version.recordedAt()),
          version.recordedBy(),
          version.contentHash());
    }
    return rows.table();
  }

  /** Versions of tickets. */
  public static Table tickets(List<TicketBook.Kept> tickets, MarketClock clock) {
    Table.Rows rows =
        new Table.Rows(
            "tickets",
            "A version of a ticket.",
            Column.text("id", "Its id."),
            Column.whole("version", "Its number."),
            Column.text("kind", "outage, commissioning or retirement."),
            Column.text("state", "planned, approved, running, ended or cancelled."),
            Column.text("elements", "What it is about."),
            Column.text("from", "When they leave service, or enter it by a commissioning."),
            Column.text("to", "When they are back; empty where that is not known."),
            Column.text("source", "Who gave it."),
            Column.text("knownAt", "Since when it is known."),
            Column.text("text", "Why."));
    for (TicketBook.Kept kept : tickets) {
      Ticket ticket = kept.ticket();
      rows.add(
          ticket.id(),
          kept.version().version(),
          ticket.kind().label(),
          ticket.state().label(),
          String.join(" ", ticket.elements().stream().map(TicketElement::toString).toList()),
          clock.show(ticket.from()),
          ticket.to().map(clock::show).orElse(""),
          ticket.source(),
          clock.show(ticket.knownAt()),
          ticket.text());
    }
    return rows.table();
  }

  /** Deliveries of a kind of series, or of all kinds where none is named. */
  public static Table series(PieceStore store, Optional<SeriesKind> only, MarketClock clock) {
    return versions(
        Arrays.stream(SeriesKind.values())
            .filter(kind -> only.isEmpty() || kind == only.get())
            .flatMap(kind -> store.versions(PieceKinds.of(kind)).stream())
            .toList(),
        clock);
  }
}
