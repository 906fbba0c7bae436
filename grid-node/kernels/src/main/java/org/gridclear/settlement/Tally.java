package org.gridclear.settlement;

import java.util.List;
import org.gridclear.member.ChargeRule.Grain;

/** Adds up what programs put out on one day. */
final class Tally implements Strip.Sink {
  private final int from;
  private final int entities;
  private final int itemCount;
  private final int slots;
  private final boolean lastDay;
  private final int day;
  private final long[][] carried;
  private final LineSink lines;
  private List<Output> outputs = List.of();

  final long[] amounts;
  final long[] quantities;
  final long[] pools;
  final long[] totals;
  final long[] drivers;

  Tally(ChargeKernel.Shape shape, int day, long[][] carried, LineSink lines) {
    this.from = shape.from();
    this.entities = shape.to() - shape.from();
    this.itemCount = shape.items();
    this.slots = shape.intervals() + 1;
    this.day = day;
    this.lastDay = day == shape.days();
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
  public void emit(int number, Rows rows, long[] line, long[] quantity) {
    Output output = outputs.get(number);
    switch (output.kind()) {
      case CHARGE -> charge(output, rows, line, quantity);
      case TRANSFER -> transfer(output, rows, line);
      case DRIVER -> {
        int n = rows.intervals();
        for (int r = 0; r < rows.count(); r++) {
          long sum = 0;
          for (int i = r * n; i < (r + 1) * n; i++) {
            sum += line[i];
          }
          drivers[output.driver() * entities + rows.entity(r) - from] += sum;
        }
      }
    }
  }

  private void charge(Output output, Rows rows, long[] line, long[] quantity) {
    int n = rows.intervals();
    if (output.grain() == Grain.MONTH && !lastDay) {
      return;
    }
    boolean ofDay = output.grain() != Grain.INTERVAL;
    int pool = output.pool() * slots;
    for (int r = 0; r < rows.count(); r++) {
      int place = (rows.entity(r) - from) * itemCount + output.item();
      int length = ofDay ? 1 : n;
      int slot = ofDay ? slots - 1 : 0;
      amounts[place] += post(line, r * n, length, pool + slot, slot);
      for (int i = r * n; quantity != null && i < r * n + length; i++) {
        quantities[place] += quantity[i];
      }
      for (int i = 0; lines != null && i < length; i++) {
        long q = quantity == null ? 0 : quantity[r * n + i];
        lines.line(day, rows.entity(r), output.item(), slot + i, q, line[r * n + i]);
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
