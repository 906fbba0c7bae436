package org.gridclear.web.account.user;

import java.util.Map;
import java.util.Optional;
import org.gridclear.account.Accounts;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.answer.Reason;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The way back for who has lost password or device, for who manages accounts. */
@RestController
@RequestMapping("/api/v1")
class RecoveryController {
  private final ServerSecurity security;

  RecoveryController(ServerSecurity security) {
    this.security = security;
  }

  /** A link to set password and second factor anew; sessions and tokens of the user end. */
  @PostMapping("/accounts/{name}/reset")
  Accounts.Introduction reset(@PathVariable String name, Caller caller) {
    if (security.requireAccounts().accounts().needsTwo(name)) {
      throw new IllegalArgumentException(
          "%s has a password and a second factor, and there are two administrators: both do it, by"
                  .formatted(name)
              + " POST /api/v1/accounts/%s/recovery.".formatted(name));
    }
    Accounts.Introduction introduction =
        security.requireAccounts().accounts().reset(name, caller.name());
    security.sessions().end(name);
    return introduction;
  }

  /**
   * The way back for who has lost password or device, of two administrators: the first call asks
   * (202), the same call of another one within a day answers the link.
   */
  @PostMapping("/accounts/{name}/recovery")
  ResponseEntity<Object> recover(
      @PathVariable String name, @RequestBody Reason said, Caller caller) {
    Optional<Accounts.Introduction> link =
        security.requireAccounts().accounts().recover(name, caller.name(), said.text());
    if (link.isEmpty()) {
      return ResponseEntity.accepted().body(Map.of("name", name, "asked", caller.name()));
    }
    security.sessions().end(name);
    return ResponseEntity.ok(link.get());
  }
}
