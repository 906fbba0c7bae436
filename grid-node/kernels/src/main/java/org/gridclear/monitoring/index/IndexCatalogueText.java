package org.gridclear.monitoring.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridclear.json.JsonFields;
import org.gridclear.monitoring.formula.IndexFormula;
import org.gridclear.monitoring.index.IndexDefinition.ByFormula;
import org.gridclear.monitoring.index.IndexDefinition.ByKernel;
import org.gridclear.monitoring.index.IndexDefinition.ByScores;
import org.gridclear.monitoring.index.IndexDefinition.Family;
import org.gridclear.monitoring.index.IndexDefinition.Names;
import org.gridclear.monitoring.index.IndexDefinition.Source;
import org.gridclear.monitoring.measure.Fuel;
import org.gridclear.monitoring.measure.Measure;
import org.gridclear.settlement.formula.FormulaException;
import org.gridclear.settlement.formula.Unit;
import org.gridclear.study.Yaml;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/** Reads a catalogue of indices, YAML or JSON (docs/monitoring.md). */
public final class IndexCatalogueText {
  private static final String ADVICE =
      "Give fuels: and indices: with id, family, en, zh, and kernel or formula.";
  private static final String ID = "[a-z][a-z0-9-]{0,63}";

  private final IssueLog log;
  private final Map<String, IndexDefinition> known = new TreeMap<>();

  private IndexCatalogueText(IssueLog log) {
    this.log = log;
  }

