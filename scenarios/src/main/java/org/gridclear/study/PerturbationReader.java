package org.gridclear.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.json.JsonFields;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.DecisionVariable.Part;
import org.gridclear.network.Branch;
import org.gridclear.network.Flowgate;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one entry of a {@code changes} list and checks that the base has what it names. */
final class PerturbationReader {
  private static final List<String> KINDS =
      List.of(
          "load",
          "addLoad",
          "renewables",
          "offers",
          "unitOffer",
          "fuel",
          "startCosts",
          "unitOutage",
          "mustRun",
          "unitLimit",
          "branchOutage",
          "branchBack",
          "branchLimit",
          "flowgateLimit",
          "reserve",
          "constraint",
          "contingencies",
          "withoutContingency",
          "penalty");
  private static final String BRANCH = "branch in service";
  private static final List<String> PENALTIES =
      List.of("balance", "reserve", "contingency", "thermal", "flowgate", "schedule");

  private final MarketDay base;
  private final Selection selection;
  private final TiedUnits tied;
  private final IssueLog log;
  private final Set<String> units = new LinkedHashSet<>();
  private final Set<String> branches = new LinkedHashSet<>();
  private final BaseNames names;

  PerturbationReader(MarketDay base, IssueLog log) {
    this.base = base;
    this.selection = new Selection(base);
    this.log = log;
    this.tied = new TiedUnits(base, log);
    this.names = new BaseNames(base, log);
    for (ThermalUnit unit : base.thermalUnits()) {
      units.add(unit.id());
    }
    for (ProfiledUnit unit : base.profiledUnits()) {
      units.add(unit.id());
    }
    base.network().branches().stream().map(Branch::id).forEach(branches::add);
  }

  /** All changes of a list; those with issues are left out and reported. */
  List<Perturbation> readAll(List<JsonNode> changes, String element) {
    List<Perturbation> list = new ArrayList<>();
    for (int k = 0; k < changes.size(); k++) {
      JsonNode change = changes.get(k);
      String label = element + " change " + (k + 1);
      if (!change.isObject() || change.size() != 1) {
        log.add(
            Rule.FIELD_TYPE, label, "", change, "Give one of: " + String.join(", ", KINDS) + ".");
        continue;
      }
      String kind = change.propertyNames().iterator().next();
      JsonFields fields = new JsonFields(change.get(kind), label + " (" + kind + ")", log);
      Perturbation perturbation = read(kind, fields);
      if (perturbation != null) {
        fields.done();
        list.add(perturbation);
      }
    }
    return list;
  }

  private @Nullable Perturbation read(String kind, JsonFields f) {
    return switch (kind) {
      case "load" ->
          new Perturbation.Load(
              some(f, target(f, "", Set.of()), selection::loads, "load"),
              scale(f, "scale"),
              f.number("addMw", 0),
              window(f));
      case "addLoad" ->
          new Perturbation.AddLoad(names.bus(f, f.text("bus")), f.number("mw"), window(f));
      case "renewables" ->
          new Perturbation.Renewables(
              some(f, target(f, "unit", units), selection::profiled, "unit without commitment"),
              scale(f, "scale"),
              window(f));
      case "offers" -> offers(f);
      case "unitOffer" -> UnitOffers.read(f, base, log);
      case "fuel" -> fuel(f);
      case "startCosts" ->
          new Perturbation.StartCosts(
              untied(f, committed(f, target(f, "unit", units)), Part.ENERGY), scale(f, "scale"));
      case "unitOutage" ->
          new Perturbation.UnitOutage(
              some(f, mandatory(f, "unit", units), selection::units, "unit"), window(f));
      case "mustRun" ->
          new Perturbation.MustRun(committed(f, mandatory(f, "unit", units)), window(f));
      case "unitLimit" ->
          new Perturbation.UnitLimit(
              untied(f, committed(f, target(f, "unit", units)), Part.ANCILLARY),
              scale(f, "maxScale"),
              window(f));
      case "branchOutage" ->
          new Perturbation.BranchOut(
              some(f, mandatory(f, "branch", branches), selection::branches, BRANCH), window(f));
      case "branchBack" -> Restored.branch(f, base, window(f), log);
      case "branchLimit" ->
          new Perturbation.BranchRating(
              some(f, target(f, "branch", branches), selection::branches, BRANCH),
              scale(f, "scale"),
              limitMw(f),
              window(f));
      case "contingencies" -> new Perturbation.Contingencies(f.flag("everyBranch", false));
      case "withoutContingency" -> Restored.contingency(f, base, log);
      case "flowgateLimit" -> flowgate(f);
      case "reserve" -> reserve(f);
      case "constraint" -> constraint(f);
      case "penalty" -> penalty(f);
      default -> {
        log.add(Rule.FIELD_KNOWN, f.element(), kind, kind, NearestName.advice(kind, KINDS));
        yield null;
      }
    };
  }

