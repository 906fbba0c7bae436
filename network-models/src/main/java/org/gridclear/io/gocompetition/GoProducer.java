package org.gridclear.io.gocompetition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.LimitRule;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.Span;
import org.gridclear.quantity.Series;
import org.gridclear.validate.Rule;

/** A producer as a unit with commitment. */
final class GoProducer {
  private static final double SLACK = 1e-6;

  private final Device device;
  private final JsonFields fields;
  private final Elements elements;
  private final double energyPenalty;

  GoProducer(Device device, Elements elements, double energyPenalty) {
    this.device = device;
    this.fields = device.fields();
    this.elements = elements;
    this.energyPenalty = energyPenalty;
  }

  ThermalUnit unit() {
    double base = elements.baseMva();
    double startMw = fields.number("p_startup_ramp_ub") * base * elements.hours();
    double stopMw = fields.number("p_shutdown_ramp_ub") * base * elements.hours();
    refuseTrajectories(startMw, stopMw);
    double downHours = fields.number("down_time_lb");
    fields.number("startup_cost");
    boolean on = device.initiallyOn();
    return new ThermalUnit(
        device.uid(),
        fields.text("bus"),
        fields.text("description", ""),
        offers(),
        device.leastMw(),
        device.mostMw(),
        fields.number("p_ramp_up_ub") * base,
        fields.number("p_ramp_down_ub") * base,
        startMw,
        stopMw,
        fields.number("in_service_time_lb"),
        downHours,
        -1,
        starts(downHours, on),
        commitment(),
        before(on),
        Set.of(),
        fields.number("shutdown_cost"),
        LimitRule.LIMIT_FOR_RAMP,
        0,
        0);
  }

  /** Its state before the first interval, which the file has to give. */
  private InitialState before(boolean on) {
    JsonFields initial = device.initial();
    initial.number(on ? "accu_down_time" : "accu_up_time", 0);
    if (!initial.has("on_status")) {
      String advice = "Give 1 where it was on before the first interval, 0 where not.";
      elements.log().add(Rule.FIELD_PRESENT, initial.element(), "on_status", "absent", advice);
      return new InitialState(on, 0, 0);
    }
    if (!on && device.initialMw() != 0) {
      elements.refuse(initial, "p", device.initialMw(), "power of a unit that is off before it.");
    } else if (on) {
      initial.number("p");
    }
    double hours = initial.number(on ? "accu_up_time" : "accu_down_time");
    return new InitialState(on, hours, on ? device.initialMw() : 0);
  }

  private List<OfferCurve> offers() {
    List<CostBlocks> blocks = CostBlocks.read(device.series(), elements, false);
    double onCost = fields.number("on_cost");
    List<OfferCurve> offers = new ArrayList<>();
    for (int t = 0; t < elements.periods(); t++) {
      double least = device.leastMw().at(t);
      double most = device.mostMw().at(t);
      if (!blocks.get(t).reach(most)) {
        elements.refuse(device.series(), "cost", "interval " + (t + 1), "blocks end below p_ub.");
      }
      List<Double> mw = new ArrayList<>(List.of(least));
      List<Double> cost = new ArrayList<>(List.of(onCost + blocks.get(t).cost(least)));
      double at = least;
      double sum = cost.get(0);
      for (CostBlocks.Block part : blocks.get(t).between(least, most)) {
        at += part.mw();
        sum += part.mw() * part.price();
        mw.add(at);
        cost.add(sum);
      }
      if (mw.size() > 1) {
        mw.set(mw.size() - 1, most);
      }
      offers.add(new OfferCurve(mw, cost));
    }
    return offers;
  }

  private List<Commitment> commitment() {
    List<Commitment> list = new ArrayList<>();
    for (int t = 0; t < elements.periods(); t++) {
      boolean must = device.onAtLeast().at(t) == 1;
      boolean mustNot = device.onAtMost().at(t) == 0;
      list.add(must ? Commitment.ON : mustNot ? Commitment.OFF : Commitment.FREE);
    }
    return list;
  }

  /**
   * In the competition a start or stop that takes longer than an interval gives power before and
   * after it; the case has units that start within an interval.
   */
  private void refuseTrajectories(double startMw, double stopMw) {
    boolean always = device.onAtLeast().min() == 1;
    if (always && device.initiallyOn()) {
      return;
    }
    double least = device.leastMw().max();
    if (least > startMw + SLACK) {
      elements.refuse(
          fields, "p_startup_ramp_ub", startMw, "a start over several intervals (p_lb).");
    }
    double before = device.initiallyOn() ? device.initialMw() : 0;
    if (!always && Math.max(least, before) > stopMw + SLACK) {
      elements.refuse(
          fields,
          "p_shutdown_ramp_ub",
          stopMw,
          "a stop over several intervals (p_lb, or p before the first).");
    }
  }

