package org.gridclear.market.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.intake.SeriesImport;
import org.gridclear.market.intake.TicketBook;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesReader;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.ticket.Ticket;
import org.gridclear.market.ticket.TicketText;
import org.gridclear.settlement.registration.ChangeReader;
import org.gridclear.settlement.registration.RegistryLimits;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** What is done with what came. Done again with the same it changes nothing. */
final class Taking {
  private final PieceStore store;
  private final MarketRegistry registry;
  private final MarketClock clock;

  Taking(MarketFolder market, Clock clock) {
    this.store = new PieceStore(market);
    this.registry = new MarketRegistry(market, RegistryLimits.STANDARD, clock);
    this.clock = new MarketClock(market.facts().zone());
  }

  /**
   * Takes something.
   *
   * @param id what the partner calls it
   * @return what was made of it
   * @throws IllegalArgumentException if it cannot be used
   */
  String take(Channel channel, String id, byte[] content, Recording recording) {
    String name = "%s %s".formatted(channel.id(), id);
    return switch (channel.format()) {
      case TICKETS -> tickets(content, name, recording);
      case SERIES -> series(content, name, recording);
      case REGISTRATION -> registration(content, name, recording);
      case OTHER_MARKET_BILLS -> bills(content, name);
      default -> throw new IllegalArgumentException("Nothing is taken as " + channel.format());
    };
  }

  private String tickets(byte[] content, String name, Recording recording) {
    TicketBook book = new TicketBook(store, clock);
    List<String> said = new ArrayList<>();
    for (Ticket ticket : TicketText.read(content, name)) {
      said.add(
          "%s version %d"
              .formatted(ticket.id(), book.record(ticket, recording).version().version()));
    }
    return String.join(", ", said);
  }

  private String series(byte[] content, String name, Recording recording) {
    SeriesImport.Result result =
        new SeriesImport(store, clock)
            .take(SeriesReader.json(content, name, clock), false, recording);
    if (result.refused()) {
      throw new IllegalArgumentException(result.findings().toString());
    }
    return "%s version %d"
        .formatted(
            result.recorded().orElseThrow().version().key().kind(),
            result.recorded().orElseThrow().version().version());
  }

  /** Proposed, and never approved: that is for a person. */
  private String registration(byte[] content, String name, Recording recording) {
    String note = "exchange " + name;
    boolean there =
        registry.proposals(false).stream().anyMatch(proposal -> proposal.note().equals(note));
    if (there) {
      return "proposed already";
    }
    MarketRegistry.Proposed proposed =
        registry.propose(
            new MarketRegistry.Wanted(
                recording.by(), note, name, ChangeReader.json(name, content), Map.of()));
    return proposed.number().isPresent()
        ? "proposal " + proposed.number().getAsLong()
        : "all of it is registered already";
  }

  /** Kept as they are; each row has what a bill of another market needs (O-28). */
  private static String bills(byte[] content, String name) {
    IssueLog log = new IssueLog(name);
    JsonFields root = new JsonFields(Json.parseExact(content, log), "bills", log);
    String format = root.text("format");
    int version = root.integer("version");
    String expected = HandedFormat.OTHER_MARKET_BILLS.label();
    if (!format.equals(expected) || version != 1) {
      log.add(
          Rule.FIELD_TYPE,
          "bills",
          "format",
          format + " " + version,
          "Give %s, version 1.".formatted(expected));
    }
    root.text("market");
    int count = 0;
    for (JsonFields row : root.objects("rows", "row")) {
      row.text("entityId");
      row.text("entityName");
      row.text("tradeId", "");
      row.text("period");
      row.text("feeType");
      row.number("energyMwh");
      row.number("yuanPerMwh");
      row.number("yuan");
      row.done();
      count++;
    }
    root.done();
    log.throwIfErrors();
    return count + " row(s) kept";
  }
}
