package org.gridclear.security.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridclear.numerics.Lanes;
import org.gridclear.security.compensation.Compensation;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.AcSolution;
import org.gridclear.security.result.Monitored;
import org.gridclear.security.result.OutageEffect;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.security.screening.ImbalanceSharing.MakeUp;
import org.gridclear.solver.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Screens outages in AC, several side by side: Newton's method with the factors of the base
 * Jacobian, compensated for each outage exactly ({@link Compensation}), so a step costs one
 * substitution and no factorisation. A lane whose outage is done takes the next one while the
 * others go on. An outage that does not come home that way is solved by a power flow of its own
 * ({@link RefactoredOutage}).
 */
final class AcScreening implements Screening {
  private static final int STEPS_MAX = 40;

  /** Lanes that must be done before they are looked at and refilled, which costs a pass. */
  private static final int DONE_MIN = 2;

  /** Mismatch at which reactive limits are looked at a first time. */
  private static final double NEAR_PU = 1e-3;

  private static final int SWITCHES_MAX = 12;

  private final AcBase base;
  private final PreparedOutages outages;
  private final LimitCheck check;
  private final Monitored monitored;
  private final ScreeningOptions options;
  private final ImbalanceSharing imbalances;
  private final ReactiveWatch watch;
  private final AcLanes lanes;
  private final AcScan scan;
  private final double[] scratch;
  private final double[][] nothingShared;
  private final @Nullable LaneRun[] runs = new LaneRun[Lanes.COUNT];
  private final List<OutageResult> results = new ArrayList<>();
  private final List<Left> left = new ArrayList<>();
  private @Nullable LaneRun waiting;
  private int next;
  private int end;

  /** The island whose units make up for what the lanes lose; -1 if none do. */
  private int island = -1;

  /** An outage that is to be solved by a power flow of its own. */
  private record Left(int outage, MakeUp makeUp, int stepsBefore) {}

  AcScreening(
      AcBase base,
      PreparedOutages outages,
      Monitored monitored,
      LimitCheck check,
      ScreeningOptions options) {
    this.base = base;
    this.outages = outages;
    this.monitored = monitored;
    this.check = check;
    this.options = options;
    this.imbalances = new ImbalanceSharing(base.model, options.outageSharing(), base.units);
    this.watch = new ReactiveWatch(base);
    this.lanes = new AcLanes(base);
    boolean all = options.rows() == ScreeningOptions.Rows.ALL;
    this.scan = new AcScan(base, monitored, check, options.severityExponent(), all, lanes);
    this.scratch = new double[2 * base.model.size()];
    this.nothingShared = new double[2][base.model.size()];
  }

  @Override
  public ScreeningBlock run(int from, int to, Deadline cancelled) {
    next = from;
    end = to;
    while (refill(cancelled)) {
      step();
    }
    for (int m = 0; m < left.size() && !cancelled.passed(); m++) {
      alone(left.get(m));
    }
    results.sort(Comparator.comparingInt(OutageResult::outage));
    return new ScreeningBlock(results, check.loadings());
  }

  /**
   * Takes the next outages where enough lanes are done or none is under way.
   *
   * @return whether a lane is under way
   */
  private boolean refill(Deadline cancelled) {
    int done = Lanes.COUNT - underWay();
    if (done == Lanes.COUNT || (done >= DONE_MIN && (next < end || waiting != null))) {
      judge();
      if (cancelled.passed()) {
        return false;
      }
      fill();
    }
    return underWay() > 0;
  }

  private void fill() {
    boolean[] fresh = new boolean[Lanes.COUNT];
    for (int q = 0; q < Lanes.COUNT; q++) {
      if (runs[q] == null) {
        runs[q] = take();
        fresh[q] = runs[q] != null;
      }
    }
    lanes.begin(fresh);
    for (int q = 0; q < Lanes.COUNT; q++) {
      if (fresh[q]) {
        lanes.still(runs[q].lane.effect().lost(), q, true);
        runs[q].lane.begin(lanes, q);
      }
    }
  }

  private int underWay() {
    int count = 0;
    for (LaneRun run : runs) {
      count += run != null && run.underWay ? 1 : 0;
    }
    return count;
  }

  /** The next outage that can go into a lane; null if there is none now. */
  private @Nullable LaneRun take() {
    while (waiting == null && next < end) {
      waiting = lane(next++);
    }
    if (waiting == null) {
      return null;
    }
    if (waiting.shares() && waiting.island() != island) {
      if (island >= 0 && underWay() > 0) {
        return null;
      }
      island = waiting.island();
    }
    LaneRun taken = waiting;
    waiting = null;
    return taken;
  }

  /** Prepares an outage for a lane, or settles it otherwise: then null. */
  private @Nullable LaneRun lane(int o) {
    if (outages.equivalentTo(o) >= 0) {
      results.add(OutageResult.linked(o, outages.equivalentTo(o)));
      return null;
    }
    OutageEffect effect = outages.effect(o);
    if (effect.nothing()) {
      results.add(OutageResult.skipped(o, ScreeningKernel.NOTHING_TO_OPEN));
      return null;
    }
    MakeUp makeUp = imbalances.of(effect);
    boolean fast =
        (makeUp.portions().size() == 1 || effect.changesNoBalance()) && keepsReference(effect);
    OutagePerturbation lane = fast ? perturbation(effect) : null;
    if (lane == null || !lane.prepare(scratch)) {
      left.add(new Left(o, makeUp, 0));
      return null;
    }
    return new LaneRun(o, lane, makeUp, options.reactiveLimits() ? watch.baseSides() : null);
  }

