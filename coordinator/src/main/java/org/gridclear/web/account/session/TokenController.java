package org.gridclear.web.account.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.gridclear.web.account.AuditedCall;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.face.ServedFace;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The own API tokens. */
@RestController
@RequestMapping("/api/v1")
class TokenController {
  private final ServerSecurity security;

  TokenController(ServerSecurity security) {
    this.security = security;
  }

  /** Makes an API token for the caller; it is shown once. */
  @PostMapping("/tokens")
  Map<String, String> token(@RequestBody NewToken wanted, HttpServletRequest request) {
    security.requireAccounts();
    if (wanted.label() == null) {
      throw new IllegalArgumentException("A token needs a label.");
    }
    return Map.of(
        "token",
        security
            .accounts()
            .token(
                AuditedCall.user(request),
                wanted.label(),
                wanted.life(),
                ServedFace.of(request).orElse(null),
                wanted.most()));
  }
}
