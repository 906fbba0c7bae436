package org.gridclear.web.run;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.listing.RunIndex;
import org.gridclear.run.listing.RunQuery;
import org.gridclear.run.listing.RunTables;
import org.gridclear.table.RowRange;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
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
  private final StudyRuns runs;
  private final RunIndex index;

  RunListController(StudyRuns runs) {
    this.runs = runs;
    index = new RunIndex(runs.registry(), InstantSource.system());
  }

  /** Runs that match, sorted; how many there are is in the header {@code X-Total-Count}. */
  @GetMapping
  @Needs({Right.RUN, Right.READ_RESULTS})
  ResponseEntity<byte[]> list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String user,
      @RequestParam(defaultValue = "") String study,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "1000") int limit,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    RowRange range = new RowRange(offset, limit);
    RunQuery query = new RunQuery(RunQuery.states(state), user, study, sort);
    List<RunRecord> found = query.of(index.all());
    List<RunRecord> part = found.stream().skip(range.offset()).limit(range.limit()).toList();
    ResponseEntity<byte[]> answer =
        TableAnswer.of(RunTables.runs(part), TableAnswer.format(format));
    return ResponseEntity.ok()
        .headers(answer.getHeaders())
        .header("X-Total-Count", Integer.toString(found.size()))
        .body(answer.getBody());
  }

  /**
   * Which runs are cancelled.
   *
   * @param state states as in the list
   * @param user whose
   * @param study a part of id or name
   * @param expected how many open runs the caller saw; with another number nothing is cancelled
   */
  record Cancellation(String state, String user, String study, int expected) {}

  /**
   * What became of it.
   *
   * @param cancelled runs that were asked to stop
   * @param refused runs of others, which the caller may not stop
   */
  record Cancelled(List<String> cancelled, List<String> refused) {}

  /** Cancels all open runs that match, if they are as many as expected. */
  @PostMapping(path = "/cancellation", consumes = "application/json")
  @Needs(Right.RUN)
  Cancelled cancel(Caller caller, @RequestBody Cancellation wanted) {
    RunQuery query =
        new RunQuery(
            RunQuery.states(text(wanted.state())), text(wanted.user()), text(wanted.study()), "");
    List<RunRecord> open =
        query.of(index.all()).stream().filter(run -> !run.status().state().ended()).toList();
    if (open.size() != wanted.expected()) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT,
          "%d open runs match, not %d; nothing was cancelled."
              .formatted(open.size(), wanted.expected()));
    }
    List<String> cancelled = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (RunRecord run : open) {
      RunStatus status = run.status();
      boolean mayStop =
          caller.name().equals(Caller.OPERATOR)
              || run.user().equals(caller.name())
              || caller.may(Right.MANAGE_GRID);
      if (mayStop) {
        runs.find(status.runId()).ifPresent(RunHandle::cancel);
      }
      (mayStop ? cancelled : refused).add(status.runId());
    }
    return new Cancelled(cancelled, refused);
  }

  private static String text(String given) {
    return given == null ? "" : given;
  }
}
