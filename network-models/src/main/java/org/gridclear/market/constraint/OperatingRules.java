package org.gridclear.market.constraint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gridclear.quantity.PeriodMap;

/**
 * All that an operator asks of a day beyond units, demand and network ratings.
 *
 * @param groups named sets of units
 * @param products ancillary products; a product that is only required is spinning reserve upwards
 * @param reserveOffers offers of products
 * @param ranges quantities kept in ranges
 * @param variables quantities that the catalogue does not know
 * @param linear constraints that the catalogue does not know
 * @param trajectories output while starting and stopping
 * @param bands output to be avoided
 * @param rates fuel and emissions of units
 * @param reservoirs hydro
 * @param hvdcSchedules HVDC lines that the clearing decides
 * @param contingencies outages to be survived
 */
public record OperatingRules(
    List<UnitGroup> groups,
    List<ReserveProduct> products,
    List<ReserveOffer> reserveOffers,
    List<RangeConstraint> ranges,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DecisionVariable> variables,
    List<LinearConstraint> linear,
    List<Trajectory> trajectories,
    List<OutputBands> bands,
    List<ResourceRate> rates,
    List<Reservoir> reservoirs,
    List<HvdcSchedule> hvdcSchedules,
    ContingencySet contingencies) {
  /** Nothing beyond. */
  public static final OperatingRules NONE =
      new OperatingRules(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          ContingencySet.NONE);

  public OperatingRules {
    groups = List.copyOf(groups);
    products = List.copyOf(products);
    reserveOffers = List.copyOf(reserveOffers);
    ranges = List.copyOf(ranges);
    variables = List.copyOf(variables);
    linear = List.copyOf(linear);
    trajectories = List.copyOf(trajectories);
    bands = List.copyOf(bands);
    rates = List.copyOf(rates);
    reservoirs = List.copyOf(reservoirs);
    hvdcSchedules = List.copyOf(hvdcSchedules);
  }

  /** The product of this name; spinning reserve upwards where none is described. */
  public ReserveProduct product(String id) {
    return products.stream()
        .filter(product -> product.id().equals(id))
        .findFirst()
        .orElseGet(() -> ReserveProduct.spinning(id));
  }

  /** Names of everything that can be switched by itself (B-01). */
  public List<String> switchable() {
    List<String> names = new ArrayList<>();
    ranges.forEach(range -> names.add(range.id()));
    linear.forEach(constraint -> names.add(constraint.id()));
    trajectories.forEach(trajectory -> names.add("trajectory " + trajectory.unit()));
    bands.forEach(each -> names.add("bands " + each.unit()));
    reservoirs.forEach(reservoir -> names.add("reservoir " + reservoir.id()));
    hvdcSchedules.forEach(schedule -> names.add("hvdc " + schedule.line()));
    return names;
  }

  /** The same rules with one of {@link #switchable} in or out of effect. */
  public OperatingRules withSwitched(String name, boolean on) {
    return with(
        parts -> {
          parts.ranges =
              ranges.stream().map(r -> r.id().equals(name) ? r.switched(on) : r).toList();
          parts.linear =
              linear.stream().map(c -> c.id().equals(name) ? c.switched(on) : c).toList();
          parts.trajectories =
              trajectories.stream()
                  .map(x -> name.equals("trajectory " + x.unit()) ? x.switched(on) : x)
                  .toList();
          parts.bands =
              bands.stream()
                  .map(x -> name.equals("bands " + x.unit()) ? x.switched(on) : x)
                  .toList();
          parts.reservoirs =
              reservoirs.stream()
                  .map(x -> name.equals("reservoir " + x.id()) ? x.switched(on) : x)
                  .toList();
          parts.hvdcSchedules =
              hvdcSchedules.stream()
                  .map(x -> name.equals("hvdc " + x.line()) ? x.switched(on) : x)
                  .toList();
        });
  }

  /** The same rules on other periods. */
  public OperatingRules on(PeriodMap map) {
    return new OperatingRules(
        groups,
        products,
        reserveOffers.stream().map(offer -> offer.on(map)).toList(),
        ranges.stream().flatMap(range -> range.on(map).stream()).toList(),
        variables.stream().map(variable -> variable.on(map)).toList(),
        linear.stream().map(constraint -> constraint.on(map)).toList(),
        trajectories.stream().map(trajectory -> trajectory.finer(map.finer())).toList(),
        bands.stream().map(each -> each.finer(map.finer())).toList(),
        rates,
        reservoirs.stream().map(reservoir -> reservoir.on(map)).toList(),
        hvdcSchedules.stream().map(schedule -> schedule.on(map)).toList(),
        contingencies.on(map));
  }

  /** The same rules with other contingencies. */
  public OperatingRules withContingencies(ContingencySet changed) {
    return with(parts -> parts.contingencies = changed);
  }

  /** The same rules with other variables and constraints given as data. */
  public OperatingRules withLinear(
      List<DecisionVariable> otherVariables, List<LinearConstraint> changed) {
    return with(
        parts -> {
          parts.variables = otherVariables;
          parts.linear = changed;
        });
  }

  /** The same rules with other offers of products. */
  public OperatingRules withReserveOffers(List<ReserveOffer> changed) {
    return with(parts -> parts.reserveOffers = changed);
  }

  /** The same rules with other ranges. */
  public OperatingRules withRanges(List<RangeConstraint> changed) {
    return with(parts -> parts.ranges = changed);
  }

  /** The same rules with other products. */
  public OperatingRules withProducts(List<ReserveProduct> changed) {
    return with(parts -> parts.products = changed);
  }

  /** The same rules with other output bands. */
  public OperatingRules withBands(List<OutputBands> changed) {
    return with(parts -> parts.bands = changed);
  }

  /** The same rules with other reservoirs and HVDC schedules. */
  public OperatingRules withStates(List<Reservoir> lakes, List<HvdcSchedule> lines) {
    return with(
        parts -> {
          parts.reservoirs = lakes;
          parts.hvdcSchedules = lines;
        });
  }

  private OperatingRules with(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.rules();
  }

  /** The parts of rules that are being changed; lives for one change. */
  private static final class Parts {
    final List<UnitGroup> groups;
    List<ReserveProduct> products;
    List<ReserveOffer> reserveOffers;
    List<RangeConstraint> ranges;
    List<DecisionVariable> variables;
    List<LinearConstraint> linear;
    List<Trajectory> trajectories;
    List<OutputBands> bands;
    final List<ResourceRate> rates;
    List<Reservoir> reservoirs;
    List<HvdcSchedule> hvdcSchedules;
    ContingencySet contingencies;

    Parts(OperatingRules of) {
      this.groups = of.groups;
      this.products = of.products;
      this.reserveOffers = of.reserveOffers;
      this.ranges = of.ranges;
      this.variables = of.variables;
      this.linear = of.linear;
      this.trajectories = of.trajectories;
      this.bands = of.bands;
      this.rates = of.rates;
      this.reservoirs = of.reservoirs;
      this.hvdcSchedules = of.hvdcSchedules;
      this.contingencies = of.contingencies;
    }

    OperatingRules rules() {
      return new OperatingRules(
          groups,
          products,
          reserveOffers,
          ranges,
          variables,
          linear,
          trajectories,
          bands,
          rates,
          reservoirs,
          hvdcSchedules,
          contingencies);
    }
  }
}
