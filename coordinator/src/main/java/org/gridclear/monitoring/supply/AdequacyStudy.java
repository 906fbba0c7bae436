package org.gridclear.monitoring.supply;

import java.util.List;
import java.util.stream.LongStream;
import org.gridclear.monitoring.adequacy.AdequacySampling;
import org.gridclear.monitoring.adequacy.AdequacySystem;
import org.gridclear.monitoring.adequacy.CapacityOutageTable;
import org.gridclear.monitoring.adequacy.WeekSums;
import org.gridclear.monitoring.grid.MonitoringRun;
import org.gridclear.monitoring.task.MonitoringAnswer;
import org.gridclear.monitoring.task.MonitoringTask;
import org.gridclear.run.StudyRuns;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * A study of adequacy: blocks of samples by all threads, added in their order, and what the outage
 * table says.
 *
 * @param sampled sums of the samples
 * @param expected what the table expects; unknown where there are zones
 */
public record AdequacyStudy(WeekSums sampled, CapacityOutageTable.Expected expected) {
  /** Samples of a block. */
  private static final int BLOCK = 8192;

  /**
   * Samples a system.
   *
   * @param samples weeks; at least two of each week of the load
   * @param seed seed; studies of one seed have common random numbers
   * @throws IllegalArgumentException if there are too few samples
   */
  public static AdequacyStudy of(AdequacySystem system, long samples, long seed) {
    AdequacySampling sampling = new AdequacySampling(system, seed);
    return of(
        system,
        blocks(system, samples)
            .parallel()
            .mapToObj(first -> sampling.block(first, size(first, samples)))
            .toList());
  }

  /**
   * The same on the nodes of a grid, a unit for each block: the bits are those of one process.
   *
   * @throws IllegalArgumentException if there are too few samples
   */
  public static AdequacyStudy on(StudyRuns runs, AdequacySystem system, long samples, long seed) {
    return of(
        system,
        run(system, samples, seed).answers(runs).stream()
            .map(answer -> ((MonitoringAnswer.Sampled) answer).sums())
            .toList());
  }

  /** The run of the samples of a system. */
  public static MonitoringRun run(AdequacySystem system, long samples, long seed) {
    MonitoringRun run = new MonitoringRun("%d sampled weeks".formatted(samples));
    String hash = run.put(system);
    blocks(system, samples)
        .forEach(
            first ->
                run.add(
                    "samples from %d".formatted(first),
                    new MonitoringTask.Sample(hash, seed, first, size(first, samples))));
    return run;
  }

  /** The study of blocks of samples, in their order. */
  public static AdequacyStudy of(AdequacySystem system, List<WeekSums> blocks) {
    WeekSums sums = blocks.stream().reduce(WeekSums.empty(system.weeks()), WeekSums::plus);
    return new AdequacyStudy(
        sums,
        system.zones().isEmpty()
            ? new CapacityOutageTable(system).of(system.loadKw())
            : CapacityOutageTable.Expected.UNKNOWN);
  }

  /** The first sample of each block. */
  private static LongStream blocks(AdequacySystem system, long samples) {
    if (samples < 2L * system.weeks()) {
      throw new IllegalArgumentException(
          "%d samples are less than two of each of %d weeks.".formatted(samples, system.weeks()));
    }
    return LongStream.range(0, (samples + BLOCK - 1) / BLOCK).map(block -> block * BLOCK);
  }

  private static int size(long first, long samples) {
    return (int) Math.min(BLOCK, samples - first);
  }

  private static @Nullable Double known(double value) {
    return Double.isNaN(value) ? null : (Double) value;
  }

  /** The figures of all weeks. */
  public Table table() {
    WeekSums.Estimate lole = sampled.loleHours();
    WeekSums.Estimate eens = sampled.eensMwh();
    return new Table.Rows(
            "adequacy",
            "Adequacy of supply over all weeks of the load.",
            Column.text("figure", "What it is."),
            Column.text("of", "Its unit."),
            Column.number("sampled", "Mean of the samples."),
            Column.number("low", "Lower end of its interval of 95 % confidence."),
            Column.number("high", "Upper end of it."),
            Column.number("exact", "By the capacity outage table; empty where that has none."))
        .add(
            "lole",
            "h",
            lole.value(),
            lole.value() - lole.halfWidth(),
            lole.value() + lole.halfWidth(),
            known(expected.loleHours()))
        .add(
            "eens",
            "MWh",
            eens.value(),
            eens.value() - eens.halfWidth(),
            eens.value() + eens.halfWidth(),
            known(expected.eensMwh()))
        .add("losses-of-load", "1", sampled.lossesOfLoad(), null, null, null)
        .table();
  }
}
