package org.gridclear.settlement.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.gridclear.settlement.charge.ChargeKernel;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.EntityBlock.Leg;
import org.gridclear.settlement.input.EntityBlock.Right;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.input.SettlementMonth.EntityName;

/**
 * What the charges of some entities follow from, and nothing of anybody else: their registration,
 * the rules, the prices at their points, and what they traded and metered.
 *
 * @param month the month with these entities, their points and their contracts alone
 * @param days prices and entities of each day, in order
 */
public record BillInputs(SettlementMonth month, List<Day> days) {
  public BillInputs {
    days = List.copyOf(days);
  }

  /**
   * A day.
   *
   * @param prices prices at the points of the entities
   * @param blocks one per entity
   */
  public record Day(PriceDay prices, List<EntityBlock> blocks) {
    public Day {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * The inputs of the entities that belong to a member on all days. One that changed hands within
   * the month is left out, for its other days are another member's.
   *
   * @param entities ids of entities of the member
   */
  public static BillInputs of(CloseDays days, String member, List<String> entities) {
    CloseFolder close = days.close();
    SettlementMonth month = close.month();
    List<EntityName> own = new ArrayList<>();
    for (String id : entities) {
      EntityName entity = month.entities().get(close.entity(id));
      boolean always = true;
      for (int day = 1; day <= month.days(); day++) {
        always &= entity.on(day).member().equals(member);
      }
      if (always) {
        own.add(entity);
      }
    }
    return new Cut(days, own).inputs();
  }

  /** The charges that follow from them, by the kernel. */
  Iterable<ChargeKernel.Day> kernelDays() {
    return days.stream().map(day -> new ChargeKernel.Day(day.prices(), day.blocks())).toList();
  }

  /** Rows of a close, cut out. */
  private static final class Cut {
    private final CloseDays days;
    private final CloseFolder close;
    private final SettlementMonth month;
    private final List<EntityName> own;
    private final List<PriceDay> prices = new ArrayList<>();
    private final List<List<EntityBlock>> blocks = new ArrayList<>();
    private final TreeSet<String> points = new TreeSet<>();
    private final TreeSet<String> contracts = new TreeSet<>();

    Cut(CloseDays days, List<EntityName> own) {
      this.days = days;
      this.close = days.close();
      this.month = close.month();
      this.own = own;
    }

    BillInputs inputs() {
      for (int day = 1; day <= month.days() && !own.isEmpty(); day++) {
        List<EntityBlock> ofDay = new ArrayList<>();
        PriceDay at = days.prices(day);
        for (EntityName entity : own) {
          int number = close.entity(entity.id());
          row(days.block(day, number), number, ofDay);
        }
        prices.add(at);
        blocks.add(ofDay);
      }
      SettlementMonth cut =
          new SettlementMonth(
              month.name(),
              month.month(),
              month.days(),
              month.mode(),
              month.intervals(),
              month.fixedWeeks(),
              own,
              List.copyOf(points),
              List.copyOf(contracts),
              month.book(),
              month.period());
      Map<String, Integer> pointNumbers = numbers(cut.points());
      Map<String, Integer> contractNumbers = numbers(cut.contracts());
      Map<String, Integer> entityNumbers = numbers(own.stream().map(EntityName::id).toList());
      List<Day> cutDays = new ArrayList<>();
      for (int d = 0; d < prices.size(); d++) {
        cutDays.add(
            new Day(
                prices(prices.get(d), cut.points()),
                blocks.get(d).stream()
                    .map(
                        block ->
                            renumbered(
                                block,
                                e -> entityNumbers.get(month.entities().get(e).id()),
                                p -> pointNumbers.get(month.points().get(p)),
                                c -> contractNumbers.get(month.contracts().get(c))))
                    .toList()));
      }
      return new BillInputs(cut, cutDays);
    }

    private static Map<String, Integer> numbers(List<String> ids) {
      Map<String, Integer> numbers = new HashMap<>();
      ids.forEach(id -> numbers.put(id, numbers.size()));
      return numbers;
    }

    /** The row of an entity as a block of its own, still with the numbers of the close. */
    private void row(EntityBlock block, int entity, List<EntityBlock> to) {
      for (int r = 0; r < block.rows(); r++) {
        if (block.entities()[r] == entity) {
          EntityBlock own = block.row(r);
          points.add(month.points().get(own.points()[0]));
          own.legs().forEach(leg -> points.add(month.points().get(leg.point())));
          own.legs().forEach(leg -> contracts.add(month.contracts().get(leg.contract())));
          own.rights().forEach(right -> points.add(month.points().get(right.source())));
          own.rights().forEach(right -> points.add(month.points().get(right.sink())));
          to.add(own);
        }
      }
    }

    private static EntityBlock renumbered(
        EntityBlock block,
        ToIntFunction<Integer> entity,
        ToIntFunction<Integer> point,
        ToIntFunction<Integer> contract) {
      return new EntityBlock(
          block.day(),
          block.intervals(),
          new int[] {entity.applyAsInt(block.entities()[0])},
          block.classes(),
          new int[] {point.applyAsInt(block.points()[0])},
          block.columns(),
          block.attributes(),
          block.offers(),
          block.legs().stream()
              .map(
                  leg ->
                      new Leg(
                          0,
                          contract.applyAsInt(leg.contract()),
                          point.applyAsInt(leg.point()),
                          leg.realTime(),
                          leg.physical(),
                          leg.mwh(),
                          leg.yuanPerMwh()))
              .toList(),
          block.rights().stream()
              .map(
                  right ->
                      new Right(
                          0,
                          point.applyAsInt(right.source()),
                          point.applyAsInt(right.sink()),
                          right.mw()))
              .toList(),
          block.events());
    }

    private PriceDay prices(PriceDay all, List<String> kept) {
      int n = all.intervals();
      int[][] cut =
          Arrays.stream(all.points())
              .map(
                  column -> {
                    if (column == null) {
                      return null;
                    }
                    int[] own = new int[kept.size() * n];
                    for (int p = 0; p < kept.size(); p++) {
                      int from = month.points().indexOf(kept.get(p)) * n;
                      System.arraycopy(column, from, own, p * n, n);
                    }
                    return own;
                  })
              .toArray(int[][]::new);
      return new PriceDay(all.day(), n, cut, all.market());
    }
  }
}
