package org.gridclear.worker.slot;

import org.gridclear.work.ProbeKernel;
import org.gridclear.work.UnitSummary;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.NodeState;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.api.WorkAnswer;
import org.gridclear.worker.api.WorkType;

/** Goes the steps of probes. */
public final class ProbeType implements WorkType<WorkUnit.Probe> {
  @Override
  public String name() {
    return "probe";
  }

  @Override
  public Class<WorkUnit.Probe> unit() {
    return WorkUnit.Probe.class;
  }

  @Override
  public NodeWork<WorkUnit.Probe> open(NodeState node) {
    return (unit, context) ->
        new WorkAnswer.Done(new UnitSummary.Probe(ProbeKernel.run(unit)), Wire::pack);
  }

  @Override
  public Receipt receipt(byte[] packed) {
    return Wire.unpack(packed, Receipt.class);
  }
}
