package org.gridclear.worker.slot;

import java.util.OptionalDouble;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.NodeState;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.StoredOutcome;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.api.WorkType;

/** Clears cases. */
public final class ClearingType implements WorkType<WorkUnit.Clearing> {
  @Override
  public String name() {
    return "clearing";
  }

  @Override
  public Class<WorkUnit.Clearing> unit() {
    return WorkUnit.Clearing.class;
  }

  @Override
  public NodeWork<WorkUnit.Clearing> open(NodeState node) {
    return new ClearingSlot()::work;
  }

  @Override
  public Receipt receipt(byte[] packed) {
    return Wire.unpack(packed, StoredOutcome.class).receipt();
  }

  @Override
  public OptionalDouble secondsApart(WorkUnit.Clearing unit) {
    return OptionalDouble.of(unit.options().secondsMax());
  }
}
