package org.gridclear.clearing.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.market.MarketDay;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads {@code window}, {@code after}, {@code plan} and {@code boundBy} of a study and makes its
 * base the case of the market.
 */
public final class MarketRunReader {
  private final IssueLog log;
  private final Path folder;
  private final boolean confined;

  /** A reader of runs that came before, below a folder. */
  public MarketRunReader(IssueLog log, Path folder, boolean confined) {
    this.log = log;
    this.folder = folder;
    this.confined = confined;
  }

  /** The day of a market, with what the runs before it hand on. */
  public MarketDay read(JsonFields study, MarketDay base, Market market) {
    JsonFields window = study.object("window", "window");
    int first = window.integer("from", 1);
    int periods = window.integer("periods", 0);
    int days = window.integer("days", 0);
    int minutes = window.integer("minutes", 0);
    double fast = fastStartHoursMax(window, market);
    boolean repeat = window.flag("repeat", false);
    window.done();
    String after = study.text("after", "");
    String planned = study.text("plan", "");
    String bound = study.text("boundBy", "");
    if (after.isEmpty() && !planned.isEmpty()) {
      log.add(
          Rule.STUDY_VALUE,
          "study",
          "plan",
          planned,
          "A plan goes on after a run: name that run in after.");
    }
    InitialConditions longCycle = bound.isEmpty() ? null : boundary(bound);
    InitialConditions boundary = after.isEmpty() ? null : boundary(after);
    InitialConditions plan = planned.isEmpty() ? null : boundary(planned);
    try {
      MarketRun run = new MarketRun(market, first - 1, periods, days, minutes, fast, repeat);
      MarketDay day = run.of(base, boundary, boundary == null ? null : plan);
      run.notices(base, log);
      return longCycle == null ? day : run.bound(day, longCycle);
    } catch (IllegalArgumentException e) {
      log.add(
          Rule.STUDY_VALUE,
          "window",
          "from/periods",
          given(window),
          String.valueOf(e.getMessage()));
      return base;
    }
  }

  /** The hours themselves, or those of the mode of an intraday run. */
  private double fastStartHoursMax(JsonFields window, Market market) {
    String mode = window.text("mode", "");
    double hours = window.number("fastStartHoursMax", MarketRun.FAST_START_HOURS);
    if (mode.isEmpty()) {
      return hours;
    }
    try {
      IntradayMode given = IntradayMode.of(mode).in(market);
      if (given == IntradayMode.SCUC) {
        return hours;
      }
      if (!window.has("fastStartHoursMax")) {
        return given.fastStartHoursMax();
      }
      log.add(
          Rule.STUDY_VALUE,
          "window",
          "fastStartHoursMax",
          hours,
          "In the mode sced no unit starts: leave it out, or take the mode scuc.");
    } catch (IllegalArgumentException e) {
      log.add(Rule.STUDY_VALUE, "window", "mode", mode, String.valueOf(e.getMessage()));
    }
    return hours;
  }

  private static String given(JsonFields window) {
    List<String> given = new ArrayList<>();
    for (String name : List.of("from", "periods", "days", "minutes")) {
      if (window.has(name)) {
        given.add(name + " " + JsonFields.label(Objects.requireNonNull(window.raw(name))));
      }
    }
    return String.join(", ", given);
  }

  private @Nullable InitialConditions boundary(String after) {
    Path root = folder.toAbsolutePath().normalize();
    Path path = root.resolve(after).normalize();
    if (confined && !path.startsWith(root)) {
      log.add(Rule.FILE_READABLE, "study", "after", after, "It lies outside the folder of cases.");
      return null;
    }
    return readBoundary(path, log);
  }

  /** Reads a boundary file, or that of a case folder; reports what is wrong with it. */
  public static @Nullable InitialConditions readBoundary(Path path, IssueLog log) {
    Path file = Files.isDirectory(path) ? path.resolve("boundary.json") : path;
    try {
      return Json.MAPPER.readValue(Files.readString(file), InitialConditions.class);
    } catch (IOException e) {
      log.add(
          Rule.FILE_READABLE,
          "study",
          "after",
          file,
          "There is no boundary.json; name the folder of a cleared case.");
    } catch (JacksonException e) {
      log.add(Rule.SYNTAX, "study", "after", file, Json.firstLine(e.getMessage()));
    }
    return null;
  }
}
