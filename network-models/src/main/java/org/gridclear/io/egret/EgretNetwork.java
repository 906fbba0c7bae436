package org.gridclear.io.egret;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.io.unitcommitment.OnePlace;
import org.gridclear.json.JsonFields;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The grid of an Egret file: branches, DC branches, shunts, interfaces and contingencies in
 * service. A limit without a {@code violation_penalty} must be kept.
 */
final class EgretNetwork {
  private static final List<String> BUS_FIELDS =
      List.of(
          "base_kv",
          "matpower_bustype",
          "vm",
          "va",
          "v_min",
          "v_max",
          "id",
          "name",
          "area",
          "zone");

  private static final List<String> TRANSFORMER_FIELDS =
      List.of("transformer_tap_ratio", "transformer_phase_shift");
  private static final List<String> BRANCH_FIELDS =
      List.of(
          "rating_short_term",
          "charging_susceptance",
          "angle_diff_min",
          "angle_diff_max",
          "pf",
          "qf",
          "pt",
          "qt",
          "id",
          "ckt",
          "in_service_orig",
          "name");

  private final EgretValues values;
  private final IssueLog log;
  private final JsonFields elements;
  private final JsonFields system;
  private final List<Branch> branches = new ArrayList<>();
  private final List<BranchLimit> limits = new ArrayList<>();
  private final List<BranchOutage> outages = new ArrayList<>();
  private final List<HvdcLine> hvdcLines = new ArrayList<>();
  private final List<HvdcSchedule> hvdcSchedules = new ArrayList<>();
  private final List<Contingency> contingencies = new ArrayList<>();
  private @Nullable Double flowgatePenalty;

  EgretNetwork(JsonFields elements, JsonFields system, EgretValues values, IssueLog log) {
    this.elements = elements;
    this.system = system;
    this.values = values;
    this.log = log;
  }

  List<BranchLimit> limits() {
    return limits;
  }

  List<BranchOutage> outages() {
    return outages;
  }

  List<HvdcSchedule> hvdcSchedules() {
    return hvdcSchedules;
  }

  List<Contingency> contingencies() {
    return contingencies;
  }

  /** Penalty of all interfaces, infinite where they must be kept. */
  double flowgatePenalty() {
    return flowgatePenalty == null ? Double.POSITIVE_INFINITY : flowgatePenalty;
  }

  Network read(String name) {
    List<Bus> buses = buses();
    elements.map("branch", "branch").forEach(this::branch);
    elements.map("dc_branch", "DC branch").forEach(this::dcBranch);
    if (branches.isEmpty() && hvdcLines.isEmpty()) {
      OnePlace.join(buses, branches, log);
    }
    List<Shunt> shunts = new ArrayList<>();
    elements.map("shunt", "shunt").forEach((id, fields) -> shunt(id, fields, shunts));
    List<Flowgate> flowgates = new ArrayList<>();
    elements.map("interface", "interface").forEach((id, f) -> flowgate(id, f, flowgates));
    elements.map("contingency", "contingency").forEach(this::contingency);
    return new Network(
        name,
        system.number("baseMVA", 100),
        buses,
        branches,
        List.of(),
        List.of(),
        shunts,
        hvdcLines,
        flowgates);
  }

  private List<Bus> buses() {
    String reference = system.text("reference_bus", "");
    double angle = system.number("reference_bus_angle", 0);
    List<Bus> buses = new ArrayList<>();
    elements
        .map("bus", "bus")
        .forEach(
            (id, fields) -> {
              BusType type = id.equals(reference) ? BusType.REFERENCE : BusType.PQ;
              buses.add(
                  new Bus(
                      id,
                      id,
                      type,
                      fields.number("base_kv", 0),
                      fields.text("area", ""),
                      1,
                      type == BusType.REFERENCE ? angle : 0,
                      fields.number("v_min", 0.9),
                      fields.number("v_max", 1.1)));
              BUS_FIELDS.stream()
                  .skip(1)
                  .filter(each -> !List.of("v_min", "v_max", "area").contains(each))
                  .forEach(each -> fields.unused("bus", id, each, "A DC model does not use it."));
              fields.noticeRest("bus", id);
            });
    return buses;
  }

  private boolean inService(JsonFields fields) {
    return fields.flag("in_service", true);
  }

  private void branch(String id, JsonFields fields) {
    double reactance = fields.number("reactance");
    if (reactance == 0) {
      log.add(Rule.FIELD_TYPE, fields.element(), "reactance", 0, "Give a reactance other than 0.");
    }
    boolean transformer = isTransformer(fields);
    if (!transformer) {
      for (String each : TRANSFORMER_FIELDS) {
        fields.unused("branch", id, each, "Egret uses it where branch_type is transformer.");
      }
    }
    branches.add(
        new Branch(
            id,
            fields.text("from_bus"),
            fields.text("to_bus"),
            transformer ? BranchKind.TRANSFORMER : BranchKind.LINE,
            fields.number("resistance", 0),
            reactance,
            fields.number("charging_susceptance", 0),
            transformer ? fields.number("transformer_tap_ratio", 1) : 1,
            transformer ? fields.number("transformer_phase_shift", 0) : 0,
            Branch.Ratings.UNLIMITED,
            inService(fields)));
    limit(id, fields);
    for (int[] run : outages(fields)) {
      outages.add(new BranchOutage(id, run[0], run[1]));
    }
    BRANCH_FIELDS.forEach(
        name -> fields.unused("branch", id, name, "The DC model of the clearing does not use it."));
    fields.noticeRest("branch", id);
  }

