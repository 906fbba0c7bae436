package org.gridclear.clearing.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;

/**
 * What whole-numbered statuses cost each unit by itself at the prices of the relaxation. With the
 * rows that couple units dualised at their duals, the relaxation falls apart into units, and the
 * bound rises by {@code Σ_g (z_g with whole statuses − z_g of the relaxation)} (Geoffrion 1974,
 * Lagrangean relaxation). Model (48). Which rows count as a unit's own decides how far the bound
 * rises, never whether it holds.
 */
public final class UnitConvexHullBound {
  private static final double FRACTION_MIN = 1e-6;
  private static final int NODES_MAX = 200;
  private static final int NONE = -1;

  private final LinearModel linear;
  private final Solution relaxed;
  private final int[] unitOf;
  private final boolean[] isStatus;

  private UnitConvexHullBound(ClearingModel model, Solution relaxed) {
    this.linear = model.linear();
    this.relaxed = relaxed;
    this.unitOf = new int[linear.columnCount()];
    this.isStatus = new boolean[linear.columnCount()];
    Arrays.fill(unitOf, NONE);
    int[][] statuses = model.statusColumns();
    for (int g = 0; g < statuses.length; g++) {
      for (int column : statuses[g]) {
        unitOf[column] = g;
        isStatus[column] = true;
      }
    }
    label(true);
    label(false);
  }

  /**
   * By how much the bound of a relaxation may be raised, in yuan; never negative.
   *
   * @param relaxed point of the relaxation with its duals
   * @param until asked between units: those that are left add nothing
   */
  public static double raiseYuan(
      ClearingModel model, Solution relaxed, LinearSolver solver, Deadline until) {
    if (relaxed.columnDuals().length == 0) {
      return 0;
    }
    UnitConvexHullBound hulls = new UnitConvexHullBound(model, relaxed);
    int units = model.statusColumns().length;
    List<List<Integer>> columns = lists(units);
    for (int j = 0; j < hulls.unitOf.length; j++) {
      if (hulls.unitOf[j] != NONE) {
        columns.get(hulls.unitOf[j]).add(j);
      }
    }
    List<List<Integer>> rows = lists(units);
    for (int i = 0; i < hulls.linear.rowCount(); i++) {
      int owner = hulls.owner(i);
      if (owner != NONE) {
        rows.get(owner).add(i);
      }
    }
    double raise = 0;
    for (int g = 0; g < units && !until.passed(); g++) {
      if (hulls.fractional(columns.get(g))) {
        raise += hulls.raise(columns.get(g), rows.get(g), solver, until);
      }
    }
    return raise;
  }

  private static List<List<Integer>> lists(int count) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  /**
   * Gives columns to the unit with which they share a row that no other unit has a part in.
   *
   * @param byStatus whether a status makes a part, or any column of the unit
   */
  private void label(boolean byStatus) {
    for (int i = 0; i < linear.rowCount(); i++) {
      int unit = NONE;
      boolean single = true;
      for (int e = linear.rowStart(i); e < linear.rowStart(i + 1); e++) {
        int column = linear.entryColumn(e);
        if (unitOf[column] != NONE && (!byStatus || isStatus[column])) {
          single &= unit == NONE || unit == unitOf[column];
          unit = unitOf[column];
        }
      }
      for (int e = linear.rowStart(i); single && unit != NONE && e < linear.rowStart(i + 1); e++) {
        int column = linear.entryColumn(e);
        unitOf[column] = unitOf[column] == NONE ? unit : unitOf[column];
      }
    }
  }

  /** The unit to which all columns of a row belong. */
  private int owner(int row) {
    int from = linear.rowStart(row);
    int to = linear.rowStart(row + 1);
    int unit = from < to ? unitOf[linear.entryColumn(from)] : NONE;
    for (int e = from; e < to; e++) {
      if (unitOf[linear.entryColumn(e)] != unit) {
        return NONE;
      }
    }
    return unit;
  }

  private boolean fractional(List<Integer> columns) {
    for (int j : columns) {
      double value = relaxed.columns()[j];
      if (linear.isInteger(j) && Math.abs(value - Math.rint(value)) > FRACTION_MIN) {
        return true;
      }
    }
    return false;
  }

  /** One unit's program at the prices, with whole statuses and as the relaxation has it. */
  private double raise(
      List<Integer> columns, List<Integer> rows, LinearSolver solver, Deadline until) {
    Map<Integer, Integer> place = new HashMap<>();
    double[] price = new double[columns.size()];
    for (int k = 0; k < price.length; k++) {
      place.put(columns.get(k), k);
      price[k] = relaxed.columnDuals()[columns.get(k)];
    }
    List<Terms> own = new ArrayList<>();
    for (int i : rows) {
      Terms terms = new Terms();
      for (int e = linear.rowStart(i); e < linear.rowStart(i + 1); e++) {
        int k = Objects.requireNonNull(place.get(linear.entryColumn(e)));
        terms.add(k, linear.entryValue(e));
        price[k] += relaxed.rowDuals()[i] * linear.entryValue(e);
      }
      own.add(terms);
    }
    LinearModel unit = new LinearModel();
    double relaxedYuan = 0;
    for (int k = 0; k < price.length; k++) {
      int j = columns.get(k);
      unit.addColumn(linear.columnLower(j), linear.columnUpper(j), price[k], linear.isInteger(j));
      relaxedYuan += price[k] * relaxed.columns()[j];
    }
    for (int r = 0; r < own.size(); r++) {
      unit.addRow(linear.rowLower(rows.get(r)), linear.rowUpper(rows.get(r)), own.get(r));
    }
    try (SolverSession session = solver.open(unit)) {
      Optional<Solution> whole = session.solve(new SolverLimits(0, NODES_MAX), until).point();
      return Math.max(0, whole.map(Solution::bound).orElse(relaxedYuan) - relaxedYuan);
    }
  }
}
