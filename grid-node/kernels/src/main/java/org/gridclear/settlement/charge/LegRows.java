package org.gridclear.settlement.charge;

import java.util.Arrays;
import java.util.List;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.EntityBlock.Leg;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;

/**
 * Sides of contracts.
 *
 * @param block the block
 * @param prices prices of its day
 * @param legs the sides
 */
record LegRows(EntityBlock block, PriceDay prices, List<Leg> legs) implements Rows {
  @Override
  public int count() {
    return legs.size();
  }

  @Override
  public int intervals() {
    return block.intervals();
  }

  @Override
  public void load(SettlementColumn column, long[] vector) {
    int n = block.intervals();
    for (int r = 0; r < legs.size(); r++) {
      Leg leg = legs.get(r);
      switch (column) {
        case LEG_MWH -> EntityRows.widen(leg.mwh(), 0, vector, r * n, n);
        case LEG_PRICE -> EntityRows.widen(leg.yuanPerMwh(), 0, vector, r * n, n);
        case LEG_PHYSICAL -> Arrays.fill(vector, r * n, (r + 1) * n, leg.physical() ? 1 : 0);
        default -> {
          SettlementColumn price =
              leg.realTime() ? SettlementColumn.RT_PRICE : SettlementColumn.DA_PRICE;
          EntityRows.widen(prices.points()[price.index()], leg.point() * n, vector, r * n, n);
        }
      }
    }
  }

  @Override
  public boolean lastDay(int row) {
    return block.attributes()[SettlementColumn.LAST_DAY.index()][legs.get(row).row()] != 0;
  }

  @Override
  public int contract(int row) {
    return legs.get(row).contract();
  }

  @Override
  public int entity(int row) {
    return block.entities()[legs.get(row).row()];
  }
}