  private Target untied(JsonFields f, Target target, Part part) {
    tied.refuse(f, selection.thermal(target), part);
    return target;
  }

  private Target committed(JsonFields f, Target target) {
    return some(f, target, selection::thermal, "unit with commitment");
  }

  /** The target, once it selects something: a change of nothing is a mistake. */
  private Target some(
      JsonFields f, Target target, Function<Target, List<String>> chosen, String kind) {
    if (names(target) && chosen.apply(target).isEmpty()) {
      log.add(
          Rule.STUDY_TARGET,
          f.element(),
          "selection",
          "no " + kind,
          selection.whyNothing(target, kind.equals(BRANCH)));
    }
    return target;
  }

  /** Whether everything that the target names is there; what is not was reported already. */
  private boolean names(Target target) {
    return (target.id().isEmpty() || units.contains(target.id()) || branches.contains(target.id()))
        && (target.bus().isEmpty() || names.buses().contains(target.bus()))
        && (target.fuel().isEmpty() || names.fuels().contains(target.fuel()))
        && target.zone().map(names.zones()::contains).orElse(true);
  }

  private Perturbation offers(JsonFields f) {
    Target target = some(f, target(f, "unit", units), selection::units, "unit");
    untied(f, target, Part.ENERGY);
    OfferCurve replacement = null;
    if (f.has("replace")) {
      JsonFields curve = f.object("replace", f.element() + " replace");
      List<Double> mw = curve.numbers("mw");
      List<Double> cost = curve.numbers("yuanPerH");
      curve.done();
      if (mw.isEmpty() || mw.size() != cost.size()) {
        log.add(
            Rule.STUDY_VALUE,
            curve.element(),
            "yuanPerH",
            cost.size(),
            "Give one cost per output.");
      } else {
        replacement = new OfferCurve(mw, cost);
        refuseCurve(f, target);
      }
    }
    return new Perturbation.Offers(
        target, scale(f, "scale"), f.number("addYuanPerMwh", 0), replacement);
  }

  private void refuseCurve(JsonFields f, Target target) {
    List<String> without = names(target) ? selection.profiled(target) : List.of();
    if (!without.isEmpty()) {
      log.add(
          Rule.STUDY_VALUE,
          f.element(),
          "replace",
          String.join(", ", without),
          "A unit without commitment has a price and no curve; select others, or use unitOffer.");
    }
  }

  private Perturbation fuel(JsonFields f) {
    String name = f.text("name");
    names.known(f, "name", name, names.fuels());
    Target target =
        new Target("", "", Optional.empty(), name, Target.ALL.kvMin(), Target.ALL.mvaMin());
    untied(f, target, Part.ENERGY);
    return new Perturbation.Offers(target, scale(f, "scale"), f.number("addYuanPerMwh", 0), null);
  }

  private Perturbation flowgate(JsonFields f) {
    String id = f.text("flowgate", "");
    List<String> ids = base.network().flowgates().stream().map(Flowgate::id).toList();
    if (!id.isEmpty() || ids.isEmpty()) {
      names.known(f, "flowgate", id, ids);
    }
    return new Perturbation.FlowgateLimit(id, scale(f, "scale"));
  }

  private Perturbation reserve(JsonFields f) {
    String product = f.text("product", "");
    List<String> ids = base.reserves().stream().map(ReserveRequirement::id).toList();
    if (!product.isEmpty() || ids.isEmpty()) {
      names.known(f, "product", product, ids);
    }
    tied.refuseAllReserves(f, product);
    double scale = scale(f, "scale");
    Window window = window(f);
    for (ReserveRequirement reserve : base.reserves()) {
      if (scale != 1 && (product.isEmpty() || product.equals(reserve.id()))) {
        scalable(f, reserve, window);
      }
    }
    return new Perturbation.Reserve(product, scale, f.number("addMw", 0), window);
  }

