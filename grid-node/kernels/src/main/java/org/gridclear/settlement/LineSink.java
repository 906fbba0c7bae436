package org.gridclear.settlement;

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
   * @param quantity 0.0001 MWh or MW
   * @param amount 0.001 yuan
   */
  void line(int day, int entity, int item, int interval, long quantity, long amount);
}
