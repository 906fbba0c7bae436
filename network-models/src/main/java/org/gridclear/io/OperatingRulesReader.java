package org.gridclear.io;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.JsonFields;
import org.gridclear.market.rule.AncillaryCapability;
import org.gridclear.market.rule.AncillaryService;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.market.rule.DecisionVariable;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.market.rule.LeadTime;
import org.gridclear.market.rule.LinearConstraint;
import org.gridclear.market.rule.OperatingMode;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.market.rule.OutputBands;
import org.gridclear.market.rule.PriceZone;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.ReserveOffer;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.market.rule.ResourceRate;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.Span;
import org.gridclear.market.rule.Trajectory;
import org.gridclear.market.rule.UnitGroup;
import org.gridclear.network.Contingency;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Network;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Reads the {@code rules} of a case: products, constraints, hydro, HVDC, outages. */
final class OperatingRulesReader {
  private static final double FREE = Double.POSITIVE_INFINITY;

  private final CaseReader owner;
  private final Network network;
  private final int periods;
  private final IssueLog log;

  OperatingRulesReader(CaseReader owner, Network network, int periods, IssueLog log) {
    this.owner = owner;
    this.network = network;
    this.periods = periods;
    this.log = log;
  }

  OperatingRules read(JsonFields root) {
    OperatingRules rules =
        new OperatingRules(
            root.objects("groups", "group").stream().map(this::group).toList(),
            root.objects("products", "product").stream().map(this::product).toList(),
            root.objects("reserveOffers", "reserve offer").stream().map(this::offer).toList(),
            root.objects("ranges", "constraint").stream().map(this::range).toList(),
            root.objects("variables", "variable").stream().map(this::variable).toList(),
            root.objects("linear", "constraint").stream().map(this::linear).toList(),
            root.objects("trajectories", "trajectory").stream().map(this::trajectory).toList(),
            root.objects("bands", "bands").stream().map(this::bands).toList(),
            root.objects("rates", "rate").stream().map(this::rate).toList(),
            root.objects("reservoirs", "reservoir").stream().map(this::reservoir).toList(),
            root.objects("hvdcSchedules", "HVDC schedule").stream().map(this::hvdc).toList(),
            contingencies(root.object("contingencies", "contingencies")),
            root.objects("capabilities", "capability").stream().map(this::capability).toList(),
            root.objects("modes", "operating mode").stream().map(this::mode).toList(),
            root.objects("priceZones", "price zone").stream().map(this::priceZone).toList(),
            root.objects("leadTimes", "lead time").stream().map(this::leadTime).toList(),
            root.objects("flowgateLimits", "flowgate limit").stream().map(this::gate).toList());
    root.done();
    return rules;
  }

  /** The scope that an object names; the system where it names none. */
  static Scope scope(JsonFields owner) {
    JsonFields f = owner.object("scope", owner.element() + " scope");
    Scope scope = new Scope(f.texts("units"), f.text("group", ""), f.text("zone", ""));
    f.done();
    return scope;
  }

  private UnitGroup group(JsonFields f) {
    UnitGroup group = new UnitGroup(f.text("id"), f.texts("units"));
    f.done();
    return group;
  }

  private ReserveProduct product(JsonFields f) {
    String id = f.text("id");
    ReserveProduct.Kind kind =
        f.choice("kind", ReserveProduct.Kind.class, ReserveProduct.Kind.SPINNING);
    ReserveProduct product =
        new ReserveProduct(
            id,
            kind,
            f.choice("direction", ReserveProduct.Direction.class, ReserveProduct.Direction.UP),
            f.number("minutes", 0),
            f.choice("service", AncillaryService.class, ReserveProduct.byDefault(kind)));
    f.done();
    return product;
  }

  private AncillaryCapability capability(JsonFields f) {
    AncillaryCapability capability =
        new AncillaryCapability(
            f.text("unit"),
            f.limit("regulatingMwPerMin", FREE),
            f.choices("services", AncillaryService.class));
    f.done();
    return capability;
  }

