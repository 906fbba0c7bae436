package org.gridclear.market.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A constraint that the catalogue does not know, given as data (B-26): {@code min ≤ Σ coefficient ×
 * quantity ≤ max} in every period that has a finite limit.
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

  /** What a term counts. */
  public enum Quantity {
    OUTPUT,
    STATUS,
    START,
    STOP,
    /** Spinning reserve and regulation upwards that a thermal unit holds, in MW. */
    RESERVE_UP,
    /** The value of a {@link DecisionVariable}. */
    VARIABLE
  }

  /**
   * One term.
   *
   * @param unit id of a unit, or of a variable
   * @param quantity what is counted of it
   * @param lag how many periods earlier it is counted; before the first period it counts 0
   * @param coefficient factor per period of the constraint
   */
  public record Term(
      String unit,
      Quantity quantity,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int lag,
      @JsonSerialize(using = ConstantSeriesJson.class) Series coefficient) {
    /** A term of the same period. */
    public Term(String unit, Quantity quantity, Series coefficient) {
      this(unit, quantity, 0, coefficient);
    }
  }

  /** Whether a term looks back. */
  public boolean looksBack() {
    return terms.stream().anyMatch(term -> term.lag() > 0);
  }

  /**
   * The same constraint on other periods. One that looks back does not hold where the periods that
   * it looks back on are not there: what they were is not known.
   */
  public LinearConstraint on(PeriodMap map) {
    Series least = map.of(min);
    Series most = map.of(max);
    int lag = terms.stream().mapToInt(Term::lag).max().orElse(0);
    for (int t = 0; t < map.source().length && lag > 0; t++) {
      boolean goesOn = t == 0 ? map.source()[0] == 0 : map.source()[t] == map.source()[t - 1] + 1;
      if (!goesOn) {
        least = least.map(t, t + lag, x -> Double.NEGATIVE_INFINITY);
        most = most.map(t, t + lag, x -> Double.POSITIVE_INFINITY);
      }
    }
    List<Term> mapped =
        terms.stream()
            .map(x -> new Term(x.unit(), x.quantity(), x.lag(), map.of(x.coefficient())))
            .toList();
    return new LinearConstraint(id, inEffect, mapped, least, most, penaltyYuanPerUnit);
  }

  /** The same in or out of effect. */
  public LinearConstraint switched(boolean on) {
    return new LinearConstraint(id, on, terms, min, max, penaltyYuanPerUnit);
  }
}
