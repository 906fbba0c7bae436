package org.gridclear.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.account.Account;
import org.gridclear.account.Accounts;
import org.gridclear.account.AuditLog;
import org.gridclear.account.Right;
import org.gridclear.account.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Logging in, the own password, tokens, accounts, and the audit log. */
@RestController
@RequestMapping("/api/v1")
class AccountController {
  private static final int ROWS_MAX = 10_000;

  private final ServerSecurity security;

  AccountController(ServerSecurity security) {
    this.security = security;
  }

  /** Whether a path is about the system rather than its business (M-11). */
  static boolean isSystem(String path) {
    return path.matches("/api/v1/(session|password|accounts|groups|tokens|audit)(/.*)?");
  }

  private void open() {
    if (!security.closed()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "This server has no accounts; start it with --security DIR.");
    }
  }

  /** What is asked for to log in. */
  record Login(String name, String password, String code) {}

  /** Logs in; the token goes into {@code Authorization: Bearer}. */
  @PostMapping("/session")
  Map<String, Object> login(@RequestBody Login login, HttpServletRequest request) {
    open();
    if (login.name() == null || login.password() == null || login.code() == null) {
      throw new IllegalArgumentException("A login needs name, password and code.");
    }
    request.setAttribute(AuditFilter.USER, login.name());
    String token = security.sessions().login(login.name(), login.password(), login.code());
    Account account = security.accounts().find(login.name()).orElseThrow();
    return Map.of(
        "token",
        token,
        "mustChangePassword",
        account.mustChange(),
        "rights",
        security.accounts().rights(account));
  }

  @ExceptionHandler(Sessions.RefusedLoginException.class)
  ProblemDetail refused(Sessions.RefusedLoginException refused, HttpServletRequest request) {
    request.setAttribute(AuditFilter.DETAIL, refused.detail());
    return ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, refused.getMessage());
  }

  /** Ends the session. */
  @DeleteMapping("/session")
  ResponseEntity<Void> logout(HttpServletRequest request) {
    open();
    security.sessions().logout(TokenFilter.token(request));
    return ResponseEntity.noContent().build();
  }

  /** A new password. */
  record NewPassword(String password) {}

  /** Changes the own password. */
  @PutMapping("/password")
  ResponseEntity<Void> password(@RequestBody NewPassword changed, HttpServletRequest request) {
    open();
    security.accounts().changePassword(user(request), changed.password());
    return ResponseEntity.noContent().build();
  }

  private static String user(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(AuditFilter.USER));
  }

  /** What a token is for, and for how many days it is good. */
  record NewToken(String label, int days) {}

  /** Makes an API token for the caller; it is shown once. */
  @PostMapping("/tokens")
  Map<String, String> token(@RequestBody NewToken wanted, HttpServletRequest request) {
    open();
    if (wanted.label() == null || wanted.label().isBlank()) {
      throw new IllegalArgumentException("A token needs a label.");
    }
    return Map.of("token", security.accounts().token(user(request), wanted.label(), wanted.days()));
  }

  /** A new user and its groups. */
  record NewAccount(String name, List<String> groups) {}

  /** Makes a user; the first password and second factor are shown once. */
  @PostMapping("/accounts")
  Accounts.Introduction add(@RequestBody NewAccount wanted) {
    open();
    return security
        .accounts()
        .add(String.valueOf(wanted.name()), wanted.groups() == null ? List.of() : wanted.groups());
  }

  /** Users, without their secrets. */
  @GetMapping("/accounts")
  List<Map<String, Object>> accounts() {
    open();
    return security.accounts().all().stream()
        .map(
            account ->
                Map.<String, Object>of(
                    "name", account.name(),
                    "superuser", account.superuser(),
                    "groups", account.groups(),
                    "locked", security.accounts().locked(account),
                    "tokens", account.tokens().stream().map(Account.Token::label).toList()))
        .toList();
  }

  /** Locks a user out, or lets it in again. */
  @PutMapping("/accounts/{name}/locked")
  ResponseEntity<Void> lock(@PathVariable String name, @RequestParam boolean locked) {
    open();
    security.accounts().lock(name, locked);
    return ResponseEntity.noContent().build();
  }

  /** Defines the rights of a group. */
  @PutMapping("/groups/{group}")
  ResponseEntity<Void> define(@PathVariable String group, @RequestBody Set<Right> rights) {
    open();
    security.accounts().define(group, rights);
    return ResponseEntity.noContent().build();
  }

  /** Records of the audit log, the newest first. */
  @GetMapping("/audit")
  List<AuditLog.Entry> audit(
      @RequestParam(required = false) AuditLog.Kind kind,
      @RequestParam(required = false) AuditLog.Outcome outcome,
      @RequestParam(defaultValue = "") String user,
      @RequestParam(defaultValue = "100") int rows) {
    open();
    List<AuditLog.Entry> entries = new java.util.ArrayList<>(security.log().entries());
    java.util.Collections.reverse(entries);
    return entries.stream()
        .filter(entry -> kind == null || entry.kind() == kind)
        .filter(entry -> outcome == null || entry.outcome() == outcome)
        .filter(entry -> user.isEmpty() || entry.user().equals(user))
        .limit(Math.min(rows, ROWS_MAX))
        .toList();
  }

  /** What shows that the log was changed; empty if nothing does. */
  @GetMapping("/audit/findings")
  List<String> findings() {
    open();
    return security.log().check();
  }
}
