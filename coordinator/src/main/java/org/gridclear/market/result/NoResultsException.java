package org.gridclear.market.result;

import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.ResultKind;

/** There is no version of any date that was asked for. */
public final class NoResultsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private NoResultsException(String message) {
    super(message);
  }

  static NoResultsException of(DayQuery query, ResultKind kind) {
    StringBuilder which = new StringBuilder(DayKey.word(query.market()));
    query.cycle().ifPresent(cycle -> which.append(" cycle ").append(cycle));
    query.version().ifPresent(version -> which.append(" version ").append(version));
    String when =
        query.from().equals(query.to())
            ? "of " + query.from()
            : "from %s to %s".formatted(query.from(), query.to());
    return new NoResultsException(
        "There are no results %s of %s %s.".formatted(kind.word(), which, when));
  }
}
