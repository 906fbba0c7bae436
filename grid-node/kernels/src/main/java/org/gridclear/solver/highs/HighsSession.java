package org.gridclear.solver.highs;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.DoubleByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.gridclear.solver.Basis;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.RowWeights;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Tableau;
import org.gridclear.solver.Terms;

/** One HiGHS object. Creating and destroying these in parallel is unsafe, so that is serialised. */
final class HighsSession implements SolverSession {
  /** The bit of HiGHS's option presolve_rule_off that keeps presolve from probing. */
  private static final int PRESOLVE_PROBING = 1 << 15;

  private static final Object LIFE = new Object();
  private static final int STATUS_UNKNOWN = 15;
  private static final int ERROR = -1;

  /** First relaxations beyond this are solved by interior point: ferc 191 s against 404 s. */
  private static final int INTERIOR_ROWS_MIN = 250_000;

  private final HighsLibrary library;
  private final Pointer highs;
  private final int[] integrality;
  private final List<Integer> binaries = new ArrayList<>();
  private boolean whole = true;
  private boolean integral;
  private Deadline deadline = Deadline.never();
  private boolean interrupted;
  private boolean solved;
  // HiGHS extends its basis when rows or columns come, but its info then says there is none.
  private boolean hasBasis;
  private final HighsClock clock;
  // HiGHS keeps only a raw pointer to the callback; this field keeps it from being collected.
  private final HighsLibrary.InterruptCallback callback;

  HighsSession(HighsLibrary library, LinearModel model) {
    this.library = library;
    synchronized (LIFE) {
      this.highs = library.Highs_create();
    }
    this.clock = new HighsClock(library, highs);
    library.Highs_setBoolOptionValue(highs, "output_flag", 0);
    library.Highs_setStringOptionValue(highs, "parallel", "off");
    library.Highs_setIntOptionValue(highs, "threads", 1);
    library.Highs_setIntOptionValue(highs, "random_seed", 1);
    this.integrality = new int[model.columnCount()];
    pass(model);
    this.callback =
        (type, message, dataOut, dataIn, userData) -> {
          if (dataIn != null) {
            boolean stop = deadline.passed();
            interrupted |= stop;
            clock.goOn();
            // HiGHS keeps the wish from one run to the next, so it is taken back as well.
            dataIn.setInt(0, stop ? 1 : 0);
          }
        };
    library.Highs_setCallback(highs, callback, null);
    library.Highs_startCallback(highs, HighsLibrary.CALLBACK_SIMPLEX_INTERRUPT);
    library.Highs_startCallback(highs, HighsLibrary.CALLBACK_IPM_INTERRUPT);
    library.Highs_startCallback(highs, HighsLibrary.CALLBACK_MIP_INTERRUPT);
  }

  private void pass(LinearModel model) {
    int columns = model.columnCount();
    int rows = model.rowCount();
    double[] cost = new double[columns];
    double[] lower = new double[columns];
    double[] upper = new double[columns];
    for (int j = 0; j < columns; j++) {
      cost[j] = model.cost(j);
      lower[j] = model.columnLower(j);
      upper[j] = model.columnUpper(j);
      integrality[j] = model.isInteger(j) ? 1 : 0;
      integral |= model.isInteger(j);
    }
    double[] rowLower = new double[rows];
    double[] rowUpper = new double[rows];
    int[] start = new int[rows + 1];
    for (int i = 0; i < rows; i++) {
      rowLower[i] = model.rowLower(i);
      rowUpper[i] = model.rowUpper(i);
      start[i + 1] = model.rowStart(i + 1);
    }
    int[] index = new int[model.entryCount()];
    double[] value = new double[model.entryCount()];
    for (int e = 0; e < index.length; e++) {
      index[e] = model.entryColumn(e);
      value[e] = model.entryValue(e);
    }
    checked(
        "passMip",
        library.Highs_passMip(
            highs,
            columns,
            rows,
            index.length,
            HighsLibrary.ROWWISE,
            HighsLibrary.MINIMISE,
            model.offset(),
            cost,
            lower,
            upper,
            rowLower,
            rowUpper,
            start,
            index,
            value,
            integrality));
  }

  private static void checked(String call, int status) {
    if (status == HighsLibrary.STATUS_ERROR) {
      throw new IllegalStateException("HiGHS refused " + call + ".");
    }
  }

  @Override
  public int addColumn(double lower, double upper, double cost) {
    checked(
        "addCol", library.Highs_addCol(highs, cost, lower, upper, 0, new int[0], new double[0]));
    return library.Highs_getNumCol(highs) - 1;
  }

