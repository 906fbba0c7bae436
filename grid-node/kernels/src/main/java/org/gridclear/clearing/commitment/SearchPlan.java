package org.gridclear.clearing.commitment;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gridclear.clearing.commitment.SearchState.Dive;
import org.gridclear.clearing.search.CaseModel;
import org.gridclear.clearing.search.StatusFixing.Scope;
import org.gridclear.solver.SolverLimits.Effort;

/**
 * The steps before a whole model is searched, cheapest first, taken until a schedule is good
 * enough. docs/decisions/006 has them as a table.
 */
final class SearchPlan {
  /**
   * What the order of steps depends on, apart from what they find.
   *
   * @param small whether the whole model is as fast to search as a part of it
   * @param inGrid whether flows are limited
   * @param based whether a similar case is known
   * @param gap relative gap that is asked for
   */
  record Model(boolean small, boolean inGrid, boolean based, double gap) {
    /** Whether a dive takes the place of small programs: dense flow rows make their cuts dear. */
    boolean dives() {
      return !small && inGrid && gap >= CaseModel.COARSE_GAP_MIN;
    }

    /** Whether little is asked of a small model without a grid: a mended schedule may do. */
    boolean coarse() {
      return small && !inGrid && gap >= CaseModel.COARSE_GAP_MIN;
    }
  }

  private final Model model;
  private final SearchGoal goal;
  private final SearchMeans means;
  private final Predicate<SearchState> near;

  private SearchPlan(Model model, SearchGoal goal, SearchMeans means) {
    this.model = model;
    this.goal = goal;
    this.means = means;
    this.near = goal::near;
  }

  /** The steps for a model. */
  static List<SearchStep> of(Model model, SearchGoal goal, SearchMeans means) {
    SearchPlan plan = new SearchPlan(model, goal, means);
    if (model.dives()) {
      return plan.dives();
    }
    if (!model.small()) {
      return plan.programs();
    }
    return model.based() ? plan.smallWithBase() : plan.small();
  }

  /** A small model of which no similar one is known. */
  private List<SearchStep> small() {
    return joined(
        List.of(rounded(), cuts()),
        mended(),
        List.of(
            program(Scope.WHOLE),
            windows().when(goal::poor),
            program(Scope.PERIODS).when(state -> state.raise().capacityScarce())),
        model.coarse() ? List.of(windows()) : List.of());
  }

  /** A small model with a base: what that leaves to do near the bound is to prove. */
  private List<SearchStep> smallWithBase() {
    SearchStep proved = new SearchStep("rounded rows", goal::provable, means::proved);
    return joined(
        List.of(
            baseDispatched(),
            proved.when(goal::withinReach),
            cuts(),
            rounded(),
            SearchStep.always("relaxation's statuses", means::drawn),
            proved.when(goal::withinReach)),
        mended(),
        List.of(
            program(Scope.AGREED).when(near.negate()),
            windows().when(goal::poor),
            program(Scope.PERIODS)
                .when(state -> state.raise().capacityScarce())
                .when(near.negate())),
        model.coarse() ? List.of(windows()) : List.of(),
        List.of(proved));
  }

  /** A large model, in which small programs are cheap. */
  private List<SearchStep> programs() {
    return joined(
        model.based()
            ? List.of(baseDispatched().when(state -> !goal.refutesBase(state)))
            : List.of(),
        List.of(rounded(), units(), program(first()), program(Scope.CERTAIN)));
  }

  /** Dives, and windows after them. A schedule that is near needs no dive: it ends no nearer. */
  private List<SearchStep> dives() {
    SearchStep dive = SearchStep.always("dive", means::dived);
    SearchStep windows = SearchStep.always("windows", state -> means.windows(state, first()));
    SearchStep completed = SearchStep.always("base completed", means::baseCompleted);
    return joined(
        List.of(model.based() ? baseDispatched() : rounded(), units().when(near)),
        model.based() ? List.of(completed.when(near.negate())) : List.of(),
        List.of(
            dive.when(near.negate()),
            units(),
            windows,
            dive.when(state -> state.dive() == Dive.NONE),
            windows.when(state -> state.dive() == Dive.MADE),
            program(first()),
            program(Scope.CERTAIN)));
  }

  /** What the relaxation with cuts gives, mended, where little is asked. */
  private List<SearchStep> mended() {
    return model.coarse()
        ? List.of(rounded(), SearchStep.always("trimmed", means::trimmed))
        : List.of();
  }

  private Scope first() {
    return model.based() ? Scope.AGREED : Scope.WHOLE;
  }

  private SearchStep baseDispatched() {
    return SearchStep.always("base dispatched", means::baseDispatched);
  }

  private SearchStep rounded() {
    return SearchStep.always("rounded statuses", means::rounded);
  }

  private SearchStep windows() {
    return SearchStep.always("windows", means::windows);
  }

  private SearchStep cuts() {
    return new SearchStep("capacity cuts", state -> !state.raise().done(), means::raisedByCuts);
  }

  private SearchStep units() {
    return new SearchStep(
        "units by themselves",
        state -> !state.raise().done() && state.boundYuan() > 0,
        means::raisedByUnits);
  }

  private SearchStep program(Scope scope) {
    Effort effort = model.small() ? Effort.QUICK : Effort.FULL;
    return SearchStep.always(scope.text(), state -> means.small(state, scope, effort));
  }

  @SafeVarargs
  private static List<SearchStep> joined(List<SearchStep>... parts) {
    return Stream.of(parts).flatMap(List::stream).toList();
  }
}
