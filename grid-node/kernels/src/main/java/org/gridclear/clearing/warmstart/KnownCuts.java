package org.gridclear.clearing.warmstart;

import java.util.List;
import org.gridclear.solver.Basis;
import org.gridclear.solver.LinearModel;

/**
 * Cuts of a case, for the cases that differ from it by what they cost alone.
 *
 * @param feasibleSet name of what the model allows; in any other model they may be wrong
 * @param cuts those that bound where its relaxation ended
 * @param basis of the relaxation with them: of the columns and rows of the model, then of the cuts
 * @param flows what the basis says of the flow rows of a {@link WarmStart}, one by one
 */
public record KnownCuts(
    String feasibleSet, List<Inequality> cuts, Basis basis, List<WarmStart.RowStatus> flows) {
  /** None. */
  public static final KnownCuts NONE = new KnownCuts("", List.of(), Basis.NONE, List.of());

  public KnownCuts {
    cuts = List.copyOf(cuts);
    basis = basis == null ? Basis.NONE : basis;
    flows = flows == null ? List.of() : List.copyOf(flows);
  }

  /** Cuts of a model, which its feasible set names. */
  public static KnownCuts of(LinearModel linear, List<Inequality> cuts, Basis basis) {
    return new KnownCuts(FeasibleSet.name(linear), cuts, basis, List.of());
  }

  /** Those that hold in a model: all, where the same schedules are possible, else none. */
  public KnownCuts holdingIn(LinearModel linear) {
    boolean same = !cuts.isEmpty() && feasibleSet.equals(FeasibleSet.name(linear));
    return same ? this : NONE;
  }

  /** Other cuts of the same feasible set. */
  public KnownCuts with(List<Inequality> others, Basis theirs) {
    return new KnownCuts(feasibleSet, others, theirs, List.of());
  }

  /** With what the basis says of flow rows. */
  public KnownCuts with(List<WarmStart.RowStatus> ofFlows) {
    return cuts.isEmpty() ? this : new KnownCuts(feasibleSet, cuts, basis, ofFlows);
  }
}
