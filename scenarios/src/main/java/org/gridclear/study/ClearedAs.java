package org.gridclear.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.JsonFields;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a case that a run wrote was cleared, beside its day: {@code cleared} in a case file. Cleared
 * again with it, the outcome is the same.
 *
 * @param given whether the file says so
 * @param options the options
 * @param changes switches of constraint families, as changes of a study
 */
public record ClearedAs(boolean given, ClearingOptions options, List<JsonNode> changes) {
  /** Of a file that no run wrote. */
  public static final ClearedAs BY_DEFAULT =
      new ClearedAs(false, ClearingOptions.DEFAULT, List.of());

  public ClearedAs {
    changes = List.copyOf(changes);
  }

  /** The case of the file: its day with these switches. */
  public CaseOverlay base() {
    return CaseOverlay.of("base", changes);
  }

  /**
   * What a file says.
   *
   * @param source what the file is called in messages
   * @throws org.gridclear.validate.InvalidInputException with every issue, if it says what cannot
   *     be
   */
  public static ClearedAs of(CaseFiles.Loaded loaded, String source) {
    IssueLog log = new IssueLog(source);
    ClearedAs as = of(loaded, log);
    log.throwIfErrors();
    return as;
  }

  /** What a file says; reports what cannot be. */
  public static ClearedAs of(CaseFiles.Loaded loaded, IssueLog log) {
    if (loaded.cleared().isMissingNode()) {
      return BY_DEFAULT;
    }
    JsonFields fields = new JsonFields(loaded.cleared(), "cleared", log);
    ClearingOptions options = options(fields.object("options", "cleared options"), log);
    List<String> off = fields.texts("switchedOff");
    fields.done();
    for (String name : off) {
      if (ConstraintFamily.of(name).isEmpty()) {
        log.add(Rule.STUDY_TARGET, "cleared", "switchedOff", name, advice(name));
      }
    }
    return new ClearedAs(true, options, off.isEmpty() ? List.of() : List.of(switchedOff(off)));
  }

  private static String advice(String name) {
    List<String> known = new ArrayList<>();
    for (ConstraintFamily family : ConstraintFamily.values()) {
      known.add(family.id());
    }
    return NearestName.advice(name, known);
  }

  private static JsonNode switchedOff(List<String> names) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    names.forEach(body.putArray("name")::add);
    body.put("on", false);
    return JsonNodeFactory.instance.objectNode().set("constraint", body);
  }

  /** As it is written into a case file. */
  public static Map<String, Object> map(
      ClearingOptions o, Collection<ConstraintFamily> switchedOff) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("market", o.market());
    options.put("gap", o.gap());
    options.put("nodesMax", o.nodesMax());
    options.put("secondsMax", o.secondsMax());
    options.put("solver", o.solver());
    options.put("formulation", o.formulation());
    options.put("feasibilityMw", o.feasibilityMw());
    options.put("losses", o.losses());
    options.put("ancillary", o.ancillary());
    options.put("strategy", o.strategy());
    options.put("startFromBase", o.startFromBase());
    options.put("securityRoundsMax", o.security().roundsMax());
    options.put("securityReactiveLimits", o.security().reactiveLimits());
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("options", options);
    map.put("switchedOff", switchedOff.stream().map(ConstraintFamily::id).sorted().toList());
    return map;
  }

  /** The options that are given, the others by default; reports what is not possible. */
  static ClearingOptions options(JsonFields f, IssueLog log) {
    ClearingOptions byDefault = ClearingOptions.DEFAULT;
    Market market = f.choice("market", Market.class, byDefault.market());
    double gap = f.number("gap", byDefault.gap());
    int nodes = f.integer("nodesMax", byDefault.nodesMax());
    double seconds = f.number("secondsMax", byDefault.secondsMax());
    var solver = f.choice("solver", ClearingOptions.SolverChoice.class, byDefault.solver());
    var form = f.choice("formulation", ClearingOptions.Formulation.class, byDefault.formulation());
    double mw = f.number("feasibilityMw", byDefault.feasibilityMw());
    boolean losses = f.flag("losses", byDefault.losses());
    var ancillary = f.choice("ancillary", ClearingOptions.Ancillary.class, byDefault.ancillary());
    var strategy = f.choice("strategy", ClearingOptions.Strategy.class, byDefault.strategy());
    boolean fromBase = f.flag("startFromBase", byDefault.startFromBase());
    int rounds = f.integer("securityRoundsMax", byDefault.security().roundsMax());
    boolean qLimits = f.flag("securityReactiveLimits", byDefault.security().reactiveLimits());
    f.done();
    try {
      return new ClearingOptions(
          market,
          gap,
          nodes,
          seconds,
          solver,
          form,
          mw,
          losses,
          ancillary,
          strategy,
          fromBase,
          new ClearingOptions.SecurityRounds(rounds, qLimits));
    } catch (IllegalArgumentException e) {
      log.add(Rule.STUDY_VALUE, "options", "", String.valueOf(e.getMessage()), "Correct it.");
      return byDefault;
    }
  }
}
