package org.gridclear.cli.assembly;

import java.util.List;
import org.gridclear.market.intake.TicketBook;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.similar.SimilarDays;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.market.ticket.Ticket;
import org.gridclear.market.ticket.TicketElement;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Tables of what cases are assembled from. */
final class MarketTables {
  private MarketTables() {}

  static Table versions(List<PieceVersion> versions, MarketClock clock) {
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

  static Table tickets(List<TicketBook.Kept> tickets, MarketClock clock) {
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

  static Table similar(SimilarDays.Result found) {
    Table.Rows rows =
        new Table.Rows(
            "similar",
            "A day that is like the date, the most similar first.",
            Column.text("date", "The day."),
            Column.number("distanceShare", "Load distance and weighted outage distance."),
            Column.number("loadDistanceShare", "Root mean square of the load's differences."),
            Column.number("outageDistanceShare", "Elements out on one of the two days only."),
            Column.whole("snapshots", "States of units and branches kept of it."));
    found
        .days()
        .forEach(
            day ->
                rows.add(
                    day.date().toString(),
                    day.distance(),
                    day.loadDistance(),
                    day.outageDistance(),
                    day.snapshots()));
    return rows.table();
  }
}
