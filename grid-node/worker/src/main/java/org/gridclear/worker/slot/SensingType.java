package org.gridclear.worker.slot;

import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.NodeState;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.StoredSensitivities;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.api.WorkType;

/** Finds sensitivities. */
public final class SensingType implements WorkType<WorkUnit.Sensing> {
  @Override
  public String name() {
    return "sensing";
  }

  @Override
  public Class<WorkUnit.Sensing> unit() {
    return WorkUnit.Sensing.class;
  }

  @Override
  public NodeWork<WorkUnit.Sensing> open(NodeState node) {
    return new SensingSlot(node.shared(NetworkModels.class, NetworkModels::new))::work;
  }

  @Override
  public Receipt receipt(byte[] packed) {
    return Wire.unpack(packed, StoredSensitivities.class).receipt();
  }
}
