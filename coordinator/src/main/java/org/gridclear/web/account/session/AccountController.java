package org.gridclear.web.account.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.account.Account;
import org.gridclear.account.Face;
import org.gridclear.account.Sessions;
import org.gridclear.web.account.AuditedCall;
import org.gridclear.web.account.CallPlace;
import org.gridclear.web.account.GivenText;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.account.SessionCookie;
import org.gridclear.web.face.ServedFace;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Logging in, the own password, own tokens, and the audit log. */
@RestController
@RequestMapping("/api/v1")
class AccountController {
  private final ServerSecurity security;

  AccountController(ServerSecurity security) {
    this.security = security;
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
    return begun(token, cookie, request);
  }

  /** The answer of a session that has begun. */
  private ResponseEntity<Map<String, Object>> begun(
      String token, boolean cookie, HttpServletRequest request) {
    Account account = security.sessions().holder(token).orElseThrow().account();
    Instant until = security.sessions().endOf(token).orElseThrow();
    Map<String, Object> session = new LinkedHashMap<>();
    session.put("name", account.name());
    session.put("until", until.toString());
    session.put("rights", ServedFace.cut(request, security.accounts().rights(account)));
    ServedFace.of(request).ifPresent(face -> session.put("face", face.word()));
    if (!cookie) {
      session.put("token", token);
      return ResponseEntity.ok(session);
    }
    session.put("csrf", SessionCookie.proof(token));
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.of(token, request))
        .body(session);
  }

  /** What a command was told when it asked to be let in. */
  record Device(@Nullable String device) {}

  /** The session of a command that somebody has let in at the desk; 202 while nobody has. */
  @PostMapping("/session/devices/session")
  ResponseEntity<Map<String, Object>> device(
      @RequestBody Device asked, HttpServletRequest request) {
    security.requireAccounts();
    Face face = ServedFace.of(request).orElse(null);
    return security
        .sessions()
        .ofDevice(GivenText.of(asked.device(), "device"), CallPlace.place(request), face)
        .map(
            token -> {
              request.setAttribute(
                  AuditedCall.USER,
                  security.sessions().holder(token).orElseThrow().account().name());
              return begun(token, false, request);
            })
        .orElseGet(() -> ResponseEntity.accepted().body(Map.of("waits", true)));
  }
}
