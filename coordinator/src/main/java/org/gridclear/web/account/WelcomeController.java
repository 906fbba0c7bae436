package org.gridclear.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.gridclear.account.Invitations;
import org.gridclear.account.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the owner of an account sets password and second factor, by a link that is good once. Its
 * code stands behind the {@code #} of the page's address, which no server and no log ever sees.
 */
@RestController
class WelcomeController {
  private final ServerSecurity security;

  WelcomeController(ServerSecurity security) {
    this.security = security;
  }

  /** The code of a link. */
  record Opened(String invitation) {}

  /** Opens an invitation: the second factor for an authenticator app, another one each time. */
  @PostMapping("/api/v1/invitations/opened")
  Invitations.Welcome opened(@RequestBody Opened opened, HttpServletRequest request) {
    Invitations.Welcome welcome =
        security
            .requireAccounts()
            .sessions()
            .invitations()
            .opened(GivenText.of(opened.invitation(), "invitation"));
    request.setAttribute(AuditedCall.USER, welcome.name());
    return welcome;
  }

  /** The code of a link, the password that its owner has chosen, and a code of the app. */
  record Accepted(String invitation, String password, String code) {}

  /** Accepts an invitation that was opened. */
  @PostMapping("/api/v1/invitations/accepted")
  ResponseEntity<Map<String, String>> accepted(
      @RequestBody Accepted accepted, HttpServletRequest request) {
    String name =
        security
            .requireAccounts()
            .sessions()
            .invitations()
            .accepted(
                GivenText.of(accepted.invitation(), "invitation"),
                GivenText.of(accepted.password(), "password"),
                GivenText.of(accepted.code(), "code"),
                request.getRemoteAddr());
    request.setAttribute(AuditedCall.USER, name);
    return ResponseEntity.ok(Map.of("name", name));
  }

  @ExceptionHandler(Sessions.RefusedLoginException.class)
  ProblemDetail tooManyTries(Sessions.RefusedLoginException refused, HttpServletRequest request) {
    request.setAttribute(AuditedCall.DETAIL, refused.detail());
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many wrong tries from this address; whether this one was right was not looked"
                + " at.");
    problem.setProperty(
        "advice",
        "After five wrong tries an address waits for a quarter of an hour, then longer; the link"
            + " stays good until it ends.");
    return problem;
  }
}
