package org.gridclear.web.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.gridclear.account.Right;
import org.gridclear.run.GridRefusedException;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunRequest;
import org.gridclear.run.RunState;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.listing.RunIndex;
import org.gridclear.run.listing.RunQuery;
import org.gridclear.run.listing.RunTables;
import org.gridclear.table.RowRange;
import org.gridclear.table.TableFormat;
import org.gridclear.web.EndedRuns;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.desk.ChangeWatch;
import org.gridclear.worker.api.MissingDataException;
import org.jspecify.annotations.Nullable;
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
  private static final Set<RunState> AGAIN = Set.of(RunState.FAILED, RunState.CANCELLED);
  private static final int AGAIN_MAX = 100;

  private final StudyRuns runs;
  private final EndedRuns results;
  private final RunIndex index;
  private final ChangeWatch watch;
  private final KeptAnswers kept = new KeptAnswers();

  RunListController(StudyRuns runs, EndedRuns results, ChangeWatch watch) {
    this.runs = runs;
    this.results = results;
    this.watch = watch;
    index = new RunIndex(runs.registry(), InstantSource.system());
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
    List<RunRecord> open =
        query(wanted.state(), wanted.user(), wanted.study()).of(index.all()).stream()
            .filter(run -> !run.status().state().ended())
            .toList();
    requireAsMany(open.size(), wanted.expected(), "open", "cancelled");
    List<String> cancelled = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (RunRecord run : open) {
      RunStatus status = run.status();
      boolean mayStop = mayStop(caller, run);
      if (mayStop) {
        runs.find(status.runId()).ifPresent(RunHandle::cancel);
      }
      (mayStop ? cancelled : refused).add(status.runId());
    }
    return new RunListCancelled(cancelled, refused);
  }

  /** Sends all failed and cancelled runs that match once more, if they are as many as expected. */
  @PostMapping(path = "/resubmission", consumes = "application/json")
  @Needs(Right.RUN)
  RunListResubmitted resubmit(Caller caller, @RequestBody RunListResubmission wanted) {
    List<RunRecord> ended =
        query(wanted.state(), wanted.user(), wanted.study()).of(index.all()).stream()
            .filter(run -> AGAIN.contains(run.status().state()))
            .toList();
    requireAsMany(ended.size(), wanted.expected(), "failed and cancelled", "sent");
    if (ended.size() > AGAIN_MAX) {
      throw new IllegalArgumentException(
          "%d runs match; %d at a time can be sent again, so filter more."
              .formatted(ended.size(), AGAIN_MAX));
    }
    List<String> sent = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (RunRecord run : ended) {
      String runId = run.status().runId();
      try {
        RunRequest request =
            new RunRequest(results.result(runId).job(), caller.name(), run.priority(), null);
        sent.add(runs.submit(request).status().runId());
      } catch (RejectedExecutionException | GridRefusedException | MissingDataException e) {
        refused.add(runId + ": " + e.getMessage());
      }
    }
    return new RunListResubmitted(sent, refused);
  }

  /** Whether a caller may end a run: its own, or any with the right to manage the grid. */
  static boolean mayStop(Caller caller, RunRecord run) {
    return caller.name().equals(Caller.OPERATOR)
        || run.user().equals(caller.name())
        || caller.may(Right.MANAGE_GRID);
  }

  private static RunQuery query(String state, String user, String study) {
    return new RunQuery(RunQuery.states(text(state)), text(user), text(study), "");
  }

  private static void requireAsMany(int found, int expected, String which, String act) {
    if (found != expected) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT,
          "%d %s runs match, not %d; nothing was %s.".formatted(found, which, expected, act));
    }
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
