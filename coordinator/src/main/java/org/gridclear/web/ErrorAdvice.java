package org.gridclear.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.gridclear.io.DamagedFileException;
import org.gridclear.run.GridRefusedException;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors as data: every issue of a bad study, and a clear refusal when the house is full. */
@RestControllerAdvice
class ErrorAdvice {
  /** All issues of a study. */
  @ExceptionHandler(InvalidInputException.class)
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Map<String, Object> invalid(InvalidInputException failure) {
    List<Map<String, String>> issues = failure.issues().stream().map(ErrorAdvice::fields).toList();
    return Map.of("message", "The input cannot be used.", "issues", issues);
  }

  private static Map<String, String> fields(Issue issue) {
    return Map.of(
        "rule", issue.rule().id(),
        "severity", issue.rule().severity().name(),
        "file", issue.file(),
        "element", issue.element(),
        "field", issue.field(),
        "value", issue.value(),
        "text", issue.rule().text(),
        "advice", issue.advice());
  }

  /** A file of the server is not what was written. */
  @ExceptionHandler(DamagedFileException.class)
  @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
  Map<String, Object> damaged(DamagedFileException failure) {
    return Map.of("message", failure.getMessage());
  }

  /** A value that cannot be. */
  @ExceptionHandler(IllegalArgumentException.class)
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Map<String, Object> impossible(IllegalArgumentException failure) {
    return Map.of("message", String.valueOf(failure.getMessage()));
  }

  /** The grid takes no work now. */
  @ExceptionHandler(GridRefusedException.class)
  @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
  Map<String, Object> refused(GridRefusedException failure) {
    return Map.of("message", failure.getMessage());
  }

  /** A body without a length that was too large. */
  @ExceptionHandler(AuditFilter.BodyTooLargeException.class)
  @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
  Map<String, Object> tooLarge(AuditFilter.BodyTooLargeException failure) {
    return Map.of("message", failure.getMessage());
  }

  /** Too many runs. */
  @ExceptionHandler(RejectedExecutionException.class)
  @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
  Map<String, Object> full(RejectedExecutionException failure) {
    return Map.of("message", failure.getMessage());
  }
}
