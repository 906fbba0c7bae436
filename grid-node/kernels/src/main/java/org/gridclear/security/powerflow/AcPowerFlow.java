package org.gridclear.security.powerflow;

import org.gridclear.numerics.BlockLuFactor;
import org.gridclear.numerics.Jacobian;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.PowerFlowOptions.Start;

/**
 * AC power flow by Newton's method in polar coordinates. The factors of the Jacobian are kept while
 * the mismatch falls fast enough with them. From a flat start, and where Newton fails from the
 * file's voltages, fast-decoupled iterations come first ({@link FastDecoupled}). Reactive limits
 * and shared slack are outer rounds around it.
 */
public final class AcPowerFlow {
  private static final int NEWTON_MAX = 40;
  private static final int ROUNDS_MAX = 150;
  private static final double REUSE_FALL = 0.2;
  private static final double STEP_ANGLE_MAX = 0.8;
  private static final double STEP_VOLTAGE_MAX = 0.25;

  /** More than this share of what an island injects is not foreseen: the voltages are far off. */
  private static final double FORESEEN_MAX = 0.1;

  private final PowerFlowModel model;
  private final PowerFlowOptions options;
  private final AcState state;
  private final BlockLuFactor factor;
  private final double[] step;
  private int iterations;
  private int factorisations;

  /** Rounds that came home since the last start: what comes before them is alike every time. */
  private int rounds;

  private double worst;
  private int worstAt;
  private String text = "";

  /** What was asked for before anything was shared. */
  private double[] scheduled = new double[0];

  /** Per island, what has been shared so far. */
  private double[] shared = new double[0];

  /** Whether a plant may stay at a limit on the good side of its set point, and which one does. */
  private boolean keepsAtLimits;

  private int kept = -1;

  private AcPowerFlow(PowerFlowModel model, PowerFlowOptions options) {
    this.model = model;
    this.options = options;
    this.state = new AcState(model, model.admittanceMatrix());
    this.factor = new BlockLuFactor(model.structure().symbolic());
    this.step = new double[2 * model.size()];
  }

  /** Solves; a solution that did not converge says so and how far it came. */
  public static AcSolution solve(PowerFlowModel model, PowerFlowOptions options) {
    return new AcPowerFlow(model, options).solve();
  }

  /**
   * Solves from the voltages and the reactive limits of another solution, such as that before an
   * outage; where that fails, from a flat start. Where plants stay at their limits there, they may
   * here.
   *
   * @param before the other solution; where it has no voltage and the position is alive, 1 is taken
   * @param extraPu active power by position that comes on top of the operating point
   */
  public static AcSolution solveFrom(
      PowerFlowModel model, PowerFlowOptions options, AcSolution before, double[] extraPu) {
    AcPowerFlow flow = new AcPowerFlow(model, options);
    flow.keepsAtLimits = before.keepsAtLimits();
    flow.state.inject(extraPu);
    return flow.newtonElseDecoupled(
        () -> flow.state.start(before.e(), before.f(), before.reactiveSide()));
  }

  private AcSolution solve() {
    if (options.sharing() == Sharing.REFERENCE) {
      state.holdAngles(model.furtherReferences());
    }
    boolean flat = options.start() == Start.FLAT;
    AcSolution solution = flat ? decoupledElseNewton() : newtonElseDecoupled(state::startFromFile);
    return solution.converged() || !options.reactiveLimits()
        ? solution
        : keptAtLimits(flat ? state::startFlat : state::startFromFile);
  }

  /** Where plants would go on in turn, they stay at their limits, and the solution names one. */
  private AcSolution keptAtLimits(Runnable start) {
    keepsAtLimits = true;
    boolean converged = false;
    for (int way = 0; way < 2 && !converged; way++) {
      begin(start);
      converged = rounds(way > 0);
    }
    return solution(converged);
  }

  private void begin(Runnable start) {
    start.run();
    scheduled = state.spec().clone();
    shared = new double[model.islandCount()];
  }

  private AcSolution decoupledElseNewton() {
    begin(state::startFlat);
    boolean converged = decoupledThenRounds(false);
    if (!converged) {
      begin(state::startFlat);
      converged = rounds(true);
    }
    return solution(converged);
  }

  private AcSolution newtonElseDecoupled(Runnable start) {
    begin(start);
    boolean converged = rounds(false);
    if (!converged && options.reactiveLimits() && rounds > 0) {
      begin(start);
      converged = rounds(true);
    }
    if (!converged) {
      begin(state::startFlat);
      converged = decoupledThenRounds(options.reactiveLimits());
    }
    return solution(converged);
  }

  private boolean decoupledThenRounds(boolean worstFirst) {
    try {
      FastDecoupled.improve(model, state, this::foresee);
    } catch (ArithmeticException e) {
      text = String.valueOf(e.getMessage());
    }
    return rounds(worstFirst);
  }

  /**
   * Newton, then reactive limits and shares, until neither asks for more.
   *
   * @param worstFirst whether reactive limits, if asked for, are met one by one
   */
  private boolean rounds(boolean worstFirst) {
    ReactiveLimits limits = new ReactiveLimits(model, state, worstFirst);
    for (rounds = 0; rounds < ROUNDS_MAX; rounds++) {
      if (!newton(rounds > 0)) {
        return false;
      }
      boolean again = options.reactiveLimits() && limits.enforce();
      again |= options.sharing() != Sharing.REFERENCE && share();
      if (!again) {
        return !options.reactiveLimits() || settled(limits.unsettled());
      }
    }
    text = "Reactive limits and shared slack do not settle within %d rounds.".formatted(ROUNDS_MAX);
    return false;
  }

