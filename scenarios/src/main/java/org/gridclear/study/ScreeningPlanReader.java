package org.gridclear.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.clearing.input.ElementFilter;
import org.gridclear.io.ContingencyReader;
import org.gridclear.io.LimitReader;
import org.gridclear.json.JsonFields;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Bus;
import org.gridclear.network.Contingency;
import org.gridclear.network.DeviceLimit;
import org.gridclear.network.Generator;
import org.gridclear.network.Network;
import org.gridclear.security.input.OutageChoice;
import org.gridclear.security.input.OutageScope;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.PowerFlowOptions.Start;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.ScreeningOptions.Rating;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.gridclear.security.input.ScreeningPlan;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** Reads what to screen and how, from a study or a request (docs/formats.md). */
public final class ScreeningPlanReader {
  private final IssueLog log;
  private final Path folder;
  private final boolean confined;

  /**
   * A reader.
   *
   * @param folder where a file of contingencies is looked up
   * @param confined whether files outside {@code folder} are refused
   */
  public ScreeningPlanReader(IssueLog log, Path folder, boolean confined) {
    this.log = log;
    this.folder = folder;
    this.confined = confined;
  }

  /** Reads the {@code screening} section of a study. */
  public ScreeningPlan read(JsonFields f, MarketDay base, List<CaseOverlay> overlays) {
    List<String> cases = f.texts("cases");
    for (String name : cases) {
      if (overlays.stream().noneMatch(overlay -> overlay.name().equals(name))) {
        log.add(Rule.STUDY_TARGET, "screening", "cases", name, "The study has no such case.");
      }
    }
    int from = f.integer("from", 0);
    int to = f.integer("to", base.periodCount());
    if (from < 0 || to > base.periodCount() || from >= to) {
      log.add(
          Rule.STUDY_VALUE,
          "screening",
          "from, to",
          from + ", " + to,
          "Periods lie in 0..%d.".formatted(base.periodCount()));
    }
    return plan(f, withUnits(base), cases, from, to);
  }

  /**
   * Reads the fields of a screening of cases of a study that is there.
   *
   * @throws InvalidInputException with all that is wrong with them
   */
  public ScreeningPlan ofStudy(JsonFields f, StudyDefinition study) {
    ScreeningPlan plan = read(f, study.base(), study.cases());
    log.throwIfErrors();
    return plan;
  }

  /** Reads the fields of a screening of a network by itself, which has no cases. */
  public ScreeningPlan ofNetwork(JsonFields f, Network network, int snapshots) {
    return plan(f, network, List.of(), 0, snapshots);
  }

  private ScreeningPlan plan(JsonFields f, Network network, List<String> cases, int from, int to) {
    List<Contingency> contingencies = contingencies(f, network);
    ScreeningOptions options = options(f);
    List<DeviceLimit> limits = limits(f, network);
    ElementFilter watch = watch(f, network);
    f.done();
    return new ScreeningPlan(options, contingencies, limits, watch, cases, from, to);
  }

  /** The network with the market's units as its generators, as the snapshots have it. */
  private static Network withUnits(MarketDay day) {
    List<Generator> units = new ArrayList<>();
    day.thermalUnits().forEach(unit -> units.add(Generator.of(unit.id(), unit.bus())));
    day.profiledUnits().forEach(unit -> units.add(Generator.of(unit.id(), unit.bus())));
    day.storageUnits().forEach(unit -> units.add(Generator.of(unit.id(), unit.bus())));
    return day.network().withGenerators(units);
  }

