package org.gridclear.market.approval;

import java.time.OffsetDateTime;
import java.util.List;
import org.gridclear.market.store.approval.TransitionRow;

/**
 * A version went from a state to another.
 *
 * @param step its number among those of the run of the day, from 1
 * @param version number of the version
 * @param from the state before
 * @param to the state after
 * @param by the account; {@link DayApproval#AUTOMATIC} where a rule did it
 * @param at when
 * @param reason why; may be empty
 * @param objections what stood against the version then
 */
public record Transition(
    int step,
    int version,
    VersionState from,
    VersionState to,
    String by,
    OffsetDateTime at,
    String reason,
    List<String> objections) {
  static Transition of(TransitionRow row) {
    return new Transition(
        row.step(),
        row.version(),
        VersionState.valueOf(row.from()),
        VersionState.valueOf(row.to()),
        row.account(),
        row.at(),
        row.reason(),
        row.objections());
  }
}
