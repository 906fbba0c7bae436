package org.gridclear.web.account.factor;

import jakarta.servlet.http.HttpServletRequest;
import org.gridclear.account.Sessions;
import org.gridclear.account.factor.RefusedKeyException;
import org.gridclear.web.account.AuditedCall;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How refused codes and keys are answered. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = CodeRefusals.class)
class CodeRefusals {
  @ExceptionHandler(Sessions.RefusedLoginException.class)
  ProblemDetail refused(Sessions.RefusedLoginException refused, HttpServletRequest request) {
    request.setAttribute(AuditedCall.DETAIL, refused.detail());
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.FORBIDDEN, "The code is wrong or was used before.");
    problem.setProperty("advice", "Wait for the next code; five wrong ones lock this address out.");
    return problem;
  }

  @ExceptionHandler(RefusedKeyException.class)
  ProblemDetail refusedKey(RefusedKeyException refused, HttpServletRequest request) {
    request.setAttribute(AuditedCall.DETAIL, refused.getMessage());
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The key was not registered.");
    problem.setProperty("advice", "Ask for another challenge and try again: it is good for 120 s.");
    return problem;
  }
}
