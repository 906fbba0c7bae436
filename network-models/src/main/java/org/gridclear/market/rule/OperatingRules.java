package org.gridclear.market.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param capabilities what units are able to do in ancillary services
 * @param modes how the grid is operated, and what that makes of requirements
 * @param priceZones logical price zones
 * @param leadTimes how long before a start it has to be decided
 * @param flowgateLimits limits of flowgates by period, in place of those of the network
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
    ContingencySet contingencies,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AncillaryCapability> capabilities,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OperatingMode> modes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PriceZone> priceZones,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LeadTime> leadTimes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FlowgateLimit> flowgateLimits) {
  /** Nothing beyond. */
  public static final OperatingRules NONE = of(List.of(), List.of());

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
    capabilities = given(capabilities);
    modes = given(modes);
    priceZones = given(priceZones);
    leadTimes = given(leadTimes);
    flowgateLimits = given(flowgateLimits);
  }

  /** A list that stored rules leave out where it is empty. */
  private static <T> List<T> given(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** Products and HVDC schedules alone. */
  public static OperatingRules of(List<ReserveProduct> products, List<HvdcSchedule> lines) {
    List<DecisionVariable> none = List.of();
    return new OperatingRules(
        List.of(),
        products,
        List.of(),
        List.of(),
        none,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        lines,
        ContingencySet.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The product of this name; spinning reserve upwards where none is described. */
  public ReserveProduct product(String id) {
    for (ReserveProduct product : products) {
      if (product.id().equals(id)) {
        return product;
      }
    }
    return ReserveProduct.spinning(id);
  }

  /** What a unit offers of a product, by their ids. */
  public Optional<ReserveOffer> reserveOffer(String unit, String product) {
    return reserveOffers.stream()
        .filter(offer -> offer.unit().equals(unit) && offer.product().equals(product))
        .findFirst();
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
    leadTimes.forEach(each -> names.add("lead time " + each.unit()));
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
          parts.leadTimes =
              leadTimes.stream()
                  .map(x -> name.equals("lead time " + x.unit()) ? x.switched(on) : x)
                  .toList();
        });
  }

  /**
   * The same rules on other periods.
   *
   * @throws IllegalArgumentException if periods become longer and something counts in periods, or
   *     shorter and a constraint looks back on them
   */
  public OperatingRules on(PeriodMap map) {
    if (map.coarser() > 1 && countsPeriods()) {
      throw new IllegalArgumentException(
          "Start and stop curves, periods within bands and constraints that look back count in"
              + " periods of the case: its periods cannot become longer.");
    }
    if (map.finer() > 1) {
      linear.forEach(OperatingRules::refuseLookingBack);
    }
    return new OperatingRules(
        groups,
        products,
        map.each(reserveOffers, ReserveOffer::on),
        map.eachRun(ranges, RangeConstraint::on),
        map.each(variables, DecisionVariable::on),
        map.each(linear, LinearConstraint::on),
        map.each(trajectories, (curve, periods) -> curve.finer(periods.finer())),
        map.each(bands, (each, periods) -> each.finer(periods.finer())),
        rates,
        map.each(reservoirs, Reservoir::on),
        map.each(hvdcSchedules, HvdcSchedule::on),
        contingencies.on(map),
        capabilities,
        map.eachRun(modes, OperatingMode::on),
        priceZones,
        leadTimes,
        map.each(flowgateLimits, FlowgateLimit::on));
  }

  /** Half of a period has no period before it that is there whole. */
  private static void refuseLookingBack(LinearConstraint constraint) {
    if (constraint.looksBack()) {
      throw new IllegalArgumentException(
          "The constraint %s looks back and counts in periods of the case: they cannot become shorter."
              .formatted(constraint.id()));
    }
  }

  /** Whether anything counts in periods of the case. */
  private boolean countsPeriods() {
    return !trajectories.isEmpty()
        || bands.stream().anyMatch(each -> each.dwellPeriodsMax() > 0)
        || linear.stream().anyMatch(LinearConstraint::looksBack);
  }

  /**
   * The same rules after what came before.
   *
   * @param asked products
   * @param left ranges with what was used of them
   * @param dwelt output bands with what was used of them
   */
  public OperatingRules after(
      List<ReserveProduct> asked,
      List<RangeConstraint> left,
      List<OutputBands> dwelt,
      List<Reservoir> lakes,
      List<HvdcSchedule> lines) {
    return with(
        parts -> {
          parts.products = asked;
          parts.ranges = left;
          parts.bands = dwelt;
          parts.reservoirs = lakes;
          parts.hvdcSchedules = lines;
        });
  }

  /** The regulating rate of a unit in MW per minute; infinite where none is given. */
  public double regulatingMwPerMin(String unit) {
    return capabilities.stream()
        .filter(each -> each.unit().equals(unit))
        .mapToDouble(AncillaryCapability::regulatingMwPerMin)
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** How long before its start a unit has to be told; 0 where nothing is said or in effect. */
  public double leadHours(String unit) {
    for (LeadTime each : leadTimes) {
      if (each.unit().equals(unit) && each.inEffect()) {
        return each.hours();
      }
    }
    return 0;
  }

  /** The same rules with other abilities of units and other modes of the grid. */
  public OperatingRules withAncillary(
      List<AncillaryCapability> abilities, List<OperatingMode> changed) {
    return with(
        parts -> {
          parts.capabilities = abilities;
          parts.modes = changed;
        });
  }

  /** The same rules with other logical price zones. */
  public OperatingRules withPriceZones(List<PriceZone> changed) {
    return with(parts -> parts.priceZones = changed);
  }

  /** The same rules for a part that begins later: of lead times that much has passed by then. */
  public OperatingRules afterHours(double hours) {
    return withLeadTimes(
        leadTimes.stream()
            .map(
                each ->
                    new LeadTime(each.unit(), Math.max(0, each.hours() - hours), each.inEffect()))
            .toList());
  }

  /** The same rules with other lead times. */
  public OperatingRules withLeadTimes(List<LeadTime> changed) {
    return with(parts -> parts.leadTimes = changed);
  }

  /** The same rules with other limits of flowgates by period. */
  public OperatingRules withFlowgateLimits(List<FlowgateLimit> changed) {
    return with(parts -> parts.flowgateLimits = changed);
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
    List<AncillaryCapability> capabilities;
    List<OperatingMode> modes;
    List<PriceZone> priceZones;
    List<LeadTime> leadTimes;
    List<FlowgateLimit> flowgateLimits;

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
      this.capabilities = of.capabilities;
      this.modes = of.modes;
      this.priceZones = of.priceZones;
      this.leadTimes = of.leadTimes;
      this.flowgateLimits = of.flowgateLimits;
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
          contingencies,
          capabilities,
          modes,
          priceZones,
          leadTimes,
          flowgateLimits);
    }
  }
}
