package org.gridclear.web.market.approval;

import java.time.OffsetDateTime;
import java.util.List;
import org.gridclear.market.approval.DayApproval.Standing;
import org.gridclear.market.approval.Transition;
import org.gridclear.market.approval.VersionState;

/**
 * A version and what became of it.
 *
 * @param version its number
 * @param state its state
 * @param madeBy who made it
 * @param madeAt when
 * @param alarms what somebody must know before it is used
 * @param transitions how it came there
 */
record StandingVersion(
    int version,
    VersionState state,
    String madeBy,
    OffsetDateTime madeAt,
    List<String> alarms,
    List<Transition> transitions) {
  static StandingVersion of(Standing standing) {
    return new StandingVersion(
        standing.version().version(),
        standing.state(),
        standing.version().made().by(),
        standing.version().made().at(),
        standing.version().alarms(),
        standing.transitions());
  }
}
