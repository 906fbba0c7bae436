package org.gridclear.security.powerflow;

import java.util.List;
import org.gridclear.network.Branch;
import org.gridclear.network.Shunt;
import org.gridclear.numerics.LdlFactor;
import org.gridclear.numerics.SingularMatrixException;
import org.gridclear.numerics.SymbolicFactor;
import org.gridclear.security.input.PowerFlowOptions.Sharing;

/**
 * The DC power flow {@code B θ = P} (EQ-04) of an operating point, factors included. Bus shunts
 * draw their active power at 1 p.u.; what does not balance goes where the sharing says.
 */
public final class DcPowerFlow {
  private static final double PIVOT_MIN = 1e-13;

  private final PowerFlowModel model;
  private final double[] susceptance;
  private final double[] shiftFlow;
  private final LdlFactor factor;
  private final double[] net;
  private final double[] shared;
  private final double[] injection;
  private final double[] angle;

  /**
   * Factors and solves.
   *
   * @throws ArithmeticException if the susceptance matrix is singular
   */
  public DcPowerFlow(PowerFlowModel model, Sharing sharing) {
    this.model = model;
    int branchCount = model.branchOn().length;
    susceptance = new double[branchCount];
    shiftFlow = new double[branchCount];
    for (int l = 0; l < branchCount; l++) {
      Branch branch = model.structure().index().network().branches().get(l);
      if (model.branchOn()[l] && model.alive(model.from(l))) {
        susceptance[l] = branch.susceptancePu();
        shiftFlow[l] = -susceptance[l] * Math.toRadians(branch.shiftDeg());
      }
    }
    factor = factored();
    shared = new double[model.size()];
    net = net(sharing);
    injection = equationSide();
    angle = new double[model.size()];
    for (int k = 0; k < angle.length; k++) {
      angle[k] = model.isReference(k) || !model.alive(k) ? 0 : injection[k];
    }
    factor.solveInPlace(angle);
    if (sharing == Sharing.REFERENCE && model.furtherReferences().length > 0) {
      holdFurtherReferences();
    }
  }

  /**
   * Moves power from each island's reference to its further references until their angles are those
   * of the file: the angles are linear in that power.
   */
  private void holdFurtherReferences() {
    int[] held = model.furtherReferences();
    double[][] effect = new double[held.length][held.length];
    double[] moved = new double[held.length];
    for (int j = 0; j < held.length; j++) {
      double[] column = new double[model.size()];
      column[held[j]] = 1;
      factor.solveInPlace(column);
      for (int i = 0; i < held.length; i++) {
        effect[i][j] = column[held[i]];
      }
      int reference = model.reference(model.island(held[j]));
      double degrees = model.fileAngleDeg(held[j]) - model.fileAngleDeg(reference);
      moved[j] = Math.toRadians(degrees) - angle[held[j]];
    }
    eliminate(effect, moved);
    for (int j = 0; j < held.length; j++) {
      int reference = model.reference(model.island(held[j]));
      for (double[] side : List.of(net, injection, shared)) {
        side[held[j]] += moved[j];
        side[reference] -= moved[j];
      }
    }
    for (int k = 0; k < angle.length; k++) {
      angle[k] = model.isReference(k) || !model.alive(k) ? 0 : injection[k];
    }
    factor.solveInPlace(angle);
  }

  /**
   * Solves a handful of dense equations in place. The matrix is a principal part of the inverse of
   * a susceptance matrix, so its pivots need no search unless it is singular.
   */
  private static void eliminate(double[][] a, double[] x) {
    int n = x.length;
    for (int k = 0; k < n; k++) {
      if (Math.abs(a[k][k]) < PIVOT_MIN) {
        throw new ArithmeticException("The angles of several references cannot be held.");
      }
      for (int i = k + 1; i < n; i++) {
        double factor = a[i][k] / a[k][k];
        for (int j = k; j < n; j++) {
          a[i][j] -= factor * a[k][j];
        }
        x[i] -= factor * x[k];
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      for (int j = k + 1; j < n; j++) {
        x[k] -= a[k][j] * x[j];
      }
      x[k] /= a[k][k];
    }
  }

  private LdlFactor factored() {
    SymbolicFactor symbolic = model.structure().symbolic();
    double[] diagonal = new double[model.size()];
    double[] lower = new double[symbolic.fill()];
    for (int l = 0; l < susceptance.length; l++) {
      int i = model.from(l);
      int j = model.to(l);
      if (susceptance[l] == 0) {
        continue;
      }
      diagonal[i] += susceptance[l];
      diagonal[j] += susceptance[l];
      if (!model.isReference(i) && !model.isReference(j)) {
        lower[symbolic.slot(i, j)] -= susceptance[l];
      }
    }
    for (int k = 0; k < diagonal.length; k++) {
      if (model.isReference(k) || !model.alive(k)) {
        diagonal[k] = 1;
      }
    }
    try {
      return new LdlFactor(symbolic, lower, diagonal);
    } catch (SingularMatrixException e) {
      throw e.ofSusceptances(model.structure().index().network().buses().get(e.row()).id());
    }
  }

  private double[] net(Sharing sharing) {
    double[] p = new double[model.size()];
    for (int k = 0; k < p.length; k++) {
      p[k] = model.alive(k) ? model.activePu(k) : 0;
    }
    double base = model.structure().index().network().baseMva();
    for (Shunt shunt : model.structure().index().network().shunts()) {
      int k = model.position(model.structure().index().bus(shunt.bus()));
      p[k] -= model.alive(k) ? shunt.gMw() / base : 0;
    }
    double[] missing = new double[model.islandCount()];
    for (int k = 0; k < p.length; k++) {
      missing[model.island(k)] -= p[k];
    }
    for (int island = 0; island < missing.length; island++) {
      if (model.reference(island) >= 0 && missing[island] != 0) {
        double[] share = Shares.of(model, sharing, island, missing[island] > 0);
        for (int k = 0; k < p.length; k++) {
          shared[k] += missing[island] * share[k];
          p[k] += missing[island] * share[k];
        }
      }
    }
    return p;
  }

  private double[] equationSide() {
    double[] p = net.clone();
    for (int l = 0; l < shiftFlow.length; l++) {
      p[model.from(l)] -= shiftFlow[l];
      p[model.to(l)] += shiftFlow[l];
    }
    return p;
  }

  /** Net injection by position in p.u., balanced in every island. Not to be changed. */
  public double[] net() {
    return net;
  }

  /** What every position takes of the mismatch, in p.u. Not to be changed. */
  public double[] shared() {
    return shared;
  }

  /** The operating point. */
  public PowerFlowModel model() {
    return model;
  }

  /** Factors of the susceptance matrix; rows of references are those of the unit matrix. */
  public LdlFactor factor() {
    return factor;
  }

  /** Per branch, flow in p.u. per radian; 0 where it carries none. Not to be changed. */
  public double[] susceptance() {
    return susceptance;
  }

  /** Per branch, the flow in p.u. that its phase shift drives by itself. Not to be changed. */
  public double[] shiftFlow() {
    return shiftFlow;
  }

  /**
   * The right-hand side of the equations by position: the net injection less what phase shifts take
   * at their ends. Not to be changed.
   */
  public double[] injection() {
    return injection;
  }

  /** Angles by position in radians against the reference of the island. Not to be changed. */
  public double[] angle() {
    return angle;
  }

  /** Flow of branch {@code l} in p.u., from {@code from} to {@code to}. */
  public double flowPu(int l) {
    return susceptance[l] * (angle[model.from(l)] - angle[model.to(l)]) + shiftFlow[l];
  }
}
