package org.gridclear.scenario.resolved;

import java.util.Arrays;
import java.util.Optional;

/** The families of constraints that a case can switch off, by the id of docs/model.md. */
public enum ConstraintFamily {
  RAMPS("B-03"),
  MIN_UP_DOWN("B-04"),
  STARTS_MAX("B-05"),
  RESERVE("B-15"),
  FLOWGATES("B-18"),
  THERMAL("B-19");

  private final String id;

  ConstraintFamily(String id) {
    this.id = id;
  }

  /** The id in the catalogue, such as {@code B-19}. */
  public String id() {
    return id;
  }

  /** The family with this id or name. */
  public static Optional<ConstraintFamily> of(String text) {
    return Arrays.stream(values())
        .filter(
            f -> f.id.equalsIgnoreCase(text) || f.name().equalsIgnoreCase(text.replace('-', '_')))
        .findFirst();
  }
}
