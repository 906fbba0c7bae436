package org.gridclear.web.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.run.RunRecord;
import org.gridclear.run.listing.RunIndex;
import org.gridclear.run.listing.RunQuery;
import org.gridclear.run.listing.RunTables;
import org.gridclear.table.RowRange;
import org.gridclear.table.TableFormat;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.desk.ChangeWatch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs filtered, sorted and in parts. */
@RestController
@RequestMapping("/api/v1/run-list")
class RunListController {
  private final RunIndex index;
  private final ChangeWatch watch;
  private final KeptAnswers kept = new KeptAnswers();

  RunListController(ListedRuns runs, ChangeWatch watch) {
    this.watch = watch;
    index = runs.index();
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
}
