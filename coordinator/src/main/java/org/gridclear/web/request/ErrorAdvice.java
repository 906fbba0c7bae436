package org.gridclear.web.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.gridclear.account.Sessions;
import org.gridclear.file.DamagedFileException;
import org.gridclear.market.store.NotCopiedException;
import org.gridclear.run.GridRefusedException;
import org.gridclear.run.GridUnsettledException;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.web.account.BoundedRequest;
import org.gridclear.worker.api.MissingDataException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Errors as problem details (RFC 9457): what is wrong in {@code detail}, what to do in {@code
 * advice}, and every issue of a study that cannot be used in {@code issues}.
 */
@RestControllerAdvice
class ErrorAdvice extends ResponseEntityExceptionHandler {
  private static final String WHAT_THERE_IS = "/swagger-ui.html lists every address and method.";

  private static ProblemDetail problem(HttpStatus status, String detail, String advice) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("advice", advice);
    return problem;
  }

  /** What the framework itself refuses: addresses, methods, media types, bodies. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem) {
      problem.setProperty("advice", WHAT_THERE_IS);
    }
    return super.createResponseEntity(body, headers, status, request);
  }

  /** A value of the address or of a parameter that is none of its kind. */
  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String text = String.valueOf(failure.getValue());
    Class<?> type = failure.getRequiredType();
    String detail = "The %s (%s) must be %s.".formatted(named(failure), text, words(type));
    String advice =
        failure instanceof MethodArgumentTypeMismatchException argument
                && argument.getName().equals("number")
            ? "A case is named by its place in the run, 0 for the base; GET …/results lists them."
            : WHAT_THERE_IS;
    return ResponseEntity.badRequest()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem(HttpStatus.BAD_REQUEST, detail, advice));
  }

  /** Parameters that a record stands for, of which some are none of their kind. */
  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String detail =
        failure.getFieldErrors().stream()
            .map(ErrorAdvice::objection)
            .sorted()
            .collect(Collectors.joining(" "));
    return ResponseEntity.badRequest()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem(HttpStatus.BAD_REQUEST, detail, WHAT_THERE_IS));
  }

  private static String objection(FieldError error) {
    Class<?> type =
        error.contains(TypeMismatchException.class)
            ? error.unwrap(TypeMismatchException.class).getRequiredType()
            : null;
    return "The parameter %s (%s) must be %s."
        .formatted(error.getField(), error.getRejectedValue(), words(type));
  }

  /** A body that is missing, is no JSON or is not of the kind that the call takes. */
  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Object handler =
        request.getAttribute(
            HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    if (!(handler instanceof HandlerMethod method)) {
      return super.handleHttpMessageNotReadable(failure, headers, status, request);
    }
    ExpectedBody expected = ExpectedBody.of(method);
    return ResponseEntity.badRequest()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem(HttpStatus.BAD_REQUEST, expected.objection(failure), expected.advice()));
  }

  private static String named(TypeMismatchException failure) {
    if (failure instanceof MethodArgumentTypeMismatchException argument) {
      boolean ofPath = argument.getParameter().hasParameterAnnotation(PathVariable.class);
      return (ofPath ? "%s in the address" : "parameter %s").formatted(argument.getName());
    }
    return "value of " + failure.getPropertyName();
  }

  private static String words(@Nullable Class<?> type) {
    if (type == null) {
      return "of another kind";
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "a whole number";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    return type.isEnum()
        ? "one of " + List.of(type.getEnumConstants())
        : TimesInAddresses.words(type).orElse("a value such as " + type.getSimpleName());
  }

  /** All issues of a study. */
  @ExceptionHandler(InvalidInputException.class)
  ProblemDetail invalid(InvalidInputException failure) {
    List<Map<String, String>> issues = failure.issues().stream().map(ErrorAdvice::fields).toList();
    ProblemDetail problem =
        problem(
            HttpStatus.BAD_REQUEST,
            "The input cannot be used: %d issue(s).".formatted(issues.size()),
            "Each issue says what is allowed; mend them all and send it again.");
    problem.setProperty("issues", issues);
    return problem;
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
  ProblemDetail damaged(DamagedFileException failure) {
    return problem(
        HttpStatus.INTERNAL_SERVER_ERROR,
        String.valueOf(failure.getMessage()),
        "Tell the operator of the server; nothing was changed.");
  }

  /** A value that cannot be. */
  @ExceptionHandler(IllegalArgumentException.class)
  ProblemDetail impossible(IllegalArgumentException failure) {
    return problem(HttpStatus.BAD_REQUEST, String.valueOf(failure.getMessage()), WHAT_THERE_IS);
  }

  /** The standby site does not have what was written. */
  @ExceptionHandler(NotCopiedException.class)
  ProblemDetail notCopied(NotCopiedException failure) {
    return problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        String.valueOf(failure.getMessage()),
        "Ask for it, and do it again where it is not there.");
  }

  /** The grid takes no work now. */
  @ExceptionHandler(GridRefusedException.class)
  ResponseEntity<ProblemDetail> refused(GridRefusedException failure) {
    String seconds = failure instanceof GridUnsettledException ? "1" : "5";
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .body(
            problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                String.valueOf(failure.getMessage()),
                "/health/ready says when work is taken again; then send it again."));
  }

  /** What the grid kept of a run is gone. */
  @ExceptionHandler(MissingDataException.class)
  ProblemDetail gone(MissingDataException failure) {
    return problem(
        HttpStatus.GONE,
        String.valueOf(failure.getMessage()),
        "Submit the run again; its input is not lost.");
  }

  /** A body without a length that was too large. */
  @ExceptionHandler(BoundedRequest.TooLargeException.class)
  ProblemDetail tooLarge(BoundedRequest.TooLargeException failure, HttpServletRequest request) {
    return problem(
        HttpStatus.CONTENT_TOO_LARGE,
        String.valueOf(failure.getMessage()),
        BoundedRequest.advice(request));
  }

  /** A body that took too long. */
  @ExceptionHandler(BoundedRequest.TooSlowException.class)
  ProblemDetail tooSlow(BoundedRequest.TooSlowException failure, HttpServletRequest request) {
    return problem(
        HttpStatus.REQUEST_TIMEOUT,
        String.valueOf(failure.getMessage()),
        BoundedRequest.advice(request));
  }

  /** Too many logins at once. */
  @ExceptionHandler(Sessions.BusyException.class)
  ResponseEntity<ProblemDetail> busy(Sessions.BusyException failure) {
    return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
        .header(HttpHeaders.RETRY_AFTER, "1")
        .body(
            problem(
                HttpStatus.TOO_MANY_REQUESTS,
                String.valueOf(failure.getMessage()),
                "Try again in a second."));
  }

  /** Too many runs. */
  @ExceptionHandler(RejectedExecutionException.class)
  ProblemDetail full(RejectedExecutionException failure) {
    return problem(
        HttpStatus.TOO_MANY_REQUESTS,
        String.valueOf(failure.getMessage()),
        "Wait until a run ended, or cancel one; then send it again.");
  }
}
