package org.gridclear.worker.slot;

import org.gridclear.network.OperatingPoint;
import org.gridclear.security.sensitivity.SensitivityKernel;
import org.gridclear.work.FailureReason;
import org.gridclear.work.UnitSummary;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.StoredSensitivities;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.api.WorkAnswer;
import org.gridclear.worker.api.WorkContext;

/** Sensitivities at operating points. */
final class SensingSlot {
  private final NetworkModels networks;

  SensingSlot(NetworkModels networks) {
    this.networks = networks;
  }

  WorkAnswer work(WorkUnit.Sensing unit, WorkContext context) {
    BlockStore store = context.store();
    OperatingPoint point = store.value(unit.pointHash(), OperatingPoint.class);
    try {
      SensitivityKernel.Answer answer =
          SensitivityKernel.answer(
              networks.structure(unit.networkHash(), store), point, unit.question());
      return new WorkAnswer.Done(
          new UnitSummary.Sensitivities(answer.rows().size()),
          receipt -> Wire.pack(new StoredSensitivities(receipt, answer)));
    } catch (ArithmeticException e) {
      return new WorkAnswer.Failed(FailureReason.INFEASIBLE, String.valueOf(e.getMessage()));
    }
  }
}
