package org.gridclear.io;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.JsonFields;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Generator;
import org.gridclear.network.GeneratorCost;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.IsolatedBuses;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** Reads the {@code network} object of the product's own case format. */
final class NetworkFields {
  private NetworkFields() {}

  static Network read(JsonFields f, IssueLog log) {
    Network network =
        new Network(
            f.text("name", "network"),
            f.number("baseMva", 100),
            f.objects("buses", "bus").stream().map(NetworkFields::bus).toList(),
            f.objects("branches", "branch").stream().map(NetworkFields::branch).toList(),
            f.objects("generators", "generator").stream().map(g -> generator(g, log)).toList(),
            f.objects("loads", "load").stream().map(NetworkFields::load).toList(),
            f.objects("shunts", "shunt").stream().map(NetworkFields::shunt).toList(),
            f.objects("hvdcLines", "hvdc line").stream().map(NetworkFields::hvdc).toList(),
            f.objects("flowgates", "flowgate").stream().map(NetworkFields::flowgate).toList());
    f.done();
    return IsolatedBuses.takenOut(
        network,
        (kind, id, bus) ->
            log.notice(
                Rule.TAKEN_AS, kind, id, "bus", bus, "The bus is isolated: it is out of service."));
  }

  private static Bus bus(JsonFields f) {
    String id = f.text("id");
    Bus bus =
        new Bus(
            id,
            f.text("name", id),
            f.choice("type", BusType.class, BusType.PQ),
            f.number("baseKv", 0),
            f.text("zone", ""),
            f.number("vSetPu", 1),
            f.number("angleDeg", 0),
            f.limit("vMinPu", 0.9),
            f.limit("vMaxPu", 1.1),
            f.text("lossZone", ""));
    f.done();
    return bus;
  }

  private static Branch branch(JsonFields f) {
    JsonFields ratings = f.object("ratings", f.element() + " ratings");
    Branch branch =
        new Branch(
            f.text("id"),
            f.text("from"),
            f.text("to"),
            f.choice("kind", BranchKind.class, BranchKind.LINE),
            f.number("rPu", 0),
            f.number("xPu"),
            f.number("bPu", 0),
            f.number("tapRatio", 1),
            f.number("shiftDeg", 0),
            new Branch.Ratings(
                ratings.number("normalMva", 0),
                ratings.number("shortTermMva", 0),
                ratings.number("emergencyMva", 0)),
            f.flag("inService", true));
    ratings.done();
    f.done();
    return branch;
  }

  private static Generator generator(JsonFields f, IssueLog log) {
    Generator generator =
        new Generator(
            f.text("id"),
            f.text("bus"),
            f.text("fuel", ""),
            f.number("pMw", 0),
            f.number("qMvar", 0),
            f.limit("qMinMvar", 0),
            f.limit("qMaxMvar", 0),
            f.number("vSetPu", 1),
            f.limit("pMinMw", 0),
            f.limit("pMaxMw", 0),
            f.number("ramp10Mw", 0),
            f.number("participation", 0),
            f.flag("inService", true),
            cost(f, "cost", log),
            capability(f),
            cost(f, "reactiveCost", log),
            machine(f.object("machine", f.element() + " machine")));
    f.done();
    return generator;
  }

  private static Generator.@Nullable Capability capability(JsonFields generator) {
    if (!generator.has("capability")) {
      return null;
    }
    JsonFields f = generator.object("capability", generator.element() + " capability");
    Generator.Capability capability =
        new Generator.Capability(
            f.number("p1Mw"),
            f.number("q1MinMvar"),
            f.number("q1MaxMvar"),
            f.number("p2Mw"),
            f.number("q2MinMvar"),
            f.number("q2MaxMvar"));
    f.done();
    return capability;
  }

  private static Generator.Machine machine(JsonFields f) {
    Generator.Machine machine =
        new Generator.Machine(
            f.number("baseMva", 0),
            f.number("rampAgcMwPerMin", 0),
            f.number("ramp30Mw", 0),
            f.number("rampQMvarPerMin", 0));
    f.done();
    return machine;
  }

  private static @Nullable GeneratorCost cost(JsonFields generator, String name, IssueLog log) {
    if (!generator.has(name)) {
      return null;
    }
    JsonFields f = generator.object(name, generator.element() + " " + name);
    GeneratorCost cost =
        new GeneratorCost(
            f.number("startYuan", 0),
            f.number("stopYuan", 0),
            f.numbers("polynomial"),
            f.numbers("pointsMw"),
            f.numbers("pointsYuanPerH"));
    f.done();
    shape(f.element(), cost, log);
    return cost;
  }

  /** A curve is one of two kinds, with a cost for each of its outputs, and these rise. */
  private static void shape(String element, GeneratorCost cost, IssueLog log) {
    List<Double> mw = cost.pointsMw();
    if (cost.polynomial().isEmpty() == mw.isEmpty()) {
      log.add(
          Rule.FIELD_PRESENT,
          element,
          "polynomial",
          mw.isEmpty() ? "absent" : "beside pointsMw",
          "Give polynomial, or pointsMw and pointsYuanPerH.");
    }
    if (mw.size() != cost.pointsYuanPerH().size()) {
      log.add(
          Rule.SERIES_LENGTH,
          element,
          "pointsYuanPerH",
          cost.pointsYuanPerH().size(),
          "Give as many costs as outputs (%d).".formatted(mw.size()));
    }
    for (int k = 1; k < mw.size(); k++) {
      if (!(mw.get(k) > mw.get(k - 1))) {
        log.add(Rule.OFFER_RISING, element, "pointsMw", mw.get(k), "Give rising outputs.");
        return;
      }
    }
  }

  private static Load load(JsonFields f) {
    Load load = new Load(f.text("id"), f.text("bus"), f.number("pMw", 0), f.number("qMvar", 0));
    f.done();
    return load;
  }

  private static Shunt shunt(JsonFields f) {
    Shunt shunt = new Shunt(f.text("bus"), f.number("gMw", 0), f.number("bMvar", 0));
    f.done();
    return shunt;
  }

  private static HvdcLine hvdc(JsonFields f) {
    HvdcLine line =
        new HvdcLine(
            f.text("id"),
            f.text("from"),
            f.text("to"),
            f.number("pFromMw", 0),
            f.limit("pMinMw", 0),
            f.limit("pMaxMw", 0),
            f.number("lossFixedMw", 0),
            f.number("lossShare", 0),
            f.flag("inService", true),
            converter(f.object("fromEnd", f.element() + " fromEnd")),
            converter(f.object("toEnd", f.element() + " toEnd")));
    f.done();
    return line;
  }

  private static HvdcLine.Converter converter(JsonFields f) {
    HvdcLine.Converter converter =
        new HvdcLine.Converter(
            f.flag("holdsVoltage", false),
            f.number("vSetPu", 1),
            f.number("qMvar", 0),
            f.limit("qMinMvar", 0),
            f.limit("qMaxMvar", 0));
    f.done();
    return converter;
  }

  private static Flowgate flowgate(JsonFields f) {
    List<Flowgate.Term> terms = new ArrayList<>();
    for (JsonFields term : f.objects("terms", f.element() + " term")) {
      terms.add(new Flowgate.Term(term.text("branch"), term.number("weight", 1)));
      term.done();
    }
    double limit = f.number("limitMw");
    Flowgate flowgate = new Flowgate(f.text("id"), terms, limit, f.number("reverseLimitMw", limit));
    f.done();
    return flowgate;
  }
}
