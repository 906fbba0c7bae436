package org.gridclear.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.gridclear.run.Job;
import org.gridclear.run.RunRequest;
import org.gridclear.run.dispatch.Priority;
import org.gridclear.web.account.AuditFilter;

/** How a run is asked for over HTTP: {@code ?priority=urgent&deadlineSeconds=600}. */
final class Submission {
  private Submission() {}

  static RunRequest of(Job job, HttpServletRequest request) {
    String priority = request.getParameter("priority");
    String deadline = request.getParameter("deadlineSeconds");
    Object user = request.getAttribute(AuditFilter.USER);
    try {
      return new RunRequest(
          job,
          user == null ? RunRequest.LOCAL_USER : user.toString(),
          priority == null ? Priority.NORMAL : Priority.valueOf(priority.toUpperCase(Locale.ROOT)),
          deadline == null ? null : Duration.ofSeconds(Long.parseLong(deadline)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "deadlineSeconds (%s) must be a whole number of seconds.".formatted(deadline), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The priority (%s) must be bulk, normal or urgent, the deadline (%s) positive."
              .formatted(priority, deadline),
          e);
    }
  }
}
