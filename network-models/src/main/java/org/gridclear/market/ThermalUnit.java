package org.gridclear.market;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.quantity.Series;
import org.jspecify.annotations.Nullable;

/**
 * A unit with commitment. Powers in MW, ramps in MW per hour, times in hours, money in yuan.
 *
 * @param id unique among units
 * @param bus id of its bus
 * @param fuel fuel or technology, "" where not said
 * @param offers one curve for all periods, or one per period
 * @param pMinMw least output when running, per period, not below the first breakpoint
 * @param pMaxMw greatest output, per period
 * @param rampUpMwPerH greatest rise of output per hour while running
 * @param rampDownMwPerH greatest fall of output per hour while running
 * @param startRampMw greatest output in the period of a start
 * @param stopRampMw greatest output in the last period before a stop
 * @param minUpHours least time on after a start
 * @param minDownHours least time off after a stop
 * @param maxStartsPerDay greatest number of starts in a day; negative for no limit
 * @param startCategories at least one, by rising time off
 * @param commitment per period: free, must run or must not run
 * @param initial state before the first period; null where the data do not say, then the first
 *     period's status is free of cost and of ramps
 * @param reserves names of the reserve products it may provide
 * @param stopYuan cost of a stop
 * @param limitRule how ramps and the limits of a start and a stop work together
 * @param startsOfDay starts on the day of the first period before it; they count against {@code
 *     maxStartsPerDay}
 * @param stopAfterPeriods in which period after the last one it is off by a decision that was made
 *     before, 1 for the next; 0 where that is not known
 */
public record ThermalUnit(
    String id,
    String bus,
    String fuel,
    List<OfferCurve> offers,
    Series pMinMw,
    Series pMaxMw,
    double rampUpMwPerH,
    double rampDownMwPerH,
    double startRampMw,
    double stopRampMw,
    double minUpHours,
    double minDownHours,
    int maxStartsPerDay,
    List<StartCategory> startCategories,
    List<Commitment> commitment,
    @Nullable InitialState initial,
    Set<String> reserves,
    double stopYuan,
    LimitRule limitRule,
    int startsOfDay,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int stopAfterPeriods) {
  public ThermalUnit {
    offers = List.copyOf(offers);
    startCategories = List.copyOf(startCategories);
    commitment = List.copyOf(commitment);
    reserves = Set.copyOf(reserves);
  }

  /** State before the first period, of a unit that is known to have one. */
  public InitialState stateBefore() {
    return Objects.requireNonNull(initial);
  }

  /** A unit whose stops cost nothing and whose ramps bind in every period. */
  public ThermalUnit(
      String id,
      String bus,
      String fuel,
      List<OfferCurve> offers,
      Series pMinMw,
      Series pMaxMw,
      double rampUpMwPerH,
      double rampDownMwPerH,
      double startRampMw,
      double stopRampMw,
      double minUpHours,
      double minDownHours,
      int maxStartsPerDay,
      List<StartCategory> startCategories,
      List<Commitment> commitment,
      @Nullable InitialState initial,
      Set<String> reserves) {
    this(
        id,
        bus,
        fuel,
        offers,
        pMinMw,
        pMaxMw,
        rampUpMwPerH,
        rampDownMwPerH,
        startRampMw,
        stopRampMw,
        minUpHours,
        minDownHours,
        maxStartsPerDay,
        startCategories,
        commitment,
        initial,
        reserves,
        0,
        LimitRule.RAMP_AND_LIMIT,
        0,
        0);
  }

  /** Whether it may hold a reserve product: it is named for it, or offers it. */
  public boolean mayHold(String product, OperatingRules rules) {
    return reserves.contains(product) || rules.reserveOffer(id, product).isPresent();
  }

  /** The offer curve of period {@code t}. */
  public OfferCurve offer(int t) {
    return offers.size() == 1 ? offers.get(0) : offers.get(t);
  }

  /** The same unit with other offers. */
  public ThermalUnit withOffers(List<OfferCurve> changed) {
    return with(
        changed,
        pMinMw,
        pMaxMw,
        startCategories,
        commitment,
        initial,
        startsOfDay,
        stopAfterPeriods);
  }

  /** The same unit with other output limits. */
  public ThermalUnit withLimits(Series minMw, Series maxMw) {
    return with(
        offers, minMw, maxMw, startCategories, commitment, initial, startsOfDay, stopAfterPeriods);
  }

  /** The same unit with another commitment given by the data. */
  public ThermalUnit withCommitment(List<Commitment> changed) {
    return with(
        offers, pMinMw, pMaxMw, startCategories, changed, initial, startsOfDay, stopAfterPeriods);
  }

  /** The same unit with other start-up costs. */
  public ThermalUnit withStartCategories(List<StartCategory> changed) {
    return with(
        offers, pMinMw, pMaxMw, changed, commitment, initial, startsOfDay, stopAfterPeriods);
  }

  /** The same unit with other ramps, in MW per hour. */
  public ThermalUnit withRamps(double upMwPerH, double downMwPerH) {
    return new ThermalUnit(
        id,
        bus,
        fuel,
        offers,
        pMinMw,
        pMaxMw,
        upMwPerH,
        downMwPerH,
        startRampMw,
        stopRampMw,
        minUpHours,
        minDownHours,
        maxStartsPerDay,
        startCategories,
        commitment,
        initial,
        reserves,
        stopYuan,
        limitRule,
        startsOfDay,
        stopAfterPeriods);
  }

  /** The same unit with another state before the first period. */
  public ThermalUnit withInitial(@Nullable InitialState changed) {
    return with(
        offers,
        pMinMw,
        pMaxMw,
        startCategories,
        commitment,
        changed,
        startsOfDay,
        stopAfterPeriods);
  }

  /**
   * The same unit going on from what came before it.
   *
   * @param before state before the first period
   * @param starts starts on the day of the first period before it
   * @param given commitment given by the data
   * @param stopAfter in which period after the last one it stops; 0 where that is not known
   */
  public ThermalUnit after(
      @Nullable InitialState before, int starts, List<Commitment> given, int stopAfter) {
    return with(offers, pMinMw, pMaxMw, startCategories, given, before, starts, stopAfter);
  }

  /** The same unit in other periods: its offers, limits and commitment there. */
  public ThermalUnit in(
      List<OfferCurve> curves, Series minMw, Series maxMw, List<Commitment> given) {
    return with(
        curves, minMw, maxMw, startCategories, given, initial, startsOfDay, stopAfterPeriods);
  }

  private ThermalUnit with(
      List<OfferCurve> curves,
      Series minMw,
      Series maxMw,
      List<StartCategory> starts,
      List<Commitment> statuses,
      @Nullable InitialState before,
      int startsBefore,
      int stopAfter) {
    return new ThermalUnit(
        id,
        bus,
        fuel,
        curves,
        minMw,
        maxMw,
        rampUpMwPerH,
        rampDownMwPerH,
        startRampMw,
        stopRampMw,
        minUpHours,
        minDownHours,
        maxStartsPerDay,
        starts,
        statuses,
        before,
        reserves,
        stopYuan,
        limitRule,
        startsBefore,
        stopAfter);
  }
}
