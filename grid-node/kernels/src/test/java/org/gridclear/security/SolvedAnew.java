package org.gridclear.security;

import org.gridclear.audit.OutageAudit;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.Outage;
import org.gridclear.scenario.resolved.ScreeningOptions;

/** A period of a schedule, its outages solved from scratch in AC by the auditor's program. */
record SolvedAnew(NetworkIndex index, OutageAudit audit) {
  static SolvedAnew of(MarketDay day, ClearingResult result, int t) {
    ClearedSnapshots shot = ClearedSnapshots.of(ClearingCase.of(day), result, t, t + 1);
    OutageAudit audit =
        new OutageAudit(
            shot.network(),
            shot.points().get(0),
            ScreeningOptions.DEFAULT.with(ScreeningOptions.Method.AC),
            new double[0]);
    return new SolvedAnew(new NetworkIndex(shot.network()), audit);
  }

  OutageAudit.Finding after(Contingency outage) {
    return audit.after(Outage.of(outage, index), new double[0]);
  }
}