  private OutagePerturbation perturbation(OutageEffect effect) {
    boolean touches = effect.generators().length + effect.hvdcLines().length > 0;
    return new OutagePerturbation(
        base, effect, touches ? RefactoredOutage.of(base, effect).model() : base.model);
  }

  private boolean keepsReference(OutageEffect effect) {
    return effect.references().entrySet().stream()
        .allMatch(entry -> base.model.reference(entry.getKey()) == entry.getValue());
  }

  /** A step of Newton's method in the lanes that are under way. */
  private void step() {
    LaneMismatch mismatch = lanes.mismatch();
    double[][] shares = island < 0 ? nothingShared : imbalances.shares(island);
    mismatch.share(shares[0], shares[1]);
    for (int q = 0; q < Lanes.COUNT; q++) {
      if (runs[q] != null && runs[q].underWay) {
        mismatch.makeUp(q, runs[q].makeUp.risePu(island), runs[q].makeUp.fallPu(island));
        runs[q].correct(base, lanes, q);
      }
    }
    assess(mismatch.measure());
    if (underWay() == 0) {
      return;
    }
    lanes.eliminate();
    boolean[] underWay = new boolean[Lanes.COUNT];
    for (int q = 0; q < Lanes.COUNT; q++) {
      underWay[q] = runs[q] != null && runs[q].underWay;
      Compensation compensation = underWay[q] ? runs[q].lane.compensation() : null;
      if (compensation != null) {
        lanes.compensate(compensation, q);
      }
    }
    limit(lanes.advance(underWay));
  }

  /** Stops lanes that are solved or that do not come on. */
  private void assess(double[] worst) {
    for (int q = 0; q < Lanes.COUNT; q++) {
      LaneRun run = runs[q];
      if (run == null || !run.underWay) {
        continue;
      }
      run.mismatch = worst[q];
      boolean near = worst[q] <= NEAR_PU && run.sides != null && !run.looked;
      if (worst[q] <= options.tolerancePu() || near) {
        settle(run, q, worst[q] <= options.tolerancePu());
      } else {
        run.expectFall();
      }
      run.steps++;
    }
  }

  /**
   * A lane whose equations are solved: done, unless reactive limits change them. They are looked at
   * a first time when the mismatch is small, which spares the last steps to a point that does not
   * stay.
   */
  private void settle(LaneRun run, int q, boolean atTolerance) {
    run.looked = true;
    if (run.sides == null || !watch.enforce(run.lane, run.sides, lanes, q)) {
      if (atTolerance) {
        run.stop(true);
      }
      return;
    }
    run.looked = false;
    if (++run.switches > SWITCHES_MAX || !run.lane.prepare(scratch)) {
      run.stop(false);
      return;
    }
    run.startAnew();
  }

  /** Lanes whose step is not small, or that took too many, go their own way. */
  private void limit(double[] step) {
    for (int q = 0; q < Lanes.COUNT; q++) {
      LaneRun run = runs[q];
      boolean small = step[q] <= AcLanes.STEP_MAX;
      if (run != null && run.underWay && (!small || run.steps >= STEPS_MAX)) {
        run.stop(false);
      }
    }
  }

  /** Looks at the loadings of the lanes that are solved and empties those that are done. */
  private void judge() {
    @Nullable OutageEffect[] effects = new OutageEffect[Lanes.COUNT];
    boolean[] solved = new boolean[Lanes.COUNT];
    boolean any = false;
    for (int q = 0; q < Lanes.COUNT; q++) {
      solved[q] = runs[q] != null && runs[q].solved;
      effects[q] = runs[q] == null ? null : runs[q].lane.effect();
      any |= solved[q];
      if (solved[q]) {
        check.begin(q, runs[q].outage);
      }
    }
    if (any) {
      look(effects, solved);
    }
    for (int q = 0; q < Lanes.COUNT; q++) {
      LaneRun run = runs[q];
      if (run == null || run.underWay) {
        continue;
      }
      if (run.solved) {
        double missing = run.makeUp.missingPu();
        results.add(scan.result(q, run.outage, effects[q], missing, run.mismatch, run.steps - 1));
      } else {
        left.add(new Left(run.outage, run.makeUp, run.steps));
      }
      lanes.still(effects[q].lost(), q, false);
      runs[q] = null;
    }
  }

  private void look(@Nullable OutageEffect[] effects, boolean[] solved) {
    scan.begin();
    for (int q = 0; q < effects.length; q++) {
      scan.add(solved[q] ? effects[q] : null);
    }
    scan.run();
    scan.voltages(effects, solved);
    for (int q = 0; q < effects.length; q++) {
      if (solved[q]) {
        int lane = q;
        scan.flowgates(q, effects[q], l -> lanes.activePu(l, lane));
      }
    }
  }

  /** Solves an outage by a power flow of its own. No lane is under way. */
  private void alone(Left one) {
    int o = one.outage();
    OutageEffect effect = outages.effect(o);
    AcSolution solution =
        RefactoredOutage.of(base, effect).solve(one.makeUp(), imbalances, options);
    double missing = one.makeUp().missingPu();
    if (!solution.converged()) {
      String bus =
          base.model.structure().index().network().buses().get(solution.mismatchBus()).id();
      String text = "%s The greatest mismatch is at bus %s.".formatted(solution.text(), bus);
      results.add(
          OutageResult.diverged(
              o, effect, missing, monitored.baseMva(), solution.mismatchPu(), text));
      return;
    }
    lanes.load(0, solution.e(), solution.f());
    check.begin(0, o);
    look(new OutageEffect[] {effect}, new boolean[] {true});
    int iterations = one.stepsBefore() + solution.iterations();
    results.add(scan.result(0, o, effect, missing, solution.mismatchPu(), iterations));
  }
}
