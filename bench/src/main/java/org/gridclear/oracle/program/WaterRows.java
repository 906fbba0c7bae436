package org.gridclear.oracle.program;

import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.Reservoir;

/**
 * Water in reservoirs and on its way down: rows (38) to (41). Columns and rows are in thousand m³:
 * a million m³ costs millions, and a solver's 1e-6 of it yuan.
 */
public final class WaterRows {
  private static final double PER_MM3 = 1000;

  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final Program program;
  private final Decisions decisions;
  private final List<Reservoir> lakes;

  /** Million m³ that a flow of 1 m³/s brings in a period. */
  private final double mm3PerFlow;

  public WaterRows(ClearingCase clearingCase, Program program, Decisions decisions) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.program = program;
    this.decisions = decisions;
    this.lakes = clearingCase.decidedReservoirs();
    this.mm3PerFlow = 3600 * day.horizon().hoursPerPeriod() / 1e6;
  }

  public void add() {
    for (int i = 0; i < lakes.size(); i++) {
      for (int t = 0; t < day.periodCount(); t++) {
        decisions.spillM3PerS[i][t] = program.slack(0);
        double least = lakes.get(i).minMm3().at(t);
        double most = lakes.get(i).maxMm3().at(t);
        decisions.volumeMm3[i][t] =
            program.column(PER_MM3 * least, PER_MM3 * most).times(1 / PER_MM3);
      }
    }
    for (int i = 0; i < lakes.size(); i++) {
      for (int t = 0; t < day.periodCount(); t++) {
        volume(i, t);
        flows(i, t);
      }
      Expression last = decisions.volumeMm3[i][day.periodCount() - 1].plus(slackMm3(lakes.get(i)));
      program.atLeast(last.times(PER_MM3), PER_MM3 * lakes.get(i).endMinMm3());
    }
  }

  private Expression slackMm3(Reservoir lake) {
    return program.slack(lake.penaltyYuanPerMm3() / PER_MM3).times(1 / PER_MM3);
  }

  private Expression release(int i, int t) {
    Expression flow = decisions.spillM3PerS[i][t];
    double flowPerMw = lakes.get(i).m3PerMwh() / 3600;
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      boolean draws = lakes.get(i).units().contains(day.thermalUnits().get(g).id());
      flow = draws ? flow.plus(flowPerMw, decisions.outputMw[g][t]) : flow;
    }
    for (int k = 0; k < day.profiledUnits().size(); k++) {
      boolean draws = lakes.get(i).units().contains(day.profiledUnits().get(k).id());
      flow = draws ? flow.plus(flowPerMw, decisions.profiledMw[k][t]) : flow;
    }
    return flow;
  }

  /** (38) with water that is missing or too much at its price. */
  private void volume(int i, int t) {
    Reservoir lake = lakes.get(i);
    Expression before =
        t > 0 ? decisions.volumeMm3[i][t - 1] : Expression.constant(lake.initialMm3());
    Expression in = Expression.constant(lake.inflowM3PerS().at(t));
    for (int up = 0; up < lakes.size(); up++) {
      if (lakes.get(up).downstream().equals(lake.id())) {
        int earlier = t - day.horizon().periodsFor(lakes.get(up).delayHours());
        in =
            earlier >= 0
                ? in.plus(release(up, earlier))
                : in.plus(lakes.get(up).releasedM3PerS(earlier));
      }
    }
    Expression made = slackMm3(lake);
    Expression lost = slackMm3(lake);
    Expression after = before.plus(mm3PerFlow, in.minus(release(i, t))).plus(made).minus(lost);
    program.equal(decisions.volumeMm3[i][t].times(PER_MM3), after.times(PER_MM3));
  }

  /** (39) and (41) */
  private void flows(int i, int t) {
    Reservoir lake = lakes.get(i);
    double price = lake.penaltyYuanPerMm3() * mm3PerFlow;
    Expression kept = release(i, t).plus(program.slack(price)).minus(program.slack(price));
    program.within(lake.minReleaseM3PerS().at(t), kept, lake.maxReleaseM3PerS().at(t));
    double most = lake.maxSpillM3PerS().at(t);
    if (clearingCase.inEffect(ConstraintFamily.SPILLAGE) && most < Double.POSITIVE_INFINITY) {
      program.atMost(decisions.spillM3PerS[i][t].minus(program.slack(price / 2)), most);
    }
  }
}