  @Override
  public int addBinary(double cost) {
    int column = addColumn(0, 1, cost);
    binaries.add(column);
    if (whole) {
      setType(column, 1);
      integral = true;
    }
    return column;
  }

  private void setType(int column, int type) {
    checked(
        "changeColsIntegrality",
        library.Highs_changeColsIntegralityByRange(highs, column, column, new int[] {type}));
  }

  @Override
  public int addRow(double lower, double upper, Terms terms) {
    LinearModel one = new LinearModel();
    one.addRow(lower, upper, terms);
    int size = one.entryCount();
    int[] index = new int[size];
    double[] value = new double[size];
    for (int e = 0; e < size; e++) {
      index[e] = one.entryColumn(e);
      value[e] = one.entryValue(e);
    }
    checked("addRow", library.Highs_addRow(highs, lower, upper, size, index, value));
    return library.Highs_getNumRow(highs) - 1;
  }

  @Override
  public void setColumnBounds(int column, double lower, double upper) {
    checked("changeColBounds", library.Highs_changeColBounds(highs, column, lower, upper));
  }

  @Override
  public void setRowBounds(int row, double lower, double upper) {
    checked("changeRowBounds", library.Highs_changeRowBounds(highs, row, lower, upper));
  }

  @Override
  public void setIntegrality(boolean enforced) {
    int[] types = enforced ? integrality : new int[integrality.length];
    if (types.length > 0) {
      checked(
          "changeColsIntegrality",
          library.Highs_changeColsIntegralityByRange(highs, 0, types.length - 1, types));
    }
    whole = enforced;
    binaries.forEach(column -> setType(column, enforced ? 1 : 0));
    integral = enforced && !binaries.isEmpty();
    for (int type : types) {
      integral |= type != 0;
    }
  }

  @Override
  public void setStart(double[] columns) {
    // A point from before columns were added has none of them; HiGHS reads as many as there are.
    double[] all = Arrays.copyOf(columns, library.Highs_getNumCol(highs));
    checked("setSolution", library.Highs_setSolution(highs, all, null, null, null));
  }

  @Override
  public Basis basis() {
    if (!hasBasis) {
      return Basis.NONE;
    }
    int[] columns = new int[library.Highs_getNumCol(highs)];
    int[] rows = new int[library.Highs_getNumRow(highs)];
    checked("getBasis", library.Highs_getBasis(highs, columns, rows));
    return new Basis(narrowed(columns), narrowed(rows));
  }

  @Override
  public void setBasis(Basis basis) {
    if (basis == Basis.NONE) {
      checked("clearSolver", library.Highs_clearSolver(highs));
      hasBasis = false;
      return;
    }
    int columnCount = library.Highs_getNumCol(highs);
    int rowCount = library.Highs_getNumRow(highs);
    if (basis.columns().length > columnCount || basis.rows().length > rowCount) {
      throw new IllegalArgumentException("The basis is larger than the model.");
    }
    Basis all = basis.extended(columnCount, rowCount);
    int status = library.Highs_setBasis(highs, widened(all.columns()), widened(all.rows()));
    checked("setBasis", status);
    solved = true;
    hasBasis = true;
  }

  private void setEffort(SolverLimits.Effort effort) {
    int search = effort == SolverLimits.Effort.FULL ? 1 : 0;
    library.Highs_setBoolOptionValue(highs, "mip_heuristic_run_root_reduced_cost", search);
    int rulesOff = effort == SolverLimits.Effort.QUICKEST ? PRESOLVE_PROBING : 0;
    library.Highs_setIntOptionValue(highs, "presolve_rule_off", rulesOff);
  }

