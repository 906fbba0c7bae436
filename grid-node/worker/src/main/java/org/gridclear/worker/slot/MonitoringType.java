package org.gridclear.worker.slot;

import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.NodeState;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.StoredMonitoring;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.api.WorkType;

/** Does tasks of monitoring. */
public final class MonitoringType implements WorkType<WorkUnit.Monitoring> {
  @Override
  public String name() {
    return "monitoring";
  }

  @Override
  public Class<WorkUnit.Monitoring> unit() {
    return WorkUnit.Monitoring.class;
  }

  @Override
  public NodeWork<WorkUnit.Monitoring> open(NodeState node) {
    return new MonitoringSlot()::work;
  }

  @Override
  public Receipt receipt(byte[] packed) {
    return Wire.unpack(packed, StoredMonitoring.class).receipt();
  }
}
