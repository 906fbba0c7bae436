package org.gridclear.web.account.session;

import jakarta.servlet.http.HttpServletRequest;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.account.TokenFilter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The own password. */
@RestController
@RequestMapping("/api/v1")
class PasswordController {
  private final ServerSecurity security;

  PasswordController(ServerSecurity security) {
    this.security = security;
  }

  /** The password until now, and a new one. */
  record NewPassword(String old, String password) {}

  /** Changes the own password; other sessions and all API tokens of the user end. */
  @PutMapping("/password")
  ResponseEntity<Void> password(@RequestBody NewPassword changed, HttpServletRequest request) {
    security.requireAccounts();
    if (changed.old() == null || changed.password() == null) {
      throw new IllegalArgumentException("A change needs the old password and a new password.");
    }
    security
        .sessions()
        .changePassword(
            TokenFilter.token(request), changed.old(), changed.password(), request.getRemoteAddr());
    return ResponseEntity.noContent().build();
  }
}
