package org.gridclear.clearing.search;

import org.gridclear.solver.Basis;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverSession;

/** Where programs of a session ended, to go on from there. */
final class SessionBases {
  private final SolverSession session;
  private Basis relaxed;
  private Basis raised;
  private Basis dispatched = Basis.NONE;
  private double[] dispatchedPoint = new double[0];

  /** A session with the basis that its relaxation starts from. */
  SessionBases(SolverSession session, Basis relaxed) {
    this.session = session;
    this.relaxed = relaxed;
    this.raised = relaxed;
  }

  /** Dispatches start from that of another case, if it is one of this model. */
  void startDispatch(Basis basis, LinearModel model) {
    if (basis.fits(model.columnCount(), model.rowCount())) {
      dispatched = basis;
    }
  }

  /** The relaxation starts from this basis. */
  void startFrom(Basis basis) {
    relaxed = basis;
    raised = basis;
  }

  /** Makes the session a relaxation that starts from where it ended last, cuts included. */
  void toRelaxation() {
    session.setIntegrality(false);
    if (raised != Basis.NONE) {
      session.setBasis(raised);
    }
  }

  /** Of the relaxation. */
  Basis relaxed() {
    return relaxed;
  }

  /** Of the relaxation with the cuts of the model. */
  Basis raised() {
    return raised;
  }

  /** Of a dispatch. */
  Basis dispatched() {
    return dispatched;
  }

  /** Of a certain dispatch; none if it is not the one that was kept. */
  Basis of(Solution dispatch) {
    return dispatch.columns() == dispatchedPoint ? dispatched : Basis.NONE;
  }

  /** The session has solved the relaxation. */
  void keepRelaxed() {
    relaxed = session.basis();
    raised = relaxed;
  }

  /** The session has solved the relaxation with the cuts of the model. */
  void keepRaised() {
    raised = session.basis();
  }

  /** The session has solved a dispatch. */
  void keep(Solution dispatch) {
    dispatched = session.basis();
    dispatchedPoint = dispatch.columns();
  }
}
