package org.gridclear.market.day;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gridclear.validate.UnknownNameException;

/** Kinds of results of a day; each is a block of its own (docs/market.md, F2). */
public enum ResultKind {
  /** Price of every bus and its components. */
  PRICES("bus"),
  /** Price of every zone of buses and of every price zone. */
  ZONE_PRICES("zone"),
  /** Output and capacity of every unit, and the price at its bus. */
  UNITS("unit"),
  /** Whether a unit runs, starts and stops. */
  COMMITMENT("unit"),
  /** Reserve that units hold; what is required, and its price. */
  RESERVES("unit"),
  /** Flows whose limits were in the model. */
  FLOWS("element"),
  /** What binding constraints cost at the margin. */
  SHADOW_PRICES("element"),
  /** Violations that the AC check left, and power flows without a solution. */
  SECURITY("element"),
  /** Offer curves of the units that were cleared. */
  OFFERS("unit"),
  /** Load, output, losses and reserve of the system. */
  BALANCE(""),
  /** Load that is asked for and served, of buses and of users, and the price at its bus. */
  LOADS("load"),
  /** Charging, discharging and level of storage. */
  STORAGE("storage");

  private final String element;

  ResultKind(String element) {
    this.element = element;
  }

  /** The name as it is written: {@code zone-prices}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The column that names what a row is about; "" for the whole system. */
  public String element() {
    return element;
  }

  /**
   * The kind of a name.
   *
   * @throws UnknownNameException if there is none
   */
  public static ResultKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new UnknownNameException("kind of results", word, words()));
  }

  /** The names of all kinds. */
  public static List<String> words() {
    return Arrays.stream(values()).map(ResultKind::word).toList();
  }
}
