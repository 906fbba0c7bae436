package org.gridclear.web.run;

import java.time.InstantSource;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.listing.MatchingRuns;
import org.gridclear.run.listing.RunIndex;
import org.springframework.stereotype.Component;

/** The one index of the server's runs, from which they are listed and chosen. */
@Component
class ListedRuns {
  private final RunIndex index;
  private final MatchingRuns matching;

  ListedRuns(StudyRuns runs) {
    index = new RunIndex(runs.registry(), InstantSource.system());
    matching = new MatchingRuns(runs, index);
  }

  /** All runs. */
  RunIndex index() {
    return index;
  }

  /** What is done to those that match. */
  MatchingRuns matching() {
    return matching;
  }
}
