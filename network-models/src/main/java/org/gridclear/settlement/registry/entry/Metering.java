package org.gridclear.settlement.registry.entry;

import java.util.Optional;
import java.util.OptionalLong;
import org.gridclear.settlement.registry.Validity;

/** How energy is measured. */
public sealed interface Metering extends Entry {
  /** What happens to a meter. */
  enum EventType {
    METER_EXCHANGE,
    CT_EXCHANGE,
    PT_EXCHANGE,
    ROLL_OVER;

    /** Whether something was exchanged, so that the meter has a new record from that day. */
    public boolean exchange() {
      return this != ROLL_OVER;
    }
  }

  /**
   * A metering point.
   *
   * @param id code
   * @param validity days on which this record holds
   * @param name name
   * @param type type of the point
   * @param multiplier energy per unit of the register, 0.0001
   * @param fullScale reading at which the register rolls over, 0.0001; none if it does not
   * @param member member whose energy it measures
   * @param belongsTo what it belongs to
   */
  record Meter(
      String id,
      Validity validity,
      String name,
      Optional<String> type,
      @Amount(least = 1, most = 10_000_000_000L) long multiplier,
      @Amount(least = 1, most = 100_000_000_000_000L) OptionalLong fullScale,
      @Refers(EntryKind.MEMBER) Optional<String> member,
      @Refers({
            EntryKind.UNIT,
            EntryKind.STORAGE,
            EntryKind.USER,
            EntryKind.RETAILER,
            EntryKind.GRID_COMPANY,
            EntryKind.DEMAND_RESPONSE
          })
          Optional<String> belongsTo)
      implements Metering {
    @Override
    public EntryKind kind() {
      return EntryKind.METER;
    }
  }

  /**
   * What happened to a meter on a day.
   *
   * @param id code
   * @param validity the day
   * @param meter the meter
   * @param event what happened
   * @param time when, such as 14:30
   * @param lastReading reading of the register before, 0.0001
   * @param firstReading reading of the register after, 0.0001
   * @param remark what else there is to say
   */
  record MeterEvent(
      String id,
      Validity validity,
      @Refers(EntryKind.METER) String meter,
      EventType event,
      String time,
      @Amount(most = 100_000_000_000_000L) OptionalLong lastReading,
      @Amount(most = 100_000_000_000_000L) OptionalLong firstReading,
      Optional<String> remark)
      implements Metering {
    @Override
    public EntryKind kind() {
      return EntryKind.METER_EVENT;
    }
  }

  /**
   * What share of a meter counts for an entity (Q-27, EQ-19).
   *
   * @param id code
   * @param validity days on which this record holds
   * @param meter the meter
   * @param entity the entity
   * @param sign 1 or −1: whether forward energy counts for or against the entity's own direction
   * @param share share, 0.000001
   */
  record Relation(
      String id,
      Validity validity,
      @Refers(EntryKind.METER) String meter,
      @Refers({
            EntryKind.UNIT,
            EntryKind.STORAGE,
            EntryKind.USER,
            EntryKind.RETAILER,
            EntryKind.GRID_COMPANY,
            EntryKind.DEMAND_RESPONSE
          })
          String entity,
      @Amount(decimals = 0, least = -1, most = 1) long sign,
      @Amount(decimals = 6, least = 1, most = 1_000_000) long share)
      implements Metering {
    @Override
    public EntryKind kind() {
      return EntryKind.RELATION;
    }
  }
}