  /** A share is one number for the whole day, and the largest unit is as large as it is. */
  private void scalable(JsonFields f, ReserveRequirement reserve, Window window) {
    if (reserve.largestUnit()) {
      log.add(
          Rule.STUDY_VALUE,
          f.element(),
          "scale",
          reserve.id(),
          "It follows the largest unit, which a factor does not change; use addMw.");
    }
    boolean byShare = reserve.loadShare() != 0 || reserve.renewableShare() != 0;
    if (byShare && (window.from() > 0 || window.to() < base.periodCount())) {
      log.add(
          Rule.STUDY_VALUE,
          f.element(),
          "from/to",
          reserve.id(),
          "It follows load or forecast by a share of the whole day; leave out from and to.");
    }
  }

  private Perturbation constraint(JsonFields f) {
    if (f.has("id")) {
      String id = f.text("id");
      names.known(f, "id", id, base.rules().switchable());
      return new Perturbation.SwitchOne(id, f.flag("on", false));
    }
    List<ConstraintFamily> families = new ArrayList<>();
    for (String name : f.texts("name")) {
      ConstraintFamily.of(name)
          .ifPresentOrElse(
              families::add,
              () -> {
                List<String> known = new ArrayList<>();
                for (ConstraintFamily family : ConstraintFamily.values()) {
                  known.add(family.id());
                  known.add(family.name());
                }
                log.add(
                    Rule.STUDY_TARGET, f.element(), "name", name, NearestName.advice(name, known));
              });
    }
    return new Perturbation.Switch(families, f.flag("on", false));
  }

  private Perturbation penalty(JsonFields f) {
    String name = f.text("name");
    names.known(f, "name", name, PENALTIES);
    double value = f.number("yuanPerMwh");
    if (!(value >= 0)) {
      log.add(Rule.STUDY_VALUE, f.element(), "yuanPerMwh", value, "Give 0 or more.");
    }
    return new Perturbation.PenaltyPrice(name, value);
  }

  private Target mandatory(JsonFields f, String idField, Set<String> ids) {
    Target target = target(f, idField, ids);
    if (target.equals(Target.ALL)) {
      log.add(Rule.STUDY_TARGET, f.element(), idField, "absent", "Say which, e.g. by " + idField);
    }
    return target;
  }

  /** The selector fields of a change. */
  Target target(JsonFields f, String idField, Set<String> ids) {
    String id = idField.isEmpty() ? "" : f.text(idField, "");
    String bus = names.bus(f, f.text("bus", ""));
    Optional<String> zone = f.has("zone") ? Optional.of(f.text("zone", "")) : Optional.empty();
    String fuel = idField.equals("unit") ? f.text("fuel", "") : "";
    if (!id.isEmpty()) {
      names.known(f, idField, id, ids);
    }
    zone.ifPresent(name -> names.known(f, "zone", name, names.zones()));
    if (!fuel.isEmpty()) {
      names.known(f, "fuel", fuel, names.fuels());
    }
    double kvMin =
        idField.equals("branch") ? f.number("kvMin", Target.ALL.kvMin()) : Target.ALL.kvMin();
    double mvaMin =
        switch (idField) {
          case "branch" -> f.number("mvaMin", Target.ALL.mvaMin());
          case "unit" -> f.number("mwMin", Target.ALL.mvaMin());
          default -> Target.ALL.mvaMin();
        };
    return new Target(id, bus, zone, fuel, kvMin, mvaMin);
  }

  private double scale(JsonFields f, String field) {
    double scale = f.number(field, 1);
    if (!(scale >= 0)) {
      log.add(Rule.STUDY_VALUE, f.element(), field, scale, "Give 0 or more; 1 changes nothing.");
    }
    return scale;
  }

  private double limitMw(JsonFields f) {
    if (!f.has("mw")) {
      return Double.NaN;
    }
    double mw = f.number("mw");
    if (f.has("scale")) {
      log.add(Rule.STUDY_VALUE, f.element(), "scale", "beside mw", "Give one of the two.");
    }
    if (!(mw >= 0)) {
      log.add(Rule.RATING_NOT_NEGATIVE, f.element(), "mw", mw, "Give a limit of 0 or more.");
    }
    return mw;
  }

  /** Periods counted from 1 in a study, both ends included. */
  Window window(JsonFields f) {
    int periods = base.periodCount();
    int from = f.integer("from", 1);
    int to = f.integer("to", periods);
    if (from < 1 || to > periods || from > to) {
      log.add(
          Rule.STUDY_VALUE,
          f.element(),
          "from/to",
          from + ".." + to,
          from > to
              ? "'from' lies after 'to'; both are included."
              : "Periods run from 1 to %d.".formatted(periods));
      return new Window(0, 0);
    }
    return new Window(from - 1, to);
  }
}
