package org.gridclear.web.account.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.account.Account;
import org.gridclear.account.Accounts;
import org.gridclear.account.factor.HardwareKey;
import org.gridclear.web.account.ServerSecurity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Users, for who manages accounts. */
@RestController
@RequestMapping("/api/v1")
class UserListController {
  private final ServerSecurity security;

  UserListController(ServerSecurity security) {
    this.security = security;
  }

  /** Users, without their secrets. */
  @GetMapping("/accounts")
  List<Map<String, Object>> all() {
    Accounts accounts = security.requireAccounts().accounts();
    return accounts.all().stream()
        .map(
            account ->
                Map.<String, Object>of(
                    "name", account.name(),
                    "superuser", account.superuser(),
                    "groups", account.groups(),
                    "scope", account.scope(),
                    "rights", accounts.rights(account),
                    "active", account.active(),
                    "locked", accounts.locked(account),
                    "tokens", account.tokens().stream().map(Account.Token::label).toList(),
                    "keys", account.factors().keys().stream().map(HardwareKey::label).toList(),
                    "recovery", Optional.ofNullable(account.factors().recovery())))
        .toList();
  }
}
