package org.gridclear.settlement.close.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.EntityBlock.Leg;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.registry.MarketMode;
import org.jspecify.annotations.Nullable;

/**
 * Both sides of the contracts of a day as they were delivered: parties, kind, reference price,
 * energy and price by interval.
 */
final class DeliveredContracts {
  private final SettlementMonth month;
  private final Map<String, String> due = new TreeMap<>();
  private final Map<String, long[]> physical = new HashMap<>();
  private final Map<String, long[]> all = new HashMap<>();

  /**
   * Puts the sides of a day together.
   *
   * @param curves curves of the day by {@code contract,series}
   */
  DeliveredContracts(
      SettlementMonth month, LocalDate date, DeliveredCsv contracts, Map<String, long[]> curves) {
    this.month = month;
    String byMode = month.mode() == MarketMode.CENTRALISED ? "financial" : "physical";
    for (List<String> row : contracts.on(date)) {
      if (!contracts.cell(row, "withheld").isEmpty()) {
        continue;
      }
      String id = contracts.cell(row, "contract");
      String kind = contracts.cell(row, "kind", byMode);
      String reference =
          "%s %s %s"
              .formatted(kind, contracts.cell(row, "market", "da"), contracts.cell(row, "point"));
      long[] energy = curves.getOrDefault(id + ",mwh", new long[0]);
      long[] price = curves.getOrDefault(id + ",yuanPerMwh", new long[0]);
      side(contracts.cell(row, "seller"), id, kind, reference, energy, price, 1);
      side(contracts.cell(row, "buyer"), id, kind, reference, energy, price, -1);
    }
  }

  /** Curves of a file by {@code contract,series}: energy in 0.0001 MWh, price in 0.001 yuan/MWh. */
  static Map<String, long[]> curves(byte[] content, int intervals) {
    DeliveredCsv csv = DeliveredCsv.of(content);
    Map<String, long[]> curves = new HashMap<>();
    curves.putAll(DeliveredSeries.of(csv, intervals, 4, "mwh"::equals));
    curves.putAll(DeliveredSeries.of(csv, intervals, 3, "yuanPerMwh"::equals));
    return curves;
  }

  private void side(
      String entity, String id, String kind, String reference, long[] mwh, long[] price, int sign) {
    long[] own = Arrays.stream(mwh).map(value -> sign * value).toArray();
    due.merge(entity + " " + id, text(reference, own, price), (a, b) -> a + "; " + b);
    add(all, entity, own);
    if (kind.equals("physical")) {
      add(physical, entity, own);
    }
  }

  private void add(Map<String, long[]> sums, String entity, long[] values) {
    long[] sum = sums.computeIfAbsent(entity, key -> new long[month.intervals()]);
    for (int t = 0; t < Math.min(sum.length, values.length); t++) {
      sum[t] += values[t];
    }
  }

  private static String text(String reference, long[] mwh, long[] price) {
    return reference + " " + Arrays.toString(mwh) + " at " + Arrays.toString(price);
  }

  /** Energy of the contracts of an entity in a column; null if it has none. */
  long @Nullable [] energy(String entity, SettlementColumn column) {
    return (column == SettlementColumn.PHYSICAL ? physical : all).get(entity);
  }

  /** Sides that were settled otherwise than delivered, {@code entity contract} each. */
  List<String> differences(List<EntityBlock> blocks) {
    Map<String, String> settled = new TreeMap<>();
    for (EntityBlock block : blocks) {
      for (Leg leg : block.legs()) {
        String reference =
            "%s %s %s"
                .formatted(
                    leg.physical() ? "physical" : "financial",
                    leg.realTime() ? "rt" : "da",
                    month.points().get(leg.point()));
        settled.merge(
            month.entities().get(block.entities()[leg.row()]).id()
                + " "
                + month.contracts().get(leg.contract()),
            text(reference, wide(leg.mwh()), wide(leg.yuanPerMwh())),
            (a, b) -> a + "; " + b);
      }
    }
    List<String> differences = new ArrayList<>();
    for (Map<String, String> side : List.of(due, settled)) {
      side.keySet().stream()
          .filter(key -> !differences.contains(key))
          .filter(key -> !due.getOrDefault(key, "").equals(settled.getOrDefault(key, "")))
          .forEach(differences::add);
    }
    return differences;
  }

  /** A column that is 0 everywhere may be null. */
  private long[] wide(int @Nullable [] values) {
    return values == null
        ? new long[month.intervals()]
        : Arrays.stream(values).asLongStream().toArray();
  }
}
