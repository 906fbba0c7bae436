package org.gridclear.market.registry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.entry.EnergyCurve;
import org.gridclear.settlement.registry.entry.EnergyCurve.DayType;
import org.gridclear.settlement.registry.entry.Trade.Contract;

/**
 * Curves of the contracts with a total (A-28, O-25).
 *
 * @param state the registry
 * @param month the month
 * @param intervals intervals a day: 24, 48 or 96
 * @param types what each day is
 */
public record ContractCurves(
    RegistryState state, YearMonth month, int intervals, Function<LocalDate, DayType> types) {

  /**
   * A contract over one of its records.
   *
   * @param contract the record
   * @param mwh energy {@code [day of the month from 0][interval]}, 0.0001 MWh; all 0 on days on
   *     which the record does not hold
   */
  public record Curve(Contract contract, long[][] mwh) {
    /** Price of all intervals, 0.001 yuan/MWh. */
    public long yuanPerMwh() {
      return contract.energy().yuanPerMwh().orElseThrow();
    }
  }

  /**
   * Curves of all records that hold in the month, by id and days.
   *
   * @throws IllegalArgumentException if the weights of a month with energy are 0
   */
  public List<Curve> all() {
    if (intervals != 24 && intervals != 48 && intervals != 96) {
      throw new IllegalArgumentException(
          "The intervals a day (%d) must be 24, 48 or 96.".formatted(intervals));
    }
    List<Curve> curves = new ArrayList<>();
    state
        .all(Contract.class)
        .filter(contract -> contract.energy().totalMwh().isPresent())
        .forEach(
            contract -> {
              EnergyCurve curve =
                  new EnergyCurve(
                      contract.energy().totalMwh().getAsLong(),
                      contract.validity(),
                      contract.decomposition());
              if (curve.months().contains(month)) {
                curves.add(new Curve(contract, of(contract, curve)));
              }
            });
    return curves;
  }

  private long[][] of(Contract contract, EnergyCurve curve) {
    try {
      return curve.of(month, types, intervals);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Contract %s cannot be decomposed: %s".formatted(contract.id(), e.getMessage()), e);
    }
  }

  /** Ids of the contracts with a total, in whatever month. */
  Set<String> ids() {
    return state
        .all(Contract.class)
        .filter(contract -> contract.energy().totalMwh().isPresent())
        .map(Contract::id)
        .collect(Collectors.toSet());
  }

  /** Rows of {@code days/<date>/curves.csv} by day and contract, without their header. */
  Map<LocalDate, Map<String, List<String>>> rows() {
    Map<LocalDate, Map<String, List<String>>> rows = new TreeMap<>();
    for (Curve curve : all()) {
      String id = curve.contract().id();
      for (int day = 1; day <= month.lengthOfMonth(); day++) {
        LocalDate date = month.atDay(day);
        if (curve.contract().validity().on(date)) {
          rows.computeIfAbsent(date, key -> new LinkedHashMap<>())
              .put(
                  id,
                  List.of(
                      row(id, "mwh", curve.mwh()[day - 1], FixedPoint.MWH_DECIMALS),
                      row(id, "yuanPerMwh", prices(curve), FixedPoint.PRICE_DECIMALS)));
        }
      }
    }
    return rows;
  }

  private long[] prices(Curve curve) {
    long[] prices = new long[intervals];
    java.util.Arrays.fill(prices, curve.yuanPerMwh());
    return prices;
  }

  private static String row(String id, String series, long[] values, int decimals) {
    StringBuilder row = new StringBuilder(id).append(',').append(series);
    for (long value : values) {
      FixedPoint.append(row.append(','), value, decimals);
    }
    return row.toString();
  }

  /** Header of the files of curves. */
  String header() {
    StringBuilder header = new StringBuilder("contract,series");
    for (int k = 1; k <= intervals; k++) {
      header.append(',').append(k);
    }
    return header.toString();
  }
}
