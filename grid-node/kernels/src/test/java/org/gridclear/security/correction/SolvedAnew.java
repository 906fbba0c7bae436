package org.gridclear.security.correction;

import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;
import org.gridclear.security.audit.OutageAudit;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.ScreeningOptions;

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
