package org.gridclear.market;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.network.Network;
import org.gridclear.quantity.Horizon;

/**
 * Everything that a clearing needs to know of a day: network, units, demand, reserves, limits. It
 * is the base that the cases of a study vary.
 *
 * @param name what it is called in reports
 * @param synthetic the parts that were generated and do not come from the file, in plain words
 * @param horizon time grid; every series has its length
 * @param network the network model
 * @param thermalUnits units with commitment
 * @param profiledUnits units without commitment
 * @param storageUnits storage
 * @param busLoads load forecast per bus; several entries of a bus add up
 * @param flexibleLoads price-sensitive loads
 * @param interchanges tie-line schedules
 * @param reserves reserve requirements
 * @param branchLimits limits that replace ratings of the network
 * @param branchOutages planned outages of branches
 * @param penalties prices of relaxation
 * @param rules what the operator asks beyond that
 * @param currency what money is counted in: {@link #YUAN}, or {@link #CURRENCY_UNITS} where the
 *     file does not say
 */
public record MarketDay(
    String name,
    List<String> synthetic,
    Horizon horizon,
    Network network,
    List<ThermalUnit> thermalUnits,
    List<ProfiledUnit> profiledUnits,
    List<StorageUnit> storageUnits,
    List<BusLoad> busLoads,
    List<FlexibleLoad> flexibleLoads,
    List<Interchange> interchanges,
    List<ReserveRequirement> reserves,
    List<BranchLimit> branchLimits,
    List<BranchOutage> branchOutages,
    Penalties penalties,
    OperatingRules rules,
    String currency) {
  /** Money of the product's own cases. */
  public static final String YUAN = "yuan";

  /** Money of a file that names no currency, or another than yuan. */
  public static final String CURRENCY_UNITS = "currency units";

  public MarketDay {
    synthetic = List.copyOf(synthetic);
    thermalUnits = List.copyOf(thermalUnits);
    profiledUnits = List.copyOf(profiledUnits);
    storageUnits = List.copyOf(storageUnits);
    busLoads = List.copyOf(busLoads);
    flexibleLoads = List.copyOf(flexibleLoads);
    interchanges = List.copyOf(interchanges);
    reserves = List.copyOf(reserves);
    branchLimits = List.copyOf(branchLimits);
    branchOutages = List.copyOf(branchOutages);
  }

  /** A day whose money is yuan. */
  public MarketDay(
      String name,
      List<String> synthetic,
      Horizon horizon,
      Network network,
      List<ThermalUnit> thermalUnits,
      List<ProfiledUnit> profiledUnits,
      List<StorageUnit> storageUnits,
      List<BusLoad> busLoads,
      List<FlexibleLoad> flexibleLoads,
      List<Interchange> interchanges,
      List<ReserveRequirement> reserves,
      List<BranchLimit> branchLimits,
      List<BranchOutage> branchOutages,
      Penalties penalties,
      OperatingRules rules) {
    this(
        name,
        synthetic,
        horizon,
        network,
        thermalUnits,
        profiledUnits,
        storageUnits,
        busLoads,
        flexibleLoads,
        interchanges,
        reserves,
        branchLimits,
        branchOutages,
        penalties,
        rules,
        YUAN);
  }

  /** A day without further operating rules. */
  public MarketDay(
      String name,
      List<String> synthetic,
      Horizon horizon,
      Network network,
      List<ThermalUnit> thermalUnits,
      List<ProfiledUnit> profiledUnits,
      List<StorageUnit> storageUnits,
      List<BusLoad> busLoads,
      List<FlexibleLoad> flexibleLoads,
      List<Interchange> interchanges,
      List<ReserveRequirement> reserves,
      List<BranchLimit> branchLimits,
      List<BranchOutage> branchOutages,
      Penalties penalties) {
    this(
        name,
        synthetic,
        horizon,
        network,
        thermalUnits,
        profiledUnits,
        storageUnits,
        busLoads,
        flexibleLoads,
        interchanges,
        reserves,
        branchLimits,
        branchOutages,
        penalties,
        OperatingRules.NONE);
  }

  /** Fixed demand of the whole system in period {@code t}, in MW. */
  public double loadMw(int t) {
    double sum = 0;
    for (BusLoad load : busLoads) {
      sum += load.mw().at(t);
    }
    return sum;
  }

  /** The same day on a time grid with as many periods. */
  public MarketDay withHorizon(Horizon changed) {
    return with(changed, thermalUnits, busLoads, reserves, branchOutages, rules, currency);
  }

  /** The same day with other thermal units. */
  public MarketDay withThermalUnits(List<ThermalUnit> changed) {
    return with(horizon, changed, busLoads, reserves, branchOutages, rules, currency);
  }

  /**
   * The same day with statuses that are decided. What the decision alone keeps off may hold
   * non-spinning reserve; what the data have off may not.
   *
   * @param on whether a unit runs, by unit and period
   */
  public MarketDay withStatuses(boolean[][] on) {
    List<ThermalUnit> units = new ArrayList<>();
    for (int g = 0; g < on.length; g++) {
      ThermalUnit unit = thermalUnits.get(g);
      Commitment keptOff = NonSpinning.keptOff(unit, rules);
      List<Commitment> statuses = new ArrayList<>();
      for (int t = 0; t < on[g].length; t++) {
        boolean out = unit.commitment().get(t) == Commitment.OFF;
        statuses.add(on[g][t] ? Commitment.ON : out ? Commitment.OFF : keptOff);
      }
      units.add(unit.withCommitment(statuses));
    }
    return withThermalUnits(units);
  }

  /** The same day with other loads. */
  public MarketDay withBusLoads(List<BusLoad> changed) {
    return with(horizon, thermalUnits, changed, reserves, branchOutages, rules, currency);
  }

  /** The same day with other reserve requirements. */
  public MarketDay withReserves(List<ReserveRequirement> changed) {
    return with(horizon, thermalUnits, busLoads, changed, branchOutages, rules, currency);
  }

  /** The same day with other planned outages of branches. */
  public MarketDay withBranchOutages(List<BranchOutage> changed) {
    return with(horizon, thermalUnits, busLoads, reserves, changed, rules, currency);
  }

  /** The same day with other operating rules. */
  public MarketDay withRules(OperatingRules changed) {
    return with(horizon, thermalUnits, busLoads, reserves, branchOutages, changed, currency);
  }

  /** The same day with money of another name. */
  public MarketDay withCurrency(String changed) {
    return with(horizon, thermalUnits, busLoads, reserves, branchOutages, rules, changed);
  }

  /** The same day with other prices of relaxation. */
  public MarketDay withPenalties(Penalties changed) {
    return new MarketDay(
        name,
        synthetic,
        horizon,
        network,
        thermalUnits,
        profiledUnits,
        storageUnits,
        busLoads,
        flexibleLoads,
        interchanges,
        reserves,
        branchLimits,
        branchOutages,
        changed,
        rules,
        currency);
  }

  /** The same day with other units that follow a forecast, stores, bids and tie lines. */
  public MarketDay withResources(
      List<ProfiledUnit> profiled,
      List<StorageUnit> stores,
      List<FlexibleLoad> bids,
      List<Interchange> ties) {
    return new MarketDay(
        name,
        synthetic,
        horizon,
        network,
        thermalUnits,
        profiled,
        stores,
        busLoads,
        bids,
        ties,
        reserves,
        branchLimits,
        branchOutages,
        penalties,
        rules,
        currency);
  }

  private MarketDay with(
      Horizon grid,
      List<ThermalUnit> units,
      List<BusLoad> loads,
      List<ReserveRequirement> required,
      List<BranchOutage> outages,
      OperatingRules asked,
      String money) {
    return new MarketDay(
        name,
        synthetic,
        grid,
        network,
        units,
        profiledUnits,
        storageUnits,
        loads,
        flexibleLoads,
        interchanges,
        required,
        branchLimits,
        outages,
        penalties,
        asked,
        money);
  }

  /** Number of periods. */
  @JsonIgnore
  public int periodCount() {
    return horizon.periodCount();
  }
}
