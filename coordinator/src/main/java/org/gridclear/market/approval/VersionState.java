package org.gridclear.market.approval;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What became of a version of a day. */
public enum VersionState {
  /** Cleared, and looked at by nobody. */
  DRAFT,
  /** Somebody, or the workflow, has looked at what its auditor and the rules of anomalies say. */
  CHECKED,
  /** Asked to be approved. */
  SUBMITTED,
  /** In force: it may be published, settled and handed on. */
  APPROVED,
  /** Not to be used. */
  REJECTED,
  /** In force, and published. */
  PUBLISHED,
  /** No longer in force. */
  WITHDRAWN;

  private static final Map<VersionState, Set<VersionState>> AFTER =
      Map.of(
          DRAFT, EnumSet.of(CHECKED),
          CHECKED, EnumSet.of(SUBMITTED),
          SUBMITTED, EnumSet.of(APPROVED, REJECTED),
          APPROVED, EnumSet.of(PUBLISHED, WITHDRAWN),
          REJECTED, EnumSet.noneOf(VersionState.class),
          PUBLISHED, EnumSet.of(WITHDRAWN),
          WITHDRAWN, EnumSet.noneOf(VersionState.class));

  /** States that may follow. */
  public Set<VersionState> after() {
    return EnumSet.copyOf(AFTER.get(this));
  }

  /** Whether another state may follow. */
  public boolean mayBecome(VersionState next) {
    return Objects.requireNonNull(AFTER.get(this)).contains(next);
  }

  /** Whether a version of this state is what counts of its day. */
  public boolean isInForce() {
    return this == APPROVED || this == PUBLISHED;
  }

  /** The name as it is written: {@code approved}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
