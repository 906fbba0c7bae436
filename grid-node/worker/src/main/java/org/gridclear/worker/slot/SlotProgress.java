package org.gridclear.worker.slot;

import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import org.gridclear.clearing.context.ClearingProgress;
import org.gridclear.clearing.context.SolverPhase;
import org.gridclear.worker.api.TimedPhase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what a clearing tells to the log and keeps the time of its phases. */
final class SlotProgress implements ClearingProgress {
  private static final Logger LOG = LoggerFactory.getLogger(SlotProgress.class);

  private final String unit;
  private final Consumer<TimedPhase> phases;
  private final long cpuStart = cpuNanos();

  SlotProgress(String unit, Consumer<TimedPhase> phases) {
    this.unit = unit;
    this.phases = phases;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Override
  public void step(String text) {
    LOG.debug("unit={} {}", unit, text);
  }

  @Override
  public void phase(SolverPhase phase) {
    double incumbent = phase.incumbentYuan();
    phases.accept(
        new TimedPhase(
            phase.name(),
            (cpuNanos() - cpuStart) / 1e9,
            phase.boundYuan(),
            Double.isNaN(incumbent) ? null : incumbent));
    ClearingProgress.super.phase(phase);
  }
}
