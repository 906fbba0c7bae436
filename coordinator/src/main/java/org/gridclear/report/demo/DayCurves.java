package org.gridclear.report.demo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;

/**
 * A day of a market over its periods; what a period does not have is empty, not 0.
 *
 * @param startMinute minute after midnight at which the first period begins
 * @param minutesPerPeriod length of a period
 * @param priceYuanPerMwh price at the loads, weighted by the load served (EQ-02)
 * @param loadMw load of the system
 * @param thermalMw output of the thermal units that run
 */
public record DayCurves(
    int startMinute,
    int minutesPerPeriod,
    List<OptionalDouble> priceYuanPerMwh,
    List<OptionalDouble> loadMw,
    List<OptionalDouble> thermalMw) {
  private static final String MW = "mw";
  private static final String LMP = "lmpYuanPerMwh";

  public DayCurves {
    priceYuanPerMwh = List.copyOf(priceYuanPerMwh);
    loadMw = List.copyOf(loadMw);
    thermalMw = List.copyOf(thermalMw);
  }

  /** The curves of a version; nothing if it has no balance or no loads. */
  static Optional<DayCurves> of(DayStore days, DayVersion version) {
    Optional<ResultBlock> loads = days.block(version, ResultKind.LOADS, Selection.of(MW, LMP));
    return days.block(version, ResultKind.BALANCE, Selection.of("loadMw", "outputMw"))
        .flatMap(balance -> loads.map(each -> of(balance, each)));
  }

  private static DayCurves of(ResultBlock balance, ResultBlock loads) {
    BlockLayout layout = balance.layout();
    return new DayCurves(
        layout.startMinute(),
        layout.minutesPerPeriod(),
        prices(loads),
        numbers(balance, "loadMw"),
        numbers(balance, "outputMw"));
  }

  private static List<OptionalDouble> numbers(ResultBlock block, String column) {
    int decimals = decimals(block, column);
    List<OptionalDouble> numbers = new ArrayList<>();
    for (int slot = 0; slot < periods(block); slot++) {
      long value = block.has(0, slot) ? block.column(column)[slot] : ResultBlock.MISSING;
      numbers.add(
          value == ResultBlock.MISSING
              ? OptionalDouble.empty()
              : OptionalDouble.of(BigDecimal.valueOf(value, decimals).doubleValue()));
    }
    return numbers;
  }

  private static List<OptionalDouble> prices(ResultBlock loads) {
    List<OptionalDouble> prices = new ArrayList<>();
    for (int slot = 0; slot < periods(loads); slot++) {
      prices.add(price(loads, slot));
    }
    return prices;
  }

  /** Empty where a load has no number, and where nothing is served that could weight a price. */
  private static OptionalDouble price(ResultBlock loads, int slot) {
    BigInteger weighted = BigInteger.ZERO;
    BigInteger weights = BigInteger.ZERO;
    for (int here = 0; here < loads.elements().length; here++) {
      int at = here * loads.layout().slots() + slot;
      if (!loads.has(here, slot)) {
        continue;
      }
      long mw = loads.column(MW)[at];
      long lmp = loads.column(LMP)[at];
      if (mw == ResultBlock.MISSING || lmp == ResultBlock.MISSING) {
        return OptionalDouble.empty();
      }
      weighted = weighted.add(BigInteger.valueOf(mw).multiply(BigInteger.valueOf(lmp)));
      weights = weights.add(BigInteger.valueOf(mw));
    }
    if (weights.signum() == 0) {
      return OptionalDouble.empty();
    }
    int decimals = decimals(loads, LMP);
    return OptionalDouble.of(
        new BigDecimal(weighted, decimals)
            .divide(new BigDecimal(weights), decimals, RoundingMode.HALF_EVEN)
            .doubleValue());
  }

  private static int periods(ResultBlock block) {
    BlockLayout layout = block.layout();
    return layout.whole() ? layout.slots() - 1 : layout.slots();
  }

  private static int decimals(ResultBlock block, String column) {
    BlockLayout layout = block.layout();
    return layout.columns().get(layout.column(column)).decimals();
  }
}
