package org.gridclear.settlement.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.settlement.registration.Change.Key;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.Place.Zone;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Whether zones share out the buses (REG-19). */
final class PlaceCheck {
  private final RegistryState state;
  private final IssueLog log;

  /** A bus in a zoning. */
  private record ZonedBus(String zoning, String bus) {}

  PlaceCheck(RegistryState state, IssueLog log) {
    this.state = state;
    this.log = log;
  }

  void run() {
    Map<ZonedBus, List<Zone>> zonesOf = new HashMap<>();
    state
        .all(Zone.class)
        .forEach(
            zone -> {
              within(zone);
              Set<String> once = new HashSet<>();
              for (String bus : zone.buses()) {
                if (!once.add(bus)) {
                  report(zone, bus, "Name it once.");
                }
                zonesOf
                    .computeIfAbsent(new ZonedBus(zone.zoning(), bus), key -> new ArrayList<>(1))
                    .add(zone);
              }
            });
    zonesOf.forEach((bus, zones) -> apart(bus, zones));
  }

  private void apart(ZonedBus bus, List<Zone> zones) {
    for (int k = 1; k < zones.size(); k++) {
      Zone zone = zones.get(k);
      zones.subList(0, k).stream()
          .filter(other -> !other.id().equals(zone.id()))
          .filter(other -> other.validity().overlaps(zone.validity()))
          .findFirst()
          .ifPresent(
              other ->
                  report(
                      zone,
                      bus.bus(),
                      "Zone %s of zoning %s has it on the same days."
                          .formatted(other.id(), bus.zoning())));
    }
  }

  private void report(Zone zone, String bus, String advice) {
    log.add(Rule.BUS_ZONED, EntryFields.named(zone), "buses", bus, advice);
  }

  /** A zone does not lie in itself, by way of others either. */
  private void within(Zone zone) {
    LocalDate day = zone.validity().begin();
    Set<String> seen = new HashSet<>(Set.of(zone.id()));
    Optional<String> outer = zone.within();
    while (outer.isPresent()) {
      if (!seen.add(outer.get())) {
        log.add(
            Rule.BUS_ZONED,
            EntryFields.named(zone),
            "within",
            outer.get(),
            "It would lie in itself on %s.".formatted(day));
        return;
      }
      outer =
          state
              .on(new Key(EntryKind.ZONE, outer.get()), day)
              .flatMap(entry -> ((Zone) entry).within());
    }
  }
}
