package org.gridclear.work;

import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.monitoring.task.MonitoringAnswer;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.security.sensitivity.SensitivityKernel;
import org.gridclear.settlement.charge.ChargeResult;

/** What became of a work unit. */
public sealed interface WorkOutcome {
  /** What the run is told of it. */
  UnitSummary summary();

  /** A case that was cleared. */
  record Solved(ClearingResult result, CaseSummary summary) implements WorkOutcome {}

  /** Outages that were screened. */
  record Screened(ScreeningBlock block, BlockSummary summary) implements WorkOutcome {}

  /** Sensitivities at an operating point. */
  record Sensed(SensitivityKernel.Answer answer) implements WorkOutcome {
    @Override
    public UnitSummary summary() {
      return new UnitSummary.Sensitivities(answer.rows().size());
    }
  }

  /** Charges of some entities. */
  record Charged(ChargeResult result, ChargeSummary summary) implements WorkOutcome {}

  /** Samples or indices. */
  record Monitored(MonitoringAnswer answer) implements WorkOutcome {
    @Override
    public UnitSummary summary() {
      return new UnitSummary.Monitoring(answer.figures());
    }
  }

  /** A probe, and what its steps led to. */
  record Probed(long value) implements WorkOutcome {
    @Override
    public UnitSummary summary() {
      return new UnitSummary.Probe(value);
    }
  }

  /** Nothing came of it. */
  record NotSolved(Failure failure) implements WorkOutcome {
    @Override
    public UnitSummary summary() {
      return failure;
    }
  }
}
