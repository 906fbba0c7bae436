package org.gridclear.market.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One version of a ticket.
 *
 * @param id unique among tickets
 * @param kind what it records
 * @param elements what it is about, at least one, in order
 * @param from when they leave service; of a commissioning, when they enter it
 * @param to when they are back; empty where that is not known, and of all but outages
 * @param state how far it is
 * @param source who gave it, such as OMS
 * @param knownAt since when it is known
 * @param text why, in plain words
 */
public record Ticket(
    String id,
    Kind kind,
    List<TicketElement> elements,
    Instant from,
    Optional<Instant> to,
    TicketState state,
    String source,
    Instant knownAt,
    String text) {
  /** What a ticket records. */
  public enum Kind {
    /** Out of service from one time to another. */
    OUTAGE,
    /** In service from a time on, and not before. */
    COMMISSIONING,
    /** Out of service from a time on. */
    RETIREMENT;

    /** Name in files. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Ticket {
    elements = List.copyOf(new TreeSet<>(elements));
  }

  /** Whether its elements are out of service in any part of a time. */
  public boolean takesOut(Instant start, Instant end) {
    return state.counts() && covers(start, end);
  }

  /** Whether its elements would be out of service in any part of a time, whatever its state. */
  public boolean covers(Instant start, Instant end) {
    return switch (kind) {
      case OUTAGE -> from.isBefore(end) && to.map(start::isBefore).orElse(true);
      case RETIREMENT -> from.isBefore(end);
      case COMMISSIONING -> start.isBefore(from);
    };
  }

  /** Whether they are out of service in a part of a time and not in all of it. */
  public boolean coversPartOf(Instant start, Instant end) {
    boolean whole =
        switch (kind) {
          case OUTAGE -> !from.isAfter(start) && to.map(time -> !time.isBefore(end)).orElse(true);
          case RETIREMENT -> !from.isAfter(start);
          case COMMISSIONING -> !from.isBefore(end);
        };
    return covers(start, end) && !whole;
  }

  /** An element that is out of service by both at a same time; empty if there is none. */
  public Optional<TicketElement> clash(Ticket other) {
    if (state == TicketState.CANCELLED
        || other.state == TicketState.CANCELLED
        || kind != other.kind) {
      return Optional.empty();
    }
    boolean together =
        kind != Kind.OUTAGE
            || from.isBefore(other.to.orElse(Instant.MAX))
                && other.from.isBefore(to.orElse(Instant.MAX));
    return together
        ? elements.stream().filter(other.elements::contains).findFirst()
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "%s %s (%s)".formatted(kind.name().toLowerCase(Locale.ROOT), id, state.label());
  }
}
