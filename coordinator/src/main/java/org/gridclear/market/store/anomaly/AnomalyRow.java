package org.gridclear.market.store.anomaly;

import java.time.OffsetDateTime;

/**
 * An anomaly as it lies there.
 *
 * @param number its number, given when it is added
 * @param of the version
 * @param rule what found it, and how grave it is
 * @param place what it is about
 * @param found what was found
 * @param raisedAt when
 * @param state state of the last transition
 * @param step number of transitions
 */
public record AnomalyRow(
    long number,
    VersionRow of,
    RuleRow rule,
    PlaceRow place,
    FoundRow found,
    OffsetDateTime raisedAt,
    String state,
    int step) {

  /**
   * The rule.
   *
   * @param id its id
   * @param type label of its type
   * @param severity label of its severity
   */
  public record RuleRow(String id, String type, String severity) {}

  /**
   * The place.
   *
   * @param kind kind of the element
   * @param element its id
   * @param outage the contingency
   * @param zone its zone
   * @param owner its owner
   */
  public record PlaceRow(String kind, String element, String outage, String zone, String owner) {}

  /**
   * The worst of it.
   *
   * @param period the worst period, from 1; 0 for the whole horizon
   * @param periodCount how many periods
   * @param value the value there
   * @param threshold what it was held against
   * @param unit unit of both
   */
  public record FoundRow(
      int period, int periodCount, double value, double threshold, String unit) {}

  AnomalyRow numbered(long given) {
    return new AnomalyRow(given, of, rule, place, found, raisedAt, state, step);
  }
}
