package org.gridclear.oracle;

import java.util.Optional;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.LimitRule;
import org.gridclear.market.MarketDay;
import org.gridclear.oracle.program.BandRows;
import org.gridclear.oracle.program.Decisions;
import org.gridclear.oracle.program.Expression;
import org.gridclear.oracle.program.GridRows;
import org.gridclear.oracle.program.LimitRows;
import org.gridclear.oracle.program.LossRows;
import org.gridclear.oracle.program.PlantRows;
import org.gridclear.oracle.program.Program;
import org.gridclear.oracle.program.RuleRows;
import org.gridclear.oracle.program.StartRows;
import org.gridclear.oracle.program.UnitRows;
import org.gridclear.oracle.program.WaterRows;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;

/**
 * A case as one mixed-integer program, solved as a whole: what the clearing should find. For small
 * cases only.
 */
public final class Oracle {
  private static final int NODES_MAX = 1_000_000;

  /**
   * Half the width, in MW, of the window around a schedule in which it is re-solved; with losses it
   * leaves room for the tolerance that a clearing has in them.
   */
  private static final double WINDOW_MW = 2e-5;

  private static final double LOSS_WINDOW_MW = 1e-3;

  static final double NARROW_WINDOW_MW = 5e-7;

  private final LinearSolver solver;
  private final Program program;
  private final Decisions decisions;
  private final GridRows grid;
  private final RuleRows rules;
  private final LossRows losses;
  private final int periods;
  private final double windowMw;

  /**
   * Writes the program of a case.
   *
   * @param withLosses whether branches lose r·f²
   */
  public Oracle(ClearingCase clearingCase, boolean withLosses, LinearSolver solver) {
    this(clearingCase, withLosses, false, solver);
  }

  /**
   * Writes the program of a case.
   *
   * @param elastic whether rows of units' own schedules give way at a price
   */
  Oracle(ClearingCase clearingCase, boolean withLosses, boolean elastic, LinearSolver solver) {
    refuseUnknown(clearingCase);
    this.solver = solver;
    double price = clearingCase.day().penalties().scheduleYuanPerMwh();
    this.program = new Program(elastic ? price : Double.POSITIVE_INFINITY);
    this.decisions = new Decisions(clearingCase);
    this.periods = clearingCase.day().periodCount();
    this.windowMw = withLosses ? LOSS_WINDOW_MW : WINDOW_MW;
    for (int g = 0; g < clearingCase.day().thermalUnits().size(); g++) {
      new UnitRows(clearingCase, program, decisions, g).add();
      StartRows.add(clearingCase, program, decisions, g);
      new LimitRows(clearingCase, program, decisions, g).add();
    }
    BandRows.add(clearingCase, program, decisions);
    new PlantRows(clearingCase, program, decisions).add();
    new WaterRows(clearingCase, program, decisions).add();
    this.rules = new RuleRows(clearingCase, program, decisions);
    rules.add();
    this.grid = new GridRows(clearingCase, program, decisions, withLosses);
    grid.add();
    this.losses = new LossRows(clearingCase.day(), program, grid);
    losses.add();
  }

  /** What the program does not know is no case for it: it would be wrong without a sign. */
  private static void refuseUnknown(ClearingCase clearingCase) {
    MarketDay day = clearingCase.day();
    boolean rule =
        day.thermalUnits().stream().anyMatch(x -> x.limitRule() != LimitRule.RAMP_AND_LIMIT);
    boolean shared = day.branchLimits().stream().anyMatch(BranchLimit::oneOverload);
    boolean cuts = !day.rules().contingencies().cuts().isEmpty();
    if (rule || shared || cuts) {
      throw new IllegalArgumentException(
          "The oracle does not know %s of %s."
              .formatted(
                  rule ? "other limit rules" : shared ? "shared overloads" : "security cuts",
                  clearingCase.name()));
    }
  }

  /**
   * The best point of a program.
   *
   * @param objectiveYuan what it costs
   * @param columns value of every column
   */
  public record Point(double objectiveYuan, double[] columns) {}

  /** The best schedule; empty where none satisfies every hard row. */
  public Optional<Point> best() {
    Optional<Point> point = solve(session -> {});
    while (point.isPresent() && losses.bound(point.get().columns())) {
      point = solve(session -> {});
    }
    return point;
  }

  /** The best point within a hair of a schedule; empty where the schedule breaks a hard row. */
  public Optional<Point> at(Schedule schedule) {
    Optional<Point> point = solve(session -> pin(session, schedule));
    while (point.isPresent() && losses.bound(point.get().columns())) {
      point = solve(session -> pin(session, schedule));
    }
    return point;
  }

