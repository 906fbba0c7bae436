package org.gridclear.web.account.user;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists that a call has to give. */
final class GivenList {
  private GivenList() {}

  /**
   * A list.
   *
   * @param what its name in the message
   * @throws IllegalArgumentException if it is missing, or has null in it
   */
  static <T> List<T> of(@Nullable List<T> list, String what) {
    if (list == null || list.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("%s must be a list without null.".formatted(what));
    }
    return list;
  }
}
