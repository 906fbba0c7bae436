package org.gridclear.worker.slot;

import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.NodeState;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.ScreeningBytes;
import org.gridclear.worker.api.WorkType;

/** Screens outages. */
public final class ScreeningType implements WorkType<WorkUnit.Screening> {
  @Override
  public String name() {
    return "screening";
  }

  @Override
  public Class<WorkUnit.Screening> unit() {
    return WorkUnit.Screening.class;
  }

  @Override
  public NodeWork<WorkUnit.Screening> open(NodeState node) {
    return new ScreeningSlot(node.shared(NetworkModels.class, NetworkModels::new))::work;
  }

  @Override
  public Receipt receipt(byte[] packed) {
    return ScreeningBytes.receipt(packed);
  }
}
