package org.gridclear.clearing.warmstart;

import java.util.List;
import org.gridclear.solver.LinearModel;

/**
 * Cuts of a case, for the cases that differ from it by what they cost alone.
 *
 * @param feasibleSet name of what the model allows; in any other model they may be wrong
 * @param cuts those that bound where its relaxation ended
 */
public record KnownCuts(String feasibleSet, List<Inequality> cuts) {
  /** None. */
  public static final KnownCuts NONE = new KnownCuts("", List.of());

  public KnownCuts {
    cuts = List.copyOf(cuts);
  }

  /** Cuts of a model, which its feasible set names. */
  public static KnownCuts of(LinearModel linear, List<Inequality> cuts) {
    return new KnownCuts(FeasibleSet.name(linear), cuts);
  }

  /** Those that hold in a model: all, where the same schedules are possible, else none. */
  public List<Inequality> holdingIn(LinearModel linear) {
    boolean same = !cuts.isEmpty() && feasibleSet.equals(FeasibleSet.name(linear));
    return same ? cuts : List.of();
  }
}
