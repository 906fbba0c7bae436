package org.gridclear.market.day;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Takes parts out of blocks. */
final class BlockPart {
  private BlockPart() {}

  static ResultBlock of(ResultBlock all, Selection selection) {
    BlockLayout layout = all.layout();
    int slots = layout.slots();
    // Of a part the elements that are here, which need not be the first ones of the block.
    int[] rows =
        IntStream.range(0, all.elements().length)
            .filter(
                here ->
                    selection.all()
                        || selection.test(layout, layout.elements().get(all.elements()[here])))
            .toArray();
    int[] wanted = IntStream.of(rows).map(here -> all.elements()[here]).toArray();
    BitSet present = new BitSet();
    Map<String, long[]> values = new LinkedHashMap<>();
    for (BlockLayout.ValueColumn column : layout.columns()) {
      if (selection.wants(column.name()) && all.values().containsKey(column.name())) {
        values.put(column.name(), new long[wanted.length * slots]);
      }
    }
    for (int here = 0; here < wanted.length; here++) {
      int from = rows[here] * slots;
      for (int s = 0; s < slots; s++) {
        if (all.present().get(from + s)) {
          present.set(here * slots + s);
        }
      }
      int to = here * slots;
      values.forEach((name, cells) -> System.arraycopy(all.column(name), from, cells, to, slots));
    }
    return new ResultBlock(layout, wanted, present, values);
  }
}
