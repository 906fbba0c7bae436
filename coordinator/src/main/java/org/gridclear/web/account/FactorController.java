package org.gridclear.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Account;
import org.gridclear.account.OwnFactors;
import org.gridclear.account.Sessions;
import org.gridclear.account.factor.DeviceLogins;
import org.gridclear.account.factor.HardwareKey;
import org.gridclear.account.factor.HardwareKeys;
import org.gridclear.account.factor.RefusedKeyException;
import org.gridclear.account.factor.Site;
import org.gridclear.web.face.ServedFace;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** Second factors of the caller, and commands that the caller lets in. */
@RestController
@RequestMapping("/api/v1")
class FactorController {
  private final ServerSecurity security;

  FactorController(ServerSecurity security) {
    this.security = security;
  }

  /** Where the browser of a call sees the server. */
  static Site site(HttpServletRequest request) {
    return Site.of(request.getScheme(), request.getServerName(), request.getServerPort());
  }

  /** The face of a call, at which alone a command is let in. */
  static String place(HttpServletRequest request) {
    return ServedFace.of(request).map(Enum::name).orElse("");
  }

  private Sessions sessions() {
    if (!security.closed()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "This server has no accounts; start it with --security DIR.");
    }
    return security.sessions();
  }

  private static String user(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(AuditedCall.USER));
  }

  private static String given(@Nullable String text, String what) {
    if (text == null || text.isEmpty()) {
      throw new IllegalArgumentException("The %s is missing.".formatted(what));
    }
    return text;
  }

  /** Who is about to log in. */
  record Name(@Nullable String name) {}

  /**
   * What a browser asks a hardware key, to log in as somebody; whether there is one is not said.
   */
  @PostMapping("/session/challenge")
  Map<String, Object> challenge(@RequestBody Name asked, HttpServletRequest request) {
    OwnFactors factors = sessions().factors();
    String name = given(asked.name(), "name");
    if (!Account.isName(name)) {
      throw new IllegalArgumentException("The name (%s) is no name of a user.".formatted(name));
    }
    Site site = site(request);
    return Map.of(
        "challenge", factors.hardware().login(name, site),
        "host", site.host(),
        "keys", factors.ids(name, site));
  }

  /** What the caller has beside a password. */
  @GetMapping("/second-factors")
  List<Map<String, Object>> all(HttpServletRequest request) {
    sessions();
    return security.accounts().get(user(request)).factors().keys().stream()
        .map(FactorController::said)
        .toList();
  }

  private static Map<String, Object> said(HardwareKey key) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("label", key.label());
    said.put("host", key.site());
    said.put("since", Instant.ofEpochMilli(key.addedMillis()).toString());
    return said;
  }

  /** A code of the second factor. */
  record Code(@Nullable String code) {}

  /** Begins to renew the codes; answers the new secret, which holds once a code of it comes. */
  @PostMapping("/second-factors/codes")
  Map<String, String> renew(@RequestBody Code shown, HttpServletRequest request) {
    String code = given(shown.code(), "code");
    return Map.of(
        "secondFactor", sessions().factors().renew(user(request), code, request.getRemoteAddr()));
  }

  /** Ends the renewal by a code of the new secret; other sessions of the caller end. */
  @PutMapping("/second-factors/codes")
  ResponseEntity<Void> renewed(@RequestBody Code shown, HttpServletRequest request) {
    String user = user(request);
    sessions().factors().renewed(user, given(shown.code(), "code"), request.getRemoteAddr());
    sessions().endOthers(user, TokenFilter.token(request));
    return ResponseEntity.noContent().build();
  }

  /** What a browser asks a hardware key that is to be registered. */
  @PostMapping("/second-factors/keys/challenge")
  Map<String, Object> registration(HttpServletRequest request) {
    Site site = site(request);
    String user = user(request);
    return Map.of(
        "challenge", sessions().factors().hardware().registration(user, site),
        "host", site.host(),
        "user", user,
        "algorithms", HardwareKeys.algorithms(),
        "keys", sessions().factors().ids(user, site));
  }

  /** A key to register: what it is called, a code of now, and what the browser gives. */
  record NewKey(@Nullable String label, @Nullable String code, @Nullable JsonNode key) {}

  /** Registers a hardware key. */
  @PostMapping("/second-factors/keys")
  ResponseEntity<Void> register(@RequestBody NewKey wanted, HttpServletRequest request) {
    if (wanted.key() == null) {
      throw new IllegalArgumentException("The key is missing.");
    }
    sessions()
        .factors()
        .register(
            user(request),
            given(wanted.label(), "label"),
            given(wanted.code(), "code"),
            site(request),
            wanted.key().toString(),
            request.getRemoteAddr());
    return ResponseEntity.noContent().build();
  }

  /** Removes a hardware key. */
  @PostMapping("/second-factors/keys/{label}/removal")
  ResponseEntity<Void> remove(
      @PathVariable String label, @RequestBody Code shown, HttpServletRequest request) {
    sessions()
        .factors()
        .remove(user(request), label, given(shown.code(), "code"), request.getRemoteAddr());
    return ResponseEntity.noContent().build();
  }

  /** A command asks to be let in: it shows the code, and comes back with the device. */
  @PostMapping("/session/devices")
  Map<String, Object> ask(HttpServletRequest request) {
    DeviceLogins.Asked asked = sessions().devices().ask(place(request), request.getRemoteAddr());
    return Map.of(
        "device", asked.device(),
        "code", asked.code(),
        "until", Instant.ofEpochMilli(asked.untilMillis()).toString(),
        "page", "/console/access");
  }

  /** Lets the command in that shows a code, as the caller. */
  @PostMapping("/session/devices/approval")
  ResponseEntity<Void> approve(@RequestBody Code shown, HttpServletRequest request) {
    sessions().devices().approve(given(shown.code(), "code"), place(request), user(request));
    return ResponseEntity.noContent().build();
  }

  @ExceptionHandler(Sessions.RefusedLoginException.class)
  ProblemDetail refused(Sessions.RefusedLoginException refused, HttpServletRequest request) {
    request.setAttribute(AuditedCall.DETAIL, refused.detail());
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.FORBIDDEN, "The code is wrong or was used before.");
    problem.setProperty("advice", "Wait for the next code; five wrong ones lock this address out.");
    return problem;
  }

  @ExceptionHandler(RefusedKeyException.class)
  ProblemDetail refusedKey(RefusedKeyException refused, HttpServletRequest request) {
    request.setAttribute(AuditedCall.DETAIL, refused.getMessage());
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The key was not registered.");
    problem.setProperty("advice", "Ask for another challenge and try again: it is good for 120 s.");
    return problem;
  }
}