  private boolean settled(int unsettled) {
    if (unsettled >= 0) {
      kept = keepsAtLimits ? unsettled : kept;
      text =
          "Reactive limits do not settle: the plant at bus %s is beyond a limit at its set point, and on the good side of it at the limit%s."
              .formatted(
                  model.structure().index().network().buses().get(model.bus(unsettled)).id(),
                  keepsAtLimits ? ", where it stays" : "");
    }
    return unsettled < 0 || keepsAtLimits;
  }

  /**
   * Newton's iterations.
   *
   * @param moved whether the injections were just moved: then there is a step at least, as a move
   *     shared by hundreds of buses is below the tolerance at each of them and would be lost
   */
  private boolean newton(boolean moved) {
    double before = Double.POSITIVE_INFINITY;
    boolean fresh = false;
    for (int k = 0; k <= NEWTON_MAX; k++) {
      measure();
      if (!moved && foresee()) {
        measure();
      }
      if (worst <= options.tolerancePu() && !(moved && k == 0)) {
        return true;
      }
      if (!Double.isFinite(worst) || worst > 1e6) {
        text = "The voltages ran away.";
        return false;
      }
      if (!fresh || worst > REUSE_FALL * before) {
        try {
          Jacobian.factor(
              state.y(), state.e(), state.f(), state.angleFixed(), state.voltageFixed(), factor);
          factorisations++;
          fresh = true;
        } catch (ArithmeticException e) {
          text = String.valueOf(e.getMessage());
          return false;
        }
      }
      before = worst;
      advance();
    }
    text = "Newton's method does not converge within %d iterations.".formatted(NEWTON_MAX);
    return false;
  }

  private void measure() {
    state.mismatch(step);
    worst = 0;
    worstAt = 0;
    for (int m = 0; m < step.length; m++) {
      double size = Math.abs(step[m]);
      if (!(size <= worst)) {
        worst = size;
        worstAt = m / 2;
      }
    }
  }

  private void advance() {
    factor.solve(step);
    iterations++;
    double angle = 0;
    double voltage = 0;
    for (int k = 0; k < step.length; k += 2) {
      angle = Math.max(angle, Math.abs(step[k]));
      voltage = Math.max(voltage, Math.abs(step[k + 1]));
    }
    double scale = Math.min(1, Math.min(STEP_ANGLE_MAX / angle, STEP_VOLTAGE_MAX / voltage));
    state.advance(step, scale);
  }

  /**
   * Shares what the network takes at the present voltages beyond the schedule, so that a reference
   * need not take the losses of its island alone on the way to a solution: where its branches
   * cannot carry that, there may be a solution all the same. Returns whether anything is shared.
   */
  private boolean foresee() {
    boolean any = false;
    for (int island = 0; island < shared.length; island++) {
      if (options.sharing() == Sharing.REFERENCE || model.reference(island) < 0) {
        continue;
      }
      double taken = 0;
      double size = 0;
      for (int k = 0; k < scheduled.length; k++) {
        taken += model.island(k) == island ? state.activePu(k) - scheduled[k] : 0;
        size += model.island(k) == island ? Math.abs(scheduled[k]) : 0;
      }
      if (Math.abs(taken) <= FORESEEN_MAX * size) {
        shared[island] = taken;
        spread(island);
        any = true;
      }
    }
    return any;
  }

  /** Asks every position of an island for its part of what is shared. */
  private double[] spread(int island) {
    double[] share = Shares.of(model, options.sharing(), island, shared[island] > 0);
    for (int k = 0; k < share.length; k++) {
      if (model.island(k) == island) {
        state.spec()[k] = scheduled[k] + shared[island] * share[k];
      }
    }
    return share;
  }

  /**
   * Moves what the references took beyond their schedule to the shares, all that was moved so far
   * anew, so that it ends in proportion to the shares; whether it was much.
   */
  private boolean share() {
    boolean moved = false;
    for (int island = 0; island < model.islandCount(); island++) {
      int reference = model.reference(island);
      if (reference < 0) {
        continue;
      }
      double excess = state.activePu(reference) - state.spec()[reference];
      if (Math.abs(excess) > options.tolerancePu()) {
        shared[island] += excess;
        moved |= spread(island)[reference] < 1;
      }
    }
    return moved;
  }

  /** What islands had to share beyond the room of their units. */
  private double missingPu() {
    double sum = 0;
    for (int island = 0; island < model.islandCount(); island++) {
      int reference = model.reference(island);
      if (reference >= 0) {
        double total = state.activePu(reference) - state.spec()[reference];
        for (int k = 0; k < scheduled.length; k++) {
          total += model.island(k) == island ? state.spec()[k] - scheduled[k] : 0;
        }
        double room = 0;
        for (int k = 0; k < scheduled.length; k++) {
          room += model.island(k) == island ? model.roomPu(k, total > 0) : 0;
        }
        sum += Math.copySign(Math.max(0, Math.abs(total) - room), total);
      }
    }
    return sum;
  }

  private AcSolution solution(boolean converged) {
    for (int k : model.furtherReferences()) {
      if (state.angleFixed()[k]) {
        state.spec()[k] = state.activePu(k);
      }
    }
    return new AcSolution(
        converged,
        worst,
        model.bus(worstAt),
        iterations,
        factorisations,
        state.e(),
        state.f(),
        state.voltageFixed(),
        state.reactiveSide(),
        state.spec(),
        converged && options.sharing() == Sharing.HEADROOM ? missingPu() : 0,
        converged && kept < 0 ? "" : text);
  }
}
