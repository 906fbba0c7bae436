package org.gridclear.web.account.factor;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.account.factor.HardwareKey;
import org.gridclear.web.account.AuditedCall;
import org.gridclear.web.account.ServerSecurity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Second factors of the caller, and commands that the caller lets in. */
@RestController
@RequestMapping("/api/v1")
class FactorController {
  private final ServerSecurity security;

  FactorController(ServerSecurity security) {
    this.security = security;
  }

  /** What the caller has beside a password. */
  @GetMapping("/second-factors")
  List<Map<String, Object>> all(HttpServletRequest request) {
    security.requireAccounts();
    return security.accounts().get(AuditedCall.user(request)).factors().keys().stream()
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
}
