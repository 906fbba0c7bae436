package org.gridclear.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.figures.ResultFigures.Band;
import org.gridclear.figures.ResultFigures.Fuel;
import org.gridclear.figures.ResultFigures.Limit;
import org.gridclear.figures.ResultFigures.Peak;
import org.gridclear.figures.ResultFigures.Reserve;
import org.gridclear.figures.ResultFigures.Unit;
import org.gridclear.figures.ResultFigures.Units;
import org.jspecify.annotations.Nullable;

/** Series that are being collected, wherever their numbers come from. */
public final class FigureSeries {
  private static final int UNITS_MAX = 3_000;
  private static final int PEAKS_MAX = 3;
  private static final int LIMITS_MAX = 3;
  private static final String NO_FUEL = "thermal";

  private final int periods;
  private final Map<String, double[]> fuels = new LinkedHashMap<>();
  private final List<Unit> units = new ArrayList<>();
  private final List<Reserve> reserves = new ArrayList<>();
  private final List<List<Limit>> limits = new ArrayList<>();
  private final double[] min;
  private final double[] max;
  private final double[] sum;
  private final double[] weight;
  private final String[] minBus;
  private final String[] maxBus;
  private boolean priced;

  /** No series yet. */
  public FigureSeries(int periods) {
    this.periods = periods;
    this.min = filled(Double.POSITIVE_INFINITY);
    this.max = filled(Double.NEGATIVE_INFINITY);
    this.sum = new double[periods];
    this.weight = new double[periods];
    this.minBus = new String[periods];
    this.maxBus = new String[periods];
    for (int t = 0; t < periods; t++) {
      limits.add(new ArrayList<>());
    }
  }

  private double[] filled(double value) {
    double[] values = new double[periods];
    Arrays.fill(values, value);
    return values;
  }

  private static double cent(double value) {
    return Math.rint(100 * value) / 100;
  }

  private static double[] cents(double[] values) {
    return Arrays.stream(values).map(FigureSeries::cent).toArray();
  }

  /** Power of a fuel. */
  public void fuel(String fuel, double[] mw) {
    double[] of = fuels.computeIfAbsent(fuel.isEmpty() ? NO_FUEL : fuel, f -> new double[periods]);
    for (int t = 0; t < periods; t++) {
      of[t] += mw[t];
    }
  }

  /** A unit with its output, which counts for its fuel too. */
  public void unit(String id, String fuel, String bus, boolean[] on, double[] mw) {
    fuel(fuel, mw);
    StringBuilder bits = new StringBuilder(periods);
    for (int t = 0; t < periods; t++) {
      bits.append(on[t] ? '1' : '0');
    }
    units.add(new Unit(id, fuel, bus, bits.toString(), bits.indexOf("1") + 1, cents(mw)));
  }

  /** Price of a bus in a period. */
  public void price(String bus, int t, double lmp) {
    priced = true;
    if (lmp < min[t]) {
      min[t] = lmp;
      minBus[t] = bus;
    }
    if (lmp > max[t]) {
      max[t] = lmp;
      maxBus[t] = bus;
    }
  }

  /** A price with the load that it counts for in the mean of a period. */
  public void mean(int t, double lmp, double mw) {
    sum[t] += lmp * mw;
    weight[t] += mw;
  }

  /** A binding limit of a period. */
  public void limit(int t, String element, String outage, double price) {
    limits.get(t).add(new Limit(element, outage, cent(price)));
  }

  /** A requirement of reserve. */
  public void reserve(String id, double[] required, double[] held, double[] price) {
    reserves.add(new Reserve(id, cents(required), cents(held), cents(price)));
  }

  /** The series as a whole. */
  public ResultFigures figures(
      String title,
      String currency,
      int minutes,
      List<String> times,
      double @Nullable [] loadMw,
      List<String> notices) {
    List<Fuel> ofFuels = new ArrayList<>();
    fuels.forEach((fuel, mw) -> ofFuels.add(new Fuel(fuel, cents(mw))));
    ofFuels.sort(Comparator.comparingDouble(fuel -> -Arrays.stream(fuel.mw()).sum()));
    units.sort(
        Comparator.comparingInt((Unit unit) -> unit.firstOn() == 0 ? periods + 1 : unit.firstOn())
            .thenComparingDouble(unit -> -Arrays.stream(unit.mw()).sum()));
    return new ResultFigures(
        title,
        currency,
        minutes,
        times,
        loadMw == null ? null : cents(loadMw),
        ofFuels,
        priced ? band() : null,
        priced ? peaks() : List.of(),
        new Units(units.size(), units.subList(0, Math.min(UNITS_MAX, units.size()))),
        reserves,
        notices);
  }

  /** A period without a price has none, and is neither infinite nor 0. */
  private Band band() {
    double[] mean = new double[periods];
    for (int t = 0; t < periods; t++) {
      if (minBus[t] == null) {
        min[t] = Double.NaN;
        max[t] = Double.NaN;
      }
      mean[t] = weight[t] > 0 ? sum[t] / weight[t] : (min[t] + max[t]) / 2;
    }
    return new Band(
        cents(min), cents(mean), cents(max), Arrays.asList(minBus), Arrays.asList(maxBus));
  }

  private List<Peak> peaks() {
    List<Peak> peaks = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      if (maxBus[t] != null) {
        List<Limit> binding = limits.get(t);
        binding.sort(Comparator.comparingDouble(limit -> -Math.abs(limit.price())));
        int first = Math.min(LIMITS_MAX, binding.size());
        peaks.add(new Peak(t + 1, maxBus[t], cent(max[t]), binding.subList(0, first)));
      }
    }
    peaks.sort(Comparator.comparingDouble(peak -> -peak.lmp()));
    return peaks.subList(0, Math.min(PEAKS_MAX, peaks.size()));
  }
}
