package org.gridclear.settlement.charge;

import java.util.Arrays;
import java.util.List;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.EntityBlock.Right;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;

/**
 * Transmission rights, with day-ahead congestion prices at their ends.
 *
 * @param block the block
 * @param prices prices of its day
 * @param rights the rights
 */
record RightRows(EntityBlock block, PriceDay prices, List<Right> rights) implements Rows {
  @Override
  public int count() {
    return rights.size();
  }

  @Override
  public int intervals() {
    return block.intervals();
  }

  @Override
  public void load(SettlementColumn column, long[] vector) {
    int n = block.intervals();
    int[] congestion = prices.points()[SettlementColumn.DA_CONGESTION.index()];
    for (int r = 0; r < rights.size(); r++) {
      Right right = rights.get(r);
      switch (column) {
        case RIGHT_MW -> Arrays.fill(vector, r * n, (r + 1) * n, right.mw());
        case SOURCE_CONGESTION ->
            EntityRows.widen(congestion, right.source() * n, vector, r * n, n);
        default -> EntityRows.widen(congestion, right.sink() * n, vector, r * n, n);
      }
    }
  }

  @Override
  public boolean lastDay(int row) {
    return block.attributes()[SettlementColumn.LAST_DAY.index()][rights.get(row).row()] != 0;
  }

  @Override
  public int entity(int row) {
    return block.entities()[rights.get(row).row()];
  }
}
