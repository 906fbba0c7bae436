package org.gridclear.web.account;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gridclear.account.Account;
import org.gridclear.account.Accounts;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.account.factor.HardwareKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Users and groups, for who manages accounts. */
@RestController
@RequestMapping("/api/v1")
class UserController {
  private final ServerSecurity security;

  UserController(ServerSecurity security) {
    this.security = security;
  }

  private Accounts accounts() {
    if (!security.closed()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "This server has no accounts; start it with --security DIR.");
    }
    return security.accounts();
  }

  private static <T> List<T> given(@Nullable List<T> list, String what) {
    if (list == null || list.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("%s must be a list without null.".formatted(what));
    }
    return list;
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
      return accounts().addSuperuser(String.valueOf(wanted.name()), caller.name());
    }
    Scope scope = wanted.scope() == null ? Scope.ALL : wanted.scope();
    return accounts().add(String.valueOf(wanted.name()), given(wanted.groups(), "groups"), scope);
  }

  /** Users, without their secrets. */
  @GetMapping("/accounts")
  List<Map<String, Object>> all() {
    Accounts accounts = accounts();
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

  /** Locks a user out, or lets it in again; sessions end at once. */
  @PutMapping("/accounts/{name}/locked")
  ResponseEntity<Void> lock(@PathVariable String name, @RequestParam boolean locked) {
    accounts().lock(name, locked);
    if (locked) {
      security.sessions().end(name);
    }
    return ResponseEntity.noContent().build();
  }

  /** Puts a user into other groups. */
  @PutMapping("/accounts/{name}/groups")
  ResponseEntity<Void> regroup(@PathVariable String name, @RequestBody List<String> groups) {
    accounts().regroup(name, given(groups, "groups"));
    return ResponseEntity.noContent().build();
  }

  /** Gives a user another scope, which holds at once; the answer says which rights are left. */
  @PutMapping("/accounts/{name}/scope")
  Map<String, Object> rescope(@PathVariable String name, @RequestBody Scope scope) {
    accounts().rescope(name, scope);
    Account account = accounts().get(name);
    return Map.of("name", name, "scope", account.scope(), "rights", accounts().rights(account));
  }

  /** A link to set password and second factor anew; sessions and tokens of the user end. */
  @PostMapping("/accounts/{name}/reset")
  Accounts.Introduction reset(@PathVariable String name, Caller caller) {
    if (accounts().needsTwo(name)) {
      throw new IllegalArgumentException(
          "%s has a password and a second factor, and there are two administrators: both do it, by"
                  .formatted(name)
              + " POST /api/v1/accounts/%s/recovery.".formatted(name));
    }
    Accounts.Introduction introduction = accounts().reset(name, caller.name());
    security.sessions().end(name);
    return introduction;
  }

  /** How the owner of an account was recognised. */
  record Reason(@Nullable String reason) {}

  /**
   * The way back for who has lost password or device, of two administrators: the first call asks
   * (202), the same call of another one within a day answers the link.
   */
  @PostMapping("/accounts/{name}/recovery")
  ResponseEntity<Object> recover(
      @PathVariable String name, @RequestBody Reason said, Caller caller) {
    String reason = said.reason() == null ? "" : said.reason();
    Optional<Accounts.Introduction> link = accounts().recover(name, caller.name(), reason);
    if (link.isEmpty()) {
      return ResponseEntity.accepted().body(Map.of("name", name, "asked", caller.name()));
    }
    security.sessions().end(name);
    return ResponseEntity.ok(link.get());
  }

  /** Ends an API token of a user. */
  @PostMapping("/accounts/{name}/tokens/{label}/revoked")
  ResponseEntity<Void> revoke(@PathVariable String name, @PathVariable String label) {
    accounts().revoke(name, label);
    return ResponseEntity.noContent().build();
  }

  /** Groups with their rights. */
  @GetMapping("/groups")
  Map<String, Set<Right>> groups() {
    return accounts().rightsOfGroups();
  }

  /** Defines the rights of a group. */
  @PutMapping("/groups/{group}")
  ResponseEntity<Void> define(@PathVariable String group, @RequestBody List<Right> rights) {
    accounts().define(group, Set.copyOf(given(rights, "rights")));
    return ResponseEntity.noContent().build();
  }
}
