package org.gridclear.settlement.analysis;

import static org.gridclear.settlement.analysis.MonthFigures.quantity;
import static org.gridclear.settlement.analysis.MonthFigures.yuan;

import java.math.BigDecimal;
import java.util.List;
import org.gridclear.settlement.bill.CarriedEvents;
import org.gridclear.settlement.bill.CarriedLine;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/** Reports on closed months by name. */
public final class SettlementReports {
  /** What a report shows. */
  public enum Show {
    /** Items by class of entities. */
    CLASS,
    /** Items by price point. */
    ZONE,
    /** Items by retailer, with the loads that it stands for. */
    RETAILER,
    /** Items by member. */
    MEMBER,
    /** Sold against bought energy and its price. */
    SIDES,
    /** How contracts were executed. */
    CONTRACTS,
    /** What the energy of buyers is made of. */
    PURCHASES,
    /** Pools from month to month. */
    BALANCES,
    /** Differences of earlier months. */
    RESETTLEMENTS
  }

  private SettlementReports() {}

  /**
   * A report.
   *
   * @param table its table
   * @param within whether what it judges by limits is within them
   */
  public record Report(Table table, boolean within) {}

  /** A report on one month. */
  public static Report of(CloseFolder close, Show show, TwoSides.Limits limits) {
    return of(List.of(close), show, limits);
  }

  /**
   * A report.
   *
   * @param closes one month; several that follow each other for balances
   * @throws IllegalArgumentException if another report is asked of several months, or months lack
   *     or come twice
   */
  public static Report of(List<CloseFolder> closes, Show show, TwoSides.Limits limits) {
    if (show != Show.BALANCES && closes.size() != 1) {
      throw new IllegalArgumentException("%s is of one close.".formatted(show));
    }
    if (show == Show.SIDES) {
      TwoSides sides = TwoSides.of(new MonthFigures(closes.get(0)), limits);
      return new Report(sides.table(), sides.within());
    }
    return new Report(table(closes, show), true);
  }

  private static Table table(List<CloseFolder> closes, Show show) {
    CloseFolder first = closes.get(0);
    return switch (show) {
      case ZONE -> GroupReport.of(new MonthFigures(first), "zone", SettlementEntity::point);
      case RETAILER -> GroupReport.of(new MonthFigures(first), "retailer", GroupReport::ofRetailer);
      case MEMBER -> GroupReport.of(new MonthFigures(first), "member", SettlementEntity::member);
      case CONTRACTS -> Purchases.contracts(new MonthFigures(first));
      case PURCHASES -> Purchases.structure(new MonthFigures(first));
      case BALANCES -> PoolMonths.of(closes.stream().map(MonthFigures::new).toList());
      case RESETTLEMENTS -> resettlements(CarriedEvents.of(first.files(), first.month()));
      default -> GroupReport.of(new MonthFigures(first), "class", GroupReport::ofClass);
    };
  }

  /**
   * Limits of a report, the usual ones where none are given.
   *
   * @param share greatest difference of energy over the greater side
   * @param yuanPerMwh greatest difference of mean prices
   * @throws IllegalArgumentException if a limit is given that the report does not use
   */
  public static TwoSides.Limits limits(
      Show show, @Nullable BigDecimal share, @Nullable BigDecimal yuanPerMwh) {
    if (show != Show.SIDES && (share != null || yuanPerMwh != null)) {
      throw new IllegalArgumentException(
          "%s has no %s limit; SIDES alone is judged by limits."
              .formatted(show, share != null ? "share" : "price"));
    }
    TwoSides.Limits usual = TwoSides.Limits.USUAL;
    return new TwoSides.Limits(
        share == null ? usual.share() : share,
        yuanPerMwh == null ? usual.yuanPerMwh() : yuanPerMwh);
  }

  /** Differences of earlier months as a table. */
  public static Table resettlements(List<CarriedLine> lines) {
    Table.Rows rows =
        new Table.Rows(
            "resettlements",
            "Differences of earlier months that are settled in this one.",
            Column.text("entity", "Entity that takes it."),
            Column.text("month", "Earlier month."),
            Column.text("bill", "Number of the earlier bill; - for none."),
            Column.text("of", "Entity of the earlier month."),
            Column.text("item", "Item of the earlier month."),
            Column.quantity("quantity", "What the quantity differs by."),
            Column.money("price", "Mean price of the difference, per unit of the quantity."),
            Column.money("yuan", "What the amount differs by, positive where the exchange pays."));
    for (CarriedLine line : lines) {
      rows.add(
          line.entity(),
          line.month().toString(),
          line.bill(),
          line.of(),
          line.item(),
          quantity(line.quantity()),
          yuan(line.price()),
          yuan(line.milliYuan()));
    }
    return rows.table();
  }
}
