package org.gridclear.settlement.registration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.folder.DayTypeFile;
import org.gridclear.settlement.input.SettlementColumn.Measure;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.EnergyCurve;
import org.gridclear.settlement.registry.entry.EnergyCurve.DayType;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.Metering;
import org.gridclear.settlement.registry.entry.Party;
import org.gridclear.settlement.registry.entry.Place;
import org.gridclear.settlement.registry.entry.Resource;
import org.gridclear.settlement.registry.entry.Settled;
import org.gridclear.settlement.registry.entry.Settled.ResponseLoad;
import org.gridclear.settlement.registry.entry.Trade;
import org.gridclear.settlement.registry.entry.Trade.Decomposition;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Whether the fields of a record fit together (REG-11, -12, -14, -18, -20 to -22). */
final class EntryCheck {
  private static final List<Integer> PROFILES = List.of(0, 24, 48, 96);

  private final Entry entry;
  private final RegistryLimits limits;
  private final IssueLog log;

  EntryCheck(Entry entry, RegistryLimits limits, IssueLog log) {
    this.entry = entry;
    this.limits = limits;
    this.log = log;
  }

  void run() {
    if (entry instanceof Party.Member member) {
      shareholders(member);
      dates(member);
    } else if (entry instanceof Resource.Unit unit) {
      OptionalLong minimum = unit.output().minimumMw();
      if (minimum.isPresent() && minimum.getAsLong() > unit.output().capacityMw()) {
        report(
            Rule.UNIT_OUTPUT,
            "minimumMw",
            FixedPoint.format(minimum.getAsLong(), 4),
            "Its capacity is %s MW.".formatted(FixedPoint.format(unit.output().capacityMw(), 4)));
      }
    } else if (entry instanceof Place.PricePoint point) {
      if (point.bus().isPresent() == point.zone().isPresent()) {
        report(Rule.POINT_PLACE, "bus", point.bus().orElse(""), "Give bus or zone, one of them.");
      }
    } else if (entry instanceof Settled.DemandResponse response) {
      linked(response);
    } else if (entry instanceof Trade.Contract contract) {
      contract(contract);
    } else if (entry instanceof Trade.Plan plan) {
      plan(plan);
    } else if (entry instanceof Metering.Relation relation && relation.sign() == 0) {
      report(Rule.VALUE_IN_BOUNDS, "sign", 0, "Give 1 or -1; with 0 its energy is nobody's.");
    }
  }

  private void report(Rule rule, String field, Object value, String advice) {
    log.add(rule, EntryFields.named(entry), field, value, advice);
  }

  private void shareholders(Party.Member member) {
    Set<String> investors = new HashSet<>();
    long sum = 0;
    for (Party.Shareholder share : member.shareholders()) {
      sum += share.percent();
      if (!investors.add(share.investor())) {
        report(Rule.SHAREHOLDERS, "shareholders", share.investor(), "Name an investor once.");
      }
      if (share.investor().equals(member.id())) {
        report(Rule.SHAREHOLDERS, "shareholders", share.investor(), "It is no investor of itself.");
      }
    }
    if (sum > limits.sharesMax()) {
      report(
          Rule.SHAREHOLDERS,
          "shareholders",
          FixedPoint.format(sum, 4),
          "The greatest sum is %s %%.".formatted(FixedPoint.format(limits.sharesMax(), 4)));
    }
  }

  private void dates(Party.Member member) {
    member
        .licence()
        .licenceIssued()
        .filter(issued -> member.licence().licenceEffective().filter(issued::isAfter).isPresent())
        .ifPresent(
            issued ->
                report(
                    Rule.MEMBER_DATES, "licenceIssued", issued, "It is after licenceEffective."));
    LocalDate expires = member.registration().expires().orElse(null);
    if (expires == null) {
      return;
    }
    if (member.registration().registered().filter(expires::isBefore).isPresent()) {
      report(Rule.MEMBER_DATES, "expires", expires, "It is before registered.");
    }
    LocalDate to = member.validity().to();
    if (to == null || to.isAfter(expires)) {
      report(
          Rule.MEMBER_DATES,
          EntryFields.TO,
          to == null ? "none" : to,
          "Its registration expires on %s: end the record by then.".formatted(expires));
    }
  }

