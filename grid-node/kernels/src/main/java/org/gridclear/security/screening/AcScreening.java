package org.gridclear.security.screening;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.numerics.Lanes;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.AcSolution;
import org.gridclear.security.result.Monitored;
import org.gridclear.security.result.OutageEffect;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.security.screening.ImbalanceSharing.MakeUp;
import org.gridclear.security.screening.ImbalanceSharing.Portion;
import org.gridclear.solver.Deadline;

/**
 * Screens outages in AC, several side by side: Newton's method with the factors of the base
 * Jacobian, compensated for each outage exactly ({@link Compensation}), so a step costs one
 * substitution and no factorisation. An outage that does not come home that way is solved by a
 * power flow of its own ({@link RefactoredOutage}).
 */
final class AcScreening implements Screening {
  private static final int STEPS_MAX = 40;

  /** Mismatch that must fall to this share within {@link #PATIENCE} steps. */
  private static final double FALL = 0.5;

  private static final int PATIENCE = 4;

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
  private final LaneRun[] runs = new LaneRun[Lanes.COUNT];
  private final List<OutageResult> results = new ArrayList<>();
  private int count;
  private int island;

  /** One outage on its way. */
  private static final class LaneRun {
    final int outage;
    final OutagePerturbation lane;
    final MakeUp makeUp;
    final int[] sides;
    boolean underWay = true;
    boolean solved;
    boolean looked;
    int steps;
    int switches;
    double mismatch = Double.POSITIVE_INFINITY;
    double mismatchThen = Double.POSITIVE_INFINITY;
    int patience = PATIENCE;

    LaneRun(int outage, OutagePerturbation lane, MakeUp makeUp, int[] sides) {
      this.outage = outage;
      this.lane = lane;
      this.makeUp = makeUp;
      this.sides = sides;
    }

