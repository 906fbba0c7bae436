package org.gridclear.market.intervention;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.market.intervention.HandChange.Place;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Reads what somebody changes by hand: format {@code gridclear-intervention} version 1
 * (docs/market-day.md).
 */
final class ChangeText {
  private static final String FORMAT = "gridclear-intervention";

  private final Changeable changeable;
  private final IssueLog log;
  private final Map<String, Integer> taken = new HashMap<>();

  private ChangeText(Changeable changeable, IssueLog log) {
    this.changeable = changeable;
    this.log = log;
  }

  /**
   * Reads the changes of a version.
   *
   * @throws InvalidInputException with every issue
   */
  static HandChange read(byte[] content, Changeable changeable) {
    IssueLog log = new IssueLog("changes");
    JsonFields root = new JsonFields(Json.parse(content, log), "changes", log);
    log.throwIfErrors();
    if (!root.text("format").equals(FORMAT) || root.integer("version", 1) != 1) {
      log.add(Rule.FIELD_TYPE, "changes", "format", root.raw("format"), "Give " + FORMAT + ".");
    }
    HandChange change = new ChangeText(changeable, log).changes(root);
    root.done();
    if (change.count() == 0 && !log.hasErrors()) {
      log.add(Rule.FIELD_PRESENT, "changes", "units", "absent", "Give units, prices or others.");
    }
    log.throwIfErrors();
    return change;
  }

  private HandChange changes(JsonFields root) {
    return new HandChange(
        list(root, "units", "unit", this::unit),
        list(root, "prices", "price", this::price),
        list(root, "storages", "storage", this::storage),
        list(root, "loads", "load", this::load),
        list(root, "tieLines", "tieLine", this::tieLine));
  }

  private <T> List<T> list(
      JsonFields root, String name, String element, Function<JsonFields, T> read) {
    if (!root.has(name)) {
      return List.of();
    }
    if (changeable.resources().isEmpty() && !name.equals("units") && !name.equals("prices")) {
      String advice =
          "Its case is not kept: units and prices alone can be set. Take " + name + " out.";
      log.add(Rule.FIELD_TYPE, "changes", name, root.raw(name), advice);
    }
    return root.objects(name, element).stream().map(read).toList();
  }

  private Changeable.Resources resources() {
    return changeable
        .resources()
        .orElseGet(() -> new Changeable.Resources(Set.of(), Set.of(), Set.of()));
  }

  private HandChange.OfStorage storage(JsonFields f) {
    String id = f.text("storage");
    log.reference(f.element(), "storage", id, resources().storages());
    int[] periods = periods(f, "storage " + id);
    if (f.has("mw")) {
      String advice = "What it does follows from its level: give mostChargeMw, mostDischargeMw.";
      log.add(Rule.FIELD_TYPE, f.element(), "mw", f.number("mw"), advice);
    }
    OptionalDouble charge = most(f, "mostChargeMw");
    OptionalDouble discharge = most(f, "mostDischargeMw");
    f.done();
    if (charge.isEmpty() && discharge.isEmpty()) {
      log.add(
          Rule.FIELD_PRESENT,
          f.element(),
          "mostChargeMw",
          "absent",
          "Give mostChargeMw, mostDischargeMw or both.");
    }
    return new HandChange.OfStorage(id, periods[0], periods[1], charge, discharge);
  }

  private OptionalDouble most(JsonFields f, String name) {
    if (!f.has(name)) {
      return OptionalDouble.empty();
    }
    double mw = f.number(name);
    if (mw < 0) {
      log.add(Rule.FIELD_TYPE, f.element(), name, mw, "Give 0 or more.");
    }
    return OptionalDouble.of(mw);
  }

