package org.gridclear.settlement.analysis;

import static org.gridclear.settlement.analysis.MonthFigures.at;
import static org.gridclear.settlement.analysis.MonthFigures.price;
import static org.gridclear.settlement.analysis.MonthFigures.quantity;
import static org.gridclear.settlement.analysis.MonthFigures.yuan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.registry.Contract;
import org.gridclear.settlement.registry.EntityClass.Side;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** How contracts were executed, and what a buyer's energy is made of (V-07). */
final class Purchases {
  private Purchases() {}

  /** Sums of a contract: energy, its value, its value at the reference price. */
  private static final class Executed {
    private long mwh;
    private long exact;
    private long reference;
    private long covered;
  }

  /** Sums of a buyer over the month, 0.0001 MWh and exact values of 7 decimals. */
  private static final class Bought {
    private long consumed;
    private long contracts;
    private long bought;
    private long contractValue;
    private long covered;
  }

  static Table contracts(MonthFigures figures) {
    Map<Integer, Executed> sums = new TreeMap<>();
    blocks(figures, (block, prices) -> legs(block, prices, sums));
    Map<String, Contract> records = new TreeMap<>();
    figures.registry().contracts().forEach(contract -> records.put(contract.id(), contract));
    Table.Rows rows =
        new Table.Rows(
            "contract-execution",
            "Contracts of a month: energy, price, and how much of it the buyer used.",
            Column.text("contract", "Contract."),
            Column.text("seller", "Entity that sells."),
            Column.text("buyer", "Entity that buys."),
            Column.text("kind", "financial or physical."),
            Column.quantity("contractMwh", "Energy of its curve."),
            Column.quantity("usedMwh", "Of it, what the buyer consumed in the same intervals."),
            Column.number("execution", "Used over contracted energy."),
            Column.money("contractYuan", "Energy at the price of the contract."),
            Column.money("referenceYuan", "Energy at its reference price."),
            Column.number("contractYuanPerMwh", "Mean price of the contract."),
            Column.number("referenceYuanPerMwh", "Mean reference price."));
    sums.forEach(
        (number, sum) -> {
          Contract contract =
              Objects.requireNonNull(records.get(figures.month().contracts().get(number)));
          rows.add(
              contract.id(),
              contract.seller(),
              contract.buyer(),
              contract.kind().name().toLowerCase(Locale.ROOT),
              quantity(sum.mwh),
              quantity(sum.covered),
              share(sum.covered, sum.mwh),
              yuan(FixedPoint.round(sum.exact, FixedPoint.MWH_DECIMALS)),
              yuan(FixedPoint.round(sum.reference, FixedPoint.MWH_DECIMALS)),
              price(FixedPoint.round(sum.exact, 4), sum.mwh).doubleValue(),
              price(FixedPoint.round(sum.reference, 4), sum.mwh).doubleValue());
        });
    return rows.table();
  }

