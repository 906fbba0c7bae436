package org.gridclear.clearing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.commitment.BaseCommitment;
import org.gridclear.clearing.commitment.CommitmentSearch;
import org.gridclear.clearing.constraint.ConstraintCatalogue;
import org.gridclear.clearing.context.ClearingAbortedException;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingContext.Proved;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.flow.FlowReport;
import org.gridclear.clearing.flow.FlowRows;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.pricing.NodalPricing;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.ConstraintPrice;
import org.gridclear.clearing.result.CostParts;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.search.Incumbent;
import org.gridclear.clearing.search.MarginalLosses;
import org.gridclear.clearing.search.ModelSession;
import org.gridclear.clearing.search.PricedDispatch;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.Solution;

/**
 * Clears a case (D-01, D-03): unit commitment with flow limits added where they are violated, then
 * dispatch and prices with the commitment fixed. A function of its arguments.
 */
public final class ClearingKernel {
  /** Amounts below this are solver noise and not reported as relaxed. */
  private static final double RELAXATION_MIN = 1e-4;

  /** What is dear is reported however little it is: a million m³ costs millions. */
  private static final double RELAXATION_MIN_YUAN = 10;

  private static final double PRICE_MIN = 1e-6;

  private final ClearingCase clearingCase;
  private final ClearingOptions options;
  private final ClearingContext context;
  private final ClearingGrid grid;

  private ClearingKernel(
      ClearingCase clearingCase, ClearingOptions options, ClearingContext context) {
    this.clearingCase = clearingCase;
    this.options = options;
    this.context = context;
    this.grid = new ClearingGrid(clearingCase);
  }

  /** Clears a case. */
  public static ClearingOutcome clear(
      ClearingCase clearingCase, ClearingOptions options, ClearingContext context) {
    try {
      return new ClearingKernel(clearingCase, options, context).clear();
    } catch (ClearingAbortedException stopped) {
      return stopped.outcome();
    }
  }

  /** Clears a case without a time limit. */
  public static ClearingOutcome clear(
      ClearingCase clearingCase, ClearingOptions options, LinearSolver solver) {
    return clear(clearingCase, options, ClearingContext.of(solver));
  }

  /**
   * The objective of the linear relaxation, in yuan, with the flow limits that it violates; of a
   * large model with those that matter to the gap.
   *
   * @throws IllegalStateException if it has no solution
   */
  public static double relaxationYuan(
      ClearingCase clearingCase, ClearingOptions options, LinearSolver solver) {
    ClearingGrid grid = new ClearingGrid(clearingCase);
    try (ModelSession solve =
        new ModelSession(
            clearingCase,
            grid,
            options,
            ClearingContext.of(solver),
            false,
            false,
            WarmStart.NONE)) {
      return solve.relaxed().orElseThrow(IllegalStateException::new).objective();
    }
  }

  private ClearingOutcome clear() {
    Optional<ClearingOutcome> outcome = attempt(false);
    if (outcome.isPresent()) {
      return outcome.get();
    }
    context.progress().step("no schedule meets the units' own limits; relaxing them at a price");
    return attempt(true).orElseThrow(this::contradiction);
  }

  private ClearingAbortedException contradiction() {
    ClearingModel model =
        ConstraintCatalogue.model(clearingCase, grid, losses(), options.formulation(), true);
    List<String> families = ConflictFinder.families(model, context.solver(), context.cancelled());
    String conflict =
        families.isEmpty()
            ? "Only together with whole-numbered statuses do the constraints contradict each other."
            : "In conflict: " + String.join(", ", families) + ".";
    return new ClearingAbortedException(
        ClearingOutcome.Reason.INFEASIBLE,
        "No schedule exists even with all penalised constraints relaxed. " + conflict);
  }

  /** One attempt; empty if it is infeasible. */
  private Optional<ClearingOutcome> attempt(boolean elastic) {
    try (ModelSession solve =
        new ModelSession(
            clearingCase, grid, options, context, losses(), elastic, context.start())) {
      Optional<Proved> proved = context.proved(elastic);
      Optional<Incumbent> kept =
          proved.flatMap(known -> BaseCommitment.kept(solve, options, context, known.boundYuan()));
      if (kept.isPresent()) {
        double lpYuan = proved.get().lpYuan();
        return Optional.of(new ClearingOutcome.Cleared(result(solve, elastic, lpYuan, kept.get())));
      }
      Optional<Incumbent> ofBase =
          proved.isPresent()
              ? Optional.empty()
              : BaseCommitment.dispatched(solve, options, context);
      if (ofBase.filter(found -> BaseCommitment.proved(found, solve, options)).isPresent()) {
        Incumbent found = ofBase.get().with(solve.withAllRows(ofBase.get().priced()));
        ClearingResult result = result(solve, elastic, found.bound(), found);
        return Optional.of(new ClearingOutcome.Cleared(result));
      }
      Optional<Solution> relaxed =
          solve.relaxed(BaseCommitment.provingYuan(ofBase, solve, options));
      if (relaxed.isEmpty()) {
        return Optional.empty();
      }
      double lpYuan = relaxed.get().objective();
      double boundYuan = Math.max(lpYuan, proved.map(Proved::boundYuan).orElse(lpYuan));
      Optional<Incumbent> found =
          new CommitmentSearch(
                  solve, options, context, relaxed.get(), boundYuan, ofBase.map(Incumbent::priced))
              .run();
      if (found.isEmpty()) {
        return Optional.empty();
      }
      ClearingResult result = result(solve, elastic, lpYuan, found.get());
      return Optional.of(new ClearingOutcome.Cleared(result));
    }
  }

