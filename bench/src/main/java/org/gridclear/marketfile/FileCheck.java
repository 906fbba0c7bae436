package org.gridclear.marketfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.DecisionVariable;
import org.gridclear.network.NetworkIndex;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;
import tools.jackson.databind.JsonNode;

/**
 * A file cleared by the product and by the program of its format: the objectives must agree, the
 * audit must pass, and every price must lie between the one-sided differences of the cost when load
 * moves at its bus, statuses kept.
 */
public final class FileCheck {
  /** Relative difference of objectives that is solver noise. */
  private static final double COST = 1e-7;

  private static final double STEP_MW = 1e-3;
  private static final double PRICE = 2e-5;
  private static final SolverLimits EXACT = new SolverLimits(0, 1_000_000);

  private final LinearSolver solver;

  /** Checks with this solver. */
  public FileCheck(LinearSolver solver) {
    this.solver = solver;
  }

  /**
   * What a check found.
   *
   * @param feasible whether the program of the format has a solution at all
   * @param differences in words; empty if all agrees
   * @param prices how many prices were compared
   */
  public record Found(boolean feasible, List<String> differences, int prices) {}

  /** The program of a document, by the fields that tell its format. */
  static FileProgram program(JsonNode file) {
    if (file.has("Generators")) {
      return UnitCommitmentJlProgram.of(file);
    }
    return file.has("thermal_generators") ? PglibProgram.of(file) : EgretProgram.of(file);
  }

  /** Checks a document. */
  public Found check(JsonNode file) {
    FileProgram program = program(file);
    try (SolverSession session = solver.open(program.model)) {
      Optional<Solution> whole = solved(session.solve(EXACT, Deadline.never()));
      MarketDay day = day(file);
      ClearingOutcome outcome =
          ClearingKernel.clear(ClearingCase.of(day), ClearingOptions.LOSSLESS.withGap(0), solver);
      if (!(outcome instanceof ClearingOutcome.Cleared cleared)) {
        return new Found(
            whole.isPresent(), whole.isEmpty() ? List.of() : List.of("not cleared"), 0);
      }
      ClearingResult result = cleared.result();
      if (whole.isEmpty()) {
        return new Found(false, elastic(result), 0);
      }
      List<String> differences = new ArrayList<>();
      double best = exact(session, program, whole.get());
      compare(differences, "objective", best, result.objectiveYuan());
      ClearingAuditor.audit(ClearingCase.of(day), result)
          .forEach(finding -> differences.add("audit: " + finding.line()));
      int prices = 0;
      if (differences.isEmpty() && !program.hasExclusiveStorage()) {
        prices = prices(session, program, day, result, differences);
      }
      return new Found(true, differences, prices);
    }
  }

  private static List<String> elastic(ClearingResult result) {
    return result.statistics().elastic() ? List.of() : List.of("cleared, though infeasible");
  }

  /** Empty where nothing fits the program. */
  private static Optional<Solution> solved(SolverOutcome outcome) {
    if (outcome instanceof SolverOutcome.Infeasible) {
      return Optional.empty();
    }
    if (outcome instanceof SolverOutcome.Optimal optimal) {
      return Optional.of(optimal.solution());
    }
    throw new IllegalStateException("The program of the file: " + outcome);
  }

  /** The objective with whole numbers exactly whole. */
  private static double exact(SolverSession session, FileProgram program, Solution whole) {
    for (int c = 0; c < program.model.columnCount(); c++) {
      if (program.model.isInteger(c)) {
        double value = Math.rint(whole.columns()[c]);
        session.setColumnBounds(c, value, value);
      }
    }
    session.setIntegrality(false);
    return solved(session.solve(EXACT, Deadline.never())).orElseThrow().objective();
  }

  private static void compare(List<String> into, String what, double expected, double found) {
    if (Math.abs(expected - found) > COST * Math.max(1, Math.abs(expected))) {
      into.add(String.format(Locale.ROOT, "%s: %.6f, program %.6f", what, found, expected));
    }
  }

