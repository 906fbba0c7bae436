package org.gridclear.web.account.session;

import jakarta.servlet.http.HttpServletRequest;
import org.gridclear.account.Face;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.account.SessionCookie;
import org.gridclear.web.account.TokenFilter;
import org.gridclear.web.face.ServedFace;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is, and the end of its session. */
@RestController
@RequestMapping("/api/v1")
class SessionController {
  private final ServerSecurity security;

  SessionController(ServerSecurity security) {
    this.security = security;
  }

  /** Who the caller is: name, rights, and whose data it sees. */
  @GetMapping("/session")
  KnownCaller whoAmI(Caller caller, HttpServletRequest request) {
    String csrf =
        TokenFilter.byCookie(request) ? SessionCookie.proof(SessionCookie.token(request)) : null;
    String face = ServedFace.of(request).map(Face::word).orElse(null);
    return new KnownCaller(
        caller.name(), caller.rights(), caller.scope(), security.closed(), csrf, face);
  }

  /** Ends the session. */
  @DeleteMapping("/session")
  ResponseEntity<Void> logout(HttpServletRequest request) {
    security.requireAccounts();
    security.sessions().logout(TokenFilter.token(request));
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.ended(request))
        .build();
  }
}
