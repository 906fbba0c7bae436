package org.gridclear.monitoring.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.entry.Party;

/**
 * Who controls the members of a date: a shareholder with more than half of a member, and whoever
 * controls that shareholder. A member that nobody controls is a supplier of its own.
 *
 * @param controller who controls a member, by its id; those that nobody controls are not in it
 */
record Suppliers(SortedMap<String, String> controller) {
  /** More than half, in 0.0001 %. */
  private static final long HALF = 500_000;

  /** The members of a date. */
  static Suppliers on(RegistryState state, LocalDate date) {
    SortedMap<String, String> direct = new TreeMap<>();
    state
        .on(date)
        .filter(Party.Member.class::isInstance)
        .map(Party.Member.class::cast)
        .forEach(
            member ->
                member.shareholders().stream()
                    .filter(holder -> holder.percent() > HALF)
                    .forEach(holder -> direct.put(member.id(), holder.investor())));
    return of(direct);
  }

  /**
   * The suppliers that direct control makes.
   *
   * @param direct who has more than half of a member, by its id
   */
  static Suppliers of(Map<String, String> direct) {
    SortedMap<String, String> last = new TreeMap<>();
    direct.keySet().forEach(member -> last.put(member, top(member, direct)));
    return new Suppliers(last);
  }

  /** The last of the way up; of those that control each other in a circle the first by id. */
  private static String top(String member, Map<String, String> direct) {
    List<String> way = new ArrayList<>();
    String at = member;
    while (direct.containsKey(at) && !way.contains(at)) {
      way.add(at);
      at = Objects.requireNonNull(direct.get(at));
    }
    int circle = way.indexOf(at);
    return circle < 0 ? at : Collections.min(way.subList(circle, way.size()));
  }

  /** The supplier that an owner belongs to; "" for no owner. */
  String of(String owner) {
    return controller.getOrDefault(owner, owner);
  }
}
