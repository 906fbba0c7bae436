package org.gridclear.market.store.index;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * An alarm of an index as it lies there.
 *
 * @param number its number, given when it is added
 * @param item what it is of
 * @param version version of the day
 * @param passed what was passed
 * @param raisedAt when
 * @param cleared who cleared it; empty while it is open
 */
public record IndexAlarmRow(
    long number,
    IndexRow.ItemRow item,
    int version,
    PassedRow passed,
    OffsetDateTime raisedAt,
    Optional<ClearedRow> cleared) {

  /**
   * A limit that was passed.
   *
   * @param severity warning or severe
   * @param value the value
   * @param limit the limit
   */
  public record PassedRow(String severity, double value, double limit) {}

  /**
   * That somebody cleared it.
   *
   * @param by account
   * @param at when
   * @param remark what was said
   */
  public record ClearedRow(String by, OffsetDateTime at, String remark) {}
}