  /**
   * The best point within a hair of a schedule but for its reserve; empty where the schedule breaks
   * a hard row.
   */
  Optional<Point> atEnergy(Schedule schedule) {
    return solve(session -> new Pins(session, windowMw).pinEnergy(decisions, schedule));
  }

  /**
   * The same within a hair so thin that no reserve comes of it; empty also where rounding breaks
   * that. A search is no good within its own tolerance, so whole numbers are held.
   *
   * @param wholes a point with the whole numbers to hold
   */
  Optional<Point> atEnergyNarrow(Schedule schedule, Point wholes) {
    try {
      return solve(
          session -> {
            session.setIntegrality(false);
            for (int column = 0; column < program.model().columnCount(); column++) {
              if (program.model().isInteger(column)) {
                double value = Math.rint(wholes.columns()[column]);
                session.setColumnBounds(column, value, value);
              }
            }
            new Pins(session, NARROW_WINDOW_MW).pinEnergy(decisions, schedule);
          });
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** Greatest error of the objective by that of the losses, at prices up to the given ones. */
  public double lossErrorYuan(double[] greatestPriceYuanPerMwh, double hours) {
    double sum = 0;
    for (int t = 0; t < periods; t++) {
      sum += losses.errorMw(t) * Math.abs(greatestPriceYuanPerMwh[t]) * hours;
    }
    return sum;
  }

  boolean hasLosses() {
    return windowMw > WINDOW_MW;
  }

  Program program() {
    return program;
  }

  Decisions decisions() {
    return decisions;
  }

  GridRows grid() {
    return grid;
  }

  RuleRows rules() {
    return rules;
  }

  LinearSolver solver() {
    return solver;
  }

  /** Changes a session before it is solved. */
  private interface Change {
    void apply(SolverSession session);
  }

  private Optional<Point> solve(Change change) {
    try (SolverSession session = solver.open(program.model())) {
      change.apply(session);
      return point(session);
    }
  }

  static Optional<Point> point(SolverSession session) {
    SolverOutcome outcome = session.solve(new SolverLimits(0, NODES_MAX), Deadline.never());
    if (outcome instanceof SolverOutcome.Optimal optimal) {
      return Optional.of(new Point(optimal.solution().objective(), optimal.solution().columns()));
    }
    if (outcome instanceof SolverOutcome.Infeasible) {
      return Optional.empty();
    }
    throw new IllegalStateException("The oracle is not solved: " + outcome);
  }

  private void pin(SolverSession session, Schedule schedule) {
    new Pins(session, windowMw).pin(decisions, schedule);
  }

  /** Rows that hold a program at a schedule. */
  private record Pins(SolverSession session, double windowMw) {
    void pin(Decisions decisions, Schedule schedule) {
      for (int p = 0; p < decisions.reserveMw.length; p++) {
        hold(decisions.reserveMw[p], schedule.reserveMw()[p]);
      }
      pinEnergy(decisions, schedule);
    }

    void pinEnergy(Decisions decisions, Schedule schedule) {
      for (int g = 0; g < decisions.on.length; g++) {
        for (int t = 0; t < decisions.on[g].length; t++) {
          hold(decisions.on[g][t], schedule.committed()[g][t] ? 1 : 0, 0);
        }
      }
      hold(decisions.outputMw, schedule.outputMw());
      hold(decisions.profiledMw, schedule.profiledMw());
      hold(decisions.chargeMw, schedule.chargeMw());
      hold(decisions.dischargeMw, schedule.dischargeMw());
      hold(decisions.levelMwh, schedule.levelMwh());
      hold(decisions.flexibleMw, schedule.flexibleMw());
      hold(decisions.shedMw, schedule.shedMw());
      hold(decisions.hvdcMw, schedule.hvdcMw());
      hold(decisions.volumeMm3, schedule.volumeMm3());
      hold(decisions.spillM3PerS, schedule.spillM3PerS());
      hold(decisions.variables, schedule.variables());
    }

    private void hold(Expression[][] expressions, double[][] values) {
      for (int i = 0; i < expressions.length; i++) {
        for (int t = 0; t < expressions[i].length; t++) {
          hold(expressions[i][t], values[i][t], windowMw);
        }
      }
    }

    private void hold(Expression expression, double value, double window) {
      double middle = value - expression.constant();
      session.addRow(middle - window, middle + window, expression.terms());
    }
  }
}
