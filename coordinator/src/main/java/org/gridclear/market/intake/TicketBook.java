package org.gridclear.market.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.market.ticket.Ticket;
import org.gridclear.market.ticket.TicketElement;
import org.gridclear.market.ticket.TicketText;
import org.gridclear.network.Branch;
import org.gridclear.network.HvdcLine;
import org.gridclear.validate.NearestName;

/** Tickets of outages, commissionings and retirements, by version. */
public final class TicketBook {
  private final PieceStore store;
  private final MarketClock clock;

  /** The tickets of a market. */
  public TicketBook(PieceStore store, MarketClock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A ticket and its version.
   *
   * @param ticket what it says
   * @param version which one
   */
  public record Kept(Ticket ticket, PieceVersion version) {}

  /**
   * Records a version of a ticket.
   *
   * @throws IllegalArgumentException if it names an element that the network does not have, its
   *     elements are out of service by another ticket at the same time, it is not later known than
   *     the version before, or its state does not follow
   */
  public PieceStore.Recorded record(Ticket ticket, Recording recording) {
    recording.refuseFuture(ticket.knownAt(), clock);
    elements(ticket, recording.now());
    PieceVersion.Facts facts =
        new PieceVersion.Facts(
            ticket.source(),
            ticket.state().label(),
            ticket.kind() == Ticket.Kind.COMMISSIONING ? Instant.EPOCH : ticket.from(),
            ticket.kind() == Ticket.Kind.COMMISSIONING ? Optional.of(ticket.from()) : ticket.to(),
            ticket.knownAt());
    return store.record(
        new PieceVersion.Key(PieceKinds.TICKET, ticket.id()),
        () -> {
          follows(ticket);
          return new PieceStore.Wanted(facts, TicketText.write(ticket));
        },
        recording.by(),
        recording.now());
  }

  private void elements(Ticket ticket, Instant now) {
    NetworkVersions.InForce network =
        new NetworkVersions(store, clock)
            .at(clock.dateOf(ticket.from()), now)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No network version holds on %s, so that elements cannot be looked up; keep one: gridclear market network."
                            .formatted(clock.dateOf(ticket.from()))));
    for (TicketElement element : ticket.elements()) {
      Set<String> there = ids(network, element.type());
      if (!there.contains(element.id())) {
        throw new IllegalArgumentException(
            "Ticket %s: there is no %s in version %d of the network. %s"
                .formatted(
                    ticket.id(),
                    element,
                    network.version().version(),
                    NearestName.advice(element.id(), there)));
      }
    }
  }

  private static Set<String> ids(NetworkVersions.InForce network, TicketElement.Type type) {
    List<String> ids =
        switch (type) {
          case UNIT -> {
            List<String> units =
                new ArrayList<>(
                    network.day().thermalUnits().stream().map(ThermalUnit::id).toList());
            units.addAll(network.day().profiledUnits().stream().map(ProfiledUnit::id).toList());
            yield units;
          }
          case STORAGE -> network.day().storageUnits().stream().map(StorageUnit::id).toList();
          case BRANCH -> network.day().network().branches().stream().map(Branch::id).toList();
          case HVDC -> network.day().network().hvdcLines().stream().map(HvdcLine::id).toList();
        };
    return new TreeSet<>(ids);
  }

  private void follows(Ticket ticket) {
    for (Kept last : last(store.all(PieceKinds.TICKET))) {
      if (last.ticket().id().equals(ticket.id())) {
        if (!last.ticket().equals(ticket)) {
          next(last.ticket(), ticket);
        }
      } else {
        ticket
            .clash(last.ticket())
            .ifPresent(
                element -> {
                  throw new IllegalArgumentException(
                      "Ticket %s: %s is in the %s from %s to %s already. End or cancel that one, or leave the element out."
                          .formatted(
                              ticket.id(),
                              element,
                              last.ticket(),
                              clock.show(last.ticket().from()),
                              last.ticket().to().map(clock::show).orElse("an open end")));
                });
      }
    }
  }

  private void next(Ticket last, Ticket ticket) {
    if (!ticket.knownAt().isAfter(last.knownAt())) {
      throw new IllegalArgumentException(
          "Ticket %s: its last version was known at %s; the next has to be known later, not at %s."
              .formatted(ticket.id(), clock.show(last.knownAt()), clock.show(ticket.knownAt())));
    }
    if (last.kind() != ticket.kind() || !last.state().mayBecome(ticket.state())) {
      throw new IllegalArgumentException(
          "Ticket %s: a %s cannot become a %s; make a ticket of its own."
              .formatted(ticket.id(), last, ticket));
    }
  }

  /** The last version of every ticket that was known at a gate, by id. */
  public List<Kept> at(Instant gate) {
    return last(
        store.all(PieceKinds.TICKET).stream()
            .filter(version -> !version.facts().knownAt().isAfter(gate))
            .toList());
  }

  /** All versions, by id and version. */
  public List<Kept> versions() {
    return store.all(PieceKinds.TICKET).stream().map(this::read).toList();
  }

  private List<Kept> last(List<PieceVersion> versions) {
    Map<String, PieceVersion> last =
        versions.stream()
            .collect(
                Collectors.toMap(
                    version -> version.key().id(),
                    version -> version,
                    (earlier, later) -> later,
                    LinkedHashMap::new));
    return last.values().stream().map(this::read).toList();
  }

  private Kept read(PieceVersion version) {
    return new Kept(
        TicketText.read(store.content(version), "ticket " + version.key().id()).get(0), version);
  }
}