  /** Outages: those of a file, and those in scope. */
  private List<Contingency> contingencies(JsonFields f, Network network) {
    int before = log.count();
    String file = f.text("contingencies", "");
    List<String> kinds = f.texts("scope");
    List<Contingency> listed = file.isEmpty() ? null : fromFile(file, network);
    boolean none = kinds.equals(List.of("none"));
    List<String> asked = none ? List.of() : kinds;
    OutageScope scope = scope(f, kinds.isEmpty() ? List.of("branches") : asked, network);
    if (scope == null || log.count() > before) {
      return List.of();
    }
    try {
      return new OutageChoice(listed, !kinds.isEmpty(), scope).of(network);
    } catch (IllegalArgumentException e) {
      log.add(Rule.STUDY_VALUE, "screening", "scope", kinds, String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  private List<Contingency> fromFile(String file, Network network) {
    Path root = folder.toAbsolutePath().normalize();
    Path path = root.resolve(file).normalize();
    if (confined && !path.startsWith(root)) {
      log.add(
          Rule.FILE_READABLE, "screening", "contingencies", file, "It lies outside the folder.");
      return List.of();
    }
    try {
      return ContingencyReader.read(path, network);
    } catch (InvalidInputException e) {
      for (Issue issue : e.issues()) {
        String element = issue.file() + ": " + issue.element();
        log.add(issue.rule(), element, issue.field(), issue.value(), issue.advice());
      }
      return List.of();
    }
  }

  private @Nullable OutageScope scope(JsonFields f, List<String> kinds, Network network) {
    double kvMin = f.number("kvMin", 0);
    double kvMax = f.limit("kvMax", Double.POSITIVE_INFINITY);
    Set<String> zones = new HashSet<>(zones(f, "zones", network));
    Set<OutageScope.Kind> chosen = EnumSet.noneOf(OutageScope.Kind.class);
    for (String kind : kinds) {
      Set<OutageScope.Kind> meant = OutageScope.kinds(kind);
      if (meant.isEmpty()) {
        log.add(
            Rule.STUDY_VALUE,
            "screening",
            "scope",
            kind,
            "Use branches, lines, transformers, generators, buses, hvdc or all, or none alone.");
      }
      chosen.addAll(meant);
    }
    try {
      return new OutageScope(chosen, kvMin, kvMax, zones);
    } catch (IllegalArgumentException e) {
      log.add(Rule.STUDY_VALUE, "screening", "kvMin", kvMin, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** Changed limits: of a file, or listed. */
  private List<DeviceLimit> limits(JsonFields f, Network network) {
    if (!f.isText("limits")) {
      return LimitReader.read(f, network, log);
    }
    String file = f.text("limits");
    Path root = folder.toAbsolutePath().normalize();
    Path path = root.resolve(file).normalize();
    if (confined && !path.startsWith(root)) {
      log.add(Rule.FILE_READABLE, "screening", "limits", file, "It lies outside the folder.");
      return List.of();
    }
    return LimitReader.read(path, network, log);
  }

  /** Zones that the network has; others are reported. */
  private List<String> zones(JsonFields f, String field, Network network) {
    Set<String> known = new TreeSet<>(network.buses().stream().map(Bus::zone).toList());
    List<String> zones = f.texts(field);
    zones.forEach(zone -> log.reference("screening", field, zone, known));
    return zones.stream().filter(known::contains).toList();
  }

  /** Devices whose limits are watched, by zone and voltage; none at all is reported. */
  private ElementFilter watch(JsonFields f, Network network) {
    double kvMin = f.number("watchKvMin", 0);
    double kvMax = f.limit("watchKvMax", ElementFilter.ALL.kvMax());
    List<String> zones = zones(f, "watchZones", network);
    try {
      ElementFilter watch = new ElementFilter(List.of(), List.of(), zones, kvMin, kvMax);
      OutageScope.watched(watch, network);
      return watch;
    } catch (IllegalArgumentException e) {
      log.add(Rule.STUDY_VALUE, "screening", "watchKvMin", kvMin, String.valueOf(e.getMessage()));
      return ElementFilter.ALL;
    }
  }

  /** How to screen. */
  private ScreeningOptions options(JsonFields f) {
    ScreeningOptions d = ScreeningOptions.DEFAULT;
    Method method = f.choice("method", Method.class, d.method());
    Start start = f.choice("start", Start.class, d.start());
    boolean reactive = f.flag("reactiveLimits", d.reactiveLimits());
    Sharing slack = f.choice("slack", Sharing.class, d.baseSharing());
    Sharing sharing = f.choice("sharing", Sharing.class, d.outageSharing());
    Rating rating = f.choice("rating", Rating.class, d.rating());
    double tolerance = f.number("tolerancePu", d.tolerancePu());
    double heavy = f.number("heavyShare", d.heavyShare());
    double worsened = f.number("worsenedShare", d.worsenedShare());
    int exponent = f.integer("severityExponent", d.severityExponent());
    Rows rows = f.choice("flows", Rows.class, d.rows());
    if (method == Method.DC) {
      ofAcAlone("start", start, d.start());
      ofAcAlone("reactiveLimits", reactive, d.reactiveLimits());
      ofAcAlone("tolerancePu", tolerance, d.tolerancePu());
    }
    try {
      return new ScreeningOptions(
          method, start, reactive, slack, sharing, rating, tolerance, heavy, worsened, exponent,
          rows);
    } catch (IllegalArgumentException e) {
      log.add(Rule.STUDY_VALUE, "screening", "", String.valueOf(e.getMessage()), "Correct it.");
      return d;
    }
  }

  /** What would change nothing in DC is refused there. */
  private void ofAcAlone(String field, Object value, Object byDefault) {
    if (!value.equals(byDefault)) {
      String advice = "A DC power flow has no such thing; give method: ac, or leave it out.";
      log.add(Rule.STUDY_VALUE, "screening", field, value.toString(), advice);
    }
  }
}
