package org.gridclear.marketfile;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random files of UnitCommitment.jl, versions 0.2 to 0.4: periods of 15, 30 and 60 minutes,
 * network, contingencies, storage, reserves, profiled units, price-sensitive loads, series in many
 * places.
 */
final class RandomUnitCommitmentJl extends RandomFiles {
  private static final int[] STEPS = {60, 30, 15};
  private int periods;
  private double hours;
  private int buses;
  private double capacity;
  private boolean unnamed;

  RandomUnitCommitmentJl(long seed) {
    super(seed);
  }

  ObjectNode file() {
    int step = STEPS[whole(0, 2)];
    hours = step / 60.0;
    periods = whole(3, 6);
    buses = whole(1, 4);
    unnamed = chance(0.2);
    ObjectNode file = NODES.objectNode();
    ObjectNode parameters = file.putObject("Parameters");
    parameters.put("Version", unnamed ? "0.2" : chance(0.5) ? "0.3" : "0.4");
    parameters.put("Time horizon (min)", periods * step);
    parameters.put("Time step (min)", step);
    if (chance(0.5)) {
      parameters.set(
          "Power balance penalty ($/MW)",
          chance(0.5) ? NODES.numberNode(800 * hours) : list(periods, 300 * hours, 900 * hours));
    }
    ObjectNode units = file.putObject("Generators");
    for (int g = 0; g < whole(2, 4); g++) {
      units.set("g" + g, thermal());
    }
    if (chance(0.4)) {
      ObjectNode wind = units.putObject("wind").put("Bus", bus()).put("Type", "Profiled");
      wind.put("Cost ($/MW)", real(-5, 10) * hours);
      wind.set("Maximum power (MW)", list(periods, 0, 50));
    }
    ObjectNode sites = file.putObject("Buses");
    double share = 0.7 / buses;
    for (int b = 0; b < buses; b++) {
      ObjectNode site = sites.putObject("b" + b);
      site.set("Load (MW)", list(periods, 0.3 * share * capacity, share * capacity));
    }
    extras(file);
    reserves(file, parameters);
    network(file);
    return file;
  }

  private String bus() {
    return "b" + random.nextInt(buses);
  }

  private ObjectNode thermal() {
    double least = real(5, 40);
    double[][] curve = curve(least, whole(2, 4));
    double most = curve[curve.length - 1][0];
    capacity += most;
    ObjectNode unit = NODES.objectNode();
    unit.put("Bus", bus());
    unit.put("Type", "Thermal");
    ArrayNode mw = unit.putArray("Production cost curve (MW)");
    ArrayNode cost = unit.putArray("Production cost curve ($)");
    for (double[] point : curve) {
      mw.add(point[0]);
      cost.add(point[1] * hours);
    }
    boolean on = chance(0.6);
    unit.put("Initial status (h)", (on ? 1 : -1) * hours * whole(1, 8));
    unit.put("Initial power (MW)", on ? real(least, most) : 0);
    double down = hours * whole(1, 3);
    if (chance(0.7)) {
      ArrayNode delays = unit.putArray("Startup delays (h)");
      ArrayNode costs = unit.putArray("Startup costs ($)");
      double lag = down;
      double yuan = real(20, 200);
      for (int s = 0; s < whole(1, 3); s++) {
        delays.add(lag);
        costs.add(yuan);
        lag += hours * whole(1, 3);
        yuan += real(20, 200);
      }
      unit.put("Minimum downtime (h)", down);
      unit.put("Minimum uptime (h)", hours * whole(1, 3));
    }
    if (chance(0.7)) {
      unit.put("Ramp up limit (MW)", real(8, 60));
      unit.put("Ramp down limit (MW)", real(8, 60));
    }
    if (chance(0.6)) {
      unit.put("Startup limit (MW)", real(least, most + 10));
      unit.put("Shutdown limit (MW)", real(least, most + 10));
    }
    if (chance(0.1) && on) {
      unit.put("Must run?", true);
    }
    if (unnamed && chance(0.3)) {
      unit.put("Provides spinning reserves?", false);
    } else if (!unnamed && chance(0.8)) {
      unit.putArray("Reserve eligibility").add("r1");
    }
    return unit;
  }

