package org.gridclear.compare;

import java.util.List;
import org.gridclear.quantity.Horizon;
import org.gridclear.table.NumberText;
import org.gridclear.table.Table;
import org.gridclear.work.CaseSummary;

/** Figures of two cases: money is subtracted only where both count it in the same. */
final class FigurePairs {
  private static final int DECIMALS = 6;

  private final String name;
  private final ComparedCase a;
  private final ComparedCase b;
  private final Table.Rows rows;

  FigurePairs(String name, ComparedCase a, ComparedCase b, Table.Rows rows) {
    this.name = name;
    this.a = a;
    this.b = b;
    this.rows = rows;
  }

  void add(List<String> remarks) {
    Horizon ofA = a.day().horizon();
    Horizon ofB = b.day().horizon();
    if (hours(ofA) != hours(ofB)) {
      remarks.add(
          "Case %s: the totals of A are of %s h, those of B of %s h."
              .formatted(name, hours(ofA), hours(ofB)));
    }
    boolean sameMoney = a.day().currency().equals(b.day().currency());
    if (!sameMoney) {
      remarks.add(
          "Case %s: A counts money in %s, B in %s; amounts are not subtracted."
              .formatted(name, a.day().currency(), b.day().currency()));
    }
    CaseSummary x = a.summary();
    CaseSummary y = b.summary();
    money("objective", x.objectiveYuan(), y.objectiveYuan(), sameMoney);
    money("best bound", x.bestBoundYuan(), y.bestBoundYuan(), sameMoney);
    money("energy cost", x.costs().energyYuan(), y.costs().energyYuan(), sameMoney);
    money("start cost", x.costs().startYuan(), y.costs().startYuan(), sameMoney);
    money("profiled cost", x.costs().profiledYuan(), y.costs().profiledYuan(), sameMoney);
    money("storage cost", x.costs().storageYuan(), y.costs().storageYuan(), sameMoney);
    money("ancillary cost", x.costs().ancillaryYuan(), y.costs().ancillaryYuan(), sameMoney);
    money("value of demand", x.costs().demandValueYuan(), y.costs().demandValueYuan(), sameMoney);
    money("penalties", x.costs().penaltyYuan(), y.costs().penaltyYuan(), sameMoney);
    money("congestion rent", x.congestionRentYuan(), y.congestionRentYuan(), sameMoney);
    figure("load served", "MWh", x.servedLoadMwh(), y.servedLoadMwh());
    figure("load not served", "MWh", x.shedLoadMwh(), y.shedLoadMwh());
    figure("flexible load served", "MWh", x.flexibleLoadMwh(), y.flexibleLoadMwh());
    figure("curtailed", "MWh", x.curtailedMwh(), y.curtailedMwh());
    figure("unit hours", "h", x.unitHours(), y.unitHours());
    figure("starts", "", x.starts(), y.starts());
    figure("relaxed constraints", "", x.relaxations().size(), y.relaxations().size());
    price("lowest LMP", x.lmpMinYuanPerMwh(), y.lmpMinYuanPerMwh(), sameMoney);
    price("mean LMP", x.lmpMeanYuanPerMwh(), y.lmpMeanYuanPerMwh(), sameMoney);
    price("highest LMP", x.lmpMaxYuanPerMwh(), y.lmpMaxYuanPerMwh(), sameMoney);
  }

  private static double hours(Horizon horizon) {
    return horizon.periodCount() * horizon.hoursPerPeriod();
  }

  private void money(String figure, double x, double y, boolean same) {
    add(figure, same ? a.day().currency() : "", x, y, same);
  }

  private void price(String figure, double x, double y, boolean same) {
    add(figure, same ? a.day().currency() + "/MWh" : "", x, y, same);
  }

  private void figure(String figure, String unit, double x, double y) {
    add(figure, unit, x, y, true);
  }

  private void add(String figure, String unit, double x, double y, boolean subtract) {
    rows.add(
        name,
        figure,
        unit,
        NumberText.rounded(x, DECIMALS),
        NumberText.rounded(y, DECIMALS),
        subtract ? (Double) NumberText.rounded(y - x, DECIMALS) : null,
        subtract && x > 0 ? (Double) ((y - x) / x) : null);
  }
}
