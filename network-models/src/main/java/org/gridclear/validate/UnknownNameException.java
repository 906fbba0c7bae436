package org.gridclear.validate;

import java.util.Collection;

/** Something is named that there is not; the message tells what there is. */
public final class UnknownNameException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String kind;

  /**
   * A name that is not among the known ones.
   *
   * @param kind what was meant, such as {@code unit}
   */
  public UnknownNameException(String kind, String name, Collection<String> known) {
    super("There is no %s '%s'. %s".formatted(kind, name, NearestName.advice(name, known)));
    this.kind = kind;
  }

  /** What was meant, such as {@code unit}. */
  public String kind() {
    return kind;
  }
}
