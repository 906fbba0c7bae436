package org.gridclear.market.declaration;

/**
 * What a start costs.
 *
 * @param state how warm the unit still is
 * @param afterHours time off from which it holds, 0.01 h; 0 for hot
 * @param yuan the cost, 0.001 yuan
 */
public record StartPrice(State state, long afterHours, long yuan) {
  /** Decimals of {@code afterHours}. */
  public static final int HOUR_DECIMALS = 2;

  /** How warm a unit is when it starts. */
  public enum State {
    HOT,
    WARM,
    COLD
  }
}
