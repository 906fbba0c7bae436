package org.gridclear.market.fallback;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.quantity.Horizon;

/** Results of before on the periods of today; a value that none of them has is NaN, not 0. */
final class PastValues {
  private final DayStore days;
  private final List<FallbackSource> sources;
  private final PastTimes times;
  private final Map<List<Object>, List<Map<List<String>, Integer>>> places = new HashMap<>();
  private final Map<ResultKind, List<ResultBlock>> blocks = new HashMap<>();

  PastValues(
      DayStore days, List<FallbackSource> sources, Horizon today, LocalDate date, ZoneId zone) {
    this.days = days;
    this.sources = sources;
    List<BlockLayout> layouts =
        blocks(ResultKind.PRICES).stream().map(ResultBlock::layout).toList();
    this.times = PastTimes.of(today, date, zone, layouts);
  }

  private List<ResultBlock> blocks(ResultKind kind) {
    return blocks.computeIfAbsent(
        kind,
        each -> {
          List<ResultBlock> found = new ArrayList<>();
          for (FallbackSource source : sources) {
            found.add(days.block(source.version(), kind, Selection.ALL).orElse(null));
          }
          if (kind == ResultKind.PRICES && found.contains(null)) {
            throw new NoFallbackException("A version without prices cannot stand for a clearing.");
          }
          return found;
        });
  }

  /** Sources that a period of today is taken from, in their order. */
  List<FallbackSource> used() {
    Set<Integer> used = new TreeSet<>();
    for (int t = 0; t < times.count(); t++) {
      used.add(times.at(t).source());
    }
    return used.stream().map(sources::get).toList();
  }

  /** Ids of a kind that any version has. */
  Set<String> ids(ResultKind kind, String key) {
    Set<String> ids = new LinkedHashSet<>();
    for (ResultBlock block : blocks(kind)) {
      for (int e = 0; block != null && e < block.elements().length; e++) {
        ids.add(block.text(e, key));
      }
    }
    return ids;
  }

  /** Ids of a kind that any version has, of one form alone, such as FLEXIBLE loads. */
  Set<String> ids(ResultKind kind, String key, String form) {
    Set<String> ids = new LinkedHashSet<>();
    for (ResultBlock block : blocks(kind)) {
      for (int e = 0; block != null && e < block.elements().length; e++) {
        if (block.text(e, "kind").equals(form)) {
          ids.add(block.text(e, key));
        }
      }
    }
    return ids;
  }

  /**
   * A column of an element on the periods of today: the mean of the periods that make each; NaN
   * where there is none.
   *
   * @param keys names of texts that name the element
   * @param texts these texts
   */
  double[] of(ResultKind kind, List<String> keys, List<String> texts, String column) {
    double[] values = new double[times.count()];
    Arrays.fill(values, Double.NaN);
    List<ResultBlock> all = blocks(kind);
    for (int t = 0; t < values.length; t++) {
      PastTimes.Slots slots = times.at(t);
      ResultBlock block = all.get(slots.source());
      Integer here = block == null ? null : places(kind, keys).get(slots.source()).get(texts);
      if (here != null) {
        values[t] = mean(block, here, slots.slots(), column);
      }
    }
    return values;
  }

  private List<Map<List<String>, Integer>> places(ResultKind kind, List<String> keys) {
    return places.computeIfAbsent(
        List.of(kind, keys),
        each -> {
          List<Map<List<String>, Integer>> all = new ArrayList<>();
          for (ResultBlock block : blocks(kind)) {
            Map<List<String>, Integer> of = new HashMap<>();
            for (int e = 0; block != null && e < block.elements().length; e++) {
              int here = e;
              of.putIfAbsent(keys.stream().map(key -> block.text(here, key)).toList(), e);
            }
            all.add(of);
          }
          return all;
        });
  }

  private static double mean(ResultBlock block, int here, int[] slots, String column) {
    BlockLayout layout = block.layout();
    int decimals = layout.columns().get(layout.column(column)).decimals();
    long[] values = block.column(column);
    double sum = 0;
    for (int slot : slots) {
      long value = values[here * layout.slots() + slot];
      boolean there = block.has(here, slot) && value != ResultBlock.MISSING;
      sum += there ? BigDecimal.valueOf(value, decimals).doubleValue() : Double.NaN;
    }
    return sum / slots.length;
  }
}
