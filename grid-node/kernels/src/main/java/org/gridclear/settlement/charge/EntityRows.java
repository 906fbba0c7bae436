package org.gridclear.settlement.charge;

import java.util.Arrays;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.EntityBlock.Offer;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;
import org.jspecify.annotations.Nullable;

/**
 * Entities of a block.
 *
 * @param block the block
 * @param prices prices of its day
 * @param first first row
 * @param count number of rows
 */
record EntityRows(EntityBlock block, PriceDay prices, int first, int count) implements Rows {
  @Override
  public int intervals() {
    return block.intervals();
  }

  @Override
  public void load(SettlementColumn column, long[] vector) {
    int intervals = block.intervals();
    switch (column.kind()) {
      case INTERVAL ->
          widen(block.columns()[column.index()], first * intervals, vector, 0, count * intervals);
      case ATTRIBUTE -> {
        for (int r = 0; r < count; r++) {
          long value = block.attributes()[column.index()][first + r];
          Arrays.fill(vector, r * intervals, (r + 1) * intervals, value);
        }
      }
      case POINT -> {
        for (int r = 0; r < count; r++) {
          int point = block.points()[first + r];
          widen(
              prices.points()[column.index()], point * intervals, vector, r * intervals, intervals);
        }
      }
      default -> {
        for (int r = 0; r < count; r++) {
          widen(prices.market()[column.index()], 0, vector, r * intervals, intervals);
        }
      }
    }
  }

  /** Copies whole numbers; a column that is 0 everywhere is null. */
  static void widen(int @Nullable [] from, int at, long[] to, int target, int count) {
    if (from == null) {
      Arrays.fill(to, target, target + count, 0);
      return;
    }
    for (int i = 0; i < count; i++) {
      to[target + i] = from[at + i];
    }
  }

  @Override
  public Offer offer(int row) {
    return block.offers()[first + row];
  }

  @Override
  public boolean lastDay(int row) {
    return block.attributes()[SettlementColumn.LAST_DAY.index()][first + row] != 0;
  }

  @Override
  public int entity(int row) {
    return block.entities()[first + row];
  }
}
