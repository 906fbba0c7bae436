package org.gridclear.market.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ticket.TicketElement;
import org.gridclear.market.ticket.TicketElement.Type;

/** Units, storages and loads that are registered on a date; the others are not in the market. */
final class RegistryPart {
  private static final int SAID_MAX = 5;

  private RegistryPart() {}

  /** Owners by unit, storage or load, the last one of the dates of the case. */
  static SortedMap<String, String> add(Draft draft, RegistryInForce registry, Outages outages) {
    SortedMap<String, String> owners = new TreeMap<>();
    if (draft.request().keeps(NetworkPart.REGISTRY)) {
      draft.notice("Every unit, storage and load of the network version is in the market.");
      return owners;
    }
    MarketDay day = draft.day();
    List<TicketElement> elements = new ArrayList<>();
    day.thermalUnits().forEach(unit -> elements.add(new TicketElement(Type.UNIT, unit.id())));
    day.profiledUnits().forEach(unit -> elements.add(new TicketElement(Type.UNIT, unit.id())));
    day.storageUnits().forEach(unit -> elements.add(new TicketElement(Type.STORAGE, unit.id())));
    Set<String> loads = new TreeSet<>();
    day.flexibleLoads().forEach(load -> loads.add(load.id()));
    Set<String> cleared = new TreeSet<>(loads);
    elements.forEach(element -> cleared.add(element.id()));
    Set<String> absent = new TreeSet<>();
    for (int t = 0; t < draft.grid().count(); t++) {
      if (t == 0 || !draft.grid().dateOf(t).equals(draft.grid().dateOf(t - 1))) {
        SortedMap<String, String> registered = registered(draft, registry, t, cleared);
        sayOwners(draft, t, owners, registered);
        owners.putAll(registered);
        absent = new TreeSet<>(cleared);
        absent.removeAll(registered.keySet());
        say(draft, t, absent);
      }
      for (TicketElement element : elements) {
        if (absent.contains(element.id())) {
          outages.take(element, t);
        }
      }
      for (String load : loads) {
        if (absent.contains(load)) {
          outages.takeLoad(load, t);
        }
      }
    }
    return owners;
  }

  /** Owners on the date of a period; what the network does not have is reported. */
  private static SortedMap<String, String> registered(
      Draft draft, RegistryInForce registry, int t, Set<String> cleared) {
    RegistryInForce.Registered registered =
        registry.on(draft.grid().dateOf(t), draft.request().gate());
    draft.add(registered.piece());
    Set<String> known = new TreeSet<>(cleared);
    // A load that is registered need not bid: it may be one of the network, or of a bus.
    draft.day().network().loads().forEach(load -> known.add(load.id()));
    draft.day().network().buses().forEach(bus -> known.add(bus.id()));
    for (String id : registered.owners().keySet()) {
      draft.log().reference("registry on " + draft.grid().dateOf(t), "id", id, known);
    }
    return registered.owners();
  }

  /** A case has one owner of each, the last one: whose it was on earlier dates is said. */
  private static void sayOwners(
      Draft draft, int t, SortedMap<String, String> before, SortedMap<String, String> now) {
    List<String> changed =
        now.entrySet().stream()
            .filter(
                each ->
                    !each.getValue().equals(before.getOrDefault(each.getKey(), each.getValue())))
            .map(
                each ->
                    "%s from %s to %s"
                        .formatted(each.getKey(), before.get(each.getKey()), each.getValue()))
            .toList();
    if (!changed.isEmpty()) {
      draft.notice(
          "Owners change on %s; the manifest names the last: %s."
              .formatted(draft.grid().dateOf(t), String.join(", ", changed)));
    }
  }

  private static void say(Draft draft, int t, Set<String> absent) {
    if (!absent.isEmpty()) {
      draft.notice(
          "Not registered on %s and not in the market: %s%s."
              .formatted(
                  draft.grid().dateOf(t),
                  String.join(", ", absent.stream().limit(SAID_MAX).toList()),
                  absent.size() > SAID_MAX
                      ? " and %d more".formatted(absent.size() - SAID_MAX)
                      : ""));
    }
  }
}
