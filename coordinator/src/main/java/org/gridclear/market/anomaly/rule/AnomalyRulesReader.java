package org.gridclear.market.anomaly.rule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.market.anomaly.rule.AnomalyRule.Of;
import org.gridclear.market.anomaly.rule.AnomalyRule.Threshold;
import org.gridclear.market.day.DayKey;
import org.gridclear.study.Yaml;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.gridclear.validate.UnknownNameException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the rules of anomalies, YAML or JSON (docs/market-day.md). */
public final class AnomalyRulesReader {
  private static final String ADVICE = "Give rules: with id, type, severity and threshold.";
  private static final String LEAST = "leastYuanPerMwh";

  private final IssueLog log;

  private AnomalyRulesReader(IssueLog log) {
    this.log = log;
  }

  /**
   * Reads rules.
   *
   * @throws InvalidInputException with every issue
   */
  public static AnomalyRules read(byte[] content, String name) {
    IssueLog log = new IssueLog(name);
    var document = Yaml.parse(new String(content, StandardCharsets.UTF_8), log, ADVICE);
    log.throwIfErrors();
    AnomalyRules rules =
        new AnomalyRulesReader(log).read(new JsonFields(document, "anomalies", log));
    log.throwIfErrors();
    return rules;
  }

  private AnomalyRules read(JsonFields root) {
    List<AnomalyRule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonFields fields : root.objects("rules", "rule")) {
      Optional<AnomalyRule> rule = rule(fields);
      rule.ifPresent(rules::add);
      if (rule.isPresent() && !ids.add(rule.get().id())) {
        log.add(Rule.ID_UNIQUE, fields.element(), "id", rule.get().id(), "Give it its own id.");
      }
    }
    root.done();
    if (rules.isEmpty() && !log.hasErrors()) {
      log.add(Rule.FIELD_PRESENT, "anomalies", "rules", "absent", ADVICE);
    }
    return new AnomalyRules(rules);
  }

  private Optional<AnomalyRule> rule(JsonFields f) {
    int before = log.count();
    String id = f.text("id");
    Optional<AnomalyType> type = f.choice("type", AnomalyType.class);
    if (type.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, f.element(), "type", "absent", "Give what it looks at.");
      return Optional.empty();
    }
    Optional<AnomalySeverity> severity = f.choice("severity", AnomalySeverity.class);
    if (severity.isEmpty()) {
      log.add(
          Rule.FIELD_PRESENT, f.element(), "severity", "absent", "Give severe, warning or notice.");
    }
    boolean inEffect = f.flag("inEffect", true);
    Of of = of(f, type.get());
    Threshold threshold = threshold(f, type.get());
    f.done();
    return log.count() > before
        ? Optional.empty()
        : Optional.of(
            new AnomalyRule(id, type.get(), severity.orElseThrow(), inEffect, of, threshold));
  }

  /** Only what a type looks at is asked for, so that anything else is refused as unknown. */
  private Of of(JsonFields f, AnomalyType type) {
    Set<String> markets = new TreeSet<>(f.texts("markets"));
    for (String market : markets) {
      try {
        DayKey.market(market);
      } catch (UnknownNameException e) {
        log.add(
            Rule.REFERENCE_EXISTS, f.element(), "markets", market, String.valueOf(e.getMessage()));
      }
    }
    Set<String> zones = type.isPrice() ? Set.copyOf(f.texts("zones")) : Set.of();
    boolean reserve = type == AnomalyType.RESERVE_SHORT;
    Set<String> products = reserve ? Set.copyOf(f.texts("products")) : Set.of();
    return new Of(markets, zones, products);
  }

  private Threshold threshold(JsonFields f, AnomalyType type) {
    boolean given =
        type.limit() == AnomalyType.Limit.REQUIRED
            || type.limit() == AnomalyType.Limit.OPTIONAL && f.has(type.field());
    if (!given) {
      return Threshold.NONE;
    }
    double limit = f.number(type.field());
    boolean negativePrice = type.isPrice() && type.field().equals("yuanPerMwh");
    if (limit < 0 && !negativePrice && type != AnomalyType.NO_RESULT) {
      log.add(Rule.QUANTITY_NOT_NEGATIVE, f.element(), type.field(), limit + "", "Give 0 or more.");
    }
    double least = type == AnomalyType.PRICE_RISE ? f.number(LEAST) : 0;
    if (least < 0) {
      log.add(Rule.QUANTITY_NOT_NEGATIVE, f.element(), LEAST, least + "", "Give 0 or more.");
    }
    return new Threshold(OptionalDouble.of(limit), least);
  }

  /** The rules as JSON; the same rules are the same bytes. */
  public static byte[] write(AnomalyRules rules) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    ArrayNode all = document.putArray("rules");
    for (AnomalyRule rule : rules.rules()) {
      ObjectNode node = all.addObject();
      node.put("id", rule.id()).put("type", rule.type().label());
      node.put("severity", rule.severity().label()).put("inEffect", rule.inEffect());
      put(node, "markets", rule.of().markets());
      put(node, "zones", rule.of().zones());
      put(node, "products", rule.of().products());
      rule.threshold().limit().ifPresent(limit -> node.put(rule.type().field(), limit));
      if (rule.type() == AnomalyType.PRICE_RISE) {
        node.put(LEAST, rule.threshold().least());
      }
    }
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
  }

  private static void put(ObjectNode node, String name, Set<String> words) {
    if (!words.isEmpty()) {
      ArrayNode list = node.putArray(name);
      new TreeSet<>(words).forEach(list::add);
    }
  }
}
