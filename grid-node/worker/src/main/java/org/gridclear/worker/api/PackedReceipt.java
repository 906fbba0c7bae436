package org.gridclear.worker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.gridclear.work.BlockSummary;
import org.gridclear.work.CaseSummary;
import org.gridclear.work.ChargeSummary;
import org.gridclear.work.Failure;
import org.gridclear.work.UnitSummary;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as it is written: a field a kind of summary, all but one of them null. Outcomes in
 * grids and backups have this form, so it stays as it is.
 *
 * @param summary the figures of a cleared case
 * @param block the figures of screened outages
 * @param charges the figures of charges
 * @param sensitivities how many sensitivities were found
 * @param probe what a probe led to
 * @param failure why it failed
 * @param figures how many figures of monitoring were found
 * @param others figures of a kind from outside, by name; not written where there are none
 */
record PackedReceipt(
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
    @Nullable Integer figures,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SortedMap<String, Double> others) {

  static PackedReceipt of(Receipt receipt) {
    UnitSummary summary = receipt.summary();
    return new PackedReceipt(
        receipt.key(),
        receipt.node(),
        receipt.seconds(),
        receipt.cpuSeconds(),
        receipt.startedAtMillis(),
        receipt.phases(),
        summary instanceof CaseSummary cleared ? cleared : null,
        summary instanceof BlockSummary screened ? screened : null,
        summary instanceof ChargeSummary charged ? charged : null,
        summary instanceof UnitSummary.Sensitivities sensed ? (Integer) sensed.count() : null,
        summary instanceof UnitSummary.Probe probed ? (Long) probed.value() : null,
        summary instanceof Failure failed ? failed : null,
        summary instanceof UnitSummary.Monitoring monitored ? (Integer) monitored.figures() : null,
        summary instanceof UnitSummary.Figures others ? others.byName() : null);
  }

  /**
   * The receipt.
   *
   * @throws IllegalArgumentException if it has no summary, or more than one
   */
  Receipt receipt() {
    List<UnitSummary> summaries = new ArrayList<>(1);
    add(summaries, summary);
    add(summaries, block);
    add(summaries, charges);
    add(summaries, sensitivities == null ? null : new UnitSummary.Sensitivities(sensitivities));
    add(summaries, probe == null ? null : new UnitSummary.Probe(probe));
    add(summaries, failure);
    add(summaries, figures == null ? null : new UnitSummary.Monitoring(figures));
    add(summaries, others == null ? null : new UnitSummary.Figures(others));
    if (summaries.size() != 1) {
      throw new IllegalArgumentException(
          "The receipt of %s has %d summaries; it must have one.".formatted(key, summaries.size()));
    }
    return new Receipt(key, node, seconds, cpuSeconds, startedAtMillis, phases, summaries.get(0));
  }

  private static void add(List<UnitSummary> summaries, @Nullable UnitSummary summary) {
    if (summary != null) {
      summaries.add(summary);
    }
  }
}
