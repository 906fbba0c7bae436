package org.gridclear.clearing.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.LostPower;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.market.MarketDay;
import org.gridclear.network.HvdcLine;
import org.gridclear.numerics.OutageResponse;
import org.jspecify.annotations.Nullable;

/** DC flows of a schedule, losses drawn where the load is, and names for their rows. */
public final class ClearedFlows {
  private final ClearingGrid grid;
  private final MarketDay day;
  private final Schedule schedule;
  private final double[][] flowsMw;
  private final Map<String, Integer> elements = new HashMap<>();
  private final Map<String, Integer> outages = new HashMap<>();

  /** The flows of a schedule of a case. */
  public ClearedFlows(ClearingCase clearingCase, Schedule schedule) {
    this.grid = new ClearingGrid(clearingCase);
    this.day = clearingCase.day();
    this.schedule = schedule;
    this.flowsMw = new double[day.periodCount()][];
    for (int t = 0; t < flowsMw.length; t++) {
      flowsMw[t] = grid.flowsMw(t, decidedMw(t));
    }
    for (int e = 0; e < grid.monitored().size(); e++) {
      ClearingGrid.Monitored element = grid.monitored().get(e);
      elements.put(kind(element) + " " + element.id(), e);
    }
    List<ClearingGrid.Contingent> all = grid.outages();
    for (int k = 0; k < all.size(); k++) {
      outages.put(all.get(k).id(), k);
    }
  }

  private double[] decidedMw(int t) {
    double[] mw = new double[grid.index().busCount()];
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      mw[grid.index().bus(day.thermalUnits().get(g).bus())] += schedule.outputMw()[g][t];
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      mw[grid.index().bus(day.profiledUnits().get(i).bus())] += schedule.profiledMw()[i][t];
    }
    for (int i = 0; i < day.storageUnits().size(); i++) {
      mw[grid.index().bus(day.storageUnits().get(i).bus())] +=
          schedule.dischargeMw()[i][t] - schedule.chargeMw()[i][t];
    }
    for (int i = 0; i < day.flexibleLoads().size(); i++) {
      mw[grid.index().bus(day.flexibleLoads().get(i).bus())] -= schedule.flexibleMw()[i][t];
    }
    for (int i = 0; i < grid.decidedHvdc().size(); i++) {
      HvdcLine line = grid.hvdcLine(grid.decidedHvdc().get(i).line());
      double sent = schedule.hvdcMw()[i][t];
      double kept = 1 - line.lossShare();
      mw[grid.index().bus(line.from())] -= sent >= 0 ? sent : sent * kept;
      mw[grid.index().bus(line.to())] += sent >= 0 ? sent * kept : sent;
    }
    for (int b = 0; b < mw.length; b++) {
      mw[b] += schedule.shedMw()[b][t];
    }
    return mw;
  }

  private static SecurityReport.Kind kind(ClearingGrid.Monitored element) {
    return element.isFlowgate() ? SecurityReport.Kind.FLOWGATE : SecurityReport.Kind.BRANCH;
  }

  /**
   * Name of the row of a branch or flowgate after an outage ("" for none), or null if it has no
   * such row.
   */
  public @Nullable FlowRowKey key(SecurityReport.Kind kind, String id, String outage, int period) {
    Integer element = elements.get(kind + " " + id);
    Integer k = outage.isEmpty() ? Integer.valueOf(-1) : outages.get(outage);
    return element == null || k == null ? null : new FlowRowKey(element, k, period);
  }

  /** Whether a row can hold the flow: none where no flow answers its outage. */
  public boolean hasRow(FlowRowKey key) {
    return key.outage() < 0 || grid.response(key.outage(), key.period()).isPresent();
  }

  /** Flow of every branch in a period, in MW, in the order of the network; 0 where it is out. */
  public double[] branchFlowsMw(int period) {
    return flowsMw[period].clone();
  }

  /** Flow of a row in MW, from {@code from} to {@code to}. */
  public double flowMw(FlowRowKey key) {
    ClearingGrid.Monitored element = grid.monitored().get(key.element());
    double flow = ClearingGrid.flowMw(element, flowsMw[key.period()]);
    if (key.outage() < 0) {
      return flow;
    }
    OutageResponse response = grid.response(key.outage(), key.period()).orElse(null);
    if (response == null) {
      return flow;
    }
    int[] open = response.branches();
    for (int k = 0; k < open.length; k++) {
      flow += element.takesOver(response.weights(k)) * flowsMw[key.period()][open[k]];
    }
    return flow + movedMw(key, grid.after(element, response, 0));
  }

  /** Flow that an outage of units or buses moves besides. */
  private double movedMw(FlowRowKey key, ClearingGrid.Monitored after) {
    int t = key.period();
    return LostPower.of(grid, key.outage(), t)
        .map(
            lost -> {
              double[] extra = lost.extra(grid.shiftFactors(after, t));
              double[] decided = decidedMw(t);
              double[] losses = grid.leftOverMw(t, decided);
              double moved = 0;
              for (String unit : lost.units()) {
                moved += extra[LostPower.bus(grid, unit)] * outputMw(unit, t);
              }
              for (int b = 0; b < extra.length; b++) {
                double drawn = grid.lossShare(b, t) * losses[grid.island(t, b)];
                double there = decided[b] + grid.fixedInjectionMw(b, t) - drawn;
                moved += lost.buses()[b] ? extra[b] * there : 0;
              }
              return moved;
            })
        .orElse(0.0);
  }

  private double outputMw(String id, int t) {
    double mw = 0;
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      mw += day.thermalUnits().get(g).id().equals(id) ? schedule.outputMw()[g][t] : 0;
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      mw += day.profiledUnits().get(i).id().equals(id) ? schedule.profiledMw()[i][t] : 0;
    }
    return mw;
  }
}