  private OperatingMode mode(JsonFields f) {
    List<OperatingMode.Factor> factors = new ArrayList<>();
    for (JsonFields r : f.objects("requirements", f.element() + " requirement")) {
      factors.add(new OperatingMode.Factor(r.text("reserve"), r.number("factor")));
      r.done();
    }
    OperatingMode mode =
        new OperatingMode(f.text("id"), f.integer("from", 0), f.integer("to", periods), factors);
    f.done();
    return mode;
  }

  private PriceZone priceZone(JsonFields f) {
    PriceZone zone = new PriceZone(f.text("id"), f.texts("buses"));
    f.done();
    return zone;
  }

  private LeadTime leadTime(JsonFields f) {
    LeadTime time = new LeadTime(f.text("unit"), f.number("hours"), f.flag("inEffect", true));
    f.done();
    return time;
  }

  private FlowgateLimit gate(JsonFields f) {
    FlowgateLimit limit =
        new FlowgateLimit(
            f.text("flowgate"), owner.optional(f, "mw"), owner.optional(f, "reverseMw"));
    f.done();
    return limit;
  }

  private ReserveOffer offer(JsonFields f) {
    ReserveOffer offer =
        new ReserveOffer(
            f.text("unit"),
            f.text("product"),
            owner.series(f, "maxMw", FREE),
            owner.series(f, "priceYuanPerMwh", 0),
            f.number("mileageYuanPerMw", 0),
            f.number("mileagePerMwh", 0));
    f.done();
    return offer;
  }

  private RangeConstraint range(JsonFields f) {
    RangeKind kind = f.choice("kind", RangeKind.class, RangeKind.OUTPUT);
    if (!f.has("kind")) {
      log.add(Rule.FIELD_PRESENT, f.element(), "kind", "absent", "Name the quantity.");
    }
    if (!f.has("min") && !f.has("max") && !f.has("equal")) {
      log.add(Rule.FIELD_PRESENT, f.element(), "min/max", "absent", "Give one of them, or equal.");
    }
    boolean equal = f.has("equal");
    if (equal && (f.has("min") || f.has("max"))) {
      log.add(
          Rule.FIELD_TYPE,
          f.element(),
          "equal",
          "beside min or max",
          "Give equal, or min and max.");
    }
    RangeConstraint range =
        new RangeConstraint(
            f.text("id"),
            kind,
            scope(f),
            f.flag("inEffect", true),
            f.integer("from", 0),
            f.integer("to", periods),
            f.choice("span", Span.class, kind.span()),
            owner.series(f, equal ? "equal" : "min", -FREE),
            owner.series(f, equal ? "equal" : "max", FREE),
            kind.hasItem() ? f.text("item") : f.text("item", ""),
            f.number("used", 0),
            f.number("penaltyYuanPerUnit", -1));
    f.done();
    return range;
  }

  private DecisionVariable variable(JsonFields f) {
    DecisionVariable variable =
        new DecisionVariable(
            f.text("id"),
            f.flag("whole", false),
            owner.series(f, "min", 0),
            owner.series(f, "max", FREE),
            owner.series(f, "yuanPerUnit", 0),
            f.choice("part", DecisionVariable.Part.class, DecisionVariable.Part.ENERGY));
    f.done();
    return variable;
  }

  private LinearConstraint linear(JsonFields f) {
    List<LinearConstraint.Term> terms = new ArrayList<>();
    for (JsonFields t : f.objects("terms", f.element() + " term")) {
      terms.add(
          new LinearConstraint.Term(
              t.text("unit"),
              t.choice(
                  "quantity", LinearConstraint.Quantity.class, LinearConstraint.Quantity.OUTPUT),
              t.integer("lag", 0),
              owner.series(t, "coefficient", 1)));
      t.done();
    }
    LinearConstraint constraint =
        new LinearConstraint(
            f.text("id"),
            f.flag("inEffect", true),
            terms,
            owner.series(f, "min", -FREE),
            owner.series(f, "max", FREE),
            f.limit("penaltyYuanPerUnit", LinearConstraint.PENALTY_YUAN));
    f.done();
    return constraint;
  }

