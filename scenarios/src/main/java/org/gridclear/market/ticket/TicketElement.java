package org.gridclear.market.ticket;

import java.util.Arrays;
import java.util.Locale;

/**
 * An element of the network that a ticket is about.
 *
 * @param type what it is
 * @param id its id in the network
 */
public record TicketElement(Type type, String id) implements Comparable<TicketElement> {
  /** What can be out of service. */
  public enum Type {
    UNIT,
    STORAGE,
    BRANCH,
    HVDC
  }

  /**
   * The element of a text such as {@code unit:g1}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static TicketElement parse(String text) {
    int colon = text.indexOf(':');
    String type = colon < 0 ? text : text.substring(0, colon);
    return Arrays.stream(Type.values())
        .filter(each -> colon > 0 && colon < text.length() - 1)
        .filter(each -> each.name().equalsIgnoreCase(type))
        .findFirst()
        .map(each -> new TicketElement(each, text.substring(colon + 1)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no element; give unit:ID, storage:ID, branch:ID or hvdc:ID."
                        .formatted(text)));
  }

  @Override
  public int compareTo(TicketElement other) {
    int types = type.compareTo(other.type);
    return types != 0 ? types : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return type.name().toLowerCase(Locale.ROOT) + ":" + id;
  }
}
