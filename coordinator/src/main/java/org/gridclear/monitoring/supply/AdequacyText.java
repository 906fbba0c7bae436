package org.gridclear.monitoring.supply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.JsonFields;
import org.gridclear.monitoring.adequacy.AdequacySystem;
import org.gridclear.monitoring.adequacy.GeneratingUnit;
import org.gridclear.monitoring.adequacy.InterchangeLine;
import org.gridclear.monitoring.adequacy.LoadZone;
import org.gridclear.study.Yaml;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Reads a system for a study of adequacy, YAML or JSON (docs/monitoring.md). */
public final class AdequacyText {
  /** The system that comes with the program. */
  public static final String RTS_79 = "rts-79";

  private static final String ADVICE =
      "Give units: and load:, and zones: and lines: where there are any.";
  private static final int DAYS = 7;
  private static final int HOURS_OF_DAY = 24;
  private static final int FIRST_OF_WEEKEND = 5;
  private static final double KW_PER_MW = 1000;

  private final IssueLog log;

  private AdequacyText(IssueLog log) {
    this.log = log;
  }

  /** IEEE RTS-79 (1979). */
  public static AdequacySystem rts79() {
    try (InputStream in =
        AdequacyText.class.getResourceAsStream("/market/monitoring/rts-79.yaml")) {
      return read(in.readAllBytes(), "rts-79.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a system.
   *
   * @throws InvalidInputException with every issue
   */
  public static AdequacySystem read(byte[] content, String name) {
    IssueLog log = new IssueLog(name);
    var document = Yaml.parse(new String(content, StandardCharsets.UTF_8), log, ADVICE);
    log.throwIfErrors();
    JsonFields root = new JsonFields(document, "system", log);
    AdequacyText text = new AdequacyText(log);
    List<GeneratingUnit> units = text.units(root);
    List<LoadZone> zones = text.zones(root);
    List<InterchangeLine> lines = text.lines(root);
    text.check(units, zones, lines);
    long[][] load = text.load(root.object("load", "load"));
    root.done();
    log.throwIfErrors();
    return new AdequacySystem(units, load, zones, lines);
  }

  private List<GeneratingUnit> units(JsonFields root) {
    List<GeneratingUnit> units = new ArrayList<>();
    for (JsonFields f : root.objects("units", "unit")) {
      String id = f.text("id");
      int count = f.integer("count", 1);
      long kw = Math.round(f.number("mw") * KW_PER_MW);
      double up = f.number("meanUpHours");
      double down = f.number("meanDownHours");
      String zone = f.text("zone", "");
      f.done();
      if (count < 1 || kw < 0 || !(up > 0) || !(down >= 0)) {
        log.add(
            Rule.FIELD_TYPE,
            f.element(),
            "count, mw, meanUpHours, meanDownHours",
            "%d, %s, %s, %s".formatted(count, kw / KW_PER_MW, up, down),
            "Give a count and a time to failure above 0, an output and a time to repair of 0 or"
                + " more.");
        continue;
      }
      for (int k = 1; k <= count; k++) {
        String each = count == 1 ? id : id + "-" + k;
        if (units.stream().anyMatch(unit -> unit.id().equals(each))) {
          log.add(Rule.ID_UNIQUE, f.element(), "id", each, "Give it its own id.");
        }
        units.add(new GeneratingUnit(each, kw, up, down, zone));
      }
    }
    return units;
  }

  private List<LoadZone> zones(JsonFields root) {
    List<LoadZone> zones = new ArrayList<>();
    for (JsonFields f : root.objects("zones", "zone")) {
      String id = f.text("id");
      double share = f.number("loadShare");
      f.done();
      if (share >= 0 && share <= 1) {
        zones.add(new LoadZone(id, share));
      } else {
        log.add(Rule.FIELD_TYPE, f.element(), "loadShare", share, "Give a share in 0..1.");
      }
    }
    return zones;
  }

  private List<InterchangeLine> lines(JsonFields root) {
    List<InterchangeLine> lines = new ArrayList<>();
    for (JsonFields f : root.objects("lines", "line")) {
      String id = f.text("id");
      String from = f.text("from");
      String to = f.text("to");
      long kw = Math.round(f.number("mw") * KW_PER_MW);
      double failures = f.number("failuresPerYear");
      double repair = f.number("repairHours");
      f.done();
      if (kw < 0 || !(failures >= 0) || !(repair >= 0) || from.equals(to)) {
        log.add(
            Rule.FIELD_TYPE,
            f.element(),
            "from, to, mw, failuresPerYear, repairHours",
            "%s, %s, %s, %s, %s".formatted(from, to, kw / KW_PER_MW, failures, repair),
            "Give two zones, and numbers of 0 or more.");
      } else {
        lines.add(new InterchangeLine(id, from, to, kw, failures, repair));
      }
    }
    return lines;
  }

  /** Whether zones, units and lines fit together; only where each can be used alone. */
  private void check(
      List<GeneratingUnit> units, List<LoadZone> zones, List<InterchangeLine> lines) {
    if (log.count() == 0) {
      AdequacySystem.faults(units, zones, lines)
          .forEach(
              fault ->
                  log.add(Rule.REFERENCE_EXISTS, "system", "zones, units, lines", fault, ADVICE));
    }
  }

  private long[][] load(JsonFields f) {
    if (f.has("hoursMw")) {
      return hours(f);
    }
    double peakMw = f.number("peakMw");
    List<Double> weeks = f.numbers("weeksPercent");
    List<Double> days = f.numbers("daysPercent");
    size(f, "daysPercent", days, DAYS);
    List<Double>[] weekday = seasons(weeks.size());
    List<Double>[] weekend = seasons(weeks.size());
    for (JsonFields season : f.objects("seasons", "season")) {
      season(season, weekday, weekend);
    }
    f.done();
    long[][] load = new long[weeks.size()][AdequacySystem.HOURS];
    for (int w = 0; w < weeks.size(); w++) {
      if (weekday[w] == null) {
        log.add(
            Rule.FIELD_PRESENT, "load", "seasons", "no week " + (w + 1), "Name every week once.");
      } else if (days.size() == DAYS) {
        for (int h = 0; h < load[w].length; h++) {
          int day = h / HOURS_OF_DAY;
          List<Double> hour = day < FIRST_OF_WEEKEND ? weekday[w] : weekend[w];
          double share = weeks.get(w) * days.get(day) * hour.get(h % HOURS_OF_DAY) / 1e6;
          load[w][h] = Math.round(peakMw * KW_PER_MW * share);
        }
      }
    }
    return load;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static List<Double>[] seasons(int weeks) {
    return new List[weeks];
  }

  private void season(JsonFields f, List<Double>[] weekday, List<Double>[] weekend) {
    int from = f.integer("from");
    int to = f.integer("to");
    List<Double> days = f.numbers("weekdayPercent");
    List<Double> ends = f.numbers("weekendPercent");
    boolean right =
        size(f, "weekdayPercent", days, HOURS_OF_DAY)
            & size(f, "weekendPercent", ends, HOURS_OF_DAY);
    f.done();
    if (from < 1 || to < from || to > weekday.length) {
      log.add(
          Rule.FIELD_TYPE,
          f.element(),
          "from, to",
          from + ", " + to,
          "Give weeks in 1..%d.".formatted(weekday.length));
      return;
    }
    for (int w = from - 1; right && w < to; w++) {
      if (weekday[w] != null) {
        String twice = "week %d twice".formatted(w + 1);
        log.add(Rule.ID_UNIQUE, f.element(), "from, to", twice, "Name every week once.");
        return;
      }
      weekday[w] = days;
      weekend[w] = ends;
    }
  }

  private boolean size(JsonFields f, String field, List<Double> values, int wanted) {
    if (values.size() == wanted) {
      return true;
    }
    log.add(
        Rule.SERIES_LENGTH,
        f.element(),
        field,
        values.size() + " values",
        "Give %d.".formatted(wanted));
    return false;
  }

  private long[][] hours(JsonFields f) {
    List<Double> hours = f.numbers("hoursMw");
    f.done();
    if (hours.isEmpty() || hours.size() % AdequacySystem.HOURS != 0) {
      log.add(
          Rule.SERIES_LENGTH,
          f.element(),
          "hoursMw",
          hours.size() + " values",
          "Give whole weeks of %d hours.".formatted(AdequacySystem.HOURS));
      return new long[0][];
    }
    long[][] load = new long[hours.size() / AdequacySystem.HOURS][AdequacySystem.HOURS];
    for (int h = 0; h < hours.size(); h++) {
      load[h / AdequacySystem.HOURS][h % AdequacySystem.HOURS] =
          Math.round(hours.get(h) * KW_PER_MW);
    }
    return load;
  }
}
