package org.gridclear.web.account.factor;

import jakarta.servlet.http.HttpServletRequest;
import org.gridclear.web.account.AuditedCall;
import org.gridclear.web.account.GivenText;
import org.gridclear.web.account.ServerSecurity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hardware keys of the caller. */
@RestController
@RequestMapping("/api/v1")
class KeyController {
  private final ServerSecurity security;

  KeyController(ServerSecurity security) {
    this.security = security;
  }

  /** Removes a hardware key. */
  @PostMapping("/second-factors/keys/{label}/removal")
  ResponseEntity<Void> remove(
      @PathVariable String label, @RequestBody FactorCode shown, HttpServletRequest request) {
    security
        .requireAccounts()
        .sessions()
        .factors()
        .remove(
            AuditedCall.user(request),
            label,
            GivenText.of(shown.code(), "code"),
            request.getRemoteAddr());
    return ResponseEntity.noContent().build();
  }
}
