package org.gridclear.clearing.model;

import org.gridclear.clearing.result.CostParts;
import org.gridclear.clearing.result.Schedule;
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
    int thermal = m.day().thermalUnits().size();
    boolean[][] committed = new boolean[thermal][m.periodCount()];
    boolean[][] starts = new boolean[thermal][m.periodCount()];
    double[][] outputMw = new double[thermal][m.periodCount()];
    double[][][] reserveMw = new double[m.products().size()][thermal][m.periodCount()];
    for (int g = 0; g < thermal; g++) {
      for (int t = 0; t < m.periodCount(); t++) {
        committed[g][t] = x[m.on().at(g, t)] > 0.5;
        starts[g][t] = x[m.start().at(g, t)] > 0.5;
        outputMw[g][t] = committed[g][t] ? clean(outputMw(g, t)) : 0;
        for (int r = 0; r < m.products().size(); r++) {
          reserveMw[r][g][t] = m.reserve(r).at(g, t) < 0 ? 0 : clean(x[m.reserve(r).at(g, t)]);
        }
      }
    }
    return new Schedule(
        committed,
        starts,
        outputMw,
        reserveMw,
        values(m.profiled()),
        values(m.storage().charge()),
        values(m.storage().discharge()),
        values(m.storage().level()),
        values(m.flexible()),
        values(m.shed()),
        hvdcMw(),
        values(m.water().volume()),
        values(m.water().spill()),
        values(m.variable()));
  }

  private double outputMw(int g, int t) {
    double mw = x[m.above().at(g, t)];
    for (ClearingModel.InjectionColumn part : m.outputParts(g, t)) {
      mw += part.mwPerUnit() * x[part.column()];
    }
    return mw;
  }

  private double[][] hvdcMw() {
    double[][] mw = new double[m.hvdc().length][m.periodCount()];
    for (int i = 0; i < mw.length; i++) {
      for (int t = 0; t < m.periodCount(); t++) {
        mw[i][t] = clean(x[m.hvdc()[i].forward()[t]] - x[m.hvdc()[i].backward()[t]]);
      }
    }
    return mw;
  }

  private double[][] values(IndexTable columns) {
    double[][] values = new double[columns.rows()][m.periodCount()];
    for (int i = 0; i < columns.rows(); i++) {
      for (int t = 0; t < m.periodCount(); t++) {
        values[i][t] = columns.at(i, t) < 0 ? 0 : clean(x[columns.at(i, t)]);
      }
    }
    return values;
  }

  /** The parts of the objective at a solution, in yuan, without the slacks of flow rows. */
  CostParts costs() {
    double energy = 0;
    double starts = 0;
    for (int g = 0; g < m.units().size(); g++) {
      for (int t = 0; t < m.periodCount(); t++) {
        energy += cost(m.on().at(g, t));
        for (int column : m.segments().at(g, t)) {
          energy += cost(column);
        }
        starts += cost(m.stop().at(g, t));
        for (int column : m.startCategories().at(g, t)) {
          starts += cost(column);
        }
      }
    }
    double ancillary = variablesOf(DecisionVariable.Part.ANCILLARY);
    energy += variablesOf(DecisionVariable.Part.ENERGY);
    for (int r = 0; r < m.products().size(); r++) {
      ancillary += cost(m.reserve(r));
    }
    double penalties = 0;
    for (ClearingModel.Slack slack : m.slacks()) {
      penalties += cost(slack.column());
    }
    return new CostParts(
        energy,
        starts,
        cost(m.profiled()),
        cost(m.storage().charge()) + cost(m.storage().discharge()),
        ancillary,
        -cost(m.flexible()),
        penalties);
  }

  /** Cost of the variables given as data that belong to a part of the objective. */
  private double variablesOf(DecisionVariable.Part part) {
    double sum = 0;
    for (int i = 0; i < m.variable().rows(); i++) {
      for (int column : m.variable().row(i)) {
        boolean counts = column >= 0 && m.day().rules().variables().get(i).part() == part;
        sum += counts ? cost(column) : 0;
      }
    }
    return sum;
  }

  private double cost(IndexTable columns) {
    double sum = 0;
    for (int[] row : columns.all()) {
      for (int column : row) {
        sum += column < 0 ? 0 : cost(column);
      }
    }
    return sum;
  }

  private double cost(int column) {
    return m.linear().cost(column) * x[column];
  }

  /** Solver noise below a millionth of a MW is no quantity. */
  private static double clean(double value) {
    return Math.abs(value) < 1e-7 ? 0 : value;
  }
}
