package org.gridclear.settlement.charge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.EntityBlock.Event;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.rule.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * Computes all charges of some entities, day by day from the first of the month. Exact: whole
 * numbers only, so the result does not depend on how entities are grouped.
 */
public final class ChargeKernel {
  /** Rows that a program runs over at once: their vectors stay in the cache of a core. */
  private static final int ROWS = 4;

  private final Shape shape;
  private final @Nullable LineSink lines;
  private final ChargePrograms programs;
  private final ProgramInterpreter strip = new ProgramInterpreter();
  private final long[][] carried;

  /**
   * Sizes of a result.
   *
   * @param from first entity
   * @param to one past the last
   * @param items items of the book
   * @param pools pools of the book
   * @param allocations allocations of the book
   * @param intervals intervals of a day
   * @param days days of the month
   */
  record Shape(int from, int to, int items, int pools, int allocations, int intervals, int days) {}

  private ChargeKernel(ChargePrograms programs, int from, int to, @Nullable LineSink lines) {
    SettlementMonth month = programs.month();
    RuleBook book = month.book();
    this.programs = programs;
    this.lines = lines;
    this.shape =
        new Shape(
            from,
            to,
            book.items().size(),
            book.pools().size(),
            book.allocations().size(),
            month.intervals(),
            month.days());
    this.carried = new long[new MonthStates(book).count()][];
  }

  /** Blocks and prices of one day. */
  public record Day(PriceDay prices, List<EntityBlock> blocks) {}

  /**
   * Charges of the entities from {@code from} to {@code to}.
   *
   * @param programs rules of the month
   * @param days days from the first of the month on, in order
   * @param lines takes every line; null where only sums are wanted
   */
  public static ChargeResult run(
      ChargePrograms programs, int from, int to, Iterable<Day> days, @Nullable LineSink lines) {
    return new ChargeKernel(programs, from, to, lines).run(days);
  }

  private ChargeResult run(Iterable<Day> days) {
    List<ChargeAccumulator> tallies = new ArrayList<>();
    List<Long> metered = new ArrayList<>();
    for (Day day : days) {
      int number = day.prices().day();
      ChargeAccumulator tally = new ChargeAccumulator(shape, number, carried, lines);
      BookPrograms today = programs.on(number);
      tally.outputs(today.outputs());
      long rows = 0;
      for (EntityBlock block : day.blocks()) {
        block(block, day.prices(), today, tally);
        rows += (long) block.rows() * block.intervals();
      }
      tallies.add(tally);
      metered.add(rows);
    }
    return new ChargeResult(
        programs.month().ids(shape.from(), shape.to()),
        shape.from(),
        shape.to(),
        tallies.stream().map(tally -> tally.amounts).toArray(long[][]::new),
        tallies.stream().map(tally -> tally.quantities).toArray(long[][]::new),
        tallies.stream().map(tally -> tally.pools).toArray(long[][]::new),
        tallies.stream().map(tally -> tally.totals).toArray(long[][]::new),
        tallies.stream().map(tally -> tally.drivers).toArray(long[][]::new),
        metered.stream().mapToLong(Long::longValue).toArray());
  }

  private void block(
      EntityBlock block, PriceDay prices, BookPrograms today, ChargeAccumulator tally) {
    for (int first = 0; first < block.rows(); ) {
      int next = first + 1;
      while (next < block.rows()
          && next - first < ROWS
          && block.classes()[next] == block.classes()[first]) {
        next++;
      }
      EntityClass entityClass = EntityClass.values()[block.classes()[first]];
      strip.run(today.of(entityClass), new EntityRows(block, prices, first, next - first), tally);
      first = next;
    }
    for (int i = 0; i < block.legs().size(); i += ROWS) {
      var some = block.legs().subList(i, Math.min(block.legs().size(), i + ROWS));
      strip.run(today.contracts(), new LegRows(block, prices, some), tally);
    }
    strip.run(today.rights(), new RightRows(block, prices, block.rights()), tally);
    Map<String, List<Event>> ofItem = new TreeMap<>();
    block.events().forEach(e -> ofItem.computeIfAbsent(e.item(), i -> new ArrayList<>()).add(e));
    ofItem.forEach((item, events) -> events(block, item, events, today, tally));
  }

  private void events(
      EntityBlock block,
      String item,
      List<Event> events,
      BookPrograms today,
      ChargeAccumulator tally) {
    var program = today.ofEvent(item);
    if (program == null) {
      throw new IllegalArgumentException("No rule of the day has events of item " + item + ".");
    }
    strip.run(program, new EventRows(block, events), tally);
  }
}
