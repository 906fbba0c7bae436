package org.gridclear.web.run;

import java.util.List;
import org.gridclear.run.RunPage;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Runs of the grid, page by page. */
@RestController
@RequestMapping("/api/v1")
class RunPageController {
  private final StudyRuns runs;

  RunPageController(StudyRuns runs) {
    this.runs = runs;
  }

  /**
   * Runs that the grid knows, the newest first, so many at a time. The address of the next part is
   * in the header {@code Link}.
   */
  @GetMapping("/runs")
  ResponseEntity<List<RunStatus>> list(
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(required = false) @Nullable Long before) {
    if (limit < 1 || limit > RunPage.RECORDS_MAX) {
      throw new IllegalArgumentException(
          "The parameter limit (%d) must lie in 1..%d.".formatted(limit, RunPage.RECORDS_MAX));
    }
    RunPage page = runs.registry().page(before == null ? RunPage.FROM_NEWEST : before, limit);
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (page.next() != RunPage.NO_MORE) {
      answer.header("Link", "<%s>; rel=\"next\"".formatted(address("before", page.next())));
    }
    return answer.body(page.records().stream().map(RunRecord::status).toList());
  }

  private static String address(String parameter, long value) {
    return ServletUriComponentsBuilder.fromCurrentRequest()
        .replaceQueryParam(parameter, value)
        .build()
        .toUriString();
  }
}
