package org.gridclear.market.store.approval;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A transition of a version as it lies in the database.
 *
 * @param step its number among those of the run of the day, from 1; 0 before it has one
 * @param version number of the version
 * @param from name of the state before
 * @param to name of the state after
 * @param account who did it
 * @param at when
 * @param reason why
 * @param objections what stood against the version then
 */
public record TransitionRow(
    int step,
    int version,
    String from,
    String to,
    String account,
    OffsetDateTime at,
    String reason,
    List<String> objections) {
  public TransitionRow {
    objections = List.copyOf(objections);
  }
}
