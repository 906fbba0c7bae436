package org.gridclear.account.seal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a log is as it was sealed, and what is to be said of it.
 *
 * @param clean whether nothing was changed and something is sealed
 * @param lines what was found, then of which key
 */
public record AuditVerification(boolean clean, List<String> lines) {
  public AuditVerification {
    lines = List.copyOf(lines);
  }

  /** What a look at a log found, the last line where nothing was. */
  public static AuditVerification of(List<String> findings, String good) {
    List<String> lines = new ArrayList<>(findings);
    lines.add(findings.isEmpty() ? good : "The audit log was changed.");
    return new AuditVerification(findings.isEmpty(), lines);
  }

  /**
   * Compares a log with its seals by public keys alone.
   *
   * @param folder the security folder, or a copy of it without secrets
   * @param keys public keys of the owner; null takes the one that lies beside the seals
   * @param authority certificate of the authority whose time stamps are judged; null for none
   */
  public static AuditVerification of(
      Path folder, @Nullable List<Path> keys, @Nullable Path authority) {
    SealCheck.Result result = SealCheck.of(folder, keys == null ? List.of() : keys);
    if (result.unsealedYet()) {
      return new AuditVerification(
          false,
          List.of(
              "%s Whether its %d records were changed cannot be said by public keys; 'account audit seal' seals them."
                  .formatted(result.findings().get(0), result.unsealed())));
    }
    List<String> lines = new ArrayList<>();
    List<String> findings = new ArrayList<>(result.findings());
    if (authority != null) {
      SealStamps.Result stamps = new SealStamps(folder).check(authority);
      findings.addAll(stamps.findings());
      lines.add(
          "%d seals have a time stamp, the first of %s."
              .formatted(stamps.stamped(), stamps.first()));
    }
    AuditVerification said =
        of(
            findings,
            "%d records under %d seals, none changed; %d are not sealed yet."
                .formatted(result.sealed(), result.seals(), result.unsealed()));
    lines.addAll(said.lines());
    if (!result.key().isEmpty()) {
      lines.add("Key of the first seal: " + result.key());
      if (keys == null) {
        lines.add(
            "NOTICE: that key lies beside the seals; compare it with the one that was handed out,"
                + " or give --key.");
      }
    }
    return new AuditVerification(said.clean(), lines);
  }
}
