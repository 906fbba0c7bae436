package org.gridclear.io.gocompetition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridclear.json.JsonFields;
import org.gridclear.market.BusLoad;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.quantity.Series;
import org.gridclear.validate.Rule;

/** Producers as units, consumers as loads: what they must take, and what they bid for. */
final class GoDevices {
  private static final List<String> REACTIVE =
      List.of(
          "vm_setpoint",
          "nameplate_capacity",
          "q_linear_cap",
          "q_bound_cap",
          "q_0",
          "beta",
          "q_0_ub",
          "q_0_lb",
          "beta_ub",
          "beta_lb");
  private static final List<String> RESERVES =
      List.of(
          "p_reg_res_up",
          "p_reg_res_down",
          "p_syn_res",
          "p_nsyn_res",
          "p_ramp_res_up_online",
          "p_ramp_res_down_online",
          "p_ramp_res_up_offline",
          "p_ramp_res_down_offline",
          "q_res_up",
          "q_res_down");
  private static final List<String> RAMPS =
      List.of("p_ramp_up_ub", "p_ramp_down_ub", "p_startup_ramp_ub", "p_shutdown_ramp_ub");
  private static final double SLACK_MW = 1e-6;

  private final Elements elements;
  private final double energyPenalty;
  private final List<ThermalUnit> thermal = new ArrayList<>();
  private final List<BusLoad> loads = new ArrayList<>();
  private final List<FlexibleLoad> flexible = new ArrayList<>();
  private final List<RangeConstraint> ranges = new ArrayList<>();

  GoDevices(Elements elements, double energyPenalty) {
    this.elements = elements;
    this.energyPenalty = energyPenalty;
  }

  List<ThermalUnit> thermal() {
    return thermal;
  }

  List<BusLoad> loads() {
    return loads;
  }

  List<FlexibleLoad> flexible() {
    return flexible;
  }

  List<RangeConstraint> ranges() {
    return ranges;
  }

  /**
   * Reads a device.
   *
   * @param series its part of the time series; null where it has none
   */
  void read(String uid, JsonFields fields, JsonFields series) {
    if (series == null) {
      elements
          .log()
          .add(
              Rule.FIELD_PRESENT,
              fields.element(),
              "time_series_input",
              "absent",
              "Give its limits and costs in time_series_input.");
      return;
    }
    JsonFields initial = fields.object("initial_status", fields.element() + " initial_status");
    Device device = Device.of(uid, fields, series, initial, elements);
    String type = fields.text("device_type").toLowerCase(Locale.ROOT);
    if (type.equals("producer")) {
      GoProducer producer = new GoProducer(device, elements, energyPenalty);
      thermal.add(producer.unit());
      ranges.addAll(producer.ranges());
    } else if (type.equals("consumer")) {
      consumer(device);
    } else {
      elements.refuse(fields, "device_type", type, "use producer or consumer.");
    }
    rest(uid, fields, series, initial);
  }

  private void rest(String uid, JsonFields fields, JsonFields series, JsonFields initial) {
    elements.unused(fields, "device", uid, "There is no reactive power in a clearing.", REACTIVE);
    elements.unused(
        series,
        "device",
        uid,
        "There is no reactive power in a clearing.",
        List.of("q_lb", "q_ub"));
    initial.unused("device", uid, "q", "There is no reactive power in a clearing.");
    String noReserve = "Reserve of zones is left out of the clearing.";
    RESERVES.forEach(name -> fields.unused("device", uid, name + "_ub", noReserve));
    RESERVES.forEach(name -> series.unused("device", uid, name + "_cost", noReserve));
    initial.noticeRest("device", uid);
    elements.rest(fields, "device", uid);
    elements.rest(series, "device", uid);
  }

  /** A consumer that is always on takes its lower limit at any price, and bids for the rest. */
  private void consumer(Device device) {
    Series least = device.leastMw();
    Series most = device.mostMw();
    List<CostBlocks> blocks = CostBlocks.read(device.series(), elements, true);
    List<List<CostBlocks.Block>> bids = new ArrayList<>();
    int count = 0;
    for (int t = 0; t < elements.periods(); t++) {
      if (!blocks.get(t).reach(most.at(t))) {
        elements.refuse(device.series(), "cost", "interval " + (t + 1), "blocks end below p_ub.");
      }
      bids.add(blocks.get(t).between(least.at(t), most.at(t)));
      count = Math.max(count, bids.get(t).size());
    }
    refuseStatus(device);
    refuseRamps(device);
    refuseEnergy(device, least, most);
    device.windows("startups_ub");
    device.cannotBind("startups_ub");
    if (least.max() > 0) {
      device
          .series()
          .unused(
              "consumer",
              device.uid(),
              "cost",
              "The value of what it must take is a constant, and left out.");
    }
    String bus = device.fields().text("bus");
    loads.add(new BusLoad(bus, least));
    bid(device.uid(), bus, bids, count);
  }

