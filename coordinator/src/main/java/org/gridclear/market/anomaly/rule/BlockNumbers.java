package org.gridclear.market.anomaly.rule;

import java.math.BigDecimal;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.ResultBlock;

/** The numbers of one column of a block. */
final class BlockNumbers {
  private final ResultBlock block;
  private final long[] values;
  private final int decimals;

  BlockNumbers(ResultBlock block, String column) {
    this.block = block;
    this.values = block.column(column);
    BlockLayout layout = block.layout();
    this.decimals = layout.columns().get(layout.column(column)).decimals();
  }

  /** Elements that are here. */
  int elements() {
    return block.elements().length;
  }

  /** Periods; the slot of the whole horizon is none. */
  int periods() {
    BlockLayout layout = block.layout();
    return layout.whole() ? layout.slots() - 1 : layout.slots();
  }

  /** A number of an element in a period, both from 0; NaN where there is none. */
  double at(int here, int period) {
    long value = values[here * block.layout().slots() + period];
    return !block.has(here, period) || value == ResultBlock.MISSING
        ? Double.NaN
        : BigDecimal.valueOf(value, decimals).doubleValue();
  }

  /** The period that contains a minute of the day; -1 for none. */
  int periodAt(int minute) {
    int period =
        Math.floorDiv(minute - block.layout().startMinute(), block.layout().minutesPerPeriod());
    return period < periods() ? Math.max(-1, period) : -1;
  }

  /** The minute of the day at which a period begins. */
  int minute(int period) {
    return block.layout().startMinute() + period * block.layout().minutesPerPeriod();
  }

  String text(int here, String key) {
    return block.text(here, key);
  }
}
