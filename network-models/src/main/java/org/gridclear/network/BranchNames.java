package org.gridclear.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which branch people mean who write an id, or the buses that it joins: {@code from-to}, by their
 * ids or names, in either order. An id comes first.
 */
public final class BranchNames {
  private static final String BETWEEN = "-";

  private final Set<String> ids = new HashSet<>();
  private final Map<String, Set<String>> idsOfEnds = new HashMap<>();

  /** The names of a network's branches. */
  public BranchNames(Network network) {
    Map<String, Bus> buses = new HashMap<>();
    network.buses().forEach(bus -> buses.put(bus.id(), bus));
    for (Branch branch : network.branches()) {
      ids.add(branch.id());
      for (String from : names(buses.get(branch.from()))) {
        for (String to : names(buses.get(branch.to()))) {
          ends(from, to).add(branch.id());
          ends(to, from).add(branch.id());
        }
      }
    }
  }

  private static List<String> names(@Nullable Bus bus) {
    List<String> names = new ArrayList<>();
    if (bus != null) {
      names.add(bus.id());
      if (!bus.name().isEmpty()) {
        names.add(bus.name());
      }
    }
    return names;
  }

  private Set<String> ends(String from, String to) {
    return idsOfEnds.computeIfAbsent(from + BETWEEN + to, key -> new LinkedHashSet<>());
  }

  /**
   * The id of the branch that is meant; of a text that means none, the text itself.
   *
   * @throws IllegalArgumentException if several branches join the buses; the message tells their
   *     ids
   */
  public String idOf(String text) {
    Set<String> meant = idsOfEnds.getOrDefault(text, Set.of());
    if (ids.contains(text) || meant.isEmpty()) {
      return text;
    }
    if (meant.size() > 1) {
      throw new IllegalArgumentException(
          "%d branches join '%s': give the id, one of %s."
              .formatted(meant.size(), text, String.join(", ", meant)));
    }
    return meant.iterator().next();
  }
}
