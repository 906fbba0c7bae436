package org.gridclear.settlement.charge;

import java.util.Arrays;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.formula.Instruction;
import org.gridclear.settlement.formula.Program;
import org.gridclear.settlement.input.EntityBlock.Offer;
import org.gridclear.settlement.input.SettlementColumn;
import org.jspecify.annotations.Nullable;

/** Runs programs over rows; holds the vectors. */
final class ProgramInterpreter {
  /** Takes what a program puts out. */
  interface Sink {
    /**
     * Line and quantity of an output, row by row.
     *
     * @param dropped decimals that the line is still to be rounded by
     * @param quantity null for none
     */
    void emit(int output, Rows rows, long[] line, int dropped, long @Nullable [] quantity);

    /** What is carried over the month, two numbers per entity, of a state. */
    long[] carry(int state);

    /** Place of an entity in {@link #carry}. */
    int place(int entity);
  }

  private static final long[] NONE = {};
  private static final SettlementColumn[] COLUMNS = SettlementColumn.values();

  private long[][] vectors = new long[0][];
  private @Nullable Program last;
  private int lastSize;

  void run(Program program, Rows rows, Sink sink) {
    int size = rows.count() * rows.intervals();
    if (size == 0) {
      return;
    }
    boolean again = program == last && size <= lastSize;
    if (!again) {
      room(program.vectors(), size);
      last = program;
      lastSize = size;
    }
    Instruction[] steps = program.steps();
    for (int i = 0; i < steps.length; i++) {
      if (again && steps[i].code() == Instruction.Code.CONSTANT) {
        continue;
      }
      step(steps[i], vectors[program.targets()[i]], rows, size, sink);
    }
  }

  private void room(int count, int size) {
    if (vectors.length < count) {
      int from = vectors.length;
      vectors = Arrays.copyOf(vectors, count);
      Arrays.fill(vectors, from, count, new long[0]);
    }
    for (int i = 0; i < count; i++) {
      if (vectors[i].length < size) {
        vectors[i] = new long[size];
      }
    }
  }

  private void step(Instruction op, long[] to, Rows rows, int n, Sink sink) {
    long[] a = op.a() < 0 ? NONE : vectors[op.a()];
    switch (op.code()) {
      case LOAD -> rows.load(COLUMNS[(int) op.number()], to);
      case CONSTANT -> Arrays.fill(to, 0, n, op.number());
      case NEGATE, ABSOLUTE -> Vectors.sign(op.code(), a, to, n);
      case SCALE -> Vectors.scale(a, FixedPoint.pow10((int) op.number()), to, n);
      case ROUND -> Vectors.round(a, (int) op.number(), to, n);
      case DIVIDE -> Vectors.divide(a, vectors[op.b()], FixedPoint.pow10((int) op.number()), to, n);
      case SUM -> Vectors.sum(a, to, rows.count(), rows.intervals());
      case SELECT -> Vectors.select(a, vectors[op.b()], vectors[op.c()], to, n);
      case ENERGY_COST, MARGINAL_COST, ECONOMIC_MW -> offer(op.code(), a, to, rows);
      case CARRY_DAY -> carryDay(a, (int) op.number(), to, rows);
      case CARRY_MONTH -> carryMonth(a, op, to, rows, sink);
      case PEAK_MONTH -> peakMonth(a, op, to, rows, sink);
      case TOTAL_MONTH -> totalMonth(a, op, to, rows, sink);
      case BEGINS -> Vectors.begins(a, to, rows.count(), rows.intervals());
      case EMIT, EMIT_ROUNDED ->
          sink.emit(
              (int) op.number(),
              rows,
              a,
              op.code() == Instruction.Code.EMIT ? 0 : op.c(),
              op.b() < 0 ? null : vectors[op.b()]);
      default -> Vectors.two(op.code(), a, vectors[op.b()], to, n);
    }
  }

  private static void offer(Instruction.Code code, long[] a, long[] to, Rows rows) {
    int n = rows.intervals();
    for (int r = 0; r < rows.count(); r++) {
      Offer offer = rows.offer(r);
      for (int i = r * n; i < (r + 1) * n; i++) {
        to[i] = offer == null ? 0 : OfferCurve.value(code, offer, a[i]);
      }
    }
  }

  private static void carryDay(long[] a, int dropped, long[] to, Rows rows) {
    int n = rows.intervals();
    for (int r = 0; r < rows.count(); r++) {
      carry(a, dropped, to, r * n, n, new long[2], 0);
    }
  }

  private static void carryMonth(long[] a, Instruction op, long[] to, Rows rows, Sink sink) {
    int n = rows.intervals();
    long[] state = sink.carry(op.b());
    for (int r = 0; r < rows.count(); r++) {
      carry(a, (int) op.number(), to, r * n, n, state, 2 * sink.place(rows.entity(r)));
    }
  }

  /** state: greatest value so far and whether there was one. */
  private static void peakMonth(long[] a, Instruction op, long[] to, Rows rows, Sink sink) {
    int n = rows.intervals();
    long[] state = sink.carry(op.b());
    for (int r = 0; r < rows.count(); r++) {
      int at = 2 * sink.place(rows.entity(r));
      long peak = state[at + 1] == 0 ? a[r * n] : state[at];
      for (int i = r * n; i < (r + 1) * n; i++) {
        peak = Math.max(peak, a[i]);
      }
      state[at] = peak;
      state[at + 1] = 1;
      Arrays.fill(to, r * n, (r + 1) * n, peak);
    }
  }

  /** state: sum so far; a program asks for it once a day. */
  private static void totalMonth(long[] a, Instruction op, long[] to, Rows rows, Sink sink) {
    int n = rows.intervals();
    long[] state = sink.carry(op.b());
    for (int r = 0; r < rows.count(); r++) {
      int at = 2 * sink.place(rows.entity(r));
      for (int i = r * n; i < (r + 1) * n; i++) {
        state[at] += a[i];
      }
      Arrays.fill(to, r * n, (r + 1) * n, state[at]);
    }
  }

  /** state: exact sum so far and what of it was posted. */
  private static void carry(
      long[] a, int dropped, long[] to, int from, int n, long[] state, int at) {
    long exact = state[at];
    long posted = state[at + 1];
    for (int i = from; i < from + n; i++) {
      exact += a[i];
      long rounded = FixedPoint.round(exact, dropped);
      to[i] = rounded - posted;
      posted = rounded;
    }
    state[at] = exact;
    state[at + 1] = posted;
  }
}
