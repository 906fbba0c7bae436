package org.gridclear.web.account.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridclear.web.account.AuditedCall;
import org.gridclear.web.account.ServerSecurity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The own API tokens that there are. */
@RestController
@RequestMapping("/api/v1")
class TokenListController {
  private final ServerSecurity security;

  TokenListController(ServerSecurity security) {
    this.security = security;
  }

  /** The own API tokens, without the tokens themselves. */
  @GetMapping("/tokens")
  List<Map<String, Object>> tokens(HttpServletRequest request) {
    security.requireAccounts();
    return security.accounts().find(AuditedCall.user(request)).orElseThrow().tokens().stream()
        .map(
            token ->
                Map.<String, Object>of(
                    "label", token.label(),
                    "until", Instant.ofEpochMilli(token.untilMillis()),
                    "face", token.face() == null ? "" : token.face().word(),
                    "rights", token.rights()))
        .toList();
  }

  /** Ends an API token of the caller. */
  @DeleteMapping("/tokens/{label}")
  ResponseEntity<Void> revoke(@PathVariable String label, HttpServletRequest request) {
    security.requireAccounts();
    security.accounts().revoke(AuditedCall.user(request), label);
    return ResponseEntity.noContent().build();
  }
}
