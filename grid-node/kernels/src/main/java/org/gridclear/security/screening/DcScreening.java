package org.gridclear.security.screening;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.numerics.Lanes;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.DcPowerFlow;
import org.gridclear.security.result.Monitored;
import org.gridclear.security.result.OutageEffect;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.solver.Deadline;

/** Screens a range of outages in DC, batch by batch. Not safe for several threads. */
final class DcScreening implements Screening {
  private final PreparedOutages outages;
  private final LimitCheck check;
  private final DcScreen screen;
  private final double baseMva;
  private final DcScan scan;
  private final List<OutageResult> results = new ArrayList<>();

  DcScreening(
      DcPowerFlow base,
      SolvedUnits units,
      PreparedOutages outages,
      Monitored monitored,
      LimitCheck check,
      ScreeningOptions options) {
    this.outages = outages;
    this.check = check;
    this.baseMva = monitored.baseMva();
    this.screen = new DcScreen(base, units, options, monitored.needed());
    this.scan = new DcScan(base, monitored, check, options.severityExponent(), screen.angles());
  }

  @Override
  public ScreeningBlock run(int from, int to, Deadline cancelled) {
    int[] batch = new int[Lanes.COUNT];
    for (int next = from; next < to && !cancelled.passed(); ) {
      int lanes = 0;
      screen.begin();
      for (; next < to && lanes < batch.length; next++) {
        if (outages.equivalentTo(next) >= 0) {
          results.add(OutageResult.linked(next, outages.equivalentTo(next)));
          continue;
        }
        if (outages.effect(next).nothing()) {
          results.add(OutageResult.skipped(next, ScreeningKernel.NOTHING_TO_OPEN));
        } else {
          screen.plan(lanes, outages.effect(next));
          batch[lanes++] = next;
        }
      }
      solve(batch, lanes);
    }
    return new ScreeningBlock(results, check.loadings());
  }

  private void solve(int[] batch, int lanes) {
    if (lanes == 0) {
      return;
    }
    screen.fill();
    scan.begin();
    boolean[] solved = new boolean[lanes];
    for (int q = 0; q < lanes; q++) {
      int o = batch[q];
      String failure = screen.place(q, outages.effect(o));
      solved[q] = failure.isEmpty();
      if (!solved[q]) {
        results.add(
            OutageResult.diverged(o, outages.effect(o), screen.missingPu(q), baseMva, 0, failure));
      }
      check.begin(q, o);
      scan.add(solved[q] ? outages.effect(o) : null);
    }
    screen.solve();
    scan.run();
    for (int q = 0; q < lanes; q++) {
      if (solved[q]) {
        results.add(result(batch[q], q));
      }
    }
  }

  private OutageResult result(int o, int lane) {
    OutageEffect effect = outages.effect(o);
    scan.flowgates(lane, effect, l -> screen.flowPu(l, lane));
    return scan.result(lane, o, effect, screen.missingPu(lane), 0, 0);
  }
}
