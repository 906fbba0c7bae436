package org.gridclear.web.account.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.account.Account;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.account.SessionCookie;
import org.gridclear.web.face.ServedFace;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What is answered to who has begun a session, however it was let in. */
@Component
class BegunSessions {
  private final ServerSecurity security;

  BegunSessions(ServerSecurity security) {
    this.security = security;
  }

  /**
   * The answer of a session that has begun.
   *
   * @param cookie whether the token goes into a cookie, as for a browser, and not into the body
   */
  ResponseEntity<Map<String, Object>> of(String token, boolean cookie, HttpServletRequest request) {
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
}
