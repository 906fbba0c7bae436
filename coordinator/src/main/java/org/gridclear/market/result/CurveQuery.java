package org.gridclear.market.result;

import java.time.LocalDate;
import java.util.function.Function;
import org.gridclear.market.day.ElementTypes;
import org.gridclear.market.day.ResultKind;

/**
 * Which curves are asked for.
 *
 * @param kind {@link ResultKind#LOADS} or {@link ResultKind#UNITS}
 * @param by what a group is of
 * @param energy whether the energy of each group is asked for in place of its curve
 * @param types types of the elements on a date
 */
public record CurveQuery(
    ResultKind kind, By by, boolean energy, Function<LocalDate, ElementTypes> types) {
  /** What a group is of. */
  public enum By {
    /** What the registry says that an element is. */
    TYPE,
    /** The member that an element belongs to. */
    OWNER
  }

  public CurveQuery {
    if (kind != ResultKind.LOADS && kind != ResultKind.UNITS) {
      throw new IllegalArgumentException(
          "There are curves of loads and of units, and none of %s.".formatted(kind.word()));
    }
  }

  /**
   * What a group is of, by its word.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static By by(String word) {
    return switch (word) {
      case "type" -> By.TYPE;
      case "owner" -> By.OWNER;
      default ->
          throw new IllegalArgumentException(
              "by: curves are by type or by owner, not by '%s'.".formatted(word));
    };
  }
}
