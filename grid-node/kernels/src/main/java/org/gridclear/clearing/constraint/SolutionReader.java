package org.gridclear.clearing.constraint;

import org.gridclear.market.rule.DecisionVariable;

/** Reads a solution of a model: what was decided, and what it costs. */
final class SolutionReader {
  private final ClearingModel m;
  private final double[] x;

  SolutionReader(ClearingModel m, double[] x) {
    this.m = m;
    this.x = x;
  }

  /** The schedule. */
  Schedule schedule() {
    int thermal = m.day.thermalUnits().size();
    boolean[][] committed = new boolean[thermal][m.periodCount];
    boolean[][] starts = new boolean[thermal][m.periodCount];
    double[][] outputMw = new double[thermal][m.periodCount];
    double[][][] reserveMw = new double[m.reserve.length][thermal][m.periodCount];
    for (int g = 0; g < thermal; g++) {
      for (int t = 0; t < m.periodCount; t++) {
        committed[g][t] = x[m.on[g][t]] > 0.5;
        starts[g][t] = x[m.start[g][t]] > 0.5;
        outputMw[g][t] = committed[g][t] ? clean(outputMw(g, t)) : 0;
        for (int r = 0; r < m.reserve.length; r++) {
          reserveMw[r][g][t] = m.reserve[r][g][t] < 0 ? 0 : clean(x[m.reserve[r][g][t]]);
        }
      }
    }
    return new Schedule(
        committed,
        starts,
        outputMw,
        reserveMw,
        values(m.profiled),
        values(m.charge),
        values(m.discharge),
        values(m.level),
        values(m.flexible),
        values(m.shed),
        hvdcMw(),
        values(m.volume),
        values(m.spill),
        values(m.variable));
  }

  private double outputMw(int g, int t) {
    double mw = x[m.above[g][t]];
    for (ClearingModel.InjectionColumn part : m.outputParts(g, t)) {
      mw += part.mwPerUnit() * x[part.column()];
    }
    return mw;
  }

  private double[][] hvdcMw() {
    double[][] mw = new double[m.hvdc.length][m.periodCount];
    for (int i = 0; i < mw.length; i++) {
      for (int t = 0; t < m.periodCount; t++) {
        mw[i][t] = clean(x[m.hvdc[i].forward()[t]] - x[m.hvdc[i].backward()[t]]);
      }
    }
    return mw;
  }

  private double[][] values(int[][] columns) {
    double[][] values = new double[columns.length][m.periodCount];
    for (int i = 0; i < columns.length; i++) {
      for (int t = 0; t < m.periodCount; t++) {
        values[i][t] = columns[i][t] < 0 ? 0 : clean(x[columns[i][t]]);
      }
    }
    return values;
  }

  /** The parts of the objective at a solution, in yuan, without the m.slacks of flow rows. */
  CostParts costs() {
    double energy = 0;
    double starts = 0;
    for (int g = 0; g < m.units.size(); g++) {
      for (int t = 0; t < m.periodCount; t++) {
        energy += cost(m.on[g][t]);
        for (int column : m.segment[g][t]) {
          energy += cost(column);
        }
        starts += cost(m.stop[g][t]);
        for (int column : m.startCategory[g][t]) {
          starts += cost(column);
        }
      }
    }
    double ancillary = variablesOf(DecisionVariable.Part.ANCILLARY);
    energy += variablesOf(DecisionVariable.Part.ENERGY);
    for (int[][] product : m.reserve) {
      ancillary += cost(product);
    }
    double penalties = 0;
    for (ClearingModel.Slack slack : m.slacks) {
      penalties += cost(slack.column());
    }
    return new CostParts(
        energy,
        starts,
        cost(m.profiled),
        cost(m.charge) + cost(m.discharge),
        ancillary,
        -cost(m.flexible),
        penalties);
  }

  /** Cost of the variables given as data that belong to a part of the objective. */
  private double variablesOf(DecisionVariable.Part part) {
    double sum = 0;
    for (int i = 0; i < m.variable.length; i++) {
      for (int column : m.variable[i]) {
        boolean counts = column >= 0 && m.day.rules().variables().get(i).part() == part;
        sum += counts ? cost(column) : 0;
      }
    }
    return sum;
  }

  private double cost(int[][] columns) {
    double sum = 0;
    for (int[] row : columns) {
      for (int column : row) {
        sum += column < 0 ? 0 : cost(column);
      }
    }
    return sum;
  }

  private double cost(int column) {
    return m.linear.cost(column) * x[column];
  }

  /** Solver noise below a millionth of a MW is no quantity. */
  private static double clean(double value) {
    return Math.abs(value) < 1e-7 ? 0 : value;
  }
}
