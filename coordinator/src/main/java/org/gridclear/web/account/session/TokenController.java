package org.gridclear.web.account.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridclear.account.Right;
import org.gridclear.web.account.AuditedCall;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.face.ServedFace;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The own API tokens. */
@RestController
@RequestMapping("/api/v1")
class TokenController {
  private final ServerSecurity security;

  TokenController(ServerSecurity security) {
    this.security = security;
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
    security.requireAccounts();
    if (wanted.label() == null) {
      throw new IllegalArgumentException("A token needs a label.");
    }
    return Map.of(
        "token",
        security
            .accounts()
            .token(
                AuditedCall.user(request),
                wanted.label(),
                wanted.life(),
                ServedFace.of(request).orElse(null),
                wanted.most()));
  }

  /** The own API tokens, without the tokens themselves. */
  @GetMapping("/tokens")
  List<Map<String, Object>> tokens(HttpServletRequest request) {
    security.requireAccounts();
    return security.accounts().find(AuditedCall.user(request)).orElseThrow().tokens().stream()
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
    security.requireAccounts();
    security.accounts().revoke(AuditedCall.user(request), label);
    return ResponseEntity.noContent().build();
  }
}
