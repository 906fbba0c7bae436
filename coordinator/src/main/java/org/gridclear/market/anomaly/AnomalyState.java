package org.gridclear.market.anomaly;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridclear.validate.UnknownNameException;

/** What became of an anomaly; from one to the next, none is left out. */
public enum AnomalyState {
  /** Nobody has looked at it. */
  OPEN,
  /** Somebody knows of it. */
  ACKNOWLEDGED,
  /** Something was done about it, and said. */
  HANDLED,
  /** It is over. */
  CLOSED;

  /** Whether nothing was done about it yet. */
  public boolean isUnsettled() {
    return this == OPEN || this == ACKNOWLEDGED;
  }

  /** Names of the states in which nothing was done yet. */
  static List<String> unsettledLabels() {
    return Arrays.stream(values())
        .filter(AnomalyState::isUnsettled)
        .map(AnomalyState::label)
        .toList();
  }

  /** The state after this one; nothing after the last. */
  public Optional<AnomalyState> next() {
    return this == CLOSED ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }

  /** Name in files and answers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state of a name, such as {@code handled}.
   *
   * @throws UnknownNameException if there is none
   */
  public static AnomalyState of(String label) {
    List<String> known = Arrays.stream(values()).map(AnomalyState::label).toList();
    return Arrays.stream(values())
        .filter(each -> each.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new UnknownNameException("state", label, known));
  }
}
