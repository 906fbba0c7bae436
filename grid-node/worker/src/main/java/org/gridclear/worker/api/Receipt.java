package org.gridclear.worker.api;

import java.util.List;
import java.util.Objects;
import org.gridclear.work.BlockSummary;
import org.gridclear.work.CaseSummary;
import org.gridclear.work.ChargeSummary;
import org.gridclear.work.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A node's answer to a work unit; the outcome itself is in the outcomes cache by then. Exactly one
 * of the last seven is there.
 *
 * @param key name of the outcome
 * @param node name of the node that did it
 * @param seconds wall time
 * @param cpuSeconds CPU time of the thread
 * @param startedAtMillis when it was begun, by the node's clock
 * @param phases steps of the search, empty for other work
 * @param summary the figures of a cleared case, else null
 * @param block the figures of screened outages, else null
 * @param charges the figures of charges, else null
 * @param sensitivities how many sensitivities were found, else null
 * @param probe what a probe led to, else null
 * @param failure why it failed, else null
 * @param figures how many figures of monitoring were found, else null
 */
public record Receipt(
    String key,
    String node,
    double seconds,
    double cpuSeconds,
    long startedAtMillis,
    List<TimedPhase> phases,
    @Nullable CaseSummary summary,
    @Nullable BlockSummary block,
    @Nullable ChargeSummary charges,
    @Nullable Integer sensitivities,
    @Nullable Long probe,
    @Nullable Failure failure,
    @Nullable Integer figures) {

  /** An answer without figures of monitoring. */
  public Receipt(
      String key,
      String node,
      double seconds,
      double cpuSeconds,
      long startedAtMillis,
      List<TimedPhase> phases,
      @Nullable CaseSummary summary,
      @Nullable BlockSummary block,
      @Nullable ChargeSummary charges,
      @Nullable Integer sensitivities,
      @Nullable Long probe,
      @Nullable Failure failure) {
    this(
        key,
        node,
        seconds,
        cpuSeconds,
        startedAtMillis,
        phases,
        summary,
        block,
        charges,
        sensitivities,
        probe,
        failure,
        null);
  }

  /** The answer to a unit that nothing came of. */
  public static Receipt failed(String key, String node, Failure failure) {
    return new Receipt(key, node, 0, 0, 0, List.of(), null, null, null, null, null, failure);
  }

  /** Why it failed; only of a unit that did. */
  public Failure why() {
    return Objects.requireNonNull(failure);
  }

  /** The figures of a case; only of one that was cleared. */
  public CaseSummary cleared() {
    return Objects.requireNonNull(summary);
  }

  /** The same receipt, from this node. */
  public Receipt from(String name) {
    return new Receipt(
        key,
        name,
        seconds,
        cpuSeconds,
        startedAtMillis,
        phases,
        summary,
        block,
        charges,
        sensitivities,
        probe,
        failure,
        figures);
  }

  /** The key under which the outcome lies; see {@link StoredOutcome#cacheKey}. */
  public String cacheKey() {
    return summary == null ? key : StoredOutcome.cacheKey(this);
  }
}
