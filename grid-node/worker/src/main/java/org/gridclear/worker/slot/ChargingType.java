package org.gridclear.worker.slot;

import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.ChargeBytes;
import org.gridclear.worker.api.NodeState;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.WorkType;

/** Computes charges. */
public final class ChargingType implements WorkType<WorkUnit.Charging> {
  @Override
  public String name() {
    return "charging";
  }

  @Override
  public Class<WorkUnit.Charging> unit() {
    return WorkUnit.Charging.class;
  }

  @Override
  public NodeWork<WorkUnit.Charging> open(NodeState node) {
    return new ChargingSlot()::work;
  }

  @Override
  public Receipt receipt(byte[] packed) {
    return ChargeBytes.receipt(packed);
  }
}
