package org.gridclear.web.metrics;

import java.util.Map;
import org.gridclear.run.StudyRuns;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the server lives, and whether it takes work. */
@RestController
class HealthController {
  private final StudyRuns runs;

  HealthController(StudyRuns runs) {
    this.runs = runs;
  }

  /** Answers as long as the process lives. */
  @GetMapping("/health/live")
  Map<String, String> live() {
    return Map.of("status", "live");
  }

  /** 200 if a run can be submitted, else 503 with the reason. */
  @GetMapping("/health/ready")
  ResponseEntity<Map<String, String>> ready() {
    String refusal =
        runs.registry()
            .refusal()
            .orElse(runs.workers().isEmpty() ? "No worker is in the grid." : null);
    return refusal == null
        ? ResponseEntity.ok(Map.of("status", "ready"))
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
            .body(Map.of("status", "not ready", "reason", refusal));
  }
}