  private void extras(ObjectNode file) {
    if (chance(0.4)) {
      ObjectNode store = file.putObject("Storage units").putObject("s").put("Bus", bus());
      store.put("Maximum level (MWh)", real(20, 60));
      store.put("Minimum level (MWh)", real(0, 5));
      store.put("Charge cost ($/MW)", real(0.5, 3) * hours);
      store.put("Discharge cost ($/MW)", real(0.5, 3) * hours);
      store.put("Maximum charge rate (MW)", real(5, 30));
      store.put("Maximum discharge rate (MW)", real(5, 30));
      store.put("Charge efficiency", real(0.8, 1));
      store.put("Discharge efficiency", real(0.8, 1));
      store.put("Initial level (MWh)", real(5, 20));
      store.put("Loss factor", real(0, 0.02));
      if (chance(0.4)) {
        store.put("Allow simultaneous charging and discharging", false);
        store.put("Minimum charge rate (MW)", real(1, 4));
      }
      if (chance(0.3)) {
        store.put("Last period minimum level (MWh)", real(1, 8));
      }
    }
    if (chance(0.4)) {
      ObjectNode load = file.putObject("Price-sensitive loads").putObject("p").put("Bus", bus());
      load.set("Revenue ($/MW)", list(periods, 10 * hours, 60 * hours));
      load.put("Demand (MW)", real(5, 40));
    }
  }

  private void reserves(ObjectNode file, ObjectNode parameters) {
    if (chance(0.3)) {
      return;
    }
    ObjectNode section = file.putObject("Reserves");
    if (unnamed) {
      section.set("Spinning (MW)", list(periods, 0, 0.1 * capacity));
      parameters.set("Reserve shortfall penalty ($/MW)", list(periods, 20 * hours, 300 * hours));
      return;
    }
    ObjectNode reserve = section.putObject("r1").put("Type", "spinning");
    reserve.set("Amount (MW)", list(periods, 0, 0.1 * capacity));
    if (chance(0.8)) {
      reserve.set("Shortfall penalty ($/MW)", list(periods, 20 * hours, 300 * hours));
    }
  }

  private void network(ObjectNode file) {
    if (buses == 1) {
      return;
    }
    ObjectNode lines = file.putObject("Transmission lines");
    int count = 0;
    for (int b = 1; b < buses; b++) {
      line(lines, "l" + count++, random.nextInt(b), b);
    }
    for (int extra = 0; extra < whole(1, 3); extra++) {
      int from = random.nextInt(buses);
      line(lines, "l" + count++, from, (from + 1) % buses);
    }
    if (chance(0.6)) {
      ObjectNode outages = file.putObject("Contingencies");
      for (String id : List.copyOf(lines.propertyNames())) {
        if (chance(0.6)) {
          outages.putObject("c" + id).putArray("Affected lines").add(id);
        }
      }
    }
  }

  private void line(ObjectNode lines, String id, int from, int to) {
    ObjectNode line = lines.putObject(id).put("Source bus", "b" + from).put("Target bus", "b" + to);
    line.put("Susceptance (S)", real(5, 40));
    if (chance(0.6)) {
      line.set(
          "Normal flow limit (MW)",
          chance(0.7) ? NODES.numberNode(real(10, 50)) : list(periods, 10, 50));
    }
    if (chance(0.5)) {
      line.put("Emergency flow limit (MW)", real(15, 60));
    }
    if (chance(0.5)) {
      line.set(
          "Flow limit penalty ($/MW)",
          chance(0.7) ? NODES.numberNode(real(50, 500) * hours) : list(periods, 20, 200));
    }
  }
}
