package org.gridclear.validate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants of an enumeration by their names. */
public final class Choice {
  private Choice() {}

  /**
   * The constant of a name, in capitals or not.
   *
   * @param what what is chosen, for the message
   * @throws IllegalArgumentException if there is none, with the names that there are
   */
  public static <E extends Enum<E>> E of(Class<E> type, String what, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The %s (%s) must be one of %s.".formatted(what, name, names(type))));
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
