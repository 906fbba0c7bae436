package org.gridclear.market.declaration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.ReserveOffer;

/** The units of a day with what is in force of them. */
public final class DeclaredDay {
  private final int periodCount;
  private final DeclarationParameters parameters;
  private final Map<String, Terms> energy = new LinkedHashMap<>();
  private final Map<String, AncillaryOffer> ancillary = new LinkedHashMap<>();

  private DeclaredDay(int periodCount, DeclarationParameters parameters) {
    this.periodCount = periodCount;
    this.parameters = parameters;
  }

  /**
   * The units of a day, as they were declared.
   *
   * @param thermalUnits units with commitment
   * @param profiledUnits units without commitment
   * @param storageUnits storage
   * @param flexibleLoads price-sensitive loads
   * @param reserveOffers offers of reserve products
   */
  public record Units(
      List<ThermalUnit> thermalUnits,
      List<ProfiledUnit> profiledUnits,
      List<StorageUnit> storageUnits,
      List<FlexibleLoad> flexibleLoads,
      List<ReserveOffer> reserveOffers) {
    public Units {
      thermalUnits = List.copyOf(thermalUnits);
      profiledUnits = List.copyOf(profiledUnits);
      storageUnits = List.copyOf(storageUnits);
      flexibleLoads = List.copyOf(flexibleLoads);
      reserveOffers = List.copyOf(reserveOffers);
    }
  }

  /**
   * Puts declarations on the units of a day. A unit without one stays as it is, a reserve offer of
   * a unit that declares ancillary services gives way to those that it declares.
   *
   * @param day the day before
   * @param inForce one a unit and slot
   * @param parameters of the market on the date
   * @param buses bus of each load that bids and is not in the day
   * @throws IllegalArgumentException if a declaration names what the day does not have
   */
  public static Units of(
      MarketDay day,
      List<Declaration> inForce,
      DeclarationParameters parameters,
      Map<String, String> buses) {
    DeclaredDay declared = new DeclaredDay(day.horizon().periodCount(), parameters);
    inForce.stream()
        .sorted(Comparator.comparing(Declaration::unit).thenComparing(each -> each.terms().slot()))
        .forEach(declared::take);
    Units units =
        new Units(
            declared.on(day.thermalUnits(), ThermalUnit::id, declared::thermal),
            declared.on(day.profiledUnits(), ProfiledUnit::id, declared::profiled),
            declared.on(day.storageUnits(), StorageUnit::id, declared::storage),
            declared.bids(day.flexibleLoads(), buses),
            declared.reserves(day.rules().reserveOffers(), day.thermalUnits()));
    declared.done();
    return units;
  }

  private void take(Declaration declaration) {
    Object before =
        declaration.terms() instanceof AncillaryOffer offer
            ? ancillary.put(declaration.unit(), offer)
            : energy.put(declaration.unit(), declaration.terms());
    if (before != null) {
      throw new IllegalArgumentException(
          "Two declarations of unit %s are in force.".formatted(declaration.unit()));
    }
  }

  private <U> List<U> on(
      List<U> units, Function<U, String> id, java.util.function.BiFunction<U, Terms, U> change) {
    return units.stream()
        .map(
            unit -> {
              Terms terms = energy.remove(id.apply(unit));
              return terms == null ? unit : change.apply(unit, terms);
            })
        .toList();
  }

  private ThermalUnit thermal(ThermalUnit unit, Terms terms) {
    if (terms instanceof ThermalOffer offer) {
      return OfferedUnits.of(unit, offer, periodCount);
    }
    if (terms instanceof SelfSchedule schedule) {
      return OfferedUnits.of(unit, schedule, periodCount);
    }
    throw misfit(unit.id(), terms, "a unit with commitment");
  }

  private ProfiledUnit profiled(ProfiledUnit unit, Terms terms) {
    if (terms instanceof RenewableOffer offer) {
      return OfferedUnits.of(unit, offer, periodCount);
    }
    if (terms instanceof SelfSchedule schedule) {
      return OfferedUnits.of(unit, schedule, periodCount);
    }
    throw misfit(unit.id(), terms, "a unit without commitment");
  }

  private StorageUnit storage(StorageUnit unit, Terms terms) {
    if (terms instanceof StorageOffer offer) {
      return OfferedUnits.of(unit, offer, periodCount);
    }
    throw misfit(unit.id(), terms, "storage");
  }

  private static IllegalArgumentException misfit(String unit, Terms terms, String what) {
    return new IllegalArgumentException(
        "The declaration of %s is of kind %s, and the case has it as %s."
            .formatted(unit, terms.kind(), what));
  }

  private List<FlexibleLoad> bids(List<FlexibleLoad> loads, Map<String, String> given) {
    List<FlexibleLoad> all = new ArrayList<>();
    Map<String, String> buses = new HashMap<>(given);
    for (FlexibleLoad load : loads) {
      buses.put(load.id(), load.bus());
      if (!(energy.get(load.id()) instanceof DemandBid)) {
        all.add(load);
      }
    }
    for (String id : List.copyOf(energy.keySet())) {
      if (energy.get(id) instanceof DemandBid bid && buses.containsKey(id)) {
        all.addAll(OfferedUnits.of(id, buses.get(id), bid, periodCount));
        energy.remove(id);
      }
    }
    return all;
  }

  private List<ReserveOffer> reserves(List<ReserveOffer> before, List<ThermalUnit> units) {
    List<ReserveOffer> all = new ArrayList<>();
    for (ReserveOffer offer : before) {
      if (!ancillary.containsKey(offer.unit())) {
        all.add(offer);
      }
    }
    for (ThermalUnit unit : units) {
      AncillaryOffer offer = ancillary.remove(unit.id());
      if (offer != null) {
        all.addAll(OfferedUnits.of(unit.id(), offer, parameters, periodCount));
      }
    }
    return all;
  }

  private void done() {
    TreeSet<String> left = new TreeSet<>(energy.keySet());
    left.addAll(ancillary.keySet());
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(
          "Declared, but not in the case: %s. Register them out of the market, or mend the network."
              .formatted(String.join(", ", left)));
    }
  }
}
