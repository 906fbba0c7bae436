package org.gridclear.web.account.user;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.gridclear.account.AuditLog;
import org.gridclear.web.account.ServerSecurity;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records of the audit log, and what shows that it was changed. */
@RestController
@RequestMapping("/api/v1")
class AuditLogController {
  private static final int ROWS_MAX = 10_000;

  private final ServerSecurity security;

  AuditLogController(ServerSecurity security) {
    this.security = security;
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
    security.requireAccounts();
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
    security.requireAccounts();
    return security.log().check();
  }
}
