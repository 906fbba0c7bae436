package org.gridclear.table;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What the numbers of a column are measured in. The end of a column's name says it, so that every
 * number of a file has its unit beside it.
 */
public enum Dimension {
  YUAN_PER_MWH("YuanPerMwh", "yuan/MWh", 6),
  YUAN_PER_H("YuanPerH", "yuan/h", 6),
  YUAN_PER_UNIT("YuanPerUnit", "yuan/unit", 6),
  YUAN("Yuan", "yuan", 6),
  MW_PER_H("MwPerH", "MW/h", 6),
  MWH("Mwh", "MWh", 6),
  MW("Mw", "MW", 6),
  MVAR("Mvar", "Mvar", 6),
  MVA("Mva", "MVA", 6),
  KV("Kv", "kV", 6),
  PER_UNIT("Pu", "p.u.", 12),
  DEGREES("Deg", "degree", 9),
  MINUTES("Minutes", "min", 6),
  MINUTE("Minute", "min", 6),
  HOURS("Hours", "h", 6),
  SECONDS("Seconds", "s", 6),
  MILLION_M3("Mm3", "million m³", 9),
  M3_PER_S("M3PerS", "m³/s", 6),
  /** A count, a share, or a quantity whose unit stands in a column of its own. */
  NONE("", "", 9);

  private final String nameEnd;
  private final String unit;
  private final int decimals;

  Dimension(String nameEnd, String unit, int decimals) {
    this.nameEnd = nameEnd;
    this.unit = unit;
    this.decimals = decimals;
  }

  /** The dimension that the name of a column ends with; a name may be nothing but its unit. */
  public static Dimension of(String column) {
    return Arrays.stream(values())
        .filter(each -> each != NONE)
        .filter(each -> column.endsWith(each.nameEnd) || column.equals(lowerFirst(each.nameEnd)))
        .max(Comparator.comparingInt(each -> each.nameEnd.length()))
        .orElse(NONE);
  }

  private static String lowerFirst(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  /** What the name of such a column ends with; "" for none. */
  public String nameEnd() {
    return nameEnd;
  }

  /** The unit as it is printed; "" for none. */
  public String unit() {
    return unit;
  }

  /** How many decimals its numbers have at most: what is behind them is noise of a solver. */
  public int decimals() {
    return decimals;
  }
}
