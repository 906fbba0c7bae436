package org.gridclear.web.account.factor;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.gridclear.account.factor.DeviceLogins;
import org.gridclear.web.account.AuditedCall;
import org.gridclear.web.account.CallPlace;
import org.gridclear.web.account.GivenText;
import org.gridclear.web.account.ServerSecurity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands that ask to be let in at the desk. */
@RestController
@RequestMapping("/api/v1")
class DeviceController {
  private final ServerSecurity security;

  DeviceController(ServerSecurity security) {
    this.security = security;
  }

  /** A command asks to be let in: it shows the code, and comes back with the device. */
  @PostMapping("/session/devices")
  Map<String, Object> ask(HttpServletRequest request) {
    DeviceLogins.Asked asked =
        security
            .requireAccounts()
            .sessions()
            .devices()
            .ask(CallPlace.place(request), request.getRemoteAddr());
    return Map.of(
        "device", asked.device(),
        "code", asked.code(),
        "until", Instant.ofEpochMilli(asked.untilMillis()).toString(),
        "page", "/console/access");
  }

  /** Lets the command in that shows a code, as the caller. */
  @PostMapping("/session/devices/approval")
  ResponseEntity<Void> approve(@RequestBody FactorCode shown, HttpServletRequest request) {
    security
        .requireAccounts()
        .sessions()
        .devices()
        .approve(
            GivenText.of(shown.code(), "code"),
            CallPlace.place(request),
            AuditedCall.user(request));
    return ResponseEntity.noContent().build();
  }
}