  private boolean isTransformer(JsonFields fields) {
    String type = fields.text("branch_type", "line");
    if (!List.of("line", "transformer").contains(type)) {
      log.add(Rule.FIELD_TYPE, fields.element(), "branch_type", type, "Give line or transformer.");
    }
    return type.equals("transformer");
  }

  private void limit(String id, JsonFields fields) {
    double normal = unlimitedIfAbsent(fields, "rating_long_term");
    double emergency = fields.has("rating_emergency") ? fields.number("rating_emergency") : normal;
    double penalty = penalty("branch", id, fields);
    if (penalty > 0 && Double.isFinite(Math.min(normal, emergency))) {
      int periods = values.horizon().periodCount();
      limits.add(
          new BranchLimit(
              id,
              Series.constant(normal, periods),
              Series.constant(emergency, periods),
              Series.constant(penalty, periods),
              false));
    }
  }

  private static double unlimitedIfAbsent(JsonFields fields, String name) {
    return fields.has(name) ? fields.number(name) : Double.POSITIVE_INFINITY;
  }

  /** Infinite where it is absent; 0 or less, and the limit is ignored, as Egret does. */
  private double penalty(String kind, String id, JsonFields fields) {
    double penalty = fields.number("violation_penalty", Double.POSITIVE_INFINITY);
    if (penalty <= 0) {
      log.notice(
          Rule.TAKEN_AS,
          kind,
          id,
          "violation_penalty",
          penalty,
          "Leaving the limit costs nothing, so there is none.");
    }
    return penalty;
  }

  /** Runs of periods, from and to, in which an element has a planned outage. */
  private List<int[]> outages(JsonFields fields) {
    List<int[]> runs = new ArrayList<>();
    int from = -1;
    int t = 0;
    for (JsonNode out : values.perPeriod(fields, "planned_outage")) {
      boolean isOut = out != null && fields.asFlag("planned_outage", out);
      if (isOut && from < 0) {
        from = t;
      } else if (!isOut && from >= 0) {
        runs.add(new int[] {from, t});
        from = -1;
      }
      t++;
    }
    if (from >= 0) {
      runs.add(new int[] {from, t});
    }
    return runs;
  }

  private void dcBranch(String id, JsonFields fields) {
    boolean inService = inService(fields);
    double rating = fields.number("rating_long_term");
    hvdcLines.add(
        new HvdcLine(
            id,
            fields.text("from_bus"),
            fields.text("to_bus"),
            0,
            -rating,
            rating,
            0,
            0,
            inService));
    int periods = values.horizon().periodCount();
    Series most = Series.constant(rating, periods);
    for (int[] run : outages(fields)) {
      most = most.map(run[0], run[1], mw -> 0);
    }
    hvdcSchedules.add(
        new HvdcSchedule(id, true, most.map(mw -> -mw), most, Double.POSITIVE_INFINITY, 0, -1));
    fields.unused("DC branch", id, "resistance", "The line is lossless in the clearing.");
    BRANCH_FIELDS.forEach(
        name -> fields.unused("DC branch", id, name, "The clearing does not use it."));
    fields.noticeRest("DC branch", id);
  }

  private void shunt(String id, JsonFields fields, List<Shunt> shunts) {
    String type = fields.text("shunt_type", "fixed");
    if (!type.equals("fixed")) {
      log.add(Rule.FIELD_TYPE, fields.element(), "shunt_type", type, "Not supported: use fixed.");
    }
    double susceptance = fields.number("bs", 0);
    double conductance = fields.number("gs", 0);
    if (inService(fields)) {
      shunts.add(new Shunt(fields.text("bus"), conductance, susceptance));
    }
    fields.noticeRest("shunt", id);
  }

  private void flowgate(String id, JsonFields fields, List<Flowgate> flowgates) {
    List<String> lines = fields.texts("lines");
    List<Double> signs = fields.numbers("line_orientation");
    if (lines.isEmpty() || lines.size() != signs.size()) {
      log.add(
          Rule.SERIES_LENGTH,
          fields.element(),
          "line_orientation",
          signs.size(),
          "Give as many orientations as lines (%d), at least one.".formatted(lines.size()));
      return;
    }
    List<Flowgate.Term> terms = new ArrayList<>();
    for (int k = 0; k < lines.size(); k++) {
      terms.add(new Flowgate.Term(lines.get(k), signs.get(k)));
    }
    double least = fields.number("minimum_limit");
    double most = fields.number("maximum_limit");
    double penalty = penalty("interface", id, fields);
    if (penalty > 0 && inService(fields)) {
      if (flowgatePenalty != null && flowgatePenalty != penalty) {
        log.add(
            Rule.FIELD_TYPE,
            fields.element(),
            "violation_penalty",
            penalty,
            "Not supported: interfaces of different penalties (%s).".formatted(flowgatePenalty));
      }
      flowgatePenalty = penalty;
      flowgates.add(new Flowgate(id, terms, most, -least));
    }
    fields.noticeRest("interface", id);
  }

  private void contingency(String id, JsonFields fields) {
    contingencies.add(
        new Contingency(id, List.of(fields.text("branch_contingency")), List.of(), List.of()));
    fields.noticeRest("contingency", id);
  }
}
