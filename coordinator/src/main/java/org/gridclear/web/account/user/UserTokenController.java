package org.gridclear.web.account.user;

import org.gridclear.web.account.ServerSecurity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API tokens of users are ended, for who manages accounts. */
@RestController
@RequestMapping("/api/v1")
class UserTokenController {
  private final ServerSecurity security;

  UserTokenController(ServerSecurity security) {
    this.security = security;
  }

  /** Ends an API token of a user. */
  @PostMapping("/accounts/{name}/tokens/{label}/revoked")
  ResponseEntity<Void> revoke(@PathVariable String name, @PathVariable String label) {
    security.requireAccounts().accounts().revoke(name, label);
    return ResponseEntity.noContent().build();
  }
}
