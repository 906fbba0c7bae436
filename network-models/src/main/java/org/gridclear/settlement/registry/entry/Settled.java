package org.gridclear.settlement.registry.entry;

import java.util.Optional;
import java.util.OptionalLong;
import org.gridclear.settlement.registry.Validity;

/** What is settled and not cleared as a unit. */
public sealed interface Settled extends Entry {
  /** Member that it belongs to. */
  String member();

  /** Classes of users. */
  enum UserType {
    GENERAL_INDUSTRIAL,
    LARGE_INDUSTRIAL
  }

  /** Classes of retailers. */
  enum RetailerType {
    GRID_COMPANY,
    DISTRIBUTION,
    INDEPENDENT
  }

  /** Classes of grid companies. */
  enum GridType {
    HEADQUARTERS,
    BRANCH,
    PROVINCIAL,
    LOCAL,
    INCREMENTAL
  }

  /** Whose load responds. */
  enum ResponseLoad {
    OWN,
    REPRESENTED
  }

  /**
   * A user, or one of its consumption units.
   *
   * @param id code
   * @param validity days on which this record holds
   * @param name name
   * @param member member that it belongs to
   * @param type class of user
   * @param supply how it is supplied
   * @param billing what settlement asks of it
   */
  record User(
      String id,
      Validity validity,
      String name,
      @Refers(EntryKind.MEMBER) String member,
      UserType type,
      Supply supply,
      Billing billing)
      implements Settled {
    @Override
    public EntryKind kind() {
      return EntryKind.USER;
    }
  }

  /**
   * How a user is supplied.
   *
   * @param voltageKv voltage level, 0.001 kV
   * @param industry class of its industry
   * @param basicCapacityMw basic capacity, 0.0001 MW
   * @param retailer retailer that buys for it
   */
  record Supply(
      @Amount(decimals = 3, most = 2_000_000) OptionalLong voltageKv,
      Optional<String> industry,
      @Amount OptionalLong basicCapacityMw,
      @Refers(EntryKind.RETAILER) Optional<String> retailer) {}

  /**
   * A retailer.
   *
   * @param id code
   * @param validity days on which this record holds
   * @param name name
   * @param member member that it belongs to
   * @param type class of retailer
   * @param representedMw load that it represents, 0.0001 MW
   * @param billing what settlement asks of it
   */
  record Retailer(
      String id,
      Validity validity,
      String name,
      @Refers(EntryKind.MEMBER) String member,
      RetailerType type,
      @Amount OptionalLong representedMw,
      Billing billing)
      implements Settled {
    @Override
    public EntryKind kind() {
      return EntryKind.RETAILER;
    }
  }

  /**
   * A grid company, which transmission and distribution are paid to.
   *
   * @param id code
   * @param validity days on which this record holds
   * @param name name
   * @param member member that it belongs to
   * @param type class of grid company
   * @param billing what settlement asks of it
   */
  record GridCompany(
      String id,
      Validity validity,
      String name,
      @Refers(EntryKind.MEMBER) String member,
      GridType type,
      Billing billing)
      implements Settled {
    @Override
    public EntryKind kind() {
      return EntryKind.GRID_COMPANY;
    }
  }

  /**
   * An entity that responds with load.
   *
   * @param id code
   * @param validity days on which this record holds
   * @param name name
   * @param member member that it belongs to
   * @param loadType whose load it is
   * @param response what it can do
   * @param billing what settlement asks of it
   */
  record DemandResponse(
      String id,
      Validity validity,
      String name,
      @Refers(EntryKind.MEMBER) String member,
      ResponseLoad loadType,
      Response response,
      Billing billing)
      implements Settled {
    @Override
    public EntryKind kind() {
      return EntryKind.DEMAND_RESPONSE;
    }
  }

  /**
   * What a response entity can do.
   *
   * @param maximumMw greatest response, 0.0001 MW
   * @param voltageKv voltage level, 0.001 kV
   * @param user user whose own load it is
   * @param retailer retailer that represents the load
   */
  record Response(
      @Amount OptionalLong maximumMw,
      @Amount(decimals = 3, most = 2_000_000) OptionalLong voltageKv,
      @Refers(EntryKind.USER) Optional<String> user,
      @Refers(EntryKind.RETAILER) Optional<String> retailer) {}
}