  /** One state: its cost is added to a start after at most so many hours. */
  private record StartState(double cost, double hoursMax) {}

  /**
   * A state holds for a start in interval t if the unit was on in an interval that began at most so
   * many hours before it, so the time off is shorter by an interval.
   */
  private List<StartCategory> starts(double downHours, boolean on) {
    List<StartState> states = startStates();
    if (!states.isEmpty() && !on) {
      elements
          .log()
          .notice(
              Rule.TAKEN_AS,
              "producer",
              device.uid(),
              "startup_states",
              states.size(),
              "The time off before the first interval counts as the time off within the day.");
    }
    double hours = elements.hours();
    states.sort(Comparator.comparingDouble(StartState::hoursMax));
    double shortest = on ? hours : Math.min(hours, device.initial().number("accu_down_time", 0));
    double first = Math.max(downHours, shortest);
    List<StartCategory> list = new ArrayList<>();
    list.add(new StartCategory(downHours, cost(states, first)));
    for (StartState state : states) {
      double from = Math.floor(state.hoursMax() / hours + SLACK) * hours;
      double cost = cost(states, from);
      if (from > first && cost > list.get(list.size() - 1).costYuan()) {
        list.add(new StartCategory(from, cost));
      }
    }
    return list;
  }

  private List<StartState> startStates() {
    List<StartState> states = new ArrayList<>();
    for (var node : fields.array("startup_states")) {
      if (!node.isArray() || node.size() != 2) {
        elements.refuse(
            fields, "startup_states", JsonFields.label(node), "give [cost, hours at most].");
        continue;
      }
      double cost = fields.asNumber("startup_states", node.get(0), false);
      if (cost > 0) {
        elements.refuse(fields, "startup_states", cost, "give costs of 0 or less.");
      }
      if (cost < 0) {
        states.add(new StartState(cost, fields.asNumber("startup_states", node.get(1), false)));
      }
    }
    return states;
  }

  private double cost(List<StartState> states, double offHours) {
    double lowest = 0;
    for (StartState state : states) {
      if (offHours + elements.hours() <= state.hoursMax() + SLACK) {
        lowest = Math.min(lowest, state.cost());
      }
    }
    return fields.number("startup_cost", 0) + lowest;
  }

  /** Limits of starts and energy in windows of time. */
  List<RangeConstraint> ranges() {
    List<RangeConstraint> list = new ArrayList<>();
    for (Device.Window window : device.windows("startups_ub")) {
      int intervals = window.to() - window.from();
      if (window.limit() < (intervals + 1) / 2) {
        list.add(range(list, RangeKind.STARTS, window, Double.NEGATIVE_INFINITY, window.limit()));
      } else {
        device.cannotBind("startups_ub");
      }
    }
    for (Device.Window window : device.windows("energy_req_ub")) {
      double mwh = window.limit() * elements.baseMva();
      if (window.sum(device.mostMw()) * elements.hours() > mwh + SLACK) {
        list.add(range(list, RangeKind.ENERGY, window, Double.NEGATIVE_INFINITY, mwh));
      } else {
        device.cannotBind("energy_req_ub");
      }
    }
    for (Device.Window window : device.windows("energy_req_lb")) {
      double mwh = window.limit() * elements.baseMva();
      if (mwh > SLACK) {
        list.add(range(list, RangeKind.ENERGY, window, mwh, Double.POSITIVE_INFINITY));
      } else {
        device.cannotBind("energy_req_lb");
      }
    }
    return list;
  }

  private RangeConstraint range(
      List<RangeConstraint> before, RangeKind kind, Device.Window window, double min, double max) {
    if (kind == RangeKind.ENERGY && Double.isNaN(energyPenalty)) {
      elements
          .log()
          .add(
              Rule.FIELD_PRESENT,
              "network violation_cost",
              "e_vio_cost",
              "absent",
              "An energy requirement of %s needs it.".formatted(device.uid()));
    }
    Series least = elements.constant(min);
    Series most = elements.constant(max);
    String name = kind == RangeKind.STARTS ? "starts" : "energy";
    return new RangeConstraint(
        "%s %s %d".formatted(device.uid(), name, before.size() + 1),
        kind,
        Scope.unit(device.uid()),
        true,
        window.from(),
        window.to(),
        Span.HORIZON,
        least,
        most,
        "",
        0,
        kind == RangeKind.ENERGY && energyPenalty >= 0 ? energyPenalty : -1);
  }
}
