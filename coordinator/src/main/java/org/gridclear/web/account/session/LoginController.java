package org.gridclear.web.account.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.gridclear.account.Account;
import org.gridclear.account.Sessions;
import org.gridclear.web.account.AuditedCall;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.face.ServedFace;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Logging in. */
@RestController
@RequestMapping("/api/v1")
class LoginController {
  private final ServerSecurity security;
  private final BegunSessions begun;

  LoginController(ServerSecurity security, BegunSessions begun) {
    this.security = security;
    this.begun = begun;
  }

  /**
   * Logs in; the token goes into {@code Authorization: Bearer}. A browser has it in a cookie
   * instead ({@code cookie=true}), and sends {@code csrf} in the header {@code X-CSRF-Token} with
   * calls that change something.
   */
  @PostMapping("/session")
  ResponseEntity<Map<String, Object>> login(
      @RequestBody Login login,
      @RequestParam(defaultValue = "false") boolean cookie,
      HttpServletRequest request) {
    security.requireAccounts();
    if (login.name() == null
        || login.password() == null
        || (login.code() == null) == (login.key() == null)) {
      throw new IllegalArgumentException(
          "A login needs name, password and code, or key instead of code.");
    }
    if (!Account.isName(login.name())) {
      throw new Sessions.RefusedLoginException("no name of a user");
    }
    request.setAttribute(AuditedCall.USER, login.name());
    String token =
        security
            .sessions()
            .login(
                login.name(),
                login.password(),
                login.second(request),
                request.getRemoteAddr(),
                ServedFace.of(request).orElse(null));
    return begun.of(token, cookie, request);
  }
}
