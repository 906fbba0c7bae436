package org.gridclear.clearing.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gridclear.clearing.commitment.SearchPlan.Model;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.clearing.search.ModelSession;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.Solution;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each step of each plan alone, on a small day: what it finds is a schedule, dispatched anew at the
 * same cost, and no bound lies above what the whole model costs.
 */
class SearchPlanTest {
  private static final double FINE = 1e-3;
  private static final double COARSE = 0.01;
  private static final double EXACT = 1e-7;
  private static final Path DECISION =
      Path.of(
          System.getProperty("gridclear.root", "../.."), "docs/decisions/006-clearing-search.md");

  /** The plans, by the headings of their columns in the decision. */
  enum Plan {
    SMALL(new Model(true, true, false, FINE), "small"),
    SMALL_COARSE(new Model(true, false, false, COARSE), "small, no grid, 0.5 % or more"),
    SMALL_WITH_BASE(new Model(true, true, true, FINE), "small, base"),
    SMALL_WITH_BASE_COARSE(
        new Model(true, false, true, COARSE), "small, base, no grid, 0.5 % or more"),
    LARGE(new Model(false, false, false, FINE), "large"),
    LARGE_WITH_BASE(new Model(false, false, true, FINE), "large, base"),
    DIVES(new Model(false, true, false, COARSE), "large in a grid, 0.5 % or more"),
    DIVES_WITH_BASE(new Model(false, true, true, COARSE), "large in a grid, base, 0.5 % or more");

    private final Model model;
    private final String heading;

    Plan(Model model, String heading) {
      this.model = model;
      this.heading = heading;
    }
  }

  private static ClearingCase day(double loadScale) {
    MarketDay day =
        SyntheticMarket.complete(
            BuiltInNetworks.read("ieee14"),
            new Horizon(16, 60),
            new SyntheticOptions(3, loadScale, 0.25, 0.06, 0.3));
    return ClearingCase.of(day);
  }

  private static final ClearingCase DAY = day(1);
  private static final ClearingResult BEST =
      Fixtures.clear(DAY, ClearingOptions.LOSSLESS.withGap(EXACT));
  private static final WarmStart BASE =
      Objects.requireNonNull(
          Fixtures.clear(day(0.97), ClearingOptions.LOSSLESS.withGap(FINE)).start());

  private static ClearingContext context(boolean based) {
    ClearingContext context = ClearingContext.of(Fixtures.highs());
    return based ? context.startingFrom(BASE) : context;
  }

  private static List<SearchStep> steps(
      Model model, ModelSession solve, ClearingOptions options, ClearingContext context) {
    SearchGoal goal = new SearchGoal(solve, options, context);
    return SearchPlan.of(
        model, goal, new SearchMeans(solve, options, context, goal, Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource(Plan.class)
  void everyStepAloneFindsAScheduleThatCanBeOrABoundThatIsTrue(Plan plan) {
    ClearingOptions options = ClearingOptions.LOSSLESS.withGap(plan.model.gap());
    ClearingContext context = context(plan.model.based());
    double least = BEST.bestBoundYuan() * (1 - 1e-9);
    double most = BEST.objectiveYuan() * (1 + 1e-9);
    int count;
    try (ModelSession solve = Fixtures.solve(DAY, options, context)) {
      count = steps(plan.model, solve, options, context).size();
    }
    int found = 0;
    for (int k = 0; k < count; k++) {
      try (ModelSession solve = Fixtures.solve(DAY, options, context)) {
        Solution relaxed = solve.relaxed().orElseThrow();
        SearchStep step = steps(plan.model, solve, options, context).get(k);
        SearchState before = start(solve, relaxed);
        SearchState after = step.means().apply(before);
        assertTrue(after.boundYuan() <= most, step.name() + " proves too much");
        assertTrue(after.boundYuan() >= before.boundYuan(), step.name() + " proves less");
        double best = after.best().orElseThrow().objective();
        assertTrue(best <= before.best().orElseThrow().objective(), step.name() + " loses");
        if (after.found().isPresent()) {
          found++;
          double yuan = after.found().get().objective();
          assertTrue(yuan >= least, step.name() + " finds what there is not");
          assertEquals(dispatchedAnew(after.found().get()), yuan, 1e-6 * yuan, step.name());
        }
      }
    }
    assertTrue(found >= count / 2, "only %d of %d steps found anything".formatted(found, count));
  }

  /** A poor schedule is known: all that the relaxation uses is on. */
  private static SearchState start(ModelSession solve, Solution relaxed) {
    boolean[][] all = new boolean[solve.model().statusColumns().length][];
    for (int g = 0; g < all.length; g++) {
      all[g] = new boolean[solve.model().periodCount()];
      Arrays.fill(all[g], true);
    }
    Solution poor = solve.dispatchStatuses(all, "all on", Double.POSITIVE_INFINITY).orElseThrow();
    return SearchState.of(relaxed, relaxed.objective()).with(Optional.of(poor));
  }

  /** What the statuses of a schedule cost in a session that knows nothing else. */
  private static double dispatchedAnew(Solution schedule) {
    ClearingOptions options = ClearingOptions.LOSSLESS.withGap(FINE);
    try (ModelSession solve = Fixtures.solve(DAY, options, context(false))) {
      boolean[][] on = solve.model().schedule(schedule.columns()).committed();
      return solve.dispatchStatuses(on, "anew", Double.POSITIVE_INFINITY).orElseThrow().objective();
    }
  }

  @ParameterizedTest
  @EnumSource(Plan.class)
  void theDecisionHasTheStepsOfEveryPlanInTheirOrder(Plan plan) throws IOException {
    String row =
        Files.readAllLines(DECISION).stream()
            .filter(line -> line.startsWith("| " + plan.heading + " |"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no row: " + plan.heading));
    ClearingOptions options = ClearingOptions.LOSSLESS.withGap(FINE);
    try (ModelSession solve = Fixtures.solve(DAY, options, context(false))) {
      List<String> names =
          steps(plan.model, solve, options, context(false)).stream().map(SearchStep::name).toList();
      assertEquals(String.join(", ", names), row.split("\\|")[2].strip());
    }
  }

  @Test
  void aBoundIsRaisedOnceAndNoDiveIsMadeTwice() {
    ClearingOptions options = ClearingOptions.LOSSLESS.withGap(FINE);
    try (ModelSession solve = Fixtures.solve(DAY, options, context(false))) {
      SearchState start = SearchState.of(solve.relaxed().orElseThrow(), 1);
      List<SearchStep> dives = steps(Plan.DIVES.model, solve, options, context(false));
      List<SearchStep> raises =
          dives.stream().filter(step -> step.name().equals("units by themselves")).toList();
      assertTrue(raises.get(1).worth().test(start));
      assertTrue(
          raises.stream().noneMatch(step -> step.worth().test(start.raised(false))),
          "raised again");
      SearchStep second = dives.stream().filter(step -> step.name().equals("dive")).toList().get(1);
      assertTrue(second.worth().test(start));
      assertTrue(!second.worth().test(start.dived()), "dived again");
    }
  }
}
