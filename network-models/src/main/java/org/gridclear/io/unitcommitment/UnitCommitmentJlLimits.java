package org.gridclear.io.unitcommitment;

import java.util.List;
import org.gridclear.market.LimitRule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** What a market day can ask and UnitCommitment.jl cannot say. */
final class UnitCommitmentJlLimits {
  private final MarketDay day;
  private final IssueLog log;

  UnitCommitmentJlLimits(MarketDay day, IssueLog log) {
    this.day = day;
    this.log = log;
  }

  void check() {
    rules();
    day.thermalUnits().forEach(this::unit);
    day.reserves().forEach(this::reserve);
    for (Branch branch : day.network().branches()) {
      if (branch.shiftDeg() != 0 && branch.inService()) {
        refuse("branch " + branch.id(), "shiftDeg", branch.shiftDeg());
      }
      if (branch.rPu() != 0) {
        log.notice(
            Rule.FIELD_USED, "branch", branch.id(), "rPu", branch.rPu(), "There are no losses.");
      }
    }
    day.network()
        .hvdcLines()
        .forEach(
            line -> {
              if (line.inService()) {
                refuse("hvdc line " + line.id(), "inService", true);
              }
            });
    all("flowgates", day.network().flowgates());
    all("branchOutages", day.branchOutages());
    if (!day.interchanges().isEmpty()) {
      log.notice(
          Rule.TAKEN_AS,
          "interchange",
          day.interchanges().get(0).id(),
          "importMw",
          "given",
          "Imports are taken off the load of their bus.");
    }
  }

  private void refuse(String element, String field, Object value) {
    log.add(
        Rule.FIELD_KNOWN, element, field, value, "UnitCommitment.jl cannot say it; take it out.");
  }

  private void all(String field, List<?> list) {
    if (!list.isEmpty()) {
      refuse("case", field, list.size() + " given");
    }
  }

  private void rules() {
    OperatingRules rules = day.rules();
    all("rules.ranges", rules.ranges());
    all("rules.variables", rules.variables());
    all("rules.linear", rules.linear());
    all("rules.trajectories", rules.trajectories());
    all("rules.bands", rules.bands());
    all("rules.reservoirs", rules.reservoirs());
    all("rules.reserveOffers", rules.reserveOffers());
    all("rules.modes", rules.modes());
    all("rules.leadTimes", rules.leadTimes());
    all("rules.flowgateLimits", rules.flowgateLimits());
    all("rules.contingencies.cuts", rules.contingencies().cuts());
    if (rules.contingencies().everyBranch()) {
      refuse("case", "rules.contingencies.everyBranch", true);
    }
    rules.contingencies().listed().forEach(this::contingency);
    for (ReserveProduct product : rules.products()) {
      String element = "product " + product.id();
      if (product.kind() != ReserveProduct.Kind.SPINNING) {
        refuse(element, "kind", product.kind());
      }
      if (product.direction() != ReserveProduct.Direction.UP) {
        refuse(element, "direction", product.direction());
      }
      if (product.minutes() != 0) {
        refuse(element, "minutes", product.minutes());
      }
    }
  }

  /** The clearing counts branches alone; what else goes out is lost to whoever reads the file. */
  private void contingency(Contingency contingency) {
    if (!contingency.buses().isEmpty()) {
      unsaid(contingency, "buses", contingency.buses());
    }
    if (!contingency.hvdcLines().isEmpty()) {
      unsaid(contingency, "hvdcLines", contingency.hvdcLines());
    }
  }

  private void unsaid(Contingency contingency, String field, List<String> lost) {
    log.notice(
        Rule.FIELD_USED,
        "contingency",
        contingency.id(),
        field,
        lost,
        "UnitCommitment.jl cannot say it.");
  }

  private void unit(ThermalUnit unit) {
    if (unit.maxStartsPerDay() >= 0) {
      refuse("unit " + unit.id(), "maxStartsPerDay", unit.maxStartsPerDay());
    }
    if (unit.limitRule() != LimitRule.STOP_WITHOUT_RESERVE) {
      log.notice(
          Rule.TAKEN_AS,
          "unit",
          unit.id(),
          "limitRule",
          unit.limitRule(),
          "Ramps and limits of starts and stops work together as that format has it.");
    }
    int points = -1;
    for (int t = 0; t < day.periodCount(); t++) {
      int here =
          UnitCommitmentJlUnitNode.cut(unit.offer(t), unit.pMinMw().at(t), unit.pMaxMw().at(t))
              .mw()
              .size();
      if (points >= 0 && here != points) {
        refuse("unit " + unit.id(), "offers", here + " and " + points + " breakpoints by period");
        return;
      }
      points = here;
    }
  }

  private void reserve(ReserveRequirement reserve) {
    String element = "reserve " + reserve.id();
    if (!reserve.scope().isSystem()) {
      refuse(element, "scope", reserve.scope().label());
    }
    if (reserve.loadShare() != 0) {
      refuse(element, "loadShare", reserve.loadShare());
    }
    if (reserve.renewableShare() != 0) {
      refuse(element, "renewableShare", reserve.renewableShare());
    }
    if (reserve.largestUnit()) {
      refuse(element, "largestUnit", true);
    }
    boolean alone =
        day.reserves().stream().filter(r -> r.product().equals(reserve.product())).count() == 1;
    if (!alone) {
      refuse(element, "product", reserve.product());
    }
  }
}
