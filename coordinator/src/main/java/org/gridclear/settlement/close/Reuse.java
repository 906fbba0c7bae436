package org.gridclear.settlement.close;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunPlan;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.work.WorkUnit;

/** Gives a grid what an earlier close knows: charges that stay, inputs of those that do not. */
final class Reuse {
  private final CloseFolder previous;
  private final SettlementMonth month;
  private final SettlementInputs inputs;
  private final GridStore store;

  Reuse(CloseFolder previous, SettlementMonth month, SettlementInputs inputs, GridStore store) {
    this.previous = previous;
    this.month = month;
    this.inputs = inputs;
    this.store = store;
  }

  void run() {
    RunPlan plan =
        RunPlan.of("reuse", new Job.Charging(month, inputs.priceHashes(), inputs.blockHashes()));
    List<String> prices = new ArrayList<>();
    for (WorkUnit unit : plan.units()) {
      String key = unit.key().hex();
      var known = previous.find(key);
      if (known.isPresent()) {
        store.putOutcome(key, known.get());
      } else {
        WorkUnit.Charging charging = (WorkUnit.Charging) unit;
        prices.addAll(charging.priceHashes());
        blocks(charging);
      }
    }
    for (String hash : prices) {
      previous.find(hash).ifPresent(packed -> store.putData(hash, packed));
    }
  }

  private void blocks(WorkUnit.Charging unit) {
    Map<String, byte[]> blocks = new LinkedHashMap<>();
    for (List<String> ofDay : unit.blockHashes()) {
      for (String hash : ofDay) {
        previous.find(hash).ifPresent(packed -> blocks.put(hash, packed));
      }
    }
    store.putBlocks(blocks);
  }
}
