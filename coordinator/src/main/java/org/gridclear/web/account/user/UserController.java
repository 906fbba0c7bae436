package org.gridclear.web.account.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.account.Account;
import org.gridclear.account.Accounts;
import org.gridclear.account.Scope;
import org.gridclear.account.factor.HardwareKey;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.ServerSecurity;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Users and groups, for who manages accounts. */
@RestController
@RequestMapping("/api/v1")
class UserController {
  private final ServerSecurity security;

  UserController(ServerSecurity security) {
    this.security = security;
  }

  /**
   * A new user.
   *
   * @param groups its groups; null for a superuser
   * @param scope whose data it sees; all where none is given
   * @param superuser whether it manages accounts, and nothing else
   */
  record NewAccount(
      String name,
      @Nullable List<String> groups,
      @Nullable Scope scope,
      @Nullable Boolean superuser) {}

  /** Makes a user; the answer has the link with which its owner sets password and second factor. */
  @PostMapping("/accounts")
  Accounts.Introduction add(@RequestBody NewAccount wanted, Caller caller) {
    if (Boolean.TRUE.equals(wanted.superuser())) {
      if (wanted.groups() != null || wanted.scope() != null) {
        throw new IllegalArgumentException("A superuser has no groups and no scope.");
      }
      return security
          .requireAccounts()
          .accounts()
          .addSuperuser(String.valueOf(wanted.name()), caller.name());
    }
    Scope scope = wanted.scope() == null ? Scope.ALL : wanted.scope();
    return security
        .requireAccounts()
        .accounts()
        .add(String.valueOf(wanted.name()), GivenList.of(wanted.groups(), "groups"), scope);
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
