package org.gridclear.web.security;

import org.gridclear.report.security.SecurityBoard;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What pages draw of a screening. */
@RestController
@RequestMapping("/api/v1/runs/{runId}")
class SecurityBoardController {
  private final AskedScreenings asked;

  SecurityBoardController(AskedScreenings asked) {
    this.asked = asked;
  }

  /** A screening at a glance: how outages ended, the worst of a status, the worst devices. */
  @GetMapping("/security")
  SecurityBoard board(
      @PathVariable String runId,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "50") int rows) {
    return asked.board(runId, status, rows);
  }
}
