package org.gridclear.web.account.user;

import org.gridclear.account.Accounts;
import org.gridclear.account.Scope;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.GivenText;
import org.gridclear.web.account.ServerSecurity;
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
          .addSuperuser(GivenText.of(wanted.name(), "name"), caller.name());
    }
    Scope scope = wanted.scope() == null ? Scope.ALL : wanted.scope();
    return security
        .requireAccounts()
        .accounts()
        .add(GivenText.of(wanted.name(), "name"), GivenList.of(wanted.groups(), "groups"), scope);
  }
}
