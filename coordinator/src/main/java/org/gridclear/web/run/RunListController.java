package org.gridclear.web.run;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.gridclear.account.Right;
import org.gridclear.run.RunRecord;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.listing.MatchingRuns;
import org.gridclear.run.listing.RunIndex;
import org.gridclear.run.listing.RunQuery;
import org.gridclear.run.listing.RunTables;
import org.gridclear.table.RowRange;
import org.gridclear.table.TableFormat;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.desk.ChangeWatch;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Runs filtered, sorted and in parts, and what is done to all that match. */
@RestController
@RequestMapping("/api/v1/run-list")
class RunListController {
  private final RunIndex index;
  private final MatchingRuns matching;
  private final ChangeWatch watch;
  private final KeptAnswers kept = new KeptAnswers();

  RunListController(StudyRuns runs, ChangeWatch watch) {
    this.watch = watch;
    index = new RunIndex(runs.registry(), InstantSource.system());
    matching = new MatchingRuns(runs, index);
  }

  /**
   * Runs that match, sorted; how many there are is in the header {@code X-Total-Count}. While pages
   * are open a list is as old as the last look for changes, at most two seconds; what was changed
   * through this server is in it at once.
   */
  @GetMapping
  @Needs({Right.RUN, Right.READ_RESULTS})
  ResponseEntity<byte[]> list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String user,
      @RequestParam(defaultValue = "") String study,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "1000") int limit,
      @RequestParam(defaultValue = "json") String format) {
    RowRange range = new RowRange(offset, limit);
    RunQuery query = new RunQuery(RunQuery.states(state), user, study, sort);
    TableFormat as = TableAnswer.format(format);
    return kept.of(watch.standing(), query + " " + range + " " + as, () -> part(query, range, as));
  }

  private ResponseEntity<byte[]> part(RunQuery query, RowRange range, TableFormat format) {
    List<RunRecord> found = query.of(index.all());
    List<RunRecord> part = found.stream().skip(range.offset()).limit(range.limit()).toList();
    try {
      ResponseEntity<byte[]> answer = TableAnswer.of(RunTables.runs(part), format);
      return ResponseEntity.ok()
          .headers(answer.getHeaders())
          .header("X-Total-Count", Integer.toString(found.size()))
          .body(answer.getBody());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
