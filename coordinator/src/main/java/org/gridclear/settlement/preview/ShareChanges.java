package org.gridclear.settlement.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridclear.run.RunPlan;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.charge.ChargeResult;
import org.gridclear.settlement.close.CorrectionPreview.Change;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.RuleBook;
import org.jspecify.annotations.Nullable;

/** Amounts that differ: charges of those that were computed again, shares of everybody. */
final class ShareChanges {
  private final OpenMonth open;
  private final SettlementMonth month;
  private final int items;
  private final String[] codes;
  private final int[] shared;
  private final Map<Integer, ChargeResult> units = new HashMap<>();
  private final Map<Integer, ChargeResult> was = new HashMap<>();
  private final Map<Integer, ChargeResult> is = new HashMap<>();

  ShareChanges(OpenMonth open) {
    this.open = open;
    this.month = open.month();
    this.codes = month.book().items().stream().map(RuleBook.Item::code).toArray(String[]::new);
    this.items = codes.length;
    this.shared =
        month.book().allocations().stream()
            .map(AllocationRule::item)
            .mapToInt(List.of(codes)::indexOf)
            .toArray();
  }

  /** Charges of a unit, where all were computed again. */
  void recomputed(ChargeResult unit) {
    units.put(unit.from() / RunPlan.ENTITIES_A_UNIT, unit);
  }

  /** Charges of one entity as they were, null to look them up, and as they are. */
  void entity(@Nullable ChargeResult before, ChargeResult now) {
    if (before != null) {
      was.put(now.from(), before);
    }
    is.put(now.from(), now);
  }

  /** All changes, by entity, day and item. */
  List<Change> of(ClosedMonth now) {
    boolean[][] moved = moved(now);
    return IntStream.range(0, open.units())
        .parallel()
        .mapToObj(unit -> ofUnit(unit, now, moved))
        .flatMap(List::stream)
        .toList();
  }

  /** Whether shares of an item differ on a day. */
  private boolean[][] moved(ClosedMonth now) {
    boolean[][] moved = new boolean[month.days()][month.book().allocations().size()];
    for (int d = 0; d < moved.length; d++) {
      for (int a = 0; a < moved[d].length; a++) {
        moved[d][a] = !Arrays.equals(now.shares()[d][a], open.closed().shares()[d][a]);
      }
    }
    return moved;
  }

  private List<Change> ofUnit(int unit, ClosedMonth now, boolean[][] moved) {
    int from = unit * RunPlan.ENTITIES_A_UNIT;
    int to = Math.min(month.entities().size(), from + RunPlan.ENTITIES_A_UNIT);
    ChargeResult all = units.get(unit);
    ChargeResult kept = all == null ? null : open.close().charges(unit);
    List<Change> changes = new ArrayList<>();
    long[] then = new long[items];
    long[] then2 = new long[items];
    for (int e = from; e < to; e++) {
      ChargeResult old = was.getOrDefault(e, kept);
      ChargeResult own = is.getOrDefault(e, all);
      for (int d = 0; d < month.days(); d++) {
        charges(old, e, d, then);
        charges(own, e, d, then2);
        if (shares(e, d, now, moved[d], then, then2) || own != null) {
          add(e, d, then, then2, changes);
        }
      }
    }
    return changes;
  }

  private void charges(@Nullable ChargeResult result, int entity, int d, long[] amounts) {
    if (result == null) {
      Arrays.fill(amounts, 0);
    } else {
      System.arraycopy(result.amounts()[d], (entity - result.from()) * items, amounts, 0, items);
    }
  }

  /** Adds the shares of an entity; false where none of them differs. */
  private boolean shares(
      int entity, int d, ClosedMonth now, boolean[] moved, long[] then, long[] is) {
    boolean some = false;
    for (int a = 0; a < moved.length; a++) {
      if (moved[a] && shared[a] >= 0) {
        int item = shared[a];
        long before = open.closed().share(d + 1, a, entity);
        long after = now.share(d + 1, a, entity);
        then[item] += before;
        is[item] += after;
        some |= before != after;
      }
    }
    return some;
  }

  private void add(int entity, int d, long[] then, long[] now, List<Change> changes) {
    SettlementMonth.EntityName name = month.entities().get(entity);
    for (int i = 0; i < items; i++) {
      if (then[i] != now[i]) {
        changes.add(
            new Change(
                name.on(d + 1).member(), name.id(), month.date(d + 1), codes[i], then[i], now[i]));
      }
    }
  }
}
