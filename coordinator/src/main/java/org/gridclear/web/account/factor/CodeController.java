package org.gridclear.web.account.factor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.gridclear.web.account.AuditedCall;
import org.gridclear.web.account.GivenText;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.account.TokenFilter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Codes of the caller are renewed. */
@RestController
@RequestMapping("/api/v1")
class CodeController {
  private final ServerSecurity security;

  CodeController(ServerSecurity security) {
    this.security = security;
  }

  /** Begins to renew the codes; answers the new secret, which holds once a code of it comes. */
  @PostMapping("/second-factors/codes")
  Map<String, String> renew(@RequestBody FactorCode shown, HttpServletRequest request) {
    String code = GivenText.of(shown.code(), "code");
    return Map.of(
        "secondFactor",
        security
            .requireAccounts()
            .sessions()
            .factors()
            .renew(AuditedCall.user(request), code, request.getRemoteAddr()));
  }

  /** Ends the renewal by a code of the new secret; other sessions of the caller end. */
  @PutMapping("/second-factors/codes")
  ResponseEntity<Void> renewed(@RequestBody FactorCode shown, HttpServletRequest request) {
    String user = AuditedCall.user(request);
    security
        .requireAccounts()
        .sessions()
        .factors()
        .renewed(user, GivenText.of(shown.code(), "code"), request.getRemoteAddr());
    security.requireAccounts().sessions().endOthers(user, TokenFilter.token(request));
    return ResponseEntity.noContent().build();
  }
}
