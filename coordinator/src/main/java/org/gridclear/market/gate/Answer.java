package org.gridclear.market.gate;

import java.util.List;
import org.gridclear.market.declaration.Objection;

/**
 * What became of a submission.
 *
 * @param objections what is wrong with it as a whole; each outcome has them among its own
 * @param outcomes one a declaration, in the order of the submission; none where none could be read
 */
public record Answer(List<Objection> objections, List<Outcome> outcomes) {
  public Answer {
    objections = List.copyOf(objections);
    outcomes = List.copyOf(outcomes);
  }

  /** Declarations that are on disk. */
  public long acceptedCount() {
    return outcomes.stream().filter(Outcome.Accepted.class::isInstance).count();
  }

  /** Whether all of it was taken. */
  public boolean isAccepted() {
    return !outcomes.isEmpty() && acceptedCount() == outcomes.size();
  }
}