    void stop(boolean isSolved) {
      underWay = false;
      solved = isSolved;
    }
  }

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
  }

  @Override
  public ScreeningBlock run(int from, int to, Deadline cancelled) {
    for (int next = from; next < to && !cancelled.passed(); ) {
      count = 0;
      island = -1;
      while (next < to && count < Lanes.COUNT) {
        take(next++);
      }
      if (count > 0) {
        solve();
        judge();
      }
    }
    return new ScreeningBlock(results, check.loadings());
  }

  /** Puts an outage into the next lane, or settles it otherwise. */
  private void take(int o) {
    if (outages.equivalentTo(o) >= 0) {
      results.add(OutageResult.linked(o, outages.equivalentTo(o)));
      return;
    }
    OutageEffect effect = outages.effect(o);
    if (effect.nothing()) {
      results.add(OutageResult.skipped(o, ScreeningKernel.NOTHING_TO_OPEN));
      return;
    }
    MakeUp makeUp = imbalances.of(effect);
    Portion portion = makeUp.portions().size() == 1 ? makeUp.portions().get(0) : null;
    boolean sharing = portion != null && portion.scale() != 0;
    boolean fast =
        (portion != null || effect.changesNoBalance())
            && keepsReference(effect)
            && (!sharing || island < 0 || portion.island() == island);
    OutagePerturbation lane = fast ? lane(effect) : null;
    if (lane == null || !lane.prepare(scratch)) {
      alone(o, makeUp, 0);
      return;
    }
    island = sharing ? portion.island() : island;
    int[] sides = options.reactiveLimits() ? watch.baseSides() : null;
    runs[count++] = new LaneRun(o, lane, makeUp, sides);
  }

  private OutagePerturbation lane(OutageEffect effect) {
    boolean touches = effect.generators().length + effect.hvdcLines().length > 0;
    return new OutagePerturbation(
        base, effect, touches ? RefactoredOutage.of(base, effect).model() : null);
  }

  private boolean keepsReference(OutageEffect effect) {
    return effect.references().entrySet().stream()
        .allMatch(entry -> base.model.reference(entry.getKey()) == entry.getValue());
  }

  private void solve() {
    double[] rises = new double[Lanes.COUNT];
    double[] falls = new double[Lanes.COUNT];
    for (int q = 0; q < count; q++) {
      Portion portion = runs[q].makeUp.of(island);
      rises[q] = portion != null && portion.up() ? portion.scale() : 0;
      falls[q] = portion != null && !portion.up() ? portion.scale() : 0;
    }
    double[] none = new double[base.model.size()];
    double[][] shares = island < 0 ? new double[][] {none, none} : imbalances.shares(island);
    boolean[] underWay = new boolean[Lanes.COUNT];
    lanes.begin();
    for (int q = 0; q < count; q++) {
      runs[q].lane.begin(lanes, q);
    }
    for (int step = 0; step < STEPS_MAX; step++) {
      lanes.mismatch(rises, shares[0], falls, shares[1]);
      correct();
      if (!assess()) {
        return;
      }
      lanes.forward();
      for (int q = 0; q < count; q++) {
        if (runs[q].underWay && runs[q].lane.compensation() != null) {
          lanes.compensate(runs[q].lane.compensation(), q);
        }
      }
      lanes.backward();
      limitSteps();
      for (int q = 0; q < count; q++) {
        underWay[q] = runs[q].underWay;
      }
      lanes.advance(underWay);
    }
  }

  /** What the lanes differ in from the base case, in their mismatches. */
  private void correct() {
    for (int q = 0; q < count; q++) {
      if (runs[q].underWay) {
        correct(q);
      }
    }
  }

  private void correct(int q) {
    LaneRun run = runs[q];
    int[] tripped = run.lane.effect().generators();
    for (int m = 0; m < tripped.length; m++) {
      int k = base.units.position(tripped[m]);
      double scale = run.makeUp.of(base.model.island(k)).scale();
      lanes.add(k, q, -scale * run.makeUp.unitShare()[m], 0);
    }
    run.lane.correct(lanes, q);
  }

  /** Stops lanes that are solved or that do not come on; whether any is under way still. */
  private boolean assess() {
    double[] worst = lanes.worst();
    boolean any = false;
    for (int q = 0; q < count; q++) {
      LaneRun run = runs[q];
      if (!run.underWay) {
        continue;
      }
      run.mismatch = worst[q];
      boolean near = worst[q] <= NEAR_PU && run.sides != null && !run.looked;
      if (worst[q] <= options.tolerancePu() || near) {
        settle(run, q, worst[q] <= options.tolerancePu());
      } else if (--run.patience == 0) {
        if (worst[q] > FALL * run.mismatchThen) {
          run.stop(false);
        }
        run.mismatchThen = worst[q];
        run.patience = PATIENCE;
      }
      run.steps++;
      any |= run.underWay;
    }
    return any;
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
    boolean possible = ++run.switches <= SWITCHES_MAX && run.lane.prepare(scratch);
    if (!possible) {
      run.stop(false);
      return;
    }
    run.mismatchThen = Double.POSITIVE_INFINITY;
    run.patience = PATIENCE;
  }

  /** Lanes whose step is not small go their own way. */
  private void limitSteps() {
    for (int q = 0; q < count; q++) {
      for (int k : runs[q].lane.effect().lost()) {
        lanes.clear(k, q);
      }
    }
    double[] step = lanes.stepWorst();
    for (int q = 0; q < count; q++) {
      if (runs[q].underWay && !(step[q] <= AcLanes.STEP_MAX)) {
        runs[q].stop(false);
      }
    }
  }

  /** Looks at the loadings of the lanes that are solved; solves the others by themselves. */
  private void judge() {
    boolean[] solved = new boolean[count];
    int[] numbers = new int[count];
    for (int q = 0; q < count; q++) {
      solved[q] = runs[q].solved;
      numbers[q] = runs[q].outage;
    }
    look(numbers, solved);
    for (int q = 0; q < count; q++) {
      if (solved[q]) {
        OutageEffect effect = outages.effect(numbers[q]);
        double missing = runs[q].makeUp.missingPu();
        results.add(
            scan.result(q, numbers[q], effect, missing, runs[q].mismatch, runs[q].steps - 1));
      }
    }
    for (int q = 0; q < count; q++) {
      if (!solved[q]) {
        alone(numbers[q], runs[q].makeUp, runs[q].steps);
      }
    }
  }

  private void look(int[] numbers, boolean[] solved) {
    OutageEffect[] effects = new OutageEffect[numbers.length];
    scan.begin();
    for (int q = 0; q < numbers.length; q++) {
      effects[q] = outages.effect(numbers[q]);
      check.begin(q, numbers[q]);
      scan.add(effects[q], solved[q]);
    }
    scan.run();
    scan.voltages(effects, solved);
    for (int q = 0; q < numbers.length; q++) {
      if (solved[q]) {
        int lane = q;
        scan.flowgates(q, effects[q], l -> lanes.activePu(l, lane));
      }
    }
  }

  /** Solves an outage by a power flow of its own. */
  private void alone(int o, MakeUp makeUp, int stepsBefore) {
    OutageEffect effect = outages.effect(o);
    AcSolution solution = RefactoredOutage.of(base, effect).solve(makeUp, imbalances, options);
    double missing = makeUp.missingPu();
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
    look(new int[] {o}, new boolean[] {true});
    int iterations = stepsBefore + solution.iterations();
    results.add(scan.result(0, o, effect, missing, solution.mismatchPu(), iterations));
  }
}
