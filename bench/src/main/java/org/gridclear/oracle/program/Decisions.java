package org.gridclear.oracle.program;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.rule.ReserveProduct;

/**
 * What an oracle decides, {@code [element][period]} in the order of the day's lists, reserve by
 * product first. Powers in MW.
 */
public final class Decisions {
  public final Expression[][] on;
  final Expression[][] starts;
  final Expression[][] stops;

  /** Whether a unit follows its offer: it is on, and in no trajectory (28). */
  final Expression[][] ready;

  public final Expression[][] outputMw;

  /** Output without what a trajectory fixes. */
  final Expression[][] dispatchedMw;

  public final Expression[][][] reserveMw;
  public final Expression[][] profiledMw;
  public final Expression[][] chargeMw;
  public final Expression[][] dischargeMw;
  public final Expression[][] levelMwh;
  public final Expression[][] flexibleMw;
  public final Expression[][] shedMw;
  public final Expression[][] hvdcMw;
  final Expression[][] hvdcForwardMw;
  final Expression[][] hvdcBackwardMw;
  public final Expression[][] volumeMm3;
  public final Expression[][] spillM3PerS;
  public final Expression[][] variables;

  /** Ways of storage and HVDC lines that may be small. */
  public final List<Way> ways = new ArrayList<>();

  /** Changes of set points. */
  public final List<Way> changes = new ArrayList<>();

  /**
   * A binary, and the power or rise of power that it opens.
   *
   * @param open whether there may be any
   * @param mw the power, of either sign
   */
  public record Way(Expression open, Expression mw) {}

  public Decisions(ClearingCase clearingCase) {
    MarketDay day = clearingCase.day();
    int periods = day.periodCount();
    int units = day.thermalUnits().size();
    on = new Expression[units][periods];
    starts = new Expression[units][periods];
    stops = new Expression[units][periods];
    ready = new Expression[units][periods];
    outputMw = new Expression[units][periods];
    dispatchedMw = new Expression[units][periods];
    reserveMw = new Expression[products(day).size()][units][periods];
    profiledMw = new Expression[day.profiledUnits().size()][periods];
    chargeMw = new Expression[day.storageUnits().size()][periods];
    dischargeMw = new Expression[day.storageUnits().size()][periods];
    levelMwh = new Expression[day.storageUnits().size()][periods];
    flexibleMw = new Expression[day.flexibleLoads().size()][periods];
    shedMw = new Expression[day.network().buses().size()][periods];
    int lines = clearingCase.decidedHvdc().size();
    hvdcMw = new Expression[lines][periods];
    hvdcForwardMw = new Expression[lines][periods];
    hvdcBackwardMw = new Expression[lines][periods];
    int lakes = clearingCase.decidedReservoirs().size();
    volumeMm3 = new Expression[lakes][periods];
    spillM3PerS = new Expression[lakes][periods];
    variables = new Expression[day.rules().variables().size()][periods];
  }

  /** Products in the order of schedules: those described, then those only required. */
  static List<ReserveProduct> products(MarketDay day) {
    List<ReserveProduct> products = new ArrayList<>(day.rules().products());
    for (ReserveRequirement requirement : day.reserves()) {
      ReserveProduct product = day.rules().product(requirement.product());
      if (products.stream().noneMatch(each -> each.id().equals(product.id()))) {
        products.add(product);
      }
    }
    return products;
  }
}
