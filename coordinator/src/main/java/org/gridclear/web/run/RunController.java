package org.gridclear.web.run;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.gridclear.account.Right;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunStatus;
import org.gridclear.web.account.AuditedCall;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Runs of the grid: list, status, cancel. */
@RestController
@RequestMapping("/api/v1")
class RunController {
  private final KnownRuns known;

  RunController(KnownRuns known) {
    this.known = known;
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