  private Trajectory trajectory(JsonFields f) {
    Trajectory trajectory =
        new Trajectory(
            f.text("unit"), f.flag("inEffect", true), f.numbers("startMw"), f.numbers("stopMw"));
    f.done();
    return trajectory;
  }

  private OutputBands bands(JsonFields f) {
    List<OutputBands.Band> list = new ArrayList<>();
    for (JsonFields b : f.objects("bands", f.element() + " band")) {
      list.add(new OutputBands.Band(b.number("fromMw"), b.number("toMw")));
      b.done();
    }
    OutputBands bands =
        new OutputBands(
            f.text("unit"),
            f.choice("kind", OutputBands.Kind.class, OutputBands.Kind.VIBRATION),
            f.flag("inEffect", true),
            list,
            f.integer("dwellPeriodsMax", 0),
            f.integer("crossingsPerDayMax", -1),
            f.integer("insidePeriodsBefore", 0),
            f.integers("crossingsOfDay"));
    f.done();
    return bands;
  }

  private ResourceRate rate(JsonFields f) {
    ResourceRate rate =
        new ResourceRate(
            f.text("unit"),
            f.text("item"),
            f.number("tPerMwh", 0),
            f.number("tPerHOn", 0),
            f.number("tPerStart", 0));
    f.done();
    return rate;
  }

  private Reservoir reservoir(JsonFields f) {
    Series least = owner.series(f, "minMm3", 0);
    Reservoir reservoir =
        new Reservoir(
            f.text("id"),
            f.texts("units"),
            f.flag("inEffect", true),
            f.number("m3PerMwh"),
            owner.series(f, "inflowM3PerS", 0),
            least,
            owner.mandatory(f, "maxMm3"),
            f.number("initialMm3"),
            f.number("endMinMm3", least.at(periods - 1)),
            owner.series(f, "minReleaseM3PerS", 0),
            owner.series(f, "maxReleaseM3PerS", FREE),
            owner.series(f, "maxSpillM3PerS", FREE),
            f.text("downstream", ""),
            f.number("delayHours", 0),
            f.number("releaseBeforeM3PerS", 0),
            f.numbers("releasesBeforeM3PerS"),
            f.number("penaltyYuanPerMm3", Reservoir.PENALTY_YUAN_PER_MM3));
    f.done();
    return reservoir;
  }

  private HvdcSchedule hvdc(JsonFields f) {
    String line = f.text("line");
    HvdcLine known =
        network.hvdcLines().stream().filter(l -> l.id().equals(line)).findFirst().orElse(null);
    boolean fixed = f.has("fixedMw");
    double least = known == null ? 0 : known.pMinMw();
    double most = known == null ? 0 : known.pMaxMw();
    HvdcSchedule schedule =
        new HvdcSchedule(
            line,
            f.flag("inEffect", true),
            owner.series(f, fixed ? "fixedMw" : "minMw", least),
            owner.series(f, fixed ? "fixedMw" : "maxMw", most),
            f.limit("rampMwPerH", FREE),
            f.number("initialMw", known == null ? 0 : known.pFromMw()),
            f.integer("changesPerDayMax", -1),
            f.integer("changesOfDay", 0));
    f.done();
    return schedule;
  }

  private static ContingencySet contingencies(JsonFields f) {
    List<Contingency> listed = new ArrayList<>();
    for (JsonFields c : f.objects("listed", "contingency")) {
      listed.add(
          new Contingency(
              c.text("id"),
              c.texts("branches"),
              c.texts("generators"),
              c.texts("buses"),
              c.texts("hvdcLines")));
      c.done();
    }
    ContingencySet set =
        new ContingencySet(f.flag("everyBranch", false), listed, SecurityCutReader.read(f));
    f.done();
    return set;
  }
}
