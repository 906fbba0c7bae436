package org.gridclear.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridclear.account.Account;
import org.gridclear.account.AuditLog;
import org.gridclear.account.Face;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.account.Sessions;
import org.gridclear.web.face.ServedFace;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
import tools.jackson.databind.JsonNode;

/** Logging in, the own password, own tokens, and the audit log. */
@RestController
@RequestMapping("/api/v1")
class AccountController {
  private static final int ROWS_MAX = 10_000;

  private final ServerSecurity security;

  AccountController(ServerSecurity security) {
    this.security = security;
  }

  private void open() {
    if (!security.closed()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "This server has no accounts; start it with --security DIR.");
    }
  }

  /**
   * What is asked for to log in.
   *
   * @param code six digits; null where a hardware key answers
   * @param key what the browser gives of a hardware key; null for a code
   */
  record Login(String name, String password, @Nullable String code, @Nullable JsonNode key) {
    Sessions.Second second(HttpServletRequest request) {
      return key == null
          ? Sessions.Second.code(String.valueOf(code))
          : Sessions.Second.key(FactorController.site(request), key.toString());
    }
  }

  /**
   * Logs in; the token goes into {@code Authorization: Bearer}. A browser has it in a cookie
   * instead ({@code cookie=true}), and sends {@code csrf} in the header {@code X-CSRF-Token} with
   * calls that change something.
   */
  @PostMapping("/session")
  ResponseEntity<Map<String, Object>> login(
      @RequestBody Login login,
      @RequestParam(defaultValue = "false") boolean cookie,
      HttpServletRequest request) {
    open();
    if (login.name() == null
        || login.password() == null
        || (login.code() == null) == (login.key() == null)) {
      throw new IllegalArgumentException(
          "A login needs name, password and code, or key instead of code.");
    }
    if (!Account.isName(login.name())) {
      throw new Sessions.RefusedLoginException("no name of a user");
    }
    request.setAttribute(AuditedCall.USER, login.name());
    String token =
        security
            .sessions()
            .login(
                login.name(),
                login.password(),
                login.second(request),
                request.getRemoteAddr(),
                ServedFace.of(request).orElse(null));
    return begun(token, cookie, request);
  }

  /** The answer of a session that has begun. */
  private ResponseEntity<Map<String, Object>> begun(
      String token, boolean cookie, HttpServletRequest request) {
    Account account = security.sessions().holder(token).orElseThrow().account();
    Instant until = security.sessions().endOf(token).orElseThrow();
    Map<String, Object> session = new LinkedHashMap<>();
    session.put("name", account.name());
    session.put("until", until.toString());
    session.put("rights", ServedFace.cut(request, security.accounts().rights(account)));
    ServedFace.of(request).ifPresent(face -> session.put("face", face.word()));
    if (!cookie) {
      session.put("token", token);
      return ResponseEntity.ok(session);
    }
    session.put("csrf", SessionCookie.proof(token));
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.of(token, request))
        .body(session);
  }

  /** What a command was told when it asked to be let in. */
  record Device(@Nullable String device) {}

  /** The session of a command that somebody has let in at the desk; 202 while nobody has. */
  @PostMapping("/session/devices/session")
  ResponseEntity<Map<String, Object>> device(
      @RequestBody Device asked, HttpServletRequest request) {
    open();
    Face face = ServedFace.of(request).orElse(null);
    return security
        .sessions()
        .ofDevice(String.valueOf(asked.device()), FactorController.place(request), face)
        .map(
            token -> {
              request.setAttribute(
                  AuditedCall.USER,
                  security.sessions().holder(token).orElseThrow().account().name());
              return begun(token, false, request);
            })
        .orElseGet(() -> ResponseEntity.accepted().body(Map.of("waits", true)));
  }

  @ExceptionHandler(Sessions.RefusedLoginException.class)
  ProblemDetail refused(Sessions.RefusedLoginException refused, HttpServletRequest request) {
    request.setAttribute(AuditedCall.DETAIL, refused.detail());
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, refused.getMessage());
    problem.setProperty(
        "advice",
        "After five wrong tries an address waits for a quarter of an hour, then longer. Who manages"
            + " accounts can invite you to choose a new password.");
    return problem;
  }

  /**
   * Who the caller is.
   *
   * @param name the account
   * @param rights what it may do
   * @param scope whose data it sees
   * @param accounts whether the server has accounts
   * @param csrf what a browser sends with calls that change something; null without its cookie
   * @param face where the call came in; null on a server without faces
   */
  record Known(
      String name,
      Set<Right> rights,
      Scope scope,
      boolean accounts,
      @Nullable String csrf,
      @Nullable String face) {}

  /** Who the caller is: name, rights, and whose data it sees. */
  @GetMapping("/session")
  Known whoAmI(Caller caller, HttpServletRequest request) {
    String csrf =
        TokenFilter.byCookie(request) ? SessionCookie.proof(SessionCookie.token(request)) : null;
    String face = ServedFace.of(request).map(Face::word).orElse(null);
    return new Known(caller.name(), caller.rights(), caller.scope(), security.closed(), csrf, face);
  }

  /** Ends the session. */
  @DeleteMapping("/session")
  ResponseEntity<Void> logout(HttpServletRequest request) {
    open();
    security.sessions().logout(TokenFilter.token(request));
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.ended(request))
        .build();
  }

  /** The password until now, and a new one. */
  record NewPassword(String old, String password) {}

  /** Changes the own password; other sessions and all API tokens of the user end. */
  @PutMapping("/password")
  ResponseEntity<Void> password(@RequestBody NewPassword changed, HttpServletRequest request) {
    open();
    if (changed.old() == null || changed.password() == null) {
      throw new IllegalArgumentException("A change needs the old password and a new password.");
    }
    security
        .sessions()
        .changePassword(
            TokenFilter.token(request), changed.old(), changed.password(), request.getRemoteAddr());
    return ResponseEntity.noContent().build();
  }

  private static String user(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(AuditedCall.USER));
  }

  /**
   * What a token is for.
   *
   * @param label its name
   * @param days days that it is good, 1 to 366; null where hours are given
   * @param hours the same in hours, at least 1
   * @param rights the most that it lets a program do; null for all that its user may
   */
  record NewToken(
      String label, @Nullable Integer days, @Nullable Integer hours, @Nullable List<Right> rights) {
    /** The most that it lets do; empty for all. */
    Set<Right> most() {
      if (rights != null && rights.stream().anyMatch(Objects::isNull)) {
        throw new IllegalArgumentException("rights must be names of rights, none null.");
      }
      return rights == null ? Set.of() : Set.copyOf(rights);
    }

    Duration life() {
      if ((days == null) == (hours == null)) {
        throw new IllegalArgumentException("A token is good for days or for hours: give one.");
      }
      return days == null ? Duration.ofHours(hours) : Duration.ofDays(days);
    }
  }

  /** Makes an API token for the caller; it is shown once. */
  @PostMapping("/tokens")
  Map<String, String> token(@RequestBody NewToken wanted, HttpServletRequest request) {
    open();
    if (wanted.label() == null) {
      throw new IllegalArgumentException("A token needs a label.");
    }
    return Map.of(
        "token",
        security
            .accounts()
            .token(
                user(request),
                wanted.label(),
                wanted.life(),
                ServedFace.of(request).orElse(null),
                wanted.most()));
  }

  /** The own API tokens, without the tokens themselves. */
  @GetMapping("/tokens")
  List<Map<String, Object>> tokens(HttpServletRequest request) {
    open();
    return security.accounts().find(user(request)).orElseThrow().tokens().stream()
        .map(
            token ->
                Map.<String, Object>of(
                    "label", token.label(),
                    "until", Instant.ofEpochMilli(token.untilMillis()),
                    "face", token.face() == null ? "" : token.face().word(),
                    "rights", token.rights()))
        .toList();
  }

  /** Ends an API token of the caller. */
  @DeleteMapping("/tokens/{label}")
  ResponseEntity<Void> revoke(@PathVariable String label, HttpServletRequest request) {
    open();
    security.accounts().revoke(user(request), label);
    return ResponseEntity.noContent().build();
  }

  /**
   * Records of the audit log, the newest first; {@code before} is the number of the last that was
   * given, for those that come after it.
   */
  @GetMapping("/audit")
  List<AuditLog.Entry> audit(
      @RequestParam(required = false) AuditLog.Kind kind,
      @RequestParam(required = false) AuditLog.Outcome outcome,
      @RequestParam(defaultValue = "") String user,
      @RequestParam(required = false) @Nullable OffsetDateTime from,
      @RequestParam(required = false) @Nullable OffsetDateTime to,
      @RequestParam(defaultValue = "0") long before,
      @RequestParam(defaultValue = "100") int rows) {
    open();
    if (rows < 0) {
      throw new IllegalArgumentException("The rows (%d) must be 0 or more.".formatted(rows));
    }
    List<AuditLog.Entry> entries = new java.util.ArrayList<>(security.log().entries());
    java.util.Collections.reverse(entries);
    return entries.stream()
        .filter(entry -> kind == null || entry.kind() == kind)
        .filter(entry -> outcome == null || entry.outcome() == outcome)
        .filter(entry -> user.isEmpty() || entry.user().equals(user))
        .filter(entry -> before <= 0 || entry.number() < before)
        .filter(entry -> from == null || !Instant.parse(entry.at()).isBefore(from.toInstant()))
        .filter(entry -> to == null || Instant.parse(entry.at()).isBefore(to.toInstant()))
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
