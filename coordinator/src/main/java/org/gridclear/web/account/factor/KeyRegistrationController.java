package org.gridclear.web.account.factor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.gridclear.account.factor.HardwareKeys;
import org.gridclear.account.factor.Site;
import org.gridclear.web.account.AuditedCall;
import org.gridclear.web.account.CallPlace;
import org.gridclear.web.account.GivenText;
import org.gridclear.web.account.ServerSecurity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Hardware keys of the caller are registered. */
@RestController
@RequestMapping("/api/v1")
class KeyRegistrationController {
  private final ServerSecurity security;

  KeyRegistrationController(ServerSecurity security) {
    this.security = security;
  }

  /** What a browser asks a hardware key that is to be registered. */
  @PostMapping("/second-factors/keys/challenge")
  Map<String, Object> registration(HttpServletRequest request) {
    Site site = CallPlace.site(request);
    String user = AuditedCall.user(request);
    return Map.of(
        "challenge",
            security.requireAccounts().sessions().factors().hardware().registration(user, site),
        "host", site.host(),
        "user", user,
        "algorithms", HardwareKeys.algorithms(),
        "keys", security.requireAccounts().sessions().factors().ids(user, site));
  }

  /** A key to register: what it is called, a code of now, and what the browser gives. */
  record NewKey(@Nullable String label, @Nullable String code, @Nullable JsonNode key) {}

  /** Registers a hardware key. */
  @PostMapping("/second-factors/keys")
  ResponseEntity<Void> register(@RequestBody NewKey wanted, HttpServletRequest request) {
    if (wanted.key() == null) {
      throw new IllegalArgumentException("The key is missing.");
    }
    security
        .requireAccounts()
        .sessions()
        .factors()
        .register(
            AuditedCall.user(request),
            GivenText.of(wanted.label(), "label"),
            GivenText.of(wanted.code(), "code"),
            CallPlace.site(request),
            wanted.key().toString(),
            request.getRemoteAddr());
    return ResponseEntity.noContent().build();
  }
}
