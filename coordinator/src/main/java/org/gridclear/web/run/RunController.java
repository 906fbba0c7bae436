package org.gridclear.web.run;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.gridclear.account.Right;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunPage;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.web.account.AuditedCall;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Runs of the grid: list, status, cancel. */
@RestController
@RequestMapping("/api/v1")
class RunController {
  private final StudyRuns runs;

  private final KnownRuns known;

  RunController(StudyRuns runs, KnownRuns known) {
    this.runs = runs;
    this.known = known;
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

  /** Status of a run. */
  @GetMapping("/runs/{runId}")
  RunStatus status(@PathVariable String runId) {
    return known.handle(runId).status();
  }

  /** Cancels a run; cases that are done stay done. */
  @DeleteMapping("/runs/{runId}")
  ResponseEntity<RunStatus> cancel(@PathVariable String runId, HttpServletRequest request) {
    RunHandle handle = known.handle(runId);
    Object user = request.getAttribute(AuditedCall.USER);
    boolean own = user == null || user.equals(handle.record().user());
    if (!own && !mayManage()) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "The run belongs to %s.".formatted(handle.record().user()));
    }
    handle.cancel();
    return ResponseEntity.accepted().body(handle.status());
  }

  private static boolean mayManage() {
    return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication())
        .getAuthorities()
        .stream()
        .anyMatch(authority -> Right.MANAGE_GRID.name().equals(authority.getAuthority()));
  }
}
