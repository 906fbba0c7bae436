package org.gridclear.settlement.charge;

import java.util.List;
import org.gridclear.settlement.rule.ChargeRule.Grain;
import org.jspecify.annotations.Nullable;

/** Adds up what programs put out on one day. */
final class ChargeAccumulator implements ProgramInterpreter.Sink {
  private final int from;
  private final int entities;
  private final int itemCount;
  private final int slots;
  private final int day;
  private final long[][] carried;
  private final @Nullable LineSink lines;
  private List<Output> outputs = List.of();
  private long[] scratch = new long[0];

  final long[] amounts;
  final long[] quantities;
  final long[] pools;
  final long[] totals;
  final long[] drivers;

  ChargeAccumulator(ChargeKernel.Shape shape, int day, long[][] carried, @Nullable LineSink lines) {
    this.from = shape.from();
    this.entities = shape.to() - shape.from();
    this.itemCount = shape.items();
    this.slots = shape.intervals() + 1;
    this.day = day;
    this.carried = carried;
    this.lines = lines;
    this.amounts = new long[entities * itemCount];
    this.quantities = new long[entities * itemCount];
    this.pools = new long[shape.pools() * slots];
    this.totals = new long[slots];
    this.drivers = new long[shape.allocations() * entities];
  }

  void outputs(List<Output> changed) {
    outputs = changed;
  }

  @Override
  public long[] carry(int state) {
    if (carried[state] == null) {
      carried[state] = new long[2 * entities];
    }
    return carried[state];
  }

  @Override
  public int place(int entity) {
    return entity - from;
  }

  @Override
  public void emit(int number, Rows rows, long[] exact, int dropped, long @Nullable [] quantity) {
    Output output = outputs.get(number);
    boolean plain =
        output.kind() == Output.Kind.CHARGE && output.grain() == Grain.INTERVAL && lines == null;
    if (plain && dropped > 0) {
      atOnce(output, rows, exact, dropped, quantity);
      return;
    }
    long[] line = rounded(exact, dropped, rows.count() * rows.intervals());
    switch (output.kind()) {
      case CHARGE -> charge(output, rows, line, quantity);
      case TRANSFER -> transfer(output, rows, line);
      case DRIVER -> {
        int n = rows.intervals();
        for (int r = 0; r < rows.count(); r++) {
          drivers[output.driver() * entities + rows.entity(r) - from] += sum(line, r * n, n);
        }
      }
    }
  }

  private long[] rounded(long[] exact, int dropped, int n) {
    if (dropped == 0) {
      return exact;
    }
    if (scratch.length < n) {
      scratch = new long[n];
    }
    Vectors.round(exact, dropped, scratch, n);
    return scratch;
  }

  /** Rounds and posts in one pass what most items are: lines of intervals. */
  private void atOnce(
      Output output, Rows rows, long[] exact, int dropped, long @Nullable [] quantity) {
    int n = rows.intervals();
    int pool = output.pool() * slots;
    for (int r = 0; r < rows.count(); r++) {
      int place = (rows.entity(r) - from) * itemCount + output.item();
      amounts[place] += Vectors.roundAndPost(exact, r * n, dropped, pools, pool, totals, n);
      quantities[place] += quantity == null ? 0 : sum(quantity, r * n, n);
    }
  }

  private static long sum(long[] values, int from, int count) {
    long sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += values[i];
    }
    return sum;
  }

  private void charge(Output output, Rows rows, long[] line, long @Nullable [] quantity) {
    int n = rows.intervals();
    boolean ofDay = output.grain() != Grain.INTERVAL;
    int pool = output.pool() * slots;
    for (int r = 0; r < rows.count(); r++) {
      if (output.grain() == Grain.MONTH && !rows.lastDay(r)) {
        continue;
      }
      int place = (rows.entity(r) - from) * itemCount + output.item();
      int length = ofDay ? 1 : n;
      int slot = ofDay ? slots - 1 : 0;
      amounts[place] += post(line, r * n, length, pool + slot, slot);
      quantities[place] += quantity == null ? 0 : sum(quantity, r * n, length);
      for (int i = 0; lines != null && i < length; i++) {
        long q = quantity == null ? 0 : quantity[r * n + i];
        lines.line(
            new LineSink.Line(
                day,
                rows.entity(r),
                output.item(),
                slot + i,
                rows.contract(r),
                q,
                line[r * n + i]));
      }
    }
  }

  private long post(long[] line, int at, int length, int poolAt, int slot) {
    long sum = 0;
    for (int i = 0; i < length; i++) {
      long amount = line[at + i];
      sum += amount;
      pools[poolAt + i] -= amount;
      totals[slot + i] += amount;
    }
    return sum;
  }

  private void transfer(Output output, Rows rows, long[] line) {
    int n = rows.intervals();
    for (int i = 0; i < rows.count() * n; i++) {
      pools[output.pool() * slots + i % n] -= line[i];
      pools[output.from() * slots + i % n] += line[i];
    }
  }
}
