package org.gridclear.monitoring.index;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridclear.monitoring.measure.Fuels;
import org.gridclear.monitoring.measure.MarketFacts;

/** Indices that no formula over measures can say. */
public enum IndexKernel {
  /** HHI of what suppliers could generate (EQ-10). */
  HHI_OFFERED("1", Map.of(), SupplierIndices::hhiOffered),
  /** HHI of what suppliers generate (EQ-10). */
  HHI_CLEARED("1", Map.of(), SupplierIndices::hhiCleared),
  /** Share of the largest suppliers in what could be generated. */
  LARGEST_SHARE("1", Map.of("count", 1.0), SupplierIndices::largestShare),
  /** Least residual supply index of a supplier (EQ-11). */
  RESIDUAL_SUPPLY("1", Map.of(), SupplierIndices::residualSupply),
  /** Suppliers without whom demand cannot be met. */
  PIVOTAL_SUPPLIERS("1", Map.of(), SupplierIndices::pivotal),
  /** Least three-pivotal-supplier index (EQ-12). */
  THREE_PIVOTAL("1", Map.of(), SupplierIndices::threePivotal),
  /** Share of what is available that is not offered. */
  WITHHELD("1", Map.of(), SupplierIndices::withheld),
  /** Revenue less offered cost of suppliers. */
  MEMBER_PROFIT("yuan", Map.of(), SupplierIndices::profit),
  /** Lerner index, weighted by energy (EQ-13). */
  LERNER("1", Map.of("cutNegative", 0.0), PriceIndices::lerner),
  /** Standard deviation of price changes over the mean price (EQ-15). */
  VOLATILITY("1", Map.of(), PriceIndices::volatility),
  /** Standard deviation of prices over their mean. */
  PRICE_VARIATION("1", Map.of(), PriceIndices::variation),
  /** What is offered close to the price, over demand. */
  MARKET_DEPTH("1", Map.of("band", 0.1), PriceIndices::depth),
  /** Mean price of what is offered. */
  OFFER_PRICE("yuan/MWh", Map.of(), PriceIndices::offerPrice),
  /** Energy by fuel; the value is the share of the largest. */
  FUEL_MIX("1", Map.of(), EnergyIndices::fuelMix),
  /** CO₂ of the energy. */
  EMISSIONS("t", Map.of(), EnergyIndices::emissions),
  /** Cost of reserve by product. */
  ANCILLARY_COST("yuan", Map.of(), EnergyIndices::ancillaryCost),
  /** Least margin of a flow (EQ-15). */
  TRANSMISSION_MARGIN("1", Map.of(), GridIndices::transmissionMargin),
  /** Flows at a limit that costs something. */
  CONGESTED("1", Map.of(), GridIndices::congested),
  /** Shadow prices times flows (EQ-26). */
  CONSTRAINT_RENT("yuan", Map.of(), GridIndices::constraintRent),
  /** Accuracy of the load forecast (EQ-15). */
  FORECAST_ACCURACY("1", Map.of(), GridIndices::forecastAccuracy),
  /** How units kept their schedule (EQ-15). */
  PLAN_EXECUTION("1", Map.of(), PlanIndices::execution);

  /**
   * What a kernel is given.
   *
   * @param facts the day
   * @param numbers its parameters
   * @param fuels the fuels
   */
  record Given(MarketFacts facts, Map<String, Double> numbers, Fuels fuels) {}

  /** The computation. */
  private interface Kernel {
    Measured of(Given given);
  }

  private final String unit;
  private final Map<String, Double> defaults;
  private final Kernel kernel;

  IndexKernel(String unit, Map<String, Double> defaults, Kernel kernel) {
    this.unit = unit;
    this.defaults = defaults;
    this.kernel = kernel;
  }

  /** Its name in a catalogue. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kernel of a name. */
  public static Optional<IndexKernel> of(String word) {
    return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /** Unit of its value. */
  public String unit() {
    return unit;
  }

  /** Its parameters and what they are where nothing is said. */
  public Map<String, Double> defaults() {
    return new TreeMap<>(defaults);
  }

  Measured measure(Given given) {
    return kernel.of(given);
  }
}
