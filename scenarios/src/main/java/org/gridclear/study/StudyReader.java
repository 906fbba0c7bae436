package org.gridclear.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.HorizonWindow;
import org.gridclear.clearing.input.MarketRunReader;
import org.gridclear.file.TextFile;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Horizon;
import org.gridclear.security.input.ScreeningPlan;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a study, YAML or JSON (docs/formats.md), and expands it. */
public final class StudyReader {
  private final IssueLog log;
  private final Path folder;
  private final boolean confined;

  private StudyReader(IssueLog log, Path folder, boolean confined) {
    this.log = log;
    this.folder = folder;
    this.confined = confined;
  }

  /**
   * Reads a study file; its base is looked up beside it.
   *
   * @throws InvalidInputException with every issue, if there is an error
   */
  public static StudyDefinition read(Path file) {
    IssueLog log = new IssueLog(file.getFileName().toString());
    String text = TextFile.read(file, log);
    log.throwIfErrors();
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    return new StudyReader(log, folder, false).read(text);
  }

  /**
   * Reads a study from a text that came from elsewhere; files outside {@code folder} are refused.
   *
   * @throws InvalidInputException with every issue, if there is an error
   */
  public static StudyDefinition read(String text, String name, Path folder) {
    return new StudyReader(new IssueLog(name), folder, true).read(text);
  }

  /** Whether JSON is a study, not a case. */
  public static boolean isStudy(byte[] json) {
    return Json.parse(json, new IssueLog("")).has("study");
  }

  /**
   * Reads a study from standard input; files that it names are looked up in the current folder.
   *
   * @throws InvalidInputException with every issue, if there is an error
   */
  public static StudyDefinition readInput(String text) {
    return new StudyReader(new IssueLog("standard input"), Path.of("").toAbsolutePath(), false)
        .read(text);
  }

  private ClearedAs clearedAs = ClearedAs.BY_DEFAULT;

  private StudyDefinition read(String text) {
    JsonNode document = Yaml.parse(text, log, "A study starts with 'study: name'.");
    log.throwIfErrors();
    JsonFields study = new JsonFields(document, "study", log);
    String name = study.text("study");
    long count = CaseExpansion.count(study);
    if (count > StudyDefinition.CASES_MAX) {
      CaseExpansion.reportSize(count, log);
    }
    List<Issue> remarks = new ArrayList<>();
    MarketDay base = base(study, remarks);
    ClearingOptions options =
        study.has("options")
            ? ClearedAs.options(study.object("options", "options"), log)
            : clearedAs.options();
    if (base != null) {
      base = new MarketRunReader(log, folder, confined).read(study, base, options.market());
    }
    List<CaseOverlay> cases = List.of();
    if (base != null && count <= StudyDefinition.CASES_MAX) {
      cases = new CaseExpansion(base, clearedAs.changes(), log).expand(study);
    }
    for (String field : List.of("cases", "sweeps", "monteCarlo", "eachOf")) {
      study.has(field);
    }
    Optional<ScreeningPlan> screening = Optional.empty();
    if (study.has("screening") && base != null) {
      screening =
          Optional.of(
              new ScreeningPlanReader(log, folder, confined)
                  .read(study.object("screening", "screening"), base, cases));
    }
    study.done();
    log.throwIfErrors();
    remarks.addAll(log.issues());
    return new StudyDefinition(
        name, Objects.requireNonNull(base), options, cases, screening, remarks);
  }

  /** The base: a file or a built-in network, completed where it has no market data. */
  private @Nullable MarketDay base(JsonFields study, List<Issue> remarks) {
    JsonFields f = study.object("base", "base");
    String source = f.text("case");
    Set<Rule> rulesOff = rulesOff(f);
    JsonFields synthetic = f.object("synthetic", "base synthetic");
    f.done();
    SyntheticOptions options = synthetic(synthetic);
    boolean hasHorizon = study.has("horizon");
    Horizon horizon = horizon(study.object("horizon", "horizon"));
    if (source.isEmpty()) {
      return null;
    }
    Path root = folder.toAbsolutePath().normalize();
    if (confined && !root.resolve(source).normalize().startsWith(root)) {
      log.add(Rule.FILE_READABLE, "base", "case", source, "It lies outside the folder of cases.");
      return null;
    }
    try {
      CaseFiles.Loaded loaded = CaseFiles.load(source, folder, rulesOff);
      remarks.addAll(loaded.log().issues());
      clearedAs = ClearedAs.of(loaded, log);
      if (loaded.content() instanceof CaseFiles.Content.WholeDay whole) {
        return hasHorizon ? cut(whole.day(), horizon) : whole.day();
      }
      var network = ((CaseFiles.Content.OnlyNetwork) loaded.content()).network();
      return SyntheticMarket.complete(network, horizon, options);
    } catch (InvalidInputException e) {
      for (Issue issue : e.issues()) {
        log.add(
            issue.rule(),
            issue.file() + ": " + issue.element(),
            issue.field(),
            issue.value(),
            issue.advice());
      }
      return null;
    }
  }

  private MarketDay cut(MarketDay day, Horizon horizon) {
    if (day.horizon().equals(horizon)) {
      return day;
    }
    if (day.horizon().minutesPerPeriod() != horizon.minutesPerPeriod()
        || day.periodCount() < horizon.periodCount()) {
      log.add(
          Rule.STUDY_VALUE,
          "horizon",
          "",
          "%d × %d min".formatted(horizon.periodCount(), horizon.minutesPerPeriod()),
          "The base has %d × %d min; a study may use its first periods."
              .formatted(day.periodCount(), day.horizon().minutesPerPeriod()));
      return day;
    }
    return HorizonWindow.head(day, horizon.periodCount());
  }

  private Set<Rule> rulesOff(JsonFields f) {
    Set<Rule> off = EnumSet.noneOf(Rule.class);
    for (String id : f.texts("rulesOff")) {
      Rule rule = Rule.byId(id).orElse(null);
      if (rule == null || !rule.switchable()) {
        log.add(Rule.STUDY_TARGET, "base", "rulesOff", id, "It is no rule that can be off.");
      } else {
        off.add(rule);
      }
    }
    return off;
  }

  private Horizon horizon(JsonFields f) {
    int count = f.integer("periodCount", 24);
    int minutes = f.integer("minutesPerPeriod", 60);
    f.done();
    try {
      return new Horizon(count, minutes);
    } catch (IllegalArgumentException e) {
      log.add(
          Rule.STUDY_VALUE,
          "horizon",
          "",
          String.valueOf(e.getMessage()),
          "Give 24 × 60 or 96 × 15.");
      return Horizon.dayOfHours();
    }
  }

  private SyntheticOptions synthetic(JsonFields f) {
    SyntheticOptions byDefault = SyntheticOptions.DEFAULT;
    SyntheticOptions options =
        new SyntheticOptions(
            f.integer("seed", (int) byDefault.seed()),
            f.number("loadScale", byDefault.loadScale()),
            f.number("renewableShare", byDefault.renewableShare()),
            f.number("reserveShare", byDefault.reserveShare()),
            f.number("tightShare", byDefault.tightShare()));
    f.done();
    return options;
  }
}
