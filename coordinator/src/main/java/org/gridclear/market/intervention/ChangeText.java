package org.gridclear.market.intervention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
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
    ChangeText reader = new ChangeText(changeable, log);
    List<HandChange.OfUnit> units = new ArrayList<>();
    if (root.has("units")) {
      root.objects("units", "unit").forEach(fields -> units.add(reader.unit(fields)));
    }
    List<HandChange.OfPrice> prices = new ArrayList<>();
    if (root.has("prices")) {
      root.objects("prices", "price").forEach(fields -> prices.add(reader.price(fields)));
    }
    root.done();
    if (units.isEmpty() && prices.isEmpty() && !log.hasErrors()) {
      log.add(Rule.FIELD_PRESENT, "changes", "units", "absent", "Give units or prices.");
    }
    log.throwIfErrors();
    return new HandChange(units, prices);
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
    return new HandChange.OfUnit(
        unit, periods[0], periods[1], mw.isPresent() ? Optional.of(true) : on, mw);
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
