package org.gridclear.web.account.user;

import java.time.Instant;
import java.util.List;
import org.gridclear.account.AuditLog;
import org.gridclear.account.AuditPage;
import org.gridclear.account.evidence.AuditStatistics;
import org.gridclear.account.seal.Seals;
import org.gridclear.web.account.ServerSecurity;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks through the audit log, and lists its seals; for who may read it, as all of its paths. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private final ServerSecurity security;

  AuditController(ServerSecurity security) {
    this.security = security;
  }

  /** Records that somebody asks for, the newest first, a page at a time. */
  @GetMapping("/records")
  AuditPage records(
      @RequestParam(required = false) AuditLog.@Nullable Kind kind,
      @RequestParam(required = false) AuditLog.@Nullable Outcome outcome,
      @RequestParam(required = false) @Nullable String user,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "100") int limit) {
    AuditPage.Asked asked = new AuditPage.Asked(kind, outcome, user, text, from, to);
    return AuditPage.of(security.requireAccounts().log().folder(), asked, before, limit);
  }

  /** How many records there are of a time, by class, day, account, operation and address. */
  @GetMapping("/statistics")
  AuditStatistics statistics(
      @RequestParam Instant from, @RequestParam(required = false) @Nullable Instant to) {
    Instant until = to == null ? END : to;
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("from (%s) must be before to (%s).".formatted(from, to));
    }
    return AuditStatistics.of(security.requireAccounts().log().folder(), from, until);
  }

  /** Seals of the log, the newest first. */
  @GetMapping("/seals")
  List<Seals.Listed> seals() {
    return Seals.list(security.requireAccounts().log().folder());
  }
}
