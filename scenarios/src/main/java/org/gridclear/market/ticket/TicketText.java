package org.gridclear.market.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.market.series.MarketClock;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes tickets: format {@code gridclear-tickets} version 1 (docs/market.md). */
public final class TicketText {
  private static final String FORMAT = "gridclear-tickets";

  private final IssueLog log;

  private TicketText(IssueLog log) {
    this.log = log;
  }

  /**
   * Reads a document of tickets.
   *
   * @param name what it is called in messages
   * @throws InvalidInputException with every issue
   */
  public static List<Ticket> read(byte[] content, String name) {
    IssueLog log = new IssueLog(name);
    JsonFields root = new JsonFields(Json.parseExact(content, log), "tickets", log);
    log.throwIfErrors();
    if (!root.text("format").equals(FORMAT) || root.integer("version", 1) != 1) {
      log.add(Rule.FIELD_TYPE, "tickets", "format", root.raw("format"), "Give " + FORMAT + ".");
    }
    List<Ticket> tickets = new ArrayList<>();
    TicketText reader = new TicketText(log);
    for (JsonFields fields : root.objects("tickets", "ticket")) {
      reader.ticket(fields).ifPresent(tickets::add);
    }
    root.done();
    if (tickets.isEmpty() && !log.hasErrors()) {
      log.add(Rule.FIELD_PRESENT, "tickets", "tickets", "absent", "Give one or more.");
    }
    log.throwIfErrors();
    return tickets;
  }

  private Optional<Ticket> ticket(JsonFields f) {
    int before = log.count();
    String id = f.text("id");
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}")) {
      log.add(Rule.FIELD_TYPE, f.element(), "id", id, "Give letters, digits, dots and dashes.");
    }
    Ticket.Kind kind = f.choice("kind", Ticket.Kind.class, Ticket.Kind.OUTAGE);
    Optional<TicketState> state = f.choice("state", TicketState.class);
    if (state.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, f.element(), "state", "absent", "Say how far it is.");
    }
    List<TicketElement> elements = elements(f);
    Optional<Instant> from = time(f, "from", f.text("from"));
    Optional<Instant> to = f.has("to") ? time(f, "to", f.text("to")) : Optional.empty();
    Optional<Instant> knownAt = time(f, "knownAt", f.text("knownAt"));
    String source = f.text("source");
    String text = f.text("text", "");
    f.done();
    if (log.count() > before) {
      return Optional.empty();
    }
    Ticket ticket =
        new Ticket(
            id,
            kind,
            elements,
            from.orElseThrow(),
            to,
            state.orElseThrow(),
            source,
            knownAt.orElseThrow(),
            text);
    times(f, ticket);
    return Optional.of(ticket);
  }

  private List<TicketElement> elements(JsonFields f) {
    List<TicketElement> elements = new ArrayList<>();
    for (String text : f.texts("elements")) {
      try {
        elements.add(TicketElement.parse(text));
      } catch (IllegalArgumentException e) {
        log.add(Rule.FIELD_TYPE, f.element(), "elements", text, String.valueOf(e.getMessage()));
      }
    }
    if (elements.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, f.element(), "elements", "absent", "Name what it is about.");
    }
    return elements;
  }

  private void times(JsonFields f, Ticket ticket) {
    if (ticket.to().filter(to -> !to.isAfter(ticket.from())).isPresent()) {
      log.add(
          Rule.LIMITS_ORDERED,
          f.element(),
          "to",
          ticket.to().get(),
          "It is not after from (%s).".formatted(ticket.from()));
    }
    if (ticket.kind() != Ticket.Kind.OUTAGE && ticket.to().isPresent()) {
      log.add(Rule.FIELD_KNOWN, f.element(), "to", ticket.to().get(), "Only an outage has an end.");
    }
    if (ticket.kind() == Ticket.Kind.OUTAGE
        && ticket.to().isEmpty()
        && ticket.state() == TicketState.ENDED) {
      log.add(Rule.FIELD_PRESENT, f.element(), "to", "absent", "Say when it ended.");
    }
  }

  private Optional<Instant> time(JsonFields f, String field, String text) {
    try {
      return Optional.of(MarketClock.exact(text));
    } catch (IllegalArgumentException e) {
      log.add(Rule.FIELD_TYPE, f.element(), field, text, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** A document of one ticket; the same ticket is the same bytes. */
  public static byte[] write(Ticket ticket) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("format", FORMAT).put("version", 1);
    ObjectNode node = document.putArray("tickets").addObject();
    node.put("id", ticket.id()).put("kind", ticket.kind().label());
    node.put("state", ticket.state().label());
    ArrayNode elements = node.putArray("elements");
    ticket.elements().forEach(element -> elements.add(element.toString()));
    node.put("from", ticket.from().toString());
    ticket.to().ifPresent(to -> node.put("to", to.toString()));
    node.put("knownAt", ticket.knownAt().toString());
    node.put("source", ticket.source()).put("text", ticket.text());
    return Json.MAPPER.writeValueAsBytes(document);
  }
}
