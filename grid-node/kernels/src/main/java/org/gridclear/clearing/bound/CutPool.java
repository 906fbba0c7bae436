package org.gridclear.clearing.bound;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.warmstart.Inequality;
import org.gridclear.clearing.warmstart.KnownCuts;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.SolverSession;

/**
 * Cuts in a session: rows that every schedule meets and parts of units do not. In force while
 * schedules are looked for; not while one is dispatched, where they say nothing new but could take
 * a part of the prices.
 */
public final class CutPool {
  private static final double SLACK_MAX = 1e-6;

  private record Cut(int row, Inequality says) {}

  private final SolverSession session;
  private List<Cut> cuts = new ArrayList<>();
  private boolean inForce = true;
  private final List<Integer> rows = new ArrayList<>();

  /** A pool over the rows of a session. */
  public CutPool(SolverSession session) {
    this.session = session;
  }

  /** Adds a cut as a row. */
  public void add(Inequality cut) {
    int row = session.addRow(Double.NEGATIVE_INFINITY, cut.upper(), cut.terms());
    cuts.add(new Cut(row, cut));
    rows.add(row);
    if (!inForce) {
      lift(row);
    }
  }

  /** Whether they hold from now on. */
  public void enforce(boolean wanted) {
    if (wanted == inForce) {
      return;
    }
    inForce = wanted;
    for (Cut cut : cuts) {
      if (wanted) {
        session.setRowBounds(cut.row(), Double.NEGATIVE_INFINITY, cut.says().upper());
      } else {
        lift(cut.row());
      }
    }
  }

  private void lift(int row) {
    session.setRowBounds(row, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Forgets those that do not bind at a point. */
  public void dropSlack(double[] x) {
    List<Cut> binding = new ArrayList<>();
    for (Cut cut : cuts) {
      if (cut.says().excess(x) > -SLACK_MAX) {
        binding.add(cut);
      } else {
        lift(cut.row());
      }
    }
    cuts = binding;
  }

  /** What the cases that differ by their costs alone can take over. */
  public KnownCuts handedOn(LinearModel linear) {
    return cuts.isEmpty()
        ? KnownCuts.NONE
        : KnownCuts.of(linear, cuts.stream().map(Cut::says).toList());
  }

  /** Rows that the session has of them, forgotten ones too. */
  public int rowCount() {
    return rows.size();
  }

  /** How many of these rows come behind the first ones of the session. */
  public int rowCountBehind(int sessionRows) {
    return (int) rows.stream().filter(row -> row >= sessionRows).count();
  }
}