  private static byte[] narrowed(int[] values) {
    byte[] narrow = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (byte) values[i];
    }
    return narrow;
  }

  private static int[] widened(byte[] values) {
    int[] wide = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  @Override
  public SolverOutcome solve(SolverLimits limits, Deadline until) {
    deadline = until;
    interrupted = false;
    library.Highs_setDoubleOptionValue(highs, "mip_rel_gap", limits.gap());
    library.Highs_setIntOptionValue(highs, "mip_max_nodes", limits.nodesMax());
    library.Highs_setDoubleOptionValue(highs, "mip_heuristic_effort", limits.heuristicShare());
    library.Highs_setDoubleOptionValue(highs, "objective_target", limits.target());
    setEffort(limits.effort());
    if (until.passed()) {
      return new SolverOutcome.TimedOut(Optional.empty());
    }
    boolean interior = !integral && !solved && library.Highs_getNumRow(highs) > INTERIOR_ROWS_MIN;
    library.Highs_setStringOptionValue(highs, "solver", interior ? "ipm" : "choose");
    solved = true;
    int status = run();
    if (lost(status) && !integral) {
      // Cleaning up at the end left a little infeasible: once more from there is soon done.
      status = run();
    }
    if (lost(status)) {
      // Lost its way from a warm start, or broke off there; from scratch it finds out.
      library.Highs_clearSolver(highs);
      library.Highs_setStringOptionValue(highs, "solver", "simplex");
      status = run();
    }
    int modelStatus = library.Highs_getModelStatus(highs);
    return switch (modelStatus) {
      case 7 -> new SolverOutcome.Optimal(solution());
      case 8 -> new SolverOutcome.Infeasible();
      case 9 -> unboundedOrInfeasible();
      case 10 -> new SolverOutcome.Unbounded();
      case 12 -> limited();
      case 13, 17 -> new SolverOutcome.TimedOut(incumbent());
      case 14, 16 -> limited();
      default ->
          interrupted
              ? new SolverOutcome.TimedOut(incumbent())
              : new SolverOutcome.Failed(
                  "HiGHS ended with status %d, model status %d.".formatted(status, modelStatus));
    };
  }

  private int run() {
    clock.start(deadline, integral);
    int status = library.Highs_run(highs);
    IntByReference validity = new IntByReference();
    library.Highs_getIntInfoValue(highs, "basis_validity", validity);
    hasBasis = validity.getValue() == HighsLibrary.BASIS_VALID;
    return status;
  }

  @Override
  public Optional<double[]> dualsToward(double[] point, double[] rowSteps, Deadline until) {
    deadline = until;
    interrupted = false;
    return new HighsMoves(library, highs, this::run).duals(point, rowSteps);
  }

  @Override
  public Optional<Tableau> tableau(IntPredicate wanted) {
    List<RowWeights> rows = new HighsTableau(library, highs).rows(wanted);
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Tableau(new HighsProgram(library, highs).model(integrality), rows));
  }

  private boolean lost(int status) {
    boolean unknown = library.Highs_getModelStatus(highs) == STATUS_UNKNOWN;
    return (unknown || status == ERROR) && !interrupted;
  }

  /** Presolve sometimes cannot tell the two apart; without presolve the solver can. */
  private SolverOutcome unboundedOrInfeasible() {
    library.Highs_setStringOptionValue(highs, "presolve", "off");
    run();
    library.Highs_setStringOptionValue(highs, "presolve", "choose");
    return switch (library.Highs_getModelStatus(highs)) {
      case 7 -> new SolverOutcome.Optimal(solution());
      case 10 -> new SolverOutcome.Unbounded();
      default -> new SolverOutcome.Infeasible();
    };
  }

  private SolverOutcome limited() {
    return incumbent()
        .<SolverOutcome>map(
            solution ->
                new SolverOutcome.Feasible(
                    solution,
                    Math.abs(solution.objective() - solution.bound())
                        / Math.max(1e-9, Math.abs(solution.objective()))))
        .orElseGet(() -> new SolverOutcome.Failed("A work limit stopped HiGHS before a solution."));
  }

  private Optional<Solution> incumbent() {
    IntByReference status = new IntByReference();
    library.Highs_getIntInfoValue(highs, "primal_solution_status", status);
    return status.getValue() == 2 ? Optional.of(solution()) : Optional.empty();
  }

  private Solution solution() {
    int columns = library.Highs_getNumCol(highs);
    int rows = library.Highs_getNumRow(highs);
    double[] columnValue = new double[columns];
    double[] columnDual = new double[columns];
    double[] rowValue = new double[rows];
    double[] rowDual = new double[rows];
    library.Highs_getSolution(highs, columnValue, columnDual, rowValue, rowDual);
    double objective = number("objective_function_value");
    LongByReference nodes = new LongByReference();
    library.Highs_getInt64InfoValue(highs, "mip_node_count", nodes);
    IntByReference iterations = new IntByReference();
    library.Highs_getIntInfoValue(highs, "simplex_iteration_count", iterations);
    return new Solution(
        columnValue,
        integral ? new double[0] : columnDual,
        integral ? new double[0] : rowDual,
        objective,
        integral ? number("mip_dual_bound") : objective,
        Math.max(0, nodes.getValue()),
        Math.max(0, iterations.getValue()));
  }

  private double number(String info) {
    DoubleByReference value = new DoubleByReference();
    library.Highs_getDoubleInfoValue(highs, info, value);
    return value.getValue();
  }

  @Override
  public void close() {
    synchronized (LIFE) {
      library.Highs_destroy(highs);
    }
  }
}
