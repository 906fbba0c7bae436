package org.gridclear.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.json.Json;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.gridclear.validate.IssueLog;
import tools.jackson.databind.JsonNode;

/** The IEEE networks that come with the product, from the resources of powsybl-matpower-model. */
public final class BuiltInNetworks {
  private static final Map<String, String> RESOURCES = new LinkedHashMap<>();

  static {
    for (String size : List.of("9", "14", "30", "57", "118", "300")) {
      RESOURCES.put("ieee" + size, "ieee" + size + ".json");
    }
  }

  private BuiltInNetworks() {}

  /** Names that {@link #read} knows. */
  public static List<String> names() {
    return List.copyOf(RESOURCES.keySet());
  }

  /** Whether there is a built-in network of this name. */
  public static boolean has(String name) {
    return RESOURCES.containsKey(name);
  }

  /** Reads a built-in network. */
  public static Network read(String name) {
    String resource = RESOURCES.get(name);
    try (InputStream in = BuiltInNetworks.class.getResourceAsStream("/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + resource + " is not on the class path.");
      }
      IssueLog log = new IssueLog(name);
      Network network = network(name, Json.parse(in.readAllBytes(), log));
      log.throwIfErrors();
      return network;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Network network(String name, JsonNode root) {
    List<Bus> buses = new ArrayList<>();
    List<Load> loads = new ArrayList<>();
    List<Shunt> shunts = new ArrayList<>();
    for (JsonNode bus : root.path("buses")) {
      String id = bus.path("number").asString();
      buses.add(bus(id, bus));
      if (value(bus, "realPowerDemand") != 0 || value(bus, "reactivePowerDemand") != 0) {
        loads.add(
            new Load(
                "D" + id, id, value(bus, "realPowerDemand"), value(bus, "reactivePowerDemand")));
      }
      if (value(bus, "shuntConductance") != 0 || value(bus, "shuntSusceptance") != 0) {
        shunts.add(new Shunt(id, value(bus, "shuntConductance"), value(bus, "shuntSusceptance")));
      }
    }
    List<Branch> branches = new ArrayList<>();
    for (JsonNode branch : root.path("branches")) {
      branches.add(branch("L" + (branches.size() + 1), branch));
    }
    List<Generator> generators = new ArrayList<>();
    for (JsonNode generator : root.path("generators")) {
      generators.add(generator("G" + (generators.size() + 1), generator));
    }
    List<HvdcLine> hvdcLines = new ArrayList<>();
    for (JsonNode line : root.path("dcLines")) {
      hvdcLines.add(hvdcLine("DC" + (hvdcLines.size() + 1), line));
    }
    return new Network(
        name,
        value(root, "baseMva"),
        buses,
        branches,
        generators,
        loads,
        shunts,
        hvdcLines,
        List.of());
  }

  private static Bus bus(String id, JsonNode bus) {
    BusType type =
        switch (bus.path("type").asString()) {
          case "REF" -> BusType.REFERENCE;
          case "PV" -> BusType.PV;
          case "PQ" -> BusType.PQ;
          default -> BusType.ISOLATED;
        };
    return new Bus(
        id,
        "Bus " + id,
        type,
        value(bus, "baseVoltage"),
        bus.path("areaNumber").asString(),
        value(bus, "voltageMagnitude"),
        value(bus, "voltageAngle"),
        value(bus, "minimumVoltageMagnitude"),
        value(bus, "maximumVoltageMagnitude"));
  }

  private static Branch branch(String id, JsonNode branch) {
    double tap = value(branch, "ratio");
    return new Branch(
        id,
        branch.path("from").asString(),
        branch.path("to").asString(),
        tap == 0 ? BranchKind.LINE : BranchKind.TRANSFORMER,
        value(branch, "r"),
        value(branch, "x"),
        value(branch, "b"),
        tap == 0 ? 1 : tap,
        value(branch, "phaseShiftAngle"),
        new Branch.Ratings(value(branch, "rateA"), value(branch, "rateB"), value(branch, "rateC")),
        value(branch, "status") > 0);
  }

  private static Generator generator(String id, JsonNode generator) {
    return new Generator(
        id,
        generator.path("number").asString(),
        "",
        value(generator, "realPowerOutput"),
        value(generator, "reactivePowerOutput"),
        value(generator, "minimumReactivePowerOutput"),
        value(generator, "maximumReactivePowerOutput"),
        value(generator, "voltageMagnitudeSetpoint"),
        value(generator, "minimumRealPowerOutput"),
        value(generator, "maximumRealPowerOutput"),
        value(generator, "rampTenMinutes"),
        value(generator, "apf"),
        value(generator, "status") > 0,
        null);
  }

  private static HvdcLine hvdcLine(String id, JsonNode line) {
    return new HvdcLine(
        id,
        line.path("from").asString(),
        line.path("to").asString(),
        value(line, "pf"),
        value(line, "pmin"),
        value(line, "pmax"),
        value(line, "loss0"),
        value(line, "loss1"),
        value(line, "status") > 0);
  }

  private static double value(JsonNode node, String field) {
    return node.path(field).asDouble(0);
  }
}
