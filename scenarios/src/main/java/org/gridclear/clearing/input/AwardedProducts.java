package org.gridclear.clearing.input;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.rule.ReserveProduct;

/** Products of a day of which some were awarded in longer periods (G-06). */
final class AwardedProducts {
  private AwardedProducts() {}

  /**
   * The products in the order of a schedule. One that is delivered by the ramp of a period and was
   * awarded, by the run before or by a plan, keeps the time of the period of the award.
   *
   * @param minutes length of the periods of the award
   */
  static List<ReserveProduct> of(
      MarketDay day, int minutes, InitialConditions before, InitialConditions plan) {
    Set<String> names = new LinkedHashSet<>();
    for (ReserveProduct product : day.rules().products()) {
      names.add(product.id());
    }
    for (ReserveRequirement requirement : day.reserves()) {
      names.add(requirement.product());
    }
    boolean shorter = minutes > day.horizon().minutesPerPeriod();
    List<ReserveProduct> products = new ArrayList<>();
    for (String name : names) {
      ReserveProduct product = day.rules().product(name);
      boolean keeps =
          shorter && product.minutes() == 0 && (awarded(before, name) || awarded(plan, name));
      products.add(keeps ? product.within(minutes) : product);
    }
    return products;
  }

  private static boolean awarded(InitialConditions run, String product) {
    for (InitialConditions.Award award : run.awards()) {
      if (award.product().equals(product)) {
        return true;
      }
    }
    return false;
  }
}
