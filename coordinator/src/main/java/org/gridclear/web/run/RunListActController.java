package org.gridclear.web.run;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.gridclear.account.Right;
import org.gridclear.run.listing.MatchingRuns;
import org.gridclear.run.listing.RunQuery;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What is done to all runs that match. */
@RestController
@RequestMapping("/api/v1/run-list")
class RunListActController {
  private final MatchingRuns matching;

  RunListActController(ListedRuns runs) {
    matching = runs.matching();
  }

  /** Cancels all open runs that match, if they are as many as expected. */
  @PostMapping(path = "/cancellation", consumes = "application/json")
  @Needs(Right.RUN)
  RunListCancelled cancel(Caller caller, @RequestBody RunListCancellation wanted) {
    RunQuery query = RunQuery.of(wanted.state(), wanted.user(), wanted.study());
    MatchingRuns.Acted acted =
        asMany(
            () -> matching.cancel(query, wanted.expected(), run -> KnownRuns.mayEnd(caller, run)));
    return new RunListCancelled(acted.done(), acted.refused());
  }

  /** Sends all failed and cancelled runs that match once more, if they are as many as expected. */
  @PostMapping(path = "/resubmission", consumes = "application/json")
  @Needs(Right.RUN)
  RunListResubmitted resubmit(@RequestBody RunListResubmission wanted, HttpServletRequest request) {
    RunQuery query = RunQuery.of(wanted.state(), wanted.user(), wanted.study());
    MatchingRuns.Acted acted =
        asMany(() -> matching.sendAgain(query, wanted.expected(), Submission.user(request)));
    return new RunListResubmitted(acted.done(), acted.refused());
  }

  private static MatchingRuns.Acted asMany(Supplier<MatchingRuns.Acted> act) {
    try {
      return act.get();
    } catch (MatchingRuns.OtherCountException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
  }
}
