package org.gridclear.io.gocompetition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Contingency;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.gridclear.validate.Rule;

/**
 * Buses, shunts, lines, transformers, DC lines and contingencies. Switching, taps, angles and steps
 * stay as they are before the first interval.
 */
final class GoNetwork {
  private static final String HELD = "It is held as it is before the first interval.";
  private static final String NO_REACTIVE = "There is no reactive power in a clearing.";

  private static final List<String> BUS_TYPES = List.of("PQ", "PV", "REF", "SLACK");

  private final JsonFields network;
  private final JsonFields reliability;
  private final Elements elements;
  private final List<Branch> branches = new ArrayList<>();
  private final List<Shunt> shunts = new ArrayList<>();
  private final List<HvdcLine> hvdcLines = new ArrayList<>();
  private final List<HvdcSchedule> hvdcSchedules = new ArrayList<>();
  private final List<Contingency> contingencies = new ArrayList<>();

  GoNetwork(JsonFields network, JsonFields reliability, Elements elements) {
    this.network = network;
    this.reliability = reliability;
    this.elements = elements;
  }

  List<HvdcSchedule> hvdcSchedules() {
    return hvdcSchedules;
  }

  List<Contingency> contingencies() {
    return contingencies;
  }

  Network read(String name) {
    List<Bus> buses = new ArrayList<>();
    elements.byUid(network, "bus", "bus").forEach((uid, fields) -> buses.add(bus(uid, fields)));
    elements.byUid(network, "shunt", "shunt").forEach(this::shunt);
    elements
        .byUid(network, "ac_line", "line")
        .forEach((uid, fields) -> branch(uid, fields, BranchKind.LINE));
    elements
        .byUid(network, "two_winding_transformer", "transformer")
        .forEach((uid, fields) -> branch(uid, fields, BranchKind.TRANSFORMER));
    elements.byUid(network, "dc_line", "DC line").forEach(this::dcLine);
    Set<String> ids = new HashSet<>();
    branches.forEach(branch -> ids.add(branch.id()));
    Set<String> dcIds = new HashSet<>();
    hvdcLines.forEach(line -> dcIds.add(line.id()));
    elements
        .byUid(reliability, "contingency", "contingency")
        .forEach((uid, fields) -> contingency(uid, fields, ids, dcIds));
    reliability.noticeRest("reliability", "");
    return new Network(
        name,
        elements.baseMva(),
        buses,
        branches,
        List.of(),
        List.of(),
        shunts,
        hvdcLines,
        List.of());
  }

  private Bus bus(String uid, JsonFields fields) {
    JsonFields initial = fields.object("initial_status", "bus " + uid + " initial_status");
    String type = fields.text("type", "PQ").toUpperCase(Locale.ROOT);
    if (!BUS_TYPES.contains(type)) {
      elements.refuse(fields, "type", type, "use one of " + String.join(", ", BUS_TYPES) + ".");
    }
    boolean reference = type.equals("REF") || type.equals("SLACK");
    Bus bus =
        new Bus(
            uid,
            uid,
            reference ? BusType.REFERENCE : BusType.PQ,
            fields.number("base_nom_volt", 0),
            fields.text("area", ""),
            initial.number("vm", 1),
            Math.toDegrees(initial.number("va", 0)),
            fields.number("vm_lb", 0.9),
            fields.number("vm_ub", 1.1),
            fields.text("zone", ""));
    initial.noticeRest("bus", uid);
    elements.unused(
        fields,
        "bus",
        uid,
        "Reserve of zones is left out of the clearing.",
        List.of("active_reserve_uids", "reactive_reserve_uids"));
    fields.unused("bus", uid, "con_loss_factor", "Losses after an outage are those of the base.");
    elements.rest(fields, "bus", uid);
    return bus;
  }

  private void shunt(String uid, JsonFields fields) {
    JsonFields initial = fields.object("initial_status", fields.element() + " initial_status");
    int step = initial.integer("step");
    double scale = step * elements.baseMva();
    shunts.add(
        new Shunt(fields.text("bus"), fields.number("gs") * scale, fields.number("bs") * scale));
    elements.unused(fields, "shunt", uid, HELD, List.of("step_lb", "step_ub"));
    initial.noticeRest("shunt", uid);
    elements.rest(fields, "shunt", uid);
  }