  /**
   * Reads a catalogue.
   *
   * @throws InvalidInputException with every issue
   */
  public static IndexCatalogue read(byte[] content, String name, int version) {
    IssueLog log = new IssueLog(name);
    var document = Yaml.parse(new String(content, StandardCharsets.UTF_8), log, ADVICE);
    log.throwIfErrors();
    JsonFields root = new JsonFields(document, "catalogue", log);
    IndexCatalogueText text = new IndexCatalogueText(log);
    List<Fuel> fuels = text.fuels(root);
    List<IndexDefinition> indices = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonFields fields : root.objects("indices", "index")) {
      String id = fields.text("id", "");
      if (!ids.add(id)) {
        log.add(Rule.ID_UNIQUE, fields.element(), "id", id, "Give it its own id.");
      }
      text.index(fields).ifPresent(indices::add);
    }
    for (JsonFields fields : root.objects("composites", "composite")) {
      String id = fields.text("id", "");
      if (!ids.add(id)) {
        log.add(Rule.ID_UNIQUE, fields.element(), "id", id, "Give it its own id.");
      }
      text.composite(fields).ifPresent(indices::add);
    }
    root.done();
    if (!root.has("indices")) {
      log.add(Rule.FIELD_PRESENT, "catalogue", "indices", "absent", ADVICE);
    }
    log.throwIfErrors();
    return new IndexCatalogue(version, indices, fuels);
  }

  private List<Fuel> fuels(JsonFields root) {
    List<Fuel> fuels = new ArrayList<>();
    for (JsonFields f : root.objects("fuels", "fuel")) {
      fuels.add(new Fuel(f.text("id"), f.flag("renewable", false), f.number("tonPerMwh")));
      f.done();
    }
    return fuels;
  }

  private Optional<IndexDefinition> index(JsonFields f) {
    int before = log.count();
    String id = id(f);
    Family family = f.choice("family", Family.class, Family.STRUCTURE);
    Names names = new Names(f.text("en"), f.text("zh"));
    String unit = f.text("unit", "1");
    Optional<Source> source = source(f, unit);
    DayFigure figure = f.choice("day", DayFigure.class, DayFigure.MEAN);
    boolean zones = f.flag("zones", false);
    Bounds bounds = bounds(f);
    double weight = f.number("weight", 1);
    f.done();
    if (!(weight > 0)) {
      log.add(Rule.FIELD_TYPE, f.element(), "weight", Double.toString(weight), "Give one above 0.");
    }
    if (log.count() > before || source.isEmpty()) {
      return Optional.empty();
    }
    IndexDefinition index =
        new IndexDefinition(
            id, family, names, unit, source.orElseThrow(), figure, zones, bounds, weight);
    known.put(id, index);
    return Optional.of(index);
  }

  private String id(JsonFields f) {
    String id = f.text("id");
    if (!id.matches(ID)) {
      log.add(Rule.FIELD_TYPE, f.element(), "id", id, "Give small letters, digits and dashes.");
    }
    return id;
  }

  private Optional<Source> source(JsonFields f, String unit) {
    boolean formula = f.has("formula");
    if (formula == f.has("kernel")) {
      log.add(
          Rule.FIELD_PRESENT,
          f.element(),
          "formula",
          formula ? "beside a kernel" : "absent",
          "Give a formula or a kernel.");
      return Optional.empty();
    }
    return formula ? formula(f, f.text("formula"), unit) : kernel(f, f.text("kernel"), unit);
  }

  private Optional<Source> formula(JsonFields f, String text, String unit) {
    try {
      IndexFormula formula = IndexFormula.of(text, Measure.units());
      if (!formula.unit().equals(Unit.parse(unit))) {
        log.add(
            Rule.FIELD_TYPE,
            f.element(),
            "unit",
            unit,
            "The formula gives " + formula.unit() + ".");
      }
      return Optional.of(new ByFormula(text, formula));
    } catch (FormulaException e) {
      log.add(Rule.FIELD_TYPE, f.element(), "formula", text, e.getMessage() + ".");
      return Optional.empty();
    }
  }

  private Optional<Source> kernel(JsonFields f, String word, String unit) {
    Optional<IndexKernel> kernel = IndexKernel.of(word);
    if (kernel.isEmpty()) {
      List<String> words = Stream.of(IndexKernel.values()).map(IndexKernel::word).toList();
      log.add(Rule.REFERENCE_EXISTS, f.element(), "kernel", word, NearestName.advice(word, words));
      return Optional.empty();
    }
    if (!kernel.orElseThrow().unit().equals(unit)) {
      log.add(
          Rule.FIELD_TYPE,
          f.element(),
          "unit",
          unit,
          "The kernel gives " + kernel.orElseThrow().unit() + ".");
    }
    SortedMap<String, Double> numbers = new TreeMap<>(kernel.orElseThrow().defaults());
    if (f.has("parameters")) {
      JsonFields given = f.object("parameters", f.element() + " parameters");
      numbers.replaceAll(given::number);
      given.done();
    }
    return Optional.of(new ByKernel(kernel.orElseThrow(), numbers));
  }

  private Bounds bounds(JsonFields f) {
    Bounds.Worse worse = f.choice("worse", Bounds.Worse.class, Bounds.Worse.ABOVE);
    OptionalDouble warning = optional(f, "warning");
    OptionalDouble severe = optional(f, "severe");
    boolean wrong =
        warning.isPresent()
            && severe.isPresent()
            && (worse == Bounds.Worse.ABOVE
                ? severe.getAsDouble() < warning.getAsDouble()
                : severe.getAsDouble() > warning.getAsDouble());
    if (wrong) {
      log.add(
          Rule.FIELD_TYPE,
          f.element(),
          "severe",
          Double.toString(severe.getAsDouble()),
          "Give one that is not better than the warning.");
    }
    Optional<Bounds.Scale> scale = Optional.empty();
    if (f.has("score")) {
      JsonFields of = f.object("score", f.element() + " score");
      Bounds.Scale given = new Bounds.Scale(of.number("best"), of.number("worst"));
      of.done();
      if (given.best() == given.worst()) {
        log.add(
            Rule.FIELD_TYPE,
            f.element(),
            "score",
            Double.toString(given.best()),
            "Give two different numbers.");
      }
      scale = Optional.of(given);
    }
    return new Bounds(worse, warning, severe, scale);
  }

  private static OptionalDouble optional(JsonFields f, String name) {
    return f.has(name) ? OptionalDouble.of(f.number(name)) : OptionalDouble.empty();
  }

  private Optional<IndexDefinition> composite(JsonFields f) {
    int before = log.count();
    String id = id(f);
    Names names = new Names(f.text("en"), f.text("zh"));
    List<String> parts = f.texts("of");
    boolean zones = f.flag("zones", false);
    Bounds bounds = bounds(f);
    f.done();
    if (parts.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, f.element(), "of", "absent", "Name the indices in it.");
    }
    for (String part : parts) {
      if (!known.containsKey(part)) {
        String advice = NearestName.advice(part, List.copyOf(known.keySet()));
        log.add(Rule.REFERENCE_EXISTS, f.element(), "of", part, advice);
      } else if (known.get(part).bounds().scale().isEmpty()) {
        log.add(Rule.FIELD_PRESENT, "index " + part, "score", "absent", "Give best and worst.");
      } else if (zones && !known.get(part).byZone()) {
        log.add(Rule.FIELD_TYPE, f.element(), "zones", "true", part + " is of the system alone.");
      }
    }
    return log.count() > before
        ? Optional.empty()
        : Optional.of(
            new IndexDefinition(
                id,
                Family.COMPOSITE,
                names,
                "1",
                new ByScores(parts),
                DayFigure.MEAN,
                zones,
                bounds,
                1));
  }
}