  /** Whether losses are asked for and any branch has resistance. */
  private boolean losses() {
    return options.losses()
        && clearingCase.day().network().branches().stream()
            .anyMatch(branch -> branch.inService() && branch.rPu() > 0);
  }

  private double[] lossMw(ClearingModel model, double[] x) {
    double[] mw = new double[model.periodCount()];
    for (int t = 0; t < mw.length; t++) {
      mw[t] = Arrays.stream(model.lossMw(t, x)).sum();
    }
    return mw;
  }

  private ClearingResult result(
      ModelSession solve, boolean elastic, double lpYuan, Incumbent best) {
    int requirementCount = clearingCase.day().reserves().size();
    Incumbent found = best.with(MarginalLosses.settled(best.priced(), solve));
    ClearingResult.SearchEnd ended = ended(found, solve.lossesTied());
    Solution priced = PricedDispatch.of(found.priced(), solve, grid, requirementCount, context);
    double[] x = priced.columns();
    ClearingModel model = solve.model();
    FlowRows flowRows = solve.flowRows();
    CostParts costs = model.costs(x).withPenalty(flowRows.penaltyYuan(x));
    FlowReport flows = flowRows.report(x);
    return new ClearingResult(
        status(found),
        priced.objective(),
        found.bound(),
        lpYuan,
        costs,
        model.schedule(x),
        NodalPricing.prices(
            model,
            grid,
            requirementCount,
            x,
            clearingCase.day().penalties()::balanceYuanPerMwh,
            priced.rowDuals(),
            flowRows.duals(priced.rowDuals()),
            flowRows.lossDuals(priced.rowDuals())),
        lossMw(model, x),
        flows.results(priced.rowDuals()),
        shadowPrices(model, priced.rowDuals()),
        relaxations(model, flows, x),
        solve.handedOn(model.schedule(x).committed(), found.priced().rowDuals()),
        null,
        new ClearingResult.Statistics(
            context.solver().name(),
            model.linear().columnCount(),
            model.linear().rowCount(),
            flowRows.size(),
            solve.rounds(),
            found.nodes(),
            elastic,
            ended));
  }

  private ClearingResult.SearchEnd ended(Incumbent found, boolean lossesTied) {
    if (status(found) == ClearingResult.Status.OPTIMAL) {
      return ClearingResult.SearchEnd.WITHIN_GAP;
    }
    if (found.timeLimited()) {
      return ClearingResult.SearchEnd.TIME_USED;
    }
    if (found.nodes() >= options.nodesMax()) {
      return ClearingResult.SearchEnd.NODES_USED;
    }
    return lossesTied
        ? ClearingResult.SearchEnd.LOSSES_HELD
        : ClearingResult.SearchEnd.DISPATCH_DEARER;
  }

  private ClearingResult.Status status(Incumbent found) {
    if (found.gap() <= options.gap() + 1e-9) {
      return ClearingResult.Status.OPTIMAL;
    }
    return found.timeLimited()
        ? ClearingResult.Status.TIME_LIMITED
        : ClearingResult.Status.FEASIBLE;
  }

  private static List<ConstraintPrice> shadowPrices(ClearingModel model, double[] rowDuals) {
    List<ConstraintPrice> prices = new ArrayList<>();
    for (ClearingModel.PricedRow row : model.pricedRows()) {
      double yuanPerUnit = rowDuals[row.row()];
      if (Math.abs(yuanPerUnit) > PRICE_MIN) {
        prices.add(new ConstraintPrice(row.constraint(), row.element(), row.period(), yuanPerUnit));
      }
    }
    return prices;
  }

  private static List<Relaxation> relaxations(ClearingModel model, FlowReport flows, double[] x) {
    List<Relaxation> list = new ArrayList<>();
    for (ClearingModel.Slack slack : model.slacks()) {
      double amount = x[slack.column()];
      if (amount > RELAXATION_MIN || amount * slack.yuanPerUnit() > RELAXATION_MIN_YUAN) {
        list.add(
            new Relaxation(
                slack.constraint(),
                slack.element(),
                slack.period(),
                slack.day(),
                amount,
                slack.unit(),
                amount * slack.yuanPerUnit()));
      }
    }
    list.addAll(flows.relaxations(x, RELAXATION_MIN, model.horizon()));
    return list;
  }
}
