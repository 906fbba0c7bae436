package org.gridclear.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A door of the server for one zone (docs/protection.md). What is logged in or made at a face is
 * good at that face alone, and no right goes further than the face lets it.
 */
public enum Face {
  /** Dispatch and market operation, in the control zone. */
  OPERATOR(
      Right.RUN,
      Right.READ_RESULTS,
      Right.MANAGE_GRID,
      Right.READ_METRICS,
      Right.READ_MARKET,
      Right.READ_OWN,
      Right.READ_DECLARATIONS,
      Right.MANAGE_REGISTRY,
      Right.APPROVE_REGISTRY,
      Right.OPERATE_MARKET,
      Right.APPROVE_DAY,
      Right.SUPERVISE),
  /** Members: declarations, own results, own statements. */
  MEMBER(Right.READ_MARKET, Right.READ_OWN, Right.DECLARE),
  /** What is published, and the regulator's desk. */
  PUBLICATION(Right.READ_MARKET, Right.READ_OWN, Right.SUPERVISE),
  /** Closes, bills, statements and payments, in the management zone. */
  SETTLEMENT(Right.READ_SETTLEMENT, Right.SETTLE),
  /** Accounts, audit log and metrics. */
  ADMIN(Right.MANAGE_ACCOUNTS, Right.READ_AUDIT, Right.READ_METRICS);

  private final List<Right> rights;

  Face(Right first, Right... others) {
    rights = List.copyOf(EnumSet.of(first, others));
  }

  /** The most that anybody may do here. */
  public Set<Right> rights() {
    return EnumSet.copyOf(rights);
  }

  /** Its name on the command line and in messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The face of a word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Face of(String word) {
    for (Face face : values()) {
      if (face.word().equals(word)) {
        return face;
      }
    }
    throw new IllegalArgumentException(
        "There is no face '%s'; there are %s."
            .formatted(word, List.of(values()).stream().map(Face::word).toList()));
  }
}