  private void branch(String uid, JsonFields fields, BranchKind kind) {
    String label = kind == BranchKind.LINE ? "line" : "transformer";
    JsonFields initial = fields.object("initial_status", fields.element() + " initial_status");
    boolean transformer = kind == BranchKind.TRANSFORMER;
    double normal = rating(fields, "mva_ub_nom");
    double emergency = rating(fields, "mva_ub_em");
    branches.add(
        new Branch(
            uid,
            fields.text("fr_bus"),
            fields.text("to_bus"),
            kind,
            fields.number("r"),
            fields.number("x"),
            fields.number("b", 0),
            transformer ? initial.number("tm", 1) : 1,
            transformer ? Math.toDegrees(initial.number("ta", 0)) : 0,
            new Branch.Ratings(normal, normal, emergency),
            initial.flag("on_status", true)));
    if (fields.flag("additional_shunt", false)) {
      end(fields, "fr");
      end(fields, "to");
    } else {
      elements.unused(
          fields, label, uid, "additional_shunt is 0.", List.of("g_fr", "b_fr", "g_to", "b_to"));
    }
    fields.unused(label, uid, "mva_ub_sht", "No limit of a clearing is short-term.");
    elements.unused(
        fields,
        label,
        uid,
        HELD,
        List.of("connection_cost", "disconnection_cost", "tm_lb", "tm_ub", "ta_lb", "ta_ub"));
    initial.noticeRest(label, uid);
    elements.rest(fields, label, uid);
  }

  private double rating(JsonFields fields, String name) {
    double rating = fields.number(name);
    if (!(rating > 0)) {
      elements.refuse(fields, name, rating, "give a limit above 0.");
    }
    return rating * elements.baseMva();
  }

  private void end(JsonFields fields, String side) {
    shunts.add(
        new Shunt(
            fields.text(side + "_bus"),
            fields.number("g_" + side, 0) * elements.baseMva(),
            fields.number("b_" + side, 0) * elements.baseMva()));
    elements
        .log()
        .notice(
            Rule.TAKEN_AS,
            "branch",
            fields.text("uid"),
            "additional_shunt",
            1,
            "It is a shunt of its bus, and stays when the branch is out.");
  }

  private void dcLine(String uid, JsonFields fields) {
    double most = fields.number("pdc_ub") * elements.baseMva();
    JsonFields initial = fields.object("initial_status", fields.element() + " initial_status");
    double before = initial.number("pdc_fr", 0) * elements.baseMva();
    hvdcLines.add(
        new HvdcLine(
            uid, fields.text("fr_bus"), fields.text("to_bus"), before, -most, most, 0, 0, true));
    hvdcSchedules.add(
        new HvdcSchedule(
            uid,
            true,
            elements.constant(-most),
            elements.constant(most),
            Double.POSITIVE_INFINITY,
            before,
            -1));
    elements.unused(
        fields,
        "DC line",
        uid,
        NO_REACTIVE,
        List.of("qdc_fr_lb", "qdc_fr_ub", "qdc_to_lb", "qdc_to_ub"));
    elements.unused(initial, "DC line", uid, NO_REACTIVE, List.of("qdc_fr", "qdc_to"));
    initial.noticeRest("DC line", uid);
    elements.rest(fields, "DC line", uid);
  }

  private void contingency(String uid, JsonFields fields, Set<String> ids, Set<String> dcIds) {
    List<String> lost = new ArrayList<>();
    List<String> lostDc = new ArrayList<>();
    for (String component : fields.texts("components")) {
      if (ids.contains(component)) {
        lost.add(component);
      } else if (dcIds.contains(component)) {
        lostDc.add(component);
      } else {
        elements
            .log()
            .add(
                Rule.REFERENCE_EXISTS,
                fields.element(),
                "components",
                component,
                "Name an ac_line, a two_winding_transformer or a dc_line.");
      }
    }
    contingencies.add(new Contingency(uid, lost, List.of(), List.of(), lostDc));
    elements.rest(fields, "contingency", uid);
  }
}
