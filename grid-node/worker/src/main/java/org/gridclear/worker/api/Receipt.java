package org.gridclear.worker.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.gridclear.work.CaseSummary;
import org.gridclear.work.Failure;
import org.gridclear.work.UnitSummary;

/**
 * A node's answer to a work unit; the outcome itself is in the outcomes cache by then.
 *
 * @param key name of the outcome
 * @param node name of the node that did it
 * @param seconds wall time
 * @param cpuSeconds CPU time of the thread
 * @param startedAtMillis when it was begun, by the node's clock
 * @param phases steps of the search, empty for other work
 * @param summary the figures of the outcome, or why there is none
 */
public record Receipt(
    String key,
    String node,
    double seconds,
    double cpuSeconds,
    long startedAtMillis,
    List<TimedPhase> phases,
    UnitSummary summary) {

  /** The answer to a unit that nothing came of. */
  public static Receipt failed(String key, String node, Failure failure) {
    return new Receipt(key, node, 0, 0, 0, List.of(), failure);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Receipt of(PackedReceipt packed) {
    return packed.receipt();
  }

  @JsonValue
  PackedReceipt packed() {
    return PackedReceipt.of(this);
  }

  /** Whether there is an outcome. */
  public boolean solved() {
    return !(summary instanceof Failure);
  }

  /**
   * Why it failed.
   *
   * @throws ClassCastException if it did not
   */
  public Failure why() {
    return (Failure) summary;
  }

  /**
   * The figures of a cleared case.
   *
   * @throws ClassCastException if it is the receipt of something else
   */
  public CaseSummary cleared() {
    return (CaseSummary) summary;
  }

  /** This receipt, from another node. */
  public Receipt from(String name) {
    return new Receipt(key, name, seconds, cpuSeconds, startedAtMillis, phases, summary);
  }

  /** The key under which the outcome lies; see {@link StoredOutcome#cacheKey}. */
  public String cacheKey() {
    return summary instanceof CaseSummary ? StoredOutcome.cacheKey(this) : key;
  }
}
