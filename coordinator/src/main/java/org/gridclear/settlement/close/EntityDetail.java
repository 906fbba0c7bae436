package org.gridclear.settlement.close;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.run.RunPlan;
import org.gridclear.settlement.charge.ChargeKernel;
import org.gridclear.settlement.charge.ChargeResult;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.rule.AllocationRule;

/**
 * Every line of an entity in a month, computed again from the inputs of the close and compared with
 * what the close keeps.
 *
 * @param entity number of the entity
 * @param lines lines by day, item and interval
 */
public record EntityDetail(int entity, List<Line> lines) {
  /**
   * A line.
   *
   * @param day day of the month
   * @param item number of the item
   * @param interval from 1; 0 for a line of the day
   * @param contract number of the contract; −1 for none
   * @param quantity 0.0001 of the unit of the item
   * @param amount 0.001 yuan
   */
  public record Line(int day, int item, int interval, int contract, long quantity, long amount) {
    /** Amount over quantity, 0.001 yuan per unit; nothing where there is no quantity. */
    public OptionalLong price() {
      if (quantity == 0) {
        return OptionalLong.empty();
      }
      long sign = quantity < 0 ? -1 : 1;
      return OptionalLong.of(
          FixedPoint.divide(sign * Math.multiplyExact(amount, 10_000L), sign * quantity));
    }
  }

  /**
   * The lines of an entity.
   *
   * @throws IllegalStateException if they do not add up to the amounts of the close
   */
  public static EntityDetail of(CloseFolder close, String id) {
    int entity = close.entity(id);
    int from = entity / EntityBlock.ENTITIES * EntityBlock.ENTITIES;
    int to = Math.min(from + EntityBlock.ENTITIES, close.month().entities().size());
    int intervals = close.month().intervals();
    List<Line> lines = new ArrayList<>();
    List<ChargeKernel.Day> days = new ArrayList<>();
    for (int day = 1; day <= close.month().days(); day++) {
      days.add(close.day(day, entity));
    }
    ChargeResult again =
        ChargeKernel.run(
            close.programs(),
            from,
            to,
            days,
            line -> {
              if (line.entity() == entity && (line.amount() != 0 || line.quantity() != 0)) {
                int place = line.interval() == intervals ? 0 : line.interval() + 1;
                lines.add(
                    new Line(
                        line.day(),
                        line.item(),
                        place,
                        line.contract(),
                        line.quantity(),
                        line.amount()));
              }
            });
    compare(close, again, entity);
    shares(close, entity, lines);
    lines.sort(
        Comparator.comparingInt(Line::day)
            .thenComparingInt(Line::item)
            .thenComparingInt(Line::interval));
    return new EntityDetail(entity, List.copyOf(lines));
  }

  /** The lines of the days on which the entity belonged to a member, as its bill has them. */
  public EntityDetail of(SettlementMonth month, String member) {
    SettlementMonth.EntityName name = month.entities().get(entity);
    return new EntityDetail(
        entity,
        lines.stream().filter(line -> name.on(line.day()).member().equals(member)).toList());
  }

  private static void compare(CloseFolder close, ChargeResult again, int entity) {
    int unit = entity / RunPlan.ENTITIES_A_UNIT;
    ChargeResult kept = close.charges(unit);
    int items = close.month().book().items().size();
    for (int d = 0; d < again.days(); d++) {
      for (int i = 0; i < items; i++) {
        long now = again.amounts()[d][(entity - again.from()) * items + i];
        long then = kept.amounts()[d][(entity - kept.from()) * items + i];
        if (now != then) {
          throw new IllegalStateException(
              "Day %d, item %s: the lines add up to %d, the close says %d."
                  .formatted(d + 1, close.month().book().items().get(i).code(), now, then));
        }
      }
    }
  }

  private static void shares(CloseFolder close, int entity, List<Line> lines) {
    List<AllocationRule> allocations = close.month().book().allocations();
    for (int a = 0; a < allocations.size(); a++) {
      int item = close.month().book().item(allocations.get(a).item());
      for (int day = 1; item >= 0 && day <= close.month().days(); day++) {
        long share = close.share(day, a, entity);
        if (share != 0) {
          lines.add(new Line(day, item, 0, -1, 0, share));
        }
      }
    }
  }
}
