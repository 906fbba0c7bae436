package org.gridclear.market.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The units on which a constraint hangs: those named, those of a group or plant, those of a
 * zone, or the whole system where nothing is named.
 *
 * @param units ids of units; empty unless units are named
 * @param group name of a group of units, such as a plant; "" unless one is meant
 * @param zone name of a zone of buses; "" unless one is meant
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Scope(List<String> units, String group, String zone) {
  /** All units. */
  public static final Scope SYSTEM = new Scope(List.of(), "", "");

  public Scope {
    units = List.copyOf(units);
  }

  /** One unit. */
  public static Scope unit(String id) {
    return new Scope(List.of(id), "", "");
  }

  /** Whether it means all units. */
  @JsonIgnore
  public boolean isSystem() {
    return units.isEmpty() && group.isEmpty() && zone.isEmpty();
  }

  /** What it is called in reports. */
  @JsonIgnore
  public String label() {
    if (!zone.isEmpty()) {
      return "zone " + zone;
    }
    if (!group.isEmpty()) {
      return "group " + group;
    }
    return units.isEmpty() ? "system" : String.join(", ", units);
  }
}
