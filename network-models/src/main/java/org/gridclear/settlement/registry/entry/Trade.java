package org.gridclear.settlement.registry.entry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gridclear.settlement.registry.ContractKind;
import org.gridclear.settlement.registry.Validity;

/** What was agreed for the medium and long term, and prices that hold. */
public sealed interface Trade extends Entry {
  /** How a contract came about. */
  enum Form {
    ANNUAL_BASE,
    MONTHLY_BASE,
    BILATERAL,
    AUCTION
  }

  /** Whose price is the reference of a contract. */
  enum Reference {
    DA,
    RT
  }

  /** Period of a plan. */
  enum Scope {
    ANNUAL,
    MONTHLY
  }

  /**
   * A contract between two entities. With a total its curve follows from {@link
   * Decomposition}; without one it lies in files.
   *
   * @param id code
   * @param validity days of delivery
   * @param parties who sells and who buys
   * @param form how it came about
   * @param settled how it is settled
   * @param reference its reference price
   * @param energy its total and its price
   * @param decomposition how the total becomes a curve
   * @param withheld why it is not settled, to be verified
   */
  record Contract(
      String id,
      Validity validity,
      Parties parties,
      Form form,
      ContractKind settled,
      ReferencePrice reference,
      Energy energy,
      Decomposition decomposition,
      Optional<String> withheld)
      implements Trade {
    @Override
    public EntryKind kind() {
      return EntryKind.CONTRACT;
    }
  }

  /**
   * Who sells and who buys.
   *
   * @param seller entity that sells
   * @param buyer entity that buys
   */
  record Parties(
      @Refers({
            EntryKind.UNIT,
            EntryKind.STORAGE,
            EntryKind.RETAILER,
            EntryKind.USER,
            EntryKind.GRID_COMPANY,
            EntryKind.DEMAND_RESPONSE
          })
          String seller,
      @Refers({
            EntryKind.UNIT,
            EntryKind.STORAGE,
            EntryKind.RETAILER,
            EntryKind.USER,
            EntryKind.GRID_COMPANY,
            EntryKind.DEMAND_RESPONSE
          })
          String buyer) {}

  /**
   * A price that a contract is settled against.
   *
   * @param pricePoint where
   * @param market of which market
   */
  record ReferencePrice(@Refers(EntryKind.PRICE_POINT) String pricePoint, Reference market) {}

  /**
   * Energy over all days of a contract, and its price.
   *
   * @param totalMwh energy, 0.0001 MWh
   * @param yuanPerMwh price, 0.001 yuan/MWh
   */
  record Energy(
      @Amount(least = 1, most = 10_000_000_000_000L) OptionalLong totalMwh,
      @Amount(decimals = 3, least = -100_000_000L, most = 100_000_000L) OptionalLong yuanPerMwh) {}

  /**
   * Weights by which a total becomes a curve; where a list is empty all weigh the same.
   *
   * @param monthWeights one for each calendar month that the record touches; empty: its days
   * @param dayWeights workday, weekend, holiday
   * @param profile 24, 48 or 96 parts of a day
   */
  record Decomposition(
      @Amount(decimals = 0, most = 1_000_000) List<Long> monthWeights,
      @Amount(decimals = 0, most = 1_000_000) List<Long> dayWeights,
      @Amount(decimals = 0, most = 1_000_000) List<Long> profile) {
    public Decomposition {
      monthWeights = List.copyOf(monthWeights);
      dayWeights = List.copyOf(dayWeights);
      profile = List.copyOf(profile);
    }
  }

  /**
   * Energy that an entity is planned to give or take in a year or a month.
   *
   * @param id code
   * @param validity the days of the year or the month
   * @param entity the entity
   * @param scope year or month
   * @param totalMwh energy, 0.0001 MWh
   * @param decomposition how the total becomes a curve
   */
  record Plan(
      String id,
      Validity validity,
      @Refers({
            EntryKind.UNIT,
            EntryKind.STORAGE,
            EntryKind.RETAILER,
            EntryKind.USER,
            EntryKind.GRID_COMPANY,
            EntryKind.DEMAND_RESPONSE
          })
          String entity,
      Scope scope,
      @Amount(least = 1, most = 10_000_000_000_000L) long totalMwh,
      Decomposition decomposition)
      implements Trade {
    @Override
    public EntryKind kind() {
      return EntryKind.PLAN;
    }
  }

  /**
   * A price of transmission and distribution.
   *
   * @param id code, such as a voltage level
   * @param validity days on which it holds
   * @param yuanPerMwh price, 0.001 yuan/MWh
   */
  record Tariff(
      String id, Validity validity, @Amount(decimals = 3, most = 100_000_000L) long yuanPerMwh)
      implements Trade {
    @Override
    public EntryKind kind() {
      return EntryKind.TARIFF;
    }
  }

  /**
   * A financial right to the congestion price between two points (AMB-33).
   *
   * @param id code
   * @param validity days on which it holds
   * @param entity owner
   * @param source price point
   * @param sink price point
   * @param mw quantity, 0.0001 MW
   */
  record Right(
      String id,
      Validity validity,
      @Refers({
            EntryKind.UNIT,
            EntryKind.STORAGE,
            EntryKind.RETAILER,
            EntryKind.USER,
            EntryKind.GRID_COMPANY,
            EntryKind.DEMAND_RESPONSE
          })
          String entity,
      @Refers(EntryKind.PRICE_POINT) String source,
      @Refers(EntryKind.PRICE_POINT) String sink,
      @Amount(least = 1) long mw)
      implements Trade {
    @Override
    public EntryKind kind() {
      return EntryKind.RIGHT;
    }
  }
}
