package org.gridclear.market.rolling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.market.day.BlockLayout.ValueColumn;
import org.gridclear.market.day.ResultBlock;

/**
 * Results of many runs as those of one day: of each run the first period, at its place. Numbers are
 * taken over as they are; where a run has none, there is none.
 */
final class JoinedBlock {
  private final int slots;
  private final Map<List<String>, Integer> elements = new LinkedHashMap<>();
  private final Map<String, ValueColumn> columns = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private List<String> keys = List.of();

  private record Part(int slot, ResultBlock block) {}

  /**
   * An empty day.
   *
   * @param slots its periods
   */
  JoinedBlock(int slots) {
    this.slots = slots;
  }

  /**
   * Adds the first period of a run.
   *
   * @param slot its place in the day, from 0
   * @throws IllegalArgumentException if the texts of its elements are others than before
   */
  void add(int slot, ResultBlock block) {
    BlockLayout layout = block.layout();
    if (!parts.isEmpty() && !keys.equals(layout.keys())) {
      throw new IllegalArgumentException(
          "%s of %s has %s, and the runs before have %s."
              .formatted(layout.kind().word(), layout.origin().key().text(), layout.keys(), keys));
    }
    keys = layout.keys();
    layout.elements().forEach(element -> elements.putIfAbsent(element, elements.size()));
    layout.columns().forEach(column -> columns.putIfAbsent(column.name(), column));
    parts.add(new Part(slot, block));
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The block of the day, whose first period begins at midnight. */
  ResultBlock block(Origin origin, int minutesPerPeriod) {
    int size = elements.size();
    BitSet present = new BitSet();
    Map<String, long[]> values = new LinkedHashMap<>();
    for (String name : columns.keySet()) {
      long[] column = new long[size * slots];
      Arrays.fill(column, ResultBlock.MISSING);
      values.put(name, column);
    }
    for (Part part : parts) {
      take(part, present, values);
    }
    BlockLayout layout =
        new BlockLayout(
            origin,
            parts.get(0).block().layout().kind(),
            0,
            minutesPerPeriod,
            slots,
            false,
            keys,
            List.copyOf(elements.keySet()),
            List.copyOf(columns.values()));
    int[] all = new int[size];
    Arrays.setAll(all, e -> e);
    return new ResultBlock(layout, all, present, values);
  }

  private void take(Part part, BitSet present, Map<String, long[]> values) {
    ResultBlock block = part.block();
    BlockLayout layout = block.layout();
    boolean periods = layout.slots() > (layout.whole() ? 1 : 0);
    for (int here = 0; periods && here < block.elements().length; here++) {
      if (!block.has(here, 0)) {
        continue;
      }
      int to =
          Objects.requireNonNull(elements.get(layout.elements().get(block.elements()[here])))
                  * slots
              + part.slot();
      int from = here * layout.slots();
      present.set(to);
      block
          .values()
          .forEach((name, column) -> Objects.requireNonNull(values.get(name))[to] = column[from]);
    }
  }
}