  private static double share(long part, long whole) {
    return whole == 0
        ? 0
        : BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP)
            .doubleValue();
  }

  /** Takes blocks with the prices of their day. */
  private interface OfBlock {
    void accept(EntityBlock block, PriceDay prices);
  }

  private static void blocks(MonthFigures figures, OfBlock take) {
    for (int day = 1; day <= figures.month().days(); day++) {
      PriceDay prices = figures.close().prices(day);
      MonthFigures.blocks(figures.close(), day).forEach(block -> take.accept(block, prices));
    }
  }

  private static void legs(EntityBlock block, PriceDay prices, Map<Integer, Executed> sums) {
    int n = block.intervals();
    for (EntityBlock.Leg leg : block.legs()) {
      Executed sum = sums.computeIfAbsent(leg.contract(), k -> new Executed());
      SettlementColumn column =
          leg.realTime() ? SettlementColumn.RT_PRICE : SettlementColumn.DA_PRICE;
      int[] reference = prices.points()[column.index()];
      for (int t = 0; leg.mwh() != null && t < n; t++) {
        long mwh = leg.mwh()[t];
        if (mwh > 0) {
          sum.mwh += mwh;
          sum.exact += mwh * (leg.yuanPerMwh() == null ? 0 : leg.yuanPerMwh()[t]);
          sum.reference += mwh * (reference == null ? 0 : reference[leg.point() * n + t]);
        } else if (mwh < 0) {
          sum.covered += used(block, leg.row(), t, -mwh);
        }
      }
    }
  }

  /** Of energy that a buyer has by a contract, its part of what it used: contracts share it. */
  private static long used(EntityBlock block, int row, int t, long mwh) {
    long all = -(long) at(block, SettlementColumn.CONTRACT, row, t);
    long consumed = Math.max(0, -(long) at(block, SettlementColumn.METERED, row, t));
    return all <= consumed ? mwh : mwh * consumed / all;
  }

  static Table structure(MonthFigures figures) {
    Map<Integer, Bought> sums = new TreeMap<>();
    blocks(figures, (block, prices) -> buyers(block, sums));
    Map<String, Map<String, MonthFigures.Figure>> items = new TreeMap<>();
    for (MonthFigures.Figure each : figures.figures()) {
      items.computeIfAbsent(each.entity().id(), k -> new TreeMap<>()).put(each.item(), each);
    }
    Table.Rows rows =
        new Table.Rows(
            "purchases",
            "What the energy of a buyer is made of, and what it costs.",
            Column.text("entity", "Buyer."),
            Column.text("member", "Its member."),
            Column.quantity("consumedMwh", "Metered consumption."),
            Column.quantity(
                "contractMwh", "Energy that it buys by contracts, less what it sells by them."),
            Column.number("contractShare", "Consumption under contracts over consumption."),
            Column.number("contractYuanPerMwh", "Mean price of what it buys by contracts."),
            Column.quantity("dayAheadMwh", "Bought day-ahead."),
            Column.quantity("realTimeMwh", "Bought in real time."),
            Column.quantity("deviationMwh", "Taken beyond the real-time plan."),
            Column.money("spotYuan", "What day-ahead, real time and deviation cost."),
            Column.money("feesYuan", "What transmission, funds and all else cost."),
            Column.money("costYuan", "What all of it costs."),
            Column.number("costYuanPerMwh", "Cost over consumption."));
    sums.forEach((e, sum) -> row(figures, e, sum, items, rows));
    return rows.table();
  }

  private static void row(
      MonthFigures figures,
      int e,
      Bought sum,
      Map<String, Map<String, MonthFigures.Figure>> items,
      Table.Rows rows) {
    String id = figures.month().entities().get(e).id();
    Map<String, MonthFigures.Figure> own = items.getOrDefault(id, Map.of());
    long cost = -own.values().stream().mapToLong(MonthFigures.Figure::milliYuan).sum();
    long spot = -(yuanOf(own, "DA_ENERGY") + yuanOf(own, "RT_ENERGY") + yuanOf(own, "DEVIATION"));
    long contracts = -(yuanOf(own, "MLT_CFD") + yuanOf(own, "MLT_PHYSICAL"));
    rows.add(
        id,
        figures.month().entities().get(e).member(),
        quantity(sum.consumed),
        quantity(sum.contracts),
        share(sum.covered, sum.consumed),
        price(FixedPoint.round(sum.contractValue, 4), sum.bought).doubleValue(),
        quantity(-mwhOf(own, "DA_ENERGY")),
        quantity(-mwhOf(own, "RT_ENERGY")),
        quantity(-mwhOf(own, "DEVIATION")),
        yuan(spot),
        yuan(cost - spot - contracts),
        yuan(cost),
        price(cost, sum.consumed).doubleValue());
  }

  private static long yuanOf(Map<String, MonthFigures.Figure> own, String item) {
    MonthFigures.Figure figure = own.get(item);
    return figure == null ? 0 : figure.milliYuan();
  }

  private static long mwhOf(Map<String, MonthFigures.Figure> own, String item) {
    MonthFigures.Figure figure = own.get(item);
    return figure == null ? 0 : figure.quantity();
  }

  private static void buyers(EntityBlock block, Map<Integer, Bought> sums) {
    for (int r = 0; r < block.rows(); r++) {
      if (MonthFigures.ofRow(block, r).side() == Side.CONSUMPTION) {
        Bought sum = sums.computeIfAbsent(block.entities()[r], k -> new Bought());
        for (int t = 0; t < block.intervals(); t++) {
          long consumed = Math.max(0, -(long) at(block, SettlementColumn.METERED, r, t));
          long contracts = Math.max(0, -(long) at(block, SettlementColumn.CONTRACT, r, t));
          sum.consumed += consumed;
          sum.contracts += contracts;
          sum.covered += Math.min(consumed, contracts);
        }
      }
    }
    for (EntityBlock.Leg leg : block.legs()) {
      Bought sum = sums.get(block.entities()[leg.row()]);
      for (int t = 0; sum != null && leg.mwh() != null && t < block.intervals(); t++) {
        if (leg.mwh()[t] < 0 && leg.yuanPerMwh() != null) {
          sum.bought -= leg.mwh()[t];
          sum.contractValue -= (long) leg.mwh()[t] * leg.yuanPerMwh()[t];
        }
      }
    }
  }
}
