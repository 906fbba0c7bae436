package org.gridclear.io.unitcommitment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * The section {@code Reserves} of UnitCommitment.jl: named requirements since version 0.3, one
 * spinning reserve in 0.2. A negative penalty means that a requirement must be met.
 */
final class UnitCommitmentJlReserves {
  /** Name of the one reserve of version 0.2. */
  static final String UNNAMED = "spinning";

  private static final List<String> UNNAMED_FIELDS =
      List.of("Spinning (MW)", "Up-flexiramp (MW)", "Down-flexiramp (MW)");

  private final IssueLog log;
  private final Horizon horizon;
  private final Set<String> leftOut = new HashSet<>();
  private final List<ReserveRequirement> requirements = new ArrayList<>();
  private boolean unnamed;

  UnitCommitmentJlReserves(IssueLog log, Horizon horizon) {
    this.log = log;
    this.horizon = horizon;
  }

  List<ReserveRequirement> requirements() {
    return requirements;
  }

  /** Whether the file has the reserves of version 0.2. */
  boolean isUnnamed() {
    return unnamed;
  }

  /** Whether a reserve of this name is in the file, but not in the clearing. */
  boolean isLeftOut(String id) {
    return leftOut.contains(id);
  }

  void read(JsonFields root, JsonFields parameters) {
    JsonFields section = root.object("Reserves", "Reserves");
    unnamed = UNNAMED_FIELDS.stream().anyMatch(section::has);
    if (unnamed) {
      unnamed(section, parameters);
      section.noticeRest("Reserves", "");
      return;
    }
    parameters.unused(
        "Parameters",
        "",
        "Reserve shortfall penalty ($/MW)",
        "Since version 0.3 every reserve names its own penalty.");
    root.map("Reserves", "reserve").forEach(this::named);
  }

  private void unnamed(JsonFields section, JsonFields parameters) {
    int periods = horizon.periodCount();
    Series penalty =
        parameters.series("Reserve shortfall penalty ($/MW)", periods, -1).map(this::perHour);
    if (section.has("Spinning (MW)")) {
      add(UNNAMED, section.series("Spinning (MW)", periods, 0), penalty);
    }
    for (String name : List.of("Up-flexiramp (MW)", "Down-flexiramp (MW)")) {
      if (section.has(name)) {
        flexible("Reserves", name, section.series(name, periods, 0));
      }
    }
    parameters.unused(
        "Parameters", "", "Flexiramp penalty ($/MW)", "No flexible ramping is required.");
  }

  private void named(String id, JsonFields fields) {
    int periods = horizon.periodCount();
    String type = fields.text("Type");
    Series amount = fields.series("Amount (MW)", periods);
    Series penalty = fields.series("Shortfall penalty ($/MW)", periods, -1).map(this::perHour);
    if (type.equalsIgnoreCase("spinning")) {
      add(id, amount, penalty);
    } else if (type.equalsIgnoreCase("flexiramp")) {
      leftOut.add(id);
      flexible(fields.element(), "Amount (MW)", amount);
      fields.unused("reserve", id, "Shortfall penalty ($/MW)", "No flexible ramping is required.");
    } else {
      leftOut.add(id);
      log.add(Rule.FIELD_TYPE, fields.element(), "Type", type, "Not supported: use spinning.");
    }
    fields.noticeRest("reserve", id);
  }

  /** Flexible ramping replaces the ramps of its units; only where none is required is it known. */
  private void flexible(String element, String field, Series mw) {
    if (mw.min() != 0 || mw.max() != 0) {
      log.add(
          Rule.FIELD_TYPE,
          element,
          field,
          mw.max(),
          "Not supported: flexiramp, which has ramps of its own; leave it out, or require 0 MW.");
    } else {
      log.notice(Rule.TAKEN_AS, element, "", field, "0", "No flexible ramping is required.");
    }
  }

  private void add(String id, Series amount, Series penalty) {
    requirements.add(new ReserveRequirement(id, amount, -1).withShortfall(penalty));
  }

  private double perHour(double perPeriod) {
    return perPeriod < 0 ? Double.POSITIVE_INFINITY : perPeriod / horizon.hoursPerPeriod();
  }
}
