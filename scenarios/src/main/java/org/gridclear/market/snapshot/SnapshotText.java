package org.gridclear.market.snapshot;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.market.series.MarketClock;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes snapshots: format {@code gridclear-snapshot} version 1 (docs/market.md). */
public final class SnapshotText {
  private static final String FORMAT = "gridclear-snapshot";

  private final IssueLog log;

  private SnapshotText(IssueLog log) {
    this.log = log;
  }

  /**
   * Reads a snapshot.
   *
   * @param name what it is called in messages
   * @throws InvalidInputException with every issue
   */
  public static StateSnapshot read(byte[] content, String name) {
    IssueLog log = new IssueLog(name);
    JsonFields root = new JsonFields(Json.parseExact(content, log), "snapshot", log);
    log.throwIfErrors();
    StateSnapshot snapshot = new SnapshotText(log).read(root);
    log.throwIfErrors();
    return snapshot;
  }

  private StateSnapshot read(JsonFields root) {
    if (!root.text("format").equals(FORMAT) || root.integer("version", 1) != 1) {
      log.add(Rule.FIELD_TYPE, "snapshot", "format", root.raw("format"), "Give " + FORMAT + ".");
    }
    Optional<Instant> at = time(root, "at");
    Optional<Instant> knownAt = time(root, "knownAt");
    String source = root.text("source");
    TreeMap<String, StateSnapshot.UnitState> units = new TreeMap<>();
    for (JsonFields f : root.objects("units", "unit")) {
      add(units, f, unit(f));
    }
    TreeMap<String, Boolean> branches = new TreeMap<>();
    for (JsonFields f : root.objects("branches", "branch")) {
      add(branches, f, flag(f, "inService"));
    }
    TreeMap<String, BigDecimal> storages = new TreeMap<>();
    for (JsonFields f : root.objects("storages", "storage")) {
      add(storages, f, decimal(f, "levelMwh"));
    }
    root.done();
    log.throwIfErrors();
    return new StateSnapshot(
        at.orElseThrow(), source, knownAt.orElseThrow(), units, branches, storages);
  }

  private <T> void add(TreeMap<String, T> map, JsonFields f, Optional<T> value) {
    String id = f.text("id");
    f.done();
    if (value.isPresent() && map.put(id, value.get()) != null) {
      log.add(Rule.ID_UNIQUE, f.element(), "id", id, "Give each one once.");
    }
  }

  private Optional<StateSnapshot.UnitState> unit(JsonFields f) {
    Optional<Boolean> on = flag(f, "on");
    Optional<BigDecimal> mw = decimal(f, "mw");
    Optional<BigDecimal> hours = decimal(f, "hoursInState");
    if (on.isEmpty() || mw.isEmpty() || hours.isEmpty()) {
      return Optional.empty();
    }
    if (!on.get() && mw.get().signum() != 0) {
      log.add(
          Rule.INITIAL_STATE_CONSISTENT,
          f.element(),
          "mw",
          mw.get(),
          "A unit that is off gives 0.");
    }
    if (hours.get().signum() < 0) {
      log.add(Rule.TIMES_NOT_NEGATIVE, f.element(), "hoursInState", hours.get(), "Give 0 or more.");
    }
    return Optional.of(new StateSnapshot.UnitState(on.get(), mw.get(), hours.get()));
  }

  private Optional<Boolean> flag(JsonFields f, String field) {
    if (!f.has(field)) {
      log.add(Rule.FIELD_PRESENT, f.element(), field, "absent", "Give true or false.");
      return Optional.empty();
    }
    return Optional.of(f.flag(field, false));
  }

  private Optional<BigDecimal> decimal(JsonFields f, String field) {
    JsonNode value = f.raw(field);
    if (value == null || !value.isNumber() || value.isDouble() || value.isFloat()) {
      log.add(
          value == null ? Rule.FIELD_PRESENT : Rule.FIELD_TYPE,
          f.element(),
          field,
          value == null ? "absent" : JsonFields.brief(value),
          "Give a number.");
      return Optional.empty();
    }
    BigDecimal number = value.decimalValue().stripTrailingZeros();
    return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
  }

  private Optional<Instant> time(JsonFields f, String field) {
    String text = f.text(field);
    try {
      return Optional.of(MarketClock.exact(text));
    } catch (IllegalArgumentException e) {
      log.add(Rule.FIELD_TYPE, f.element(), field, text, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** A document; the same snapshot is the same bytes. */
  public static byte[] write(StateSnapshot snapshot) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("format", FORMAT).put("version", 1).put("at", snapshot.at().toString());
    document.put("source", snapshot.source()).put("knownAt", snapshot.knownAt().toString());
    ArrayNode units = document.putArray("units");
    snapshot
        .units()
        .forEach(
            (id, state) ->
                units
                    .addObject()
                    .put("id", id)
                    .put("on", state.on())
                    .put("mw", state.mw())
                    .put("hoursInState", state.hours()));
    ArrayNode branches = document.putArray("branches");
    snapshot
        .branches()
        .forEach((id, in) -> branches.addObject().put("id", id).put("inService", in));
    ArrayNode storages = document.putArray("storages");
    snapshot
        .storageMwh()
        .forEach((id, mwh) -> storages.addObject().put("id", id).put("levelMwh", mwh));
    return Json.MAPPER.writeValueAsBytes(document);
  }
}