  private HandChange.OfLoad load(JsonFields f) {
    String id = f.text("load");
    log.reference(f.element(), "load", id, resources().loads());
    int[] periods = periods(f, "load " + id);
    if (f.has("mw")) {
      String advice = "A load takes what its bid is worth: give mostMw.";
      log.add(Rule.FIELD_TYPE, f.element(), "mw", f.number("mw"), advice);
    }
    OptionalDouble mw = most(f, "mostMw");
    f.done();
    if (mw.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, f.element(), "mostMw", "absent", "Give mostMw.");
    }
    return new HandChange.OfLoad(id, periods[0], periods[1], mw.orElse(0));
  }

  private HandChange.OfTieLine tieLine(JsonFields f) {
    String id = f.text("tieLine");
    log.reference(f.element(), "tieLine", id, resources().tieLines());
    int[] periods = periods(f, "tie line " + id);
    double mw = f.number("mw");
    f.done();
    return new HandChange.OfTieLine(id, periods[0], periods[1], mw);
  }

  private HandChange.OfUnit unit(JsonFields f) {
    String unit = f.text("unit");
    log.reference(f.element(), "unit", unit, changeable.units());
    int[] periods = periods(f, "unit " + unit);
    Optional<Boolean> on = f.has("on") ? Optional.of(f.flag("on", false)) : Optional.empty();
    OptionalDouble mw = f.has("mw") ? OptionalDouble.of(f.number("mw")) : OptionalDouble.empty();
    f.done();
    if (on.isEmpty() && mw.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, f.element(), "on", "absent", "Give on, mw or both.");
    }
    if (mw.isPresent() && (mw.getAsDouble() < 0 || on.isPresent() && !on.get())) {
      log.add(
          Rule.FIELD_TYPE,
          f.element(),
          "mw",
          mw.getAsDouble(),
          "A unit that runs gives 0 or more.");
    }
    if (changeable.forecasts().containsKey(unit)) {
      forecast(f, unit, periods, on, mw);
    }
    return new HandChange.OfUnit(
        unit, periods[0], periods[1], mw.isPresent() ? Optional.of(true) : on, mw);
  }

  /** A unit that follows a forecast has no status, and gives no more than the forecast. */
  private void forecast(
      JsonFields f, String unit, int[] periods, Optional<Boolean> on, OptionalDouble mw) {
    if (mw.isEmpty() && on.orElse(false)) {
      log.add(
          Rule.FIELD_TYPE,
          f.element(),
          "on",
          true,
          "It follows a forecast and is never off: give mw.");
    }
    for (int t = periods[0]; mw.isPresent() && t < periods[1]; t++) {
      double most = Objects.requireNonNull(changeable.forecasts().get(unit)).at(t);
      if (mw.getAsDouble() > most) {
        String advice = "In period %d it can give %s MW at most.".formatted(t + 1, most);
        log.add(Rule.FIELD_TYPE, f.element(), "mw", mw.getAsDouble(), advice);
        return;
      }
    }
  }

  private HandChange.OfPrice price(JsonFields f) {
    boolean bus = f.has("bus");
    String id = f.text(bus ? "bus" : "zone");
    Set<String> known = bus ? changeable.buses() : changeable.zones();
    log.reference(f.element(), bus ? "bus" : "zone", id, known);
    int[] periods = periods(f, (bus ? "bus " : "zone ") + id);
    double price = f.number("yuanPerMwh");
    f.done();
    Place place = bus ? Place.BUS : Place.ZONE;
    return new HandChange.OfPrice(place, id, periods[0], periods[1], price);
  }

  /** From and to as they are written, 1 for the first period, {@code to} the last one. */
  private int[] periods(JsonFields f, String what) {
    int last = changeable.periods();
    int from = f.integer("from", 1);
    int to = f.integer("to", last);
    if (from < 1 || to < from || to > last) {
      String advice = "Periods go from 1 to %d, the first not after the last.".formatted(last);
      log.add(Rule.FIELD_TYPE, f.element(), "from", from + " to " + to, advice);
      return new int[] {0, last};
    }
    for (int period = from; period <= to; period++) {
      if (taken.put(what + " " + period, period) != null) {
        String advice = "It is changed twice in period %d; say it once.".formatted(period);
        log.add(Rule.FIELD_TYPE, f.element(), "from", what, advice);
        break;
      }
    }
    return new int[] {from - 1, to};
  }
}