  private static MarketDay day(JsonNode file) {
    try {
      Path path = Files.createTempFile("market-file", ".json");
      Files.writeString(path, file.toString());
      CaseFiles.Loaded loaded =
          CaseFiles.load(
              path.getFileName().toString(), Objects.requireNonNull(path.getParent()), Set.of());
      Files.delete(path);
      return ((CaseFiles.Content.WholeDay) loaded.content()).day();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps the product's statuses, moves every load up and down, and compares. */
  private int prices(
      SolverSession session,
      FileProgram program,
      MarketDay day,
      ClearingResult result,
      List<String> differences) {
    keepStatuses(session, program, day, result);
    NetworkIndex index = new NetworkIndex(day.network());
    Solution middle = solved(session.solve(EXACT, Deadline.never())).orElseThrow();
    compare(differences, "dispatch", middle.objective(), result.objectiveYuan());
    int count = 0;
    for (int b = 0; b < program.buses.size(); b++) {
      double[] lmp = result.prices().lmpYuanPerMwh()[index.bus(program.buses.get(b))];
      for (int t = 0; t < program.periods; t++) {
        double left = difference(session, program, b, t, -STEP_MW, middle.objective());
        double right = difference(session, program, b, t, STEP_MW, middle.objective());
        double slack =
            PRICE * Math.max(1, Math.abs(lmp[t])) + 1e-9 * Math.abs(middle.objective()) / STEP_MW;
        if (lmp[t] < left - slack || lmp[t] > right + slack) {
          differences.add(
              String.format(
                  Locale.ROOT,
                  "price at %s in period %d: %.6f, not in [%.6f, %.6f]",
                  program.buses.get(b),
                  t + 1,
                  lmp[t],
                  left,
                  right));
        }
        count++;
      }
    }
    return count;
  }

  private static void keepStatuses(
      SolverSession session, FileProgram program, MarketDay day, ClearingResult result) {
    for (int c = 0; c < program.model.columnCount(); c++) {
      if (program.model.isInteger(c)) {
        session.setColumnBounds(c, program.model.columnLower(c), program.model.columnUpper(c));
      }
    }
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      ThermalUnit unit = day.thermalUnits().get(g);
      int[] columns = Objects.requireNonNull(program.status.get(unit.id()), unit.id());
      for (int t = 0; t < columns.length; t++) {
        double on = result.schedule().committed()[g][t] ? 1 : 0;
        session.setColumnBounds(columns[t], on, on);
      }
    }
    List<DecisionVariable> variables = day.rules().variables();
    for (int v = 0; v < variables.size(); v++) {
      if (variables.get(v).whole()) {
        String id = variables.get(v).id();
        int[] columns = Objects.requireNonNull(program.choices.get(id), id);
        for (int t = 0; t < columns.length; t++) {
          double value = Math.rint(result.schedule().variables()[v][t]);
          session.setColumnBounds(columns[t], value, value);
        }
      }
    }
  }

  private static double difference(
      SolverSession session, FileProgram program, int bus, int t, double mw, double middle) {
    double load = program.loadMw(bus, t);
    setLoad(session, program, bus, t, load + mw);
    Optional<Solution> moved = solved(session.solve(EXACT, Deadline.never()));
    setLoad(session, program, bus, t, load);
    if (moved.isEmpty()) {
      return mw > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    return (moved.get().objective() - middle) / mw / program.hours;
  }

  /** What is not served is at most the load, whatever that is. */
  private static void setLoad(
      SolverSession session, FileProgram program, int bus, int t, double mw) {
    session.setColumnBounds(program.loadColumn(bus, t), mw, mw);
    int shed = program.shedColumn(bus, t);
    if (shed >= 0) {
      session.setColumnBounds(shed, 0, mw);
    }
  }
}
