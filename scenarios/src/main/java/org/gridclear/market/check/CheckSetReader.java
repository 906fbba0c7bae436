package org.gridclear.market.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.study.Yaml;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import org.gridclear.validate.Severity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the rules of a market, YAML or JSON (docs/market.md). */
public final class CheckSetReader {
  private static final String ADVICE = "Give rules: with id, type, kinds and limits.";
  private static final String NONE = ADVICE + " For no rule at all give rules: [].";

  private final IssueLog log;

  private CheckSetReader(IssueLog log) {
    this.log = log;
  }

  /**
   * Reads rules.
   *
   * @throws InvalidInputException with every issue
   */
  public static CheckSet read(byte[] content, String name) {
    IssueLog log = new IssueLog(name);
    var document = Yaml.parse(new String(content, StandardCharsets.UTF_8), log, ADVICE);
    log.throwIfErrors();
    CheckSet set = new CheckSetReader(log).read(new JsonFields(document, "checks", log));
    log.throwIfErrors();
    return set;
  }

  private CheckSet read(JsonFields root) {
    List<CheckRule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonFields fields : root.objects("rules", "rule")) {
      Optional<CheckRule> rule = rule(fields);
      rule.ifPresent(rules::add);
      if (rule.isPresent() && !ids.add(rule.get().id())) {
        log.add(Rule.ID_UNIQUE, fields.element(), "id", rule.get().id(), "Give it its own id.");
      }
    }
    Set<String> off = new TreeSet<>();
    for (String id : root.texts("off")) {
      Optional<Rule> rule = Rule.byId(id);
      if (rule.isEmpty() || !rule.get().switchable()) {
        log.add(
            Rule.REFERENCE_EXISTS,
            "checks",
            "off",
            id,
            rule.isEmpty() ? "See gridclear validate --rules." : "This rule cannot be put off.");
      } else {
        off.add(id);
      }
    }
    root.done();
    if (!root.has("rules")) {
      log.add(Rule.FIELD_PRESENT, root.element(), "rules", "absent", NONE);
    }
    return log.hasErrors() ? CheckSet.STANDARD : new CheckSet(rules, off);
  }

  private Optional<CheckRule> rule(JsonFields f) {
    int before = log.count();
    String id = f.text("id");
    Optional<CheckType> type = f.choice("type", CheckType.class);
    if (type.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, f.element(), "type", "absent", "Give what it looks at.");
      return Optional.empty();
    }
    List<SeriesKind> kinds = new ArrayList<>();
    for (String label : f.texts("kinds")) {
      Optional<SeriesKind> kind = SeriesKind.of(label);
      kind.ifPresent(kinds::add);
      if (kind.isEmpty()) {
        String advice = NearestName.advice(label, SeriesKind.labels());
        log.add(Rule.REFERENCE_EXISTS, f.element(), "kinds", label, advice);
      }
    }
    if (kinds.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, f.element(), "kinds", "absent", "Name the kinds of series.");
    }
    Severity severity = f.choice("severity", Severity.class, Severity.WARNING);
    boolean inEffect = f.flag("inEffect", true);
    CheckRule.Threshold threshold = threshold(f, type.get());
    f.done();
    if (log.count() == before) {
      possible(f.element(), type.get(), threshold);
    }
    return log.count() > before
        ? Optional.empty()
        : Optional.of(new CheckRule(id, type.get(), kinds, severity, inEffect, threshold));
  }

  /** A limit that nothing or everything breaks is none. */
  private void possible(String element, CheckType type, CheckRule.Threshold threshold) {
    if (!(threshold.min() <= threshold.max())) {
      refuse(element, "min", threshold.min(), "Give one that is not above max.");
    }
    if (!(threshold.limit() >= 0)) {
      refuse(element, "limit", threshold.limit(), "Give 0 or more.");
    }
    boolean back =
        type == CheckType.HISTORY || type == CheckType.SHIFTED || type == CheckType.REPEATED;
    if (back && threshold.days() < 1) {
      refuse(element, "days", threshold.days(), "Give 1 or more.");
    }
  }

  private void refuse(String element, String field, double value, String advice) {
    log.add(Rule.FIELD_TYPE, element, field, Double.toString(value), advice);
  }

  /** Only what a type looks at is asked for, so that anything else is refused as unknown. */
  private static CheckRule.Threshold threshold(JsonFields f, CheckType type) {
    return switch (type) {
      case RANGE ->
          CheckRule.Threshold.range(
              f.limit("min", Double.NEGATIVE_INFINITY), f.limit("max", Double.POSITIVE_INFINITY));
      case HISTORY, SHIFTED -> CheckRule.Threshold.share(f.number("limit"), f.integer("days"));
      case REPEATED -> CheckRule.Threshold.share(0, f.integer("days"));
      case WHOLE -> CheckRule.Threshold.NONE;
      case TIMELY -> CheckRule.Threshold.minutes(f.integer("minutes"));
      case JUMP, CAPACITY, FACTOR_SUM, BUS_SUM, ZONE_SUM, MEMBER_SUM ->
          CheckRule.Threshold.share(f.number("limit"));
    };
  }

  /** The rules as JSON; the same rules are the same bytes. */
  public static byte[] write(CheckSet set) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    ArrayNode rules = document.putArray("rules");
    for (CheckRule rule : set.rules()) {
      ObjectNode node = rules.addObject();
      node.put("id", rule.id()).put("type", rule.type().label());
      ArrayNode kinds = node.putArray("kinds");
      rule.kinds().forEach(kind -> kinds.add(kind.label()));
      node.put("severity", rule.severity().name().toLowerCase(java.util.Locale.ROOT));
      node.put("inEffect", rule.inEffect());
      put(node, rule);
    }
    ArrayNode off = document.putArray("off");
    set.off().forEach(off::add);
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
  }

  private static void put(ObjectNode node, CheckRule rule) {
    CheckRule.Threshold threshold = rule.threshold();
    switch (rule.type()) {
      case RANGE -> {
        if (Double.isFinite(threshold.min())) {
          node.put("min", threshold.min());
        }
        if (Double.isFinite(threshold.max())) {
          node.put("max", threshold.max());
        }
      }
      case HISTORY, SHIFTED -> node.put("limit", threshold.limit()).put("days", threshold.days());
      case REPEATED -> node.put("days", threshold.days());
      case WHOLE -> {}
      case TIMELY -> node.put("minutes", threshold.minutes());
      case JUMP, CAPACITY, FACTOR_SUM, BUS_SUM, ZONE_SUM, MEMBER_SUM ->
          node.put("limit", threshold.limit());
    }
  }
}
