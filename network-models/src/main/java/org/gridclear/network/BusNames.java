package org.gridclear.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which bus people mean who write an id or a name. An id comes first: where a bus has it, no other
 * bus is meant that is called so.
 */
public final class BusNames {
  private final Set<String> ids = new HashSet<>();
  private final Map<String, List<String>> idsOfName = new HashMap<>();

  /** The names of a network's buses. */
  public BusNames(Network network) {
    for (Bus bus : network.buses()) {
      ids.add(bus.id());
      idsOfName.computeIfAbsent(bus.name(), name -> new ArrayList<>()).add(bus.id());
    }
  }

  /**
   * The id of the bus that is meant; of a text that no bus has, the text itself.
   *
   * @throws IllegalArgumentException if several buses have the name; the message tells their ids
   */
  public String idOf(String text) {
    List<String> named = idsOfName.getOrDefault(text, List.of());
    if (ids.contains(text) || named.isEmpty()) {
      return text;
    }
    if (named.size() > 1) {
      throw new IllegalArgumentException(
          "%d buses are called '%s': give the id, one of %s."
              .formatted(named.size(), text, String.join(", ", named)));
    }
    return named.get(0);
  }
}
