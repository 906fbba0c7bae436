package org.gridclear.settlement.preview;

import java.util.Arrays;
import java.util.List;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.EntityBlock.Leg;
import org.gridclear.settlement.input.EntityBlock.Offer;
import org.gridclear.settlement.input.SettlementColumn;
import org.jspecify.annotations.Nullable;

/** One entity of a day, as a block of its own. */
final class EntityDays {
  private EntityDays() {}

  /** The row of an entity; null if it is not registered on the day. */
  static @Nullable EntityBlock only(EntityBlock block, int entity) {
    int row = -1;
    for (int r = 0; r < block.rows() && row < 0; r++) {
      row = block.entities()[r] == entity ? r : -1;
    }
    if (row < 0) {
      return null;
    }
    EntityBlock own = block.row(row);
    return with(
        own,
        Arrays.stream(own.columns()).map(EntityDays::some).toArray(int[][]::new),
        own.attributes());
  }

  /** A column, null where it is 0 everywhere. */
  private static int @Nullable [] some(int @Nullable [] column) {
    return column == null || Arrays.stream(column).allMatch(v -> v == 0) ? null : column;
  }

  private static EntityBlock with(EntityBlock row, int[][] columns, long[][] attributes) {
    return new EntityBlock(
        row.day(),
        row.intervals(),
        row.entities(),
        row.classes(),
        row.points(),
        columns,
        attributes,
        row.offers(),
        row.legs(),
        row.rights(),
        row.events());
  }

  /** Whether two rows say the same. */
  static boolean same(@Nullable EntityBlock a, @Nullable EntityBlock b) {
    if (a == null || b == null) {
      return a == null && b == null;
    }
    return a.classes()[0] == b.classes()[0]
        && a.points()[0] == b.points()[0]
        && Arrays.deepEquals(a.columns(), b.columns())
        && Arrays.deepEquals(a.attributes(), b.attributes())
        && same(a.offers()[0], b.offers()[0])
        && sameLegs(a.legs(), b.legs())
        && a.rights().equals(b.rights())
        && a.events().equals(b.events());
  }

  private static boolean same(Offer a, Offer b) {
    if (a == null || b == null) {
      return a == null && b == null;
    }
    return Arrays.equals(a.uptoMw(), b.uptoMw()) && Arrays.equals(a.yuanPerMwh(), b.yuanPerMwh());
  }

  private static boolean sameLegs(List<Leg> a, List<Leg> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      Leg left = a.get(i);
      Leg right = b.get(i);
      same =
          left.contract() == right.contract()
              && left.point() == right.point()
              && left.realTime() == right.realTime()
              && left.physical() == right.physical()
              && Arrays.equals(left.mwh(), right.mwh())
              && Arrays.equals(left.yuanPerMwh(), right.yuanPerMwh());
    }
    return same;
  }

  /** Whether an entity has energy of a kind in an interval; one that is not registered has none. */
  static boolean on(@Nullable EntityBlock row, SettlementColumn column, int interval) {
    int[] values = row == null ? null : row.columns()[column.index()];
    return values != null && values[interval] > 0;
  }

  /** The row of a day whose day before has changed: what counts as a start follows from it. */
  static @Nullable EntityBlock after(
      @Nullable EntityBlock row, @Nullable EntityBlock before, @Nullable EntityBlock changed) {
    if (row == null || row.offers()[0] == null) {
      return row;
    }
    long[][] attributes = row.attributes().clone();
    starts(row, before, changed, SettlementColumn.DA, SettlementColumn.DA_STARTS, attributes);
    starts(row, before, changed, SettlementColumn.METERED, SettlementColumn.RT_STARTS, attributes);
    return with(row, row.columns(), attributes);
  }

  private static void starts(
      EntityBlock row,
      @Nullable EntityBlock before,
      @Nullable EntityBlock changed,
      SettlementColumn energy,
      SettlementColumn starts,
      long[][] attributes) {
    int last = row.intervals() - 1;
    boolean was = on(before, energy, last);
    boolean is = on(changed, energy, last);
    if (on(row, energy, 0) && was != is) {
      attributes[starts.index()] = new long[] {attributes[starts.index()][0] + (is ? -1 : 1)};
    }
  }
}
