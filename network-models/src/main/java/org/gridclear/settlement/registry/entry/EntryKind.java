package org.gridclear.settlement.registry.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of records (docs/market.md F1), each after those that it refers to. */
public enum EntryKind {
  MEMBER(Party.Member.class),
  ZONE(Place.Zone.class),
  PRICE_POINT(Place.PricePoint.class),
  TARIFF(Trade.Tariff.class),
  GRID_COMPANY(Settled.GridCompany.class),
  RETAILER(Settled.Retailer.class),
  USER(Settled.User.class),
  DEMAND_RESPONSE(Settled.DemandResponse.class),
  UNIT(Resource.Unit.class),
  STORAGE(Resource.Storage.class),
  LOAD(Resource.Load.class),
  METER(Metering.Meter.class),
  METER_EVENT(Metering.MeterEvent.class),
  RELATION(Metering.Relation.class),
  CONTRACT(Trade.Contract.class),
  PLAN(Trade.Plan.class),
  RIGHT(Trade.Right.class),
  FOREIGN_ID(ForeignId.class);

  /** What is settled on its own: one id names one of all of them. */
  public static final List<EntryKind> SETTLED =
      List.of(GRID_COMPANY, RETAILER, USER, DEMAND_RESPONSE, UNIT, STORAGE);

  private final Class<? extends Entry> type;

  EntryKind(Class<? extends Entry> type) {
    this.type = type;
  }

  /** The record that holds it. */
  public Class<? extends Entry> type() {
    return type;
  }

  /** Name in files and addresses, such as {@code price-point}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is settled on its own. */
  public boolean settled() {
    return SETTLED.contains(this);
  }

  /** The kind of a record. */
  static EntryKind of(Class<? extends Entry> type) {
    return Arrays.stream(values()).filter(kind -> kind.type == type).findFirst().orElseThrow();
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
