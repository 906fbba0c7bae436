package org.gridclear.settlement.registry.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of records (docs/market.md F1), each after those that it refers to. */
public enum EntryKind {
  MEMBER,
  ZONE,
  PRICE_POINT,
  TARIFF,
  GRID_COMPANY,
  RETAILER,
  USER,
  DEMAND_RESPONSE,
  UNIT,
  STORAGE,
  LOAD,
  METER,
  METER_EVENT,
  RELATION,
  CONTRACT,
  PLAN,
  RIGHT,
  FOREIGN_ID;

  /** What is settled on its own: one id names one of all of them. */
  public static final List<EntryKind> SETTLED =
      List.of(GRID_COMPANY, RETAILER, USER, DEMAND_RESPONSE, UNIT, STORAGE);

  /** Name in files and addresses, such as {@code price-point}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is settled on its own. */
  public boolean settled() {
    return SETTLED.contains(this);
  }

  /** The kind of a label. */
  public static Optional<EntryKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  /** All labels. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(EntryKind::label).toList();
  }
}