  private void linked(Settled.DemandResponse response) {
    boolean own = response.loadType() == ResponseLoad.OWN;
    if (response.response().user().isPresent() != own
        || response.response().retailer().isPresent() == own) {
      report(
          Rule.RESPONSE_LINKED,
          "loadType",
          EntryFields.label(response.loadType()),
          "own has a user and no retailer, represented a retailer and no user.");
    }
  }

  private void contract(Trade.Contract contract) {
    if (contract.parties().seller().equals(contract.parties().buyer())) {
      report(
          Rule.CONTRACT_WHOLE,
          "buyer",
          contract.parties().buyer(),
          "A contract is between two entities.");
    }
    boolean total = contract.energy().totalMwh().isPresent();
    if (total != contract.energy().yuanPerMwh().isPresent()) {
      report(
          Rule.CONTRACT_WHOLE,
          total ? "yuanPerMwh" : "totalMwh",
          "",
          "A total comes with its price; without a total both are in curves.");
    }
    if (total) {
      curve(contract.energy().totalMwh().getAsLong(), contract.decomposition());
    } else if (!contract.decomposition().equals(NO_WEIGHTS)) {
      report(Rule.CONTRACT_WHOLE, "totalMwh", "", "There are weights and nothing to share.");
    }
  }

  private static final Decomposition NO_WEIGHTS =
      new Decomposition(List.of(), List.of(), List.of());

  private void curve(long total, Decomposition weights) {
    Validity days = entry.validity();
    if (days.to() == null) {
      report(Rule.CONTRACT_WHOLE, EntryFields.TO, "", "A total is over days that end.");
      return;
    }
    if (!whole(weights)) {
      return;
    }
    EnergyCurve curve = new EnergyCurve(total, days, weights);
    try {
      for (YearMonth month : curve.months()) {
        long most = most(curve.of(month, day -> DayTypeFile.of(day, Map.of()), 96));
        if (most > Measure.MWH.bound()) {
          report(
              Rule.CONTRACT_WHOLE,
              "totalMwh",
              FixedPoint.format(total, 4),
              "%s has an interval of %s MWh; the greatest is %s."
                  .formatted(
                      month,
                      FixedPoint.format(most, 4),
                      FixedPoint.format(Measure.MWH.bound(), 4)));
          return;
        }
      }
    } catch (IllegalArgumentException e) {
      report(
          Rule.CONTRACT_WHOLE,
          "totalMwh",
          FixedPoint.format(total, 4),
          String.valueOf(e.getMessage()));
    }
  }

  private boolean whole(Decomposition weights) {
    if (weights.dayWeights().size() != 0
        && weights.dayWeights().size() != DayType.values().length) {
      report(
          Rule.CONTRACT_WHOLE,
          "dayWeights",
          weights.dayWeights().size(),
          "Give three: workday, weekend, holiday.");
      return false;
    }
    if (!PROFILES.contains(weights.profile().size())) {
      report(Rule.CONTRACT_WHOLE, "profile", weights.profile().size(), "Give 24, 48 or 96 parts.");
      return false;
    }
    return true;
  }

  private static long most(long[][] curve) {
    long most = 0;
    for (long[] day : curve) {
      for (long value : day) {
        most = Math.max(most, value);
      }
    }
    return most;
  }

  private void plan(Trade.Plan plan) {
    LocalDate from = plan.validity().begin();
    boolean year = plan.scope() == Trade.Scope.ANNUAL;
    LocalDate first = year ? from.withDayOfYear(1) : from.withDayOfMonth(1);
    LocalDate last = year ? first.plusYears(1).minusDays(1) : first.plusMonths(1).minusDays(1);
    if (!from.equals(first) || !last.equals(plan.validity().to())) {
      report(
          Rule.PLAN_PERIOD,
          EntryFields.FROM,
          from,
          "A plan of this scope is from %s to %s.".formatted(first, last));
      return;
    }
    curve(plan.totalMwh(), plan.decomposition());
  }
}
