package org.gridclear.web.account.user;

import java.util.List;
import java.util.Map;
import org.gridclear.account.Account;
import org.gridclear.account.Scope;
import org.gridclear.web.account.ServerSecurity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Users are locked, put into other groups and given another scope, for who manages accounts. */
@RestController
@RequestMapping("/api/v1")
class UserStateController {
  private final ServerSecurity security;

  UserStateController(ServerSecurity security) {
    this.security = security;
  }

  /** Locks a user out, or lets it in again; sessions end at once. */
  @PutMapping("/accounts/{name}/locked")
  ResponseEntity<Void> lock(@PathVariable String name, @RequestParam boolean locked) {
    security.requireAccounts().accounts().lock(name, locked);
    if (locked) {
      security.sessions().end(name);
    }
    return ResponseEntity.noContent().build();
  }

  /** Puts a user into other groups. */
  @PutMapping("/accounts/{name}/groups")
  ResponseEntity<Void> regroup(@PathVariable String name, @RequestBody List<String> groups) {
    security.requireAccounts().accounts().regroup(name, GivenList.of(groups, "groups"));
    return ResponseEntity.noContent().build();
  }

  /** Gives a user another scope, which holds at once; the answer says which rights are left. */
  @PutMapping("/accounts/{name}/scope")
  Map<String, Object> rescope(@PathVariable String name, @RequestBody Scope scope) {
    security.requireAccounts().accounts().rescope(name, scope);
    Account account = security.requireAccounts().accounts().get(name);
    return Map.of(
        "name",
        name,
        "scope",
        account.scope(),
        "rights",
        security.requireAccounts().accounts().rights(account));
  }
}
