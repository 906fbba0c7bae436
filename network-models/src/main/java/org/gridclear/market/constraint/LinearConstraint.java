package org.gridclear.market.constraint;

import java.util.List;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;

/**
 * A constraint that the catalogue does not know, given as data (B-26): {@code min ≤ Σ coefficient ×
 * quantity ≤ max} in every period.
 *
 * @param id unique among constraints
 * @param inEffect whether it counts
 * @param terms what is added up
 * @param min least value per period
 * @param max greatest value per period
 * @param penaltyYuanPerUnit price of leaving the range, per unit and hour; infinite for one that
 *     must be kept
 */
public record LinearConstraint(
    String id,
    boolean inEffect,
    List<Term> terms,
    Series min,
    Series max,
    double penaltyYuanPerUnit) {
  /** The price of relaxing one where it names none, in yuan per unit and hour. */
  public static final double PENALTY_YUAN = 3_000;

  public LinearConstraint {
    terms = List.copyOf(terms);
  }

  /** What a term counts of a unit. */
  public enum Quantity {
    OUTPUT,
    STATUS,
    START,
    STOP
  }

  /**
   * One term.
   *
   * @param unit id of a unit
   * @param quantity what is counted of it
   * @param coefficient factor
   */
  public record Term(String unit, Quantity quantity, double coefficient) {}

  /** The same constraint on other periods. */
  public LinearConstraint on(PeriodMap map) {
    return new LinearConstraint(id, inEffect, terms, map.of(min), map.of(max), penaltyYuanPerUnit);
  }

  /** The same in or out of effect. */
  public LinearConstraint switched(boolean on) {
    return new LinearConstraint(id, on, terms, min, max, penaltyYuanPerUnit);
  }
}
