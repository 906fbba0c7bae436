package org.gridclear.work;

import java.util.Comparator;
import java.util.List;
import org.gridclear.security.result.BaseResult;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.gridclear.security.result.ScreeningBlock;

/**
 * The figures of a range of outages that a run needs.
 *
 * @param from first outage
 * @param to one past the last
 * @param counts outages by status, in the order of {@link OutageStatus}, an outage under every
 *     status that applies; those equivalent to others are counted with the others when the run is
 *     put together
 * @param worst the most severe outages, most severe first ({@link #BY_SEVERITY})
 * @param base what the base case shows
 * @param setUpSeconds time to solve and factor the base case, 0 if it was there already
 * @param screenSeconds time of the outages themselves
 * @param outcomeHash hash of all results: equal bits, equal hash
 */
public record BlockSummary(
    int from,
    int to,
    int[] counts,
    List<OutageResult> worst,
    BaseResult base,
    double setUpSeconds,
    double screenSeconds,
    String outcomeHash)
    implements UnitSummary {
  /** Outages that a summary names. */
  public static final int WORST_MAX = 20;

  /**
   * Most severe first: by what is missing, then EQ-06 (by excess of flows, then by index); ties by
   * number.
   */
  public static final Comparator<OutageResult> BY_SEVERITY =
      Comparator.comparingDouble((OutageResult result) -> Math.abs(result.missingMw()))
          .thenComparingDouble(OutageResult::excessMw)
          .thenComparingDouble(OutageResult::severity)
          .reversed()
          .thenComparingInt(OutageResult::outage);

  /** Sums a block up. */
  public static BlockSummary of(
      int from,
      int to,
      ScreeningBlock block,
      BaseResult base,
      double setUpSeconds,
      double screenSeconds) {
    int[] counts = new int[OutageStatus.values().length];
    Hashes hashes = new Hashes();
    for (OutageResult result : block.results()) {
      for (OutageStatus status : OutageStatus.values()) {
        counts[status.ordinal()] += result.equivalentTo() < 0 && result.is(status) ? 1 : 0;
      }
      hashes
          .add(result.outage())
          .add(result.status().ordinal())
          .add(result.worstDevice())
          .add(result.worstLoading())
          .add(result.severity())
          .add(result.missingMw())
          .add(result.mismatchPu());
    }
    block.loadings().forEach(loading -> hashes.add(loading.device()).add(loading.after()));
    List<OutageResult> worst =
        block.results().stream()
            .filter(result -> result.worstDevice() >= 0 || result.unbalances())
            .sorted(BY_SEVERITY)
            .limit(WORST_MAX)
            .toList();
    return new BlockSummary(
        from, to, counts, worst, base, setUpSeconds, screenSeconds, hashes.hex());
  }
}
