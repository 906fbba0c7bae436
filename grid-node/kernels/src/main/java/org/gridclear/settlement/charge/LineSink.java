package org.gridclear.settlement.charge;

/** Takes every line of a settlement, for detail and explanation. */
@FunctionalInterface
public interface LineSink {
  /**
   * A line.
   *
   * @param day day of the month
   * @param entity number of the entity
   * @param item number of the item
   * @param interval from 0; the number of intervals for a line of the day
   * @param contract number of the contract; −1 for none
   * @param quantity 0.0001 MWh or MW
   * @param amount 0.001 yuan
   */
  record Line(
      int day, int entity, int item, int interval, int contract, long quantity, long amount) {}

  /** Takes a line. */
  void line(Line line);
}
