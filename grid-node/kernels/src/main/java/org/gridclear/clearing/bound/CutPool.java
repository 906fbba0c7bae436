package org.gridclear.clearing.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.clearing.warmstart.Inequality;
import org.gridclear.clearing.warmstart.KnownCuts;
import org.gridclear.solver.Basis;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.SolverSession;

/**
 * Cuts in a session: rows that every schedule meets and parts of units do not. In force while
 * schedules are looked for; not while one is dispatched, where they say nothing new but could take
 * a part of the prices.
 */
public final class CutPool {
  private static final double SLACK_MAX = 1e-6;

  /** With whether it follows from the model alone, without rows of flows. */
  private record Cut(int row, Inequality says, boolean ofModel) {}

  private final SolverSession session;
  private List<Cut> cuts = new ArrayList<>();
  private boolean inForce = true;
  private KnownCuts known = KnownCuts.NONE;
  private final List<Integer> rows = new ArrayList<>();

  /** A pool over the rows of a session. */
  public CutPool(SolverSession session) {
    this.session = session;
  }

  /** Adds the cuts of a case before, which hold in this one. */
  public void addAll(KnownCuts holding) {
    known = holding;
    holding.cuts().forEach(this::add);
  }

  /** Whether there were cuts of a case before. */
  public boolean known() {
    return !known.cuts().isEmpty();
  }

  /** Adds a cut of the model as a row. */
  public void add(Inequality cut) {
    add(cut, true);
  }

  /** Adds a cut that follows from rows of flows, too, and is not handed on. */
  public void addOfFlows(Inequality cut) {
    add(cut, false);
  }

  private void add(Inequality cut, boolean ofModel) {
    int row = session.addRow(Double.NEGATIVE_INFINITY, cut.upper(), cut.terms());
    cuts.add(new Cut(row, cut, ofModel));
    rows.add(row);
    if (!inForce) {
      lift(row);
    }
  }

  /** Forgets those that are not handed on: they are dense, and a search finds its own. */
  public void dropOfFlows() {
    cuts.stream().filter(cut -> !cut.ofModel()).forEach(cut -> lift(cut.row()));
    cuts = new ArrayList<>(cuts.stream().filter(Cut::ofModel).toList());
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

  /**
   * What the cases that differ by their costs alone can take over.
   *
   * @param basis of the relaxation with the cuts
   */
  public KnownCuts handedOn(LinearModel linear, Basis basis) {
    List<Cut> ofModel = cuts.stream().filter(Cut::ofModel).toList();
    if (ofModel.isEmpty()) {
      return KnownCuts.NONE;
    }
    List<Inequality> says = ofModel.stream().map(Cut::says).toList();
    Basis ofCuts = ofModel(linear, ofModel, basis);
    return known.cuts().isEmpty() ? KnownCuts.of(linear, says, ofCuts) : known.with(says, ofCuts);
  }

  private static Basis ofModel(LinearModel linear, List<Cut> cuts, Basis basis) {
    int last = cuts.get(cuts.size() - 1).row();
    if (basis.columns().length < linear.columnCount() || basis.rows().length <= last) {
      return Basis.NONE;
    }
    byte[] rows = Arrays.copyOf(basis.rows(), linear.rowCount() + cuts.size());
    for (int k = 0; k < cuts.size(); k++) {
      rows[linear.rowCount() + k] = basis.rows()[cuts.get(k).row()];
    }
    return new Basis(Arrays.copyOf(basis.columns(), linear.columnCount()), rows);
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
