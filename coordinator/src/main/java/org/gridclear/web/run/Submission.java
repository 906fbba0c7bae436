package org.gridclear.web.run;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunRequest;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.dispatch.Priority;
import org.gridclear.web.account.AuditedCall;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * How a run is asked for over HTTP: {@code ?priority=urgent&deadlineSeconds=600}.
 *
 * @param priority bulk, normal or urgent; null for normal
 * @param deadlineSeconds time after which open cells fail; null for none
 */
public record Submission(
    // A parameter is left out, never null: the types are said, else both would be described.
    @Parameter(schema = @Schema(types = "string")) @Nullable String priority,
    @Parameter(schema = @Schema(types = "integer", format = "int64"))
        @Nullable Long deadlineSeconds) {
  /**
   * Submits a job as a run of the caller.
   *
   * @return 202, where the run is, and its first status
   * @throws IllegalArgumentException if it cannot be asked for in this way
   */
  public ResponseEntity<RunStatus> submit(Job job, StudyRuns runs, HttpServletRequest request) {
    if (deadlineSeconds != null && deadlineSeconds <= 0) {
      throw new IllegalArgumentException(
          "The parameter deadlineSeconds (%d) must be positive.".formatted(deadlineSeconds));
    }
    return accepted(
        runs.submit(
            new RunRequest(
                job,
                user(request),
                priority == null ? Priority.NORMAL : priority(priority),
                deadlineSeconds == null ? null : Duration.ofSeconds(deadlineSeconds))));
  }

  /** The answer about a run that was acknowledged: 202, where it is, and its first status. */
  static ResponseEntity<RunStatus> accepted(RunHandle handle) {
    RunStatus status = handle.status();
    return ResponseEntity.accepted()
        .header("Location", "/api/v1/runs/" + status.runId())
        .body(status);
  }

  /** Whose the runs of a caller are: its own, or this machine's on a server without accounts. */
  static String user(HttpServletRequest request) {
    Object user = request.getAttribute(AuditedCall.USER);
    return user == null ? RunRequest.LOCAL_USER : user.toString();
  }

  private static Priority priority(String text) {
    try {
      return Priority.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The priority (%s) must be bulk, normal or urgent.".formatted(text), e);
    }
  }
}
