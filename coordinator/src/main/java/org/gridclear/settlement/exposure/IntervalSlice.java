package org.gridclear.settlement.exposure;

import java.util.Arrays;
import java.util.List;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.reader.IntervalMeters;
import org.jspecify.annotations.Nullable;

/**
 * One interval of a day as a day of one interval.
 *
 * @param interval from 0
 */
record IntervalSlice(int interval) {
  /** Prices of the interval. */
  PriceDay of(PriceDay day) {
    return new PriceDay(
        day.day(), 1, each(day.points(), day.intervals()), each(day.market(), day.intervals()));
  }

  /** Entities in the interval, with their readings where they have a meter. */
  EntityBlock of(EntityBlock block, IntervalMeters.Energy energy) {
    int[][] columns = each(block.columns(), block.intervals());
    int metered = SettlementColumn.METERED.index();
    if (columns[metered] == null) {
      columns[metered] = new int[block.rows()];
    }
    for (int r = 0; r < block.rows(); r++) {
      if (energy.metered().get(block.entities()[r])) {
        columns[metered][r] = energy.mwh()[block.entities()[r]];
      }
    }
    return new EntityBlock(
        block.day(),
        1,
        block.entities(),
        block.classes(),
        block.points(),
        columns,
        block.attributes(),
        block.offers(),
        block.legs().stream().map(this::of).toList(),
        block.rights(),
        List.of());
  }

  private EntityBlock.Leg of(EntityBlock.Leg leg) {
    return new EntityBlock.Leg(
        leg.row(),
        leg.contract(),
        leg.point(),
        leg.realTime(),
        leg.physical(),
        at(leg.mwh()),
        at(leg.yuanPerMwh()));
  }

  private int @Nullable [] at(int @Nullable [] values) {
    return values == null ? null : new int[] {values[interval]};
  }

  /** The value of the interval of each row of each column. */
  private int[][] each(int[][] columns, int intervals) {
    return Arrays.stream(columns)
        .map(
            column -> {
              if (column == null) {
                return null;
              }
              int[] values = new int[column.length / intervals];
              Arrays.setAll(values, row -> column[row * intervals + interval]);
              return values;
            })
        .toArray(int[][]::new);
  }
}
