package org.gridclear.settlement.formula;

/**
 * A unit as powers of MW, h and yuan; MWh is MW·h.
 *
 * @param mw power of MW
 * @param h power of h
 * @param yuan power of yuan
 */
public record Unit(int mw, int h, int yuan) {
  /** A plain number. */
  public static final Unit ONE = new Unit(0, 0, 0);

  /** Money. */
  public static final Unit YUAN = new Unit(0, 0, 1);

  /** Power. */
  public static final Unit MW = new Unit(1, 0, 0);

  /** A price of energy. */
  public static final Unit YUAN_PER_MWH = new Unit(-1, -1, 1);

  /** Money per hour. */
  public static final Unit YUAN_PER_H = new Unit(0, -1, 1);

  /**
   * The unit that a text such as {@code yuan/MWh} names.
   *
   * @throws FormulaException if it names none
   */
  public static Unit parse(String text) {
    Unit unit = ONE;
    String[] parts = text.strip().split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      Unit part =
          switch (parts[i].strip()) {
            case "1" -> ONE;
            case "MWh" -> new Unit(1, 1, 0);
            case "MW" -> MW;
            case "h" -> new Unit(0, 1, 0);
            case "yuan" -> YUAN;
            default ->
                throw new FormulaException(
                    "'%s' is no unit; use 1, MW, MWh, h, yuan and '/'.".formatted(text));
          };
      unit = i == 0 ? part : unit.over(part);
    }
    return unit;
  }

  /** The unit of a product. */
  public Unit times(Unit other) {
    return new Unit(mw + other.mw, h + other.h, yuan + other.yuan);
  }

  /** The unit of a quotient. */
  public Unit over(Unit other) {
    return new Unit(mw - other.mw, h - other.h, yuan - other.yuan);
  }

  @Override
  public String toString() {
    int mwh = mw > 0 && h > 0 ? 1 : mw < 0 && h < 0 ? -1 : 0;
    StringBuilder above = new StringBuilder();
    StringBuilder below = new StringBuilder();
    append(above, below, "yuan", yuan);
    append(above, below, "MWh", mwh);
    append(above, below, "MW", mw - mwh);
    append(above, below, "h", h - mwh);
    return (above.isEmpty() ? "1" : above.toString()) + below;
  }

  private static void append(StringBuilder above, StringBuilder below, String name, int power) {
    for (int i = 0; i < power; i++) {
      above.append(above.isEmpty() ? "" : "·").append(name);
    }
    for (int i = 0; i < -power; i++) {
      below.append('/').append(name);
    }
  }
}
