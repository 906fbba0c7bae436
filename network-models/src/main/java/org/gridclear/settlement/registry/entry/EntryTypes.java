package org.gridclear.settlement.registry.entry;

/** The records that hold the kinds. */
public final class EntryTypes {
  private EntryTypes() {}

  /** The record that holds a kind. */
  public static Class<? extends Entry> of(EntryKind kind) {
    return switch (kind) {
      case MEMBER -> Party.Member.class;
      case ZONE -> Place.Zone.class;
      case PRICE_POINT -> Place.PricePoint.class;
      case TARIFF -> Trade.Tariff.class;
      case GRID_COMPANY -> Settled.GridCompany.class;
      case RETAILER -> Settled.Retailer.class;
      case USER -> Settled.User.class;
      case DEMAND_RESPONSE -> Settled.DemandResponse.class;
      case UNIT -> Resource.Unit.class;
      case STORAGE -> Resource.Storage.class;
      case LOAD -> Resource.Load.class;
      case METER -> Metering.Meter.class;
      case METER_EVENT -> Metering.MeterEvent.class;
      case RELATION -> Metering.Relation.class;
      case CONTRACT -> Trade.Contract.class;
      case PLAN -> Trade.Plan.class;
      case RIGHT -> Trade.Right.class;
      case FOREIGN_ID -> ForeignId.class;
    };
  }
}
