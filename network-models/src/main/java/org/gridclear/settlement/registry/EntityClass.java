package org.gridclear.settlement.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a settlement entity is. */
public enum EntityClass {
  THERMAL(Side.GENERATION, true),
  GAS(Side.GENERATION, true),
  NUCLEAR(Side.GENERATION, false),
  HYDRO(Side.GENERATION, false),
  WIND(Side.GENERATION, false),
  SOLAR(Side.GENERATION, false),
  STORAGE(Side.GENERATION, false),
  USER(Side.CONSUMPTION, false),
  RETAILER(Side.CONSUMPTION, false),
  RESPONSE(Side.RESPONSE, false),
  GRID(Side.GRID, false);

  /** Side of the market. */
  public enum Side {
    GENERATION,
    CONSUMPTION,
    RESPONSE,
    GRID
  }

  private final Side side;
  private final boolean offering;

  EntityClass(Side side, boolean offering) {
    this.side = side;
    this.offering = offering;
  }

  /** Side of the market. */
  public Side side() {
    return side;
  }

  /** +1 where energy given in files is injected, −1 where it is consumed. */
  public int sign() {
    return side == Side.GENERATION ? 1 : -1;
  }

  /** Whether {@code group} names this class, its side, {@code offering} or {@code all}. */
  public boolean in(String group) {
    return switch (group) {
      case "all" -> true;
      case "offering" -> offering;
      default -> group.equals(label()) || group.equals(side.name().toLowerCase(Locale.ROOT));
    };
  }

  /** Name in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether {@code group} names anything. */
  public static boolean knows(String group) {
    return Arrays.stream(values()).anyMatch(each -> each.in(group));
  }

  /** The class with this name in files. */
  public static Optional<EntityClass> of(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }
}
