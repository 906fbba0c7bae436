package org.gridclear.web.account.session;

import jakarta.servlet.http.HttpServletRequest;
import org.gridclear.account.Sessions;
import org.gridclear.web.account.AuditedCall;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How a refused login is answered. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = LoginRefusals.class)
class LoginRefusals {
  @ExceptionHandler(Sessions.RefusedLoginException.class)
  ProblemDetail refused(Sessions.RefusedLoginException refused, HttpServletRequest request) {
    request.setAttribute(AuditedCall.DETAIL, refused.detail());
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, refused.getMessage());
    problem.setProperty(
        "advice",
        "After five wrong tries an address waits for a quarter of an hour, then longer. Who manages"
            + " accounts can invite you to choose a new password.");
    return problem;
  }
}