  /** Energy within windows that the limits of the intervals do not keep. */
  private void refuseEnergy(Device device, Series least, Series most) {
    for (Device.Window window : device.windows("energy_req_ub")) {
      if (window.sum(most) * elements.hours() > window.limit() * elements.baseMva() + SLACK_MW) {
        elements.refuse(device.fields(), "energy_req_ub", window.limit(), "it may bind.");
      }
      device.cannotBind("energy_req_ub");
    }
    for (Device.Window window : device.windows("energy_req_lb")) {
      if (window.sum(least) * elements.hours() < window.limit() * elements.baseMva() - SLACK_MW) {
        elements.refuse(device.fields(), "energy_req_lb", window.limit(), "it may bind.");
      }
      device.cannotBind("energy_req_lb");
    }
  }

  /** Bids as loads of one block each. */
  private void bid(String uid, String bus, List<List<CostBlocks.Block>> bids, int count) {
    for (int k = 0; k < count; k++) {
      double[] mw = new double[elements.periods()];
      double[] value = new double[elements.periods()];
      for (int t = 0; t < mw.length; t++) {
        boolean has = k < bids.get(t).size();
        mw[t] = has ? bids.get(t).get(k).mw() : 0;
        value[t] = has ? bids.get(t).get(k).price() : 0;
      }
      String id = count == 1 ? uid : uid + " block " + (k + 1);
      flexible.add(new FlexibleLoad(id, bus, Series.of(mw), Series.of(value)));
    }
  }

  /** The case has no commitment of loads: only what needs none is taken. */
  private void refuseStatus(Device device) {
    JsonFields fields = device.fields();
    List<String> costs = List.of("on_cost", "startup_cost", "shutdown_cost");
    boolean always = device.onAtLeast().min() == 1;
    for (String name : costs) {
      double cost = fields.number(name, 0);
      if (cost != 0 && !always) {
        elements.refuse(fields, name, cost, "the status of a consumer is not decided.");
      }
      if (cost != 0 && always) {
        fields.unused("consumer", device.uid(), name, "It is on: the cost is a constant.");
      }
    }
    for (int t = 0; t < elements.periods(); t++) {
      boolean free = device.onAtLeast().at(t) == 0 && device.onAtMost().at(t) == 1;
      if (free && device.series().series("p_lb", elements.periods()).at(t) != 0) {
        elements.refuse(
            device.series(), "p_lb", "interval " + (t + 1), "a consumer that may be off.");
        break;
      }
    }
    elements.unused(
        fields,
        "consumer",
        device.uid(),
        "The status of a consumer is not decided.",
        List.of("in_service_time_lb", "down_time_lb", "startup_states"));
    elements.unused(
        device.initial(),
        "consumer",
        device.uid(),
        "The status of a consumer is not decided.",
        List.of("accu_up_time", "accu_down_time"));
  }

  /** A ramp that can take the whole range in an interval limits nothing; others are refused. */
  private void refuseRamps(Device device) {
    boolean always = device.onAtLeast().min() == 1 && device.initiallyOn();
    double up = ramp(device, always, "p_ramp_up_ub", "p_startup_ramp_ub");
    double down = ramp(device, always, "p_ramp_down_ub", "p_shutdown_ramp_ub");
    RAMPS.forEach(device::cannotBind);
    device.initial().unused("consumer", device.uid(), "on_status", "It changes nothing.");
    device.initial().unused("consumer", device.uid(), "p", "It changes nothing.");
    double leastBefore = device.initialMw();
    double mostBefore = device.initialMw();
    for (int t = 0; t < elements.periods(); t++) {
      if (device.mostMw().at(t) - leastBefore > up + SLACK_MW) {
        elements.refuse(device.fields(), "p_ramp_up_ub", "interval " + (t + 1), "it may bind.");
        return;
      }
      if (mostBefore - device.leastMw().at(t) > down + SLACK_MW) {
        elements.refuse(device.fields(), "p_ramp_down_ub", "interval " + (t + 1), "it may bind.");
        return;
      }
      leastBefore = device.leastMw().at(t);
      mostBefore = device.mostMw().at(t);
    }
  }

  private double ramp(Device device, boolean always, String name, String ofStatus) {
    double running = device.fields().number(name);
    double changing = device.fields().number(ofStatus);
    double limit = always ? running : Math.min(running, changing);
    return limit * elements.baseMva() * elements.hours();
  }
}
