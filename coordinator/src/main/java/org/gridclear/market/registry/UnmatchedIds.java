package org.gridclear.market.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.ForeignId;

/**
 * What of a kind has no counterpart in another system on a day (Q-12, O-16).
 *
 * @param matched how many ids of the other system are mapped to a thing that is registered
 * @param onlyThere ids of the other system that are mapped to nothing here
 * @param gone mappings whose id the other system does not have: thing by foreign id, in their order
 * @param onlyHere things that no mapping names
 */
public record UnmatchedIds(
    int matched, List<String> onlyThere, Map<String, String> gone, List<String> onlyHere) {

  /**
   * Compares.
   *
   * @param state the registry
   * @param system name of the other system, as in its mappings
   * @param kind kind of the things
   * @param day the day
   * @param foreign all ids that the other system has
   * @throws IllegalArgumentException if an id comes twice or is empty, or there are none
   */
  public static UnmatchedIds of(
      RegistryState state,
      String system,
      EntryKind kind,
      LocalDate day,
      Collection<String> foreign) {
    Set<String> there = new TreeSet<>();
    for (String id : foreign) {
      if (id.isBlank() || !there.add(id)) {
        throw new IllegalArgumentException(
            "The id (%s) of system %s is empty or comes twice.".formatted(id, system));
      }
    }
    if (there.isEmpty()) {
      throw new IllegalArgumentException("The system %s has no ids.".formatted(system));
    }
    Map<String, String> mapped = new TreeMap<>();
    state
        .all(ForeignId.class)
        .filter(m -> m.system().equals(system) && m.of() == kind && m.validity().on(day))
        .forEach(m -> mapped.put(m.foreign(), m.thing()));
    Set<String> onlyHere = new TreeSet<>();
    state.on(day).filter(entry -> entry.kind() == kind).map(Entry::id).forEach(onlyHere::add);
    onlyHere.removeAll(mapped.values());
    Map<String, String> gone = new TreeMap<>(mapped);
    gone.keySet().removeAll(there);
    Set<String> onlyThere = new TreeSet<>(there);
    onlyThere.removeAll(mapped.keySet());
    return new UnmatchedIds(
        there.size() - onlyThere.size(),
        List.copyOf(onlyThere),
        Collections.unmodifiableMap(gone),
        List.copyOf(onlyHere));
  }

  /** Whether everything has its counterpart. */
  public boolean none() {
    return onlyThere.isEmpty() && gone.isEmpty() && onlyHere.isEmpty();
  }
}
