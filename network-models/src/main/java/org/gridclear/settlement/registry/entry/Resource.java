package org.gridclear.settlement.registry.entry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.Validity;

/** What is cleared. */
public sealed interface Resource extends Entry {
  /** Member that owns it. */
  String member();

  /** What a unit burns or turns. */
  enum UnitType {
    THERMAL(EntityClass.THERMAL),
    GAS(EntityClass.GAS),
    NUCLEAR(EntityClass.NUCLEAR),
    HYDRO(EntityClass.HYDRO),
    WIND(EntityClass.WIND),
    SOLAR(EntityClass.SOLAR);

    private final EntityClass entityClass;

    UnitType(EntityClass entityClass) {
      this.entityClass = entityClass;
    }

    /** Its class in settlement. */
    public EntityClass entityClass() {
      return entityClass;
    }
  }

  /** Where a unit is in its life. */
  enum Stage {
    COMMISSIONING,
    TESTING,
    TRIAL,
    COMMERCIAL,
    SHUTDOWN,
    RETIRED;

    /**
     * Whether a unit may go from this stage to another: on to a later one of the first four, from
     * any that is not the last to shutdown and back to where it works, to retirement from any.
     */
    public boolean leadsTo(Stage next) {
      return switch (this) {
        case COMMISSIONING, TESTING, TRIAL, COMMERCIAL -> next.ordinal() >= ordinal();
        case SHUTDOWN -> next != COMMISSIONING;
        case RETIRED -> next == RETIRED;
      };
    }
  }

  /**
   * A generating unit; of photovoltaics it may be several that are one in the market.
   *
   * @param id code
   * @param validity days on which this record holds
   * @param name name
   * @param member member that owns it
   * @param type what it burns or turns
   * @param stage where it is in its life
   * @param element ids in the network and the case
   * @param output what it can give
   * @param billing what settlement asks of it
   */
  record Unit(
      String id,
      Validity validity,
      String name,
      @Refers(EntryKind.MEMBER) String member,
      UnitType type,
      Stage stage,
      Element element,
      Output output,
      Billing billing)
      implements Resource {
    @Override
    public EntryKind kind() {
      return EntryKind.UNIT;
    }
  }

  /**
   * A thing in the network.
   *
   * @param element its id in the network and the case, where that is not the record's
   * @param physicalUnits physical units that it is made of
   */
  record Element(Optional<String> element, List<String> physicalUnits) {
    public Element {
      physicalUnits = List.copyOf(physicalUnits);
    }
  }

  /**
   * What a unit can give.
   *
   * @param capacityMw installed capacity, 0.0001 MW
   * @param minimumMw least economic output, 0.0001 MW
   */
  record Output(@Amount(least = 1) long capacityMw, @Amount OptionalLong minimumMw) {}

  /**
   * A storage unit.
   *
   * @param id code
   * @param validity days on which this record holds
   * @param name name
   * @param member member that owns it
   * @param stage where it is in its life
   * @param element its id in the network and the case, where that is not the record's
   * @param capacityMw greatest power, 0.0001 MW
   * @param energyMwh what it can hold, 0.0001 MWh
   * @param billing what settlement asks of it
   */
  record Storage(
      String id,
      Validity validity,
      String name,
      @Refers(EntryKind.MEMBER) String member,
      Stage stage,
      Optional<String> element,
      @Amount(least = 1) long capacityMw,
      @Amount(most = 4_000_000_000L) OptionalLong energyMwh,
      Billing billing)
      implements Resource {
    @Override
    public EntryKind kind() {
      return EntryKind.STORAGE;
    }
  }

  /**
   * A load of the network that bids or is forecast by itself.
   *
   * @param id code
   * @param validity days on which this record holds
   * @param name name
   * @param member member that buys for it
   * @param element its id in the network and the case, where that is not the record's
   * @param pricePoint where its price is made
   * @param user user that it is the load of
   */
  record Load(
      String id,
      Validity validity,
      String name,
      @Refers(EntryKind.MEMBER) String member,
      Optional<String> element,
      @Refers(EntryKind.PRICE_POINT) String pricePoint,
      @Refers(EntryKind.USER) Optional<String> user)
      implements Resource {
    @Override
    public EntryKind kind() {
      return EntryKind.LOAD;
    }
  }
}
