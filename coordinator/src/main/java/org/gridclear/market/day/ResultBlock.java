package org.gridclear.market.day;

import java.util.BitSet;
import java.util.Map;
import org.gridclear.table.ColumnFile;
import org.gridclear.validate.UnknownNameException;

/**
 * Results of one kind of one run: whole numbers by element, slot and column, or the part of them
 * that was asked for.
 *
 * @param layout what the whole block is about
 * @param elements positions of the elements that are here, rising
 * @param present rows that there are, bit {@code [here * slots + slot]}
 * @param values by the name of the column, {@code [here * slots + slot]}; {@link #MISSING} is none
 */
public record ResultBlock(
    BlockLayout layout, int[] elements, BitSet present, Map<String, long[]> values) {
  /** A number that is not there; it is not 0. */
  public static final long MISSING = ColumnFile.MISSING;

  public ResultBlock {
    int cells = elements.length * layout.slots();
    values.forEach(
        (name, column) -> {
          if (column.length != cells) {
            throw new IllegalArgumentException(
                "%s of %s has %d numbers and not %d."
                    .formatted(name, layout.kind().word(), column.length, cells));
          }
        });
  }

  /** Whether there is a row. */
  public boolean has(int here, int slot) {
    return present.get(here * layout.slots() + slot);
  }

  /** A text of an element that is here, "" where it has none of this name. */
  public String text(int here, String key) {
    int at = layout.key(key);
    return at < 0 ? "" : layout.elements().get(elements[here]).get(at);
  }

  /**
   * The numbers of a column, {@code [here * slots + slot]}.
   *
   * @throws UnknownNameException if the block has no such column, or it was not asked for
   */
  public long[] column(String name) {
    long[] column = values.get(name);
    if (column == null) {
      throw new UnknownNameException("column of " + layout.kind().word(), name, values.keySet());
    }
    return column;
  }

  /** The part of this block that a selection asks for. */
  public ResultBlock select(Selection selection) {
    return BlockPart.of(this, selection);
  }
}
