package org.gridclear.oracle.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.quantity.Series;
import org.jspecify.annotations.Nullable;

/**
 * Balance, flows and their limits by angles, after every outage too: rows (26), (27), (44). Losses
 * are columns here; {@link LossRows} says how great they are.
 */
public final class GridRows {
  private static final double NONE = Double.POSITIVE_INFINITY;

  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final Program program;
  private final Decisions decisions;
  private final boolean losses;
  private final double hours;

  /** Balance of each bus and period, injections on the left. */
  public final Program.Row[][] balance;

  /** Balance of each bus after outages, {@code [bus][period]}: what its injection takes part in. */
  public final List<Program.Row>[][] after;

  /** Flow of each branch; constant 0 where it is out. */
  public final Expression[][] flowMw;

  /** Loss of each branch. */
  public final Expression[][] lossMw;

  @SuppressWarnings({"unchecked", "rawtypes"})
  public GridRows(ClearingCase clearingCase, Program program, Decisions decisions, boolean losses) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.program = program;
    this.decisions = decisions;
    this.losses = losses;
    this.hours = day.horizon().hoursPerPeriod();
    int periods = day.periodCount();
    int buses = day.network().buses().size();
    int branches = day.network().branches().size();
    this.balance = new Program.Row[buses][periods];
    this.after = new List[buses][periods];
    this.flowMw = new Expression[branches][periods];
    this.lossMw = new Expression[branches][periods];
  }

  public void add() {
    for (int t = 0; t < day.periodCount(); t++) {
      Grid grid = Grid.of(day, t, List.of());
      Expression[] injection = new Injections(clearingCase, program, decisions).at(t, grid);
      drawLosses(t, grid, injection);
      Expression[] flow = flows(t, grid, injection, false);
      for (int l = 0; l < flow.length; l++) {
        flowMw[l][t] = flow[l];
      }
      limits(t, flow);
      outages(t, grid, injection);
    }
  }

  /** Losses of an island are drawn at its buses in shares of load. */
  private void drawLosses(int t, Grid grid, Expression[] injection) {
    Expression[] ofIsland = new Expression[grid.islands()];
    Arrays.fill(ofIsland, Expression.ZERO);
    for (int l = 0; l < lossMw.length; l++) {
      boolean loses = losses && grid.closed(l) && day.network().branches().get(l).rPu() > 0;
      lossMw[l][t] = loses ? program.slack(0) : Expression.ZERO;
      int island = grid.island(grid.from(l));
      ofIsland[island] = ofIsland[island].plus(lossMw[l][t]);
    }
    boolean shifted = day.network().branches().stream().anyMatch(each -> each.shiftDeg() != 0);
    for (int i = 0; losses && shifted && i < ofIsland.length; i++) {
      if (!ofIsland[i].isConstant()) {
        Expression unserved = program.slack(day.penalties().scheduleYuanPerMwh() * hours);
        program.atMost(unserved.minus(ofIsland[i]), 0);
        ofIsland[i] = ofIsland[i].minus(unserved);
      }
    }
    double[] share = grid.loadShares(t);
    for (int b = 0; b < injection.length; b++) {
      injection[b] = injection[b].plus(-share[b], ofIsland[grid.island(b)]);
    }
  }

  /** Flows that balance every bus. */
  private Expression[] flows(int t, Grid grid, Expression[] injection, boolean afterOutage) {
    double base = day.network().baseMva();
    Expression[] angle = new Expression[injection.length];
    boolean[] hasReference = new boolean[grid.islands()];
    for (int b = 0; b < angle.length; b++) {
      angle[b] = hasReference[grid.island(b)] ? program.free() : Expression.ZERO;
      hasReference[grid.island(b)] = true;
    }
    Expression[] out = new Expression[angle.length];
    Arrays.fill(out, Expression.ZERO);
    Expression[] flow = new Expression[flowMw.length];
    Arrays.fill(flow, Expression.ZERO);
    for (int l = 0; l < flow.length; l++) {
      if (grid.closed(l)) {
        Branch branch = day.network().branches().get(l);
        double mwPerRadian = branch.susceptancePu() * base;
        Expression across = angle[grid.from(l)].minus(angle[grid.to(l)]);
        flow[l] = program.free();
        program.equal(flow[l], across.plus(-Math.toRadians(branch.shiftDeg())).times(mwPerRadian));
        out[grid.from(l)] = out[grid.from(l)].plus(flow[l]);
        out[grid.to(l)] = out[grid.to(l)].minus(flow[l]);
      }
    }
    for (int b = 0; b < out.length; b++) {
      Program.Row row = program.equal(injection[b], out[b]);
      if (afterOutage) {
        after[b][t].add(row);
      } else {
        balance[b][t] = row;
        after[b][t] = new ArrayList<>();
      }
    }
    return flow;
  }

  private void limits(int t, Expression[] flow) {
    if (clearingCase.inEffect(ConstraintFamily.THERMAL)) {
      for (int l = 0; l < flow.length; l++) {
        double most = normalMw(l, t);
        keep(flow[l], most, most, penalty(l, t));
      }
    }
    if (clearingCase.inEffect(ConstraintFamily.FLOWGATES)) {
      for (Flowgate gate : day.network().flowgates()) {
        Expression sum = Expression.ZERO;
        for (Flowgate.Term term : gate.terms()) {
          sum = sum.plus(term.weight(), flow[branch(term.branch())]);
        }
        double price = day.penalties().flowgateYuanPerMwh();
        keep(sum, gateMw(gate, t, true), gateMw(gate, t, false), price);
      }
    }
  }

  /** Limit of an interface in a direction: the period's where the case has one, else its own. */
  private double gateMw(Flowgate gate, int t, boolean forward) {
    double mw = forward ? gate.limitMw() : gate.reverseLimitMw();
    for (FlowgateLimit each : day.rules().flowgateLimits()) {
      Series ofDay = forward ? each.mw() : each.reverseMw();
      mw = each.flowgate().equals(gate.id()) && ofDay != null ? ofDay.toArray()[t] : mw;
    }
    return mw;
  }

  private void keep(Expression flow, double most, double mostReverse, double yuanPerMwh) {
    if (flow.isConstant() || (most == NONE && mostReverse == NONE)) {
      return;
    }
    Expression over = program.wayAt(yuanPerMwh, hours);
    Expression under = program.wayAt(yuanPerMwh, hours);
    program.atMost(flow.minus(over), most);
    program.atLeast(flow.plus(under), -mostReverse);
  }

  private int branch(String id) {
    int l = 0;
    while (!day.network().branches().get(l).id().equals(id)) {
      l++;
    }
    return l;
  }

  private @Nullable BranchLimit limit(int l) {
    return day.branchLimits().stream()
        .filter(each -> each.branch().equals(day.network().branches().get(l).id()))
        .findFirst()
        .orElse(null);
  }

  private double normalMw(int l, int t) {
    double rating = day.network().branches().get(l).ratings().normalMva();
    BranchLimit limit = limit(l);
    return limit != null ? limit.mw().at(t) : rating > 0 ? rating : NONE;
  }

  private double penalty(int l, int t) {
    double byDefault = day.penalties().thermalYuanPerMwh();
    BranchLimit limit = limit(l);
    return limit == null ? byDefault : limit.penaltyYuanPerMwh(t, byDefault);
  }

  private double emergencyMw(int l, int t) {
    BranchLimit limit = limit(l);
    Series ofDay = limit == null ? null : limit.emergencyMw();
    if (ofDay != null) {
      return ofDay.at(t);
    }
    double rating = day.network().branches().get(l).ratings().emergencyMva();
    return rating > 0 ? rating : normalMw(l, t);
  }

  private List<Contingency> contingencies() {
    ContingencySet set = day.rules().contingencies();
    List<Contingency> all = new ArrayList<>(set.listed());
    if (set.everyBranch()) {
      day.network().branches().forEach(branch -> all.add(Contingency.ofBranch(branch.id())));
    }
    return clearingCase.inEffect(ConstraintFamily.CONTINGENCIES) ? all : List.of();
  }

  /** Every outage with its branches taken out; one overload of a branch for all outages. */
  private void outages(int t, Grid intact, Expression[] injection) {
    Expression[] over = new Expression[flowMw.length];
    for (Contingency contingency : contingencies()) {
      List<String> opened = new ArrayList<>(contingency.branches());
      opened.removeIf(id -> !intact.closed(branch(id)));
      Grid left = Grid.of(day, t, opened);
      if (opened.isEmpty() || left.islands() != intact.islands()) {
        continue;
      }
      Expression[] flow = flows(t, left, injection, true);
      for (int l = 0; l < flow.length; l++) {
        double most = emergencyMw(l, t);
        if (left.closed(l) && most != NONE) {
          double price = day.penalties().contingencyYuanPerMwh() * hours;
          over[l] = over[l] == null ? program.slack(price) : over[l];
          program.atMost(flow[l].minus(over[l]), most);
          program.atLeast(flow[l].plus(over[l]), -most);
        }
      }
    }
  }
}
