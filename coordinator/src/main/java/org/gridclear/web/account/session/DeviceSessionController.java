package org.gridclear.web.account.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.gridclear.account.Face;
import org.gridclear.web.account.AuditedCall;
import org.gridclear.web.account.CallPlace;
import org.gridclear.web.account.GivenText;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.face.ServedFace;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sessions of commands, which somebody lets in at the desk. */
@RestController
@RequestMapping("/api/v1")
class DeviceSessionController {
  private final ServerSecurity security;
  private final BegunSessions begun;

  DeviceSessionController(ServerSecurity security, BegunSessions begun) {
    this.security = security;
    this.begun = begun;
  }

  /** What a command was told when it asked to be let in. */
  record Device(@Nullable String device) {}

  /** The session of a command that somebody has let in at the desk; 202 while nobody has. */
  @PostMapping("/session/devices/session")
  ResponseEntity<Map<String, Object>> device(
      @RequestBody Device asked, HttpServletRequest request) {
    security.requireAccounts();
    Face face = ServedFace.of(request).orElse(null);
    return security
        .sessions()
        .ofDevice(GivenText.of(asked.device(), "device"), CallPlace.place(request), face)
        .map(
            token -> {
              request.setAttribute(
                  AuditedCall.USER,
                  security.sessions().holder(token).orElseThrow().account().name());
              return begun.of(token, false, request);
            })
        .orElseGet(() -> ResponseEntity.accepted().body(Map.of("waits", true)));
  }
}
