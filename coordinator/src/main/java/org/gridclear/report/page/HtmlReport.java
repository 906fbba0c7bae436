package org.gridclear.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gridclear.json.Json;
import org.gridclear.run.RunResult;

/** The report page: one file with data and charts in it, that needs no network. */
public final class HtmlReport {
  private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

  private static final List<String> EVERY_PAGE = List.of("words", "sentences", "fuels", "shell");

  /** Scripts of each page, its own last. */
  private static final Map<String, List<String>> SCRIPTS =
      Map.of(
          "report", List.of("timeline", "network", "case", "report"),
          "screening", List.of("timeline", "network", "screening"),
          "comparison", List.of("comparison"),
          "close", List.of("close"),
          "day", List.of("day"));

  private HtmlReport() {}

  /** The page of a study. */
  public static String of(RunResult result, List<ReportData.Detail> details) {
    return page("report", ReportData.of(result, details));
  }

  /**
   * The page of a study whose result was kept, with what stands on top of it since.
   *
   * @param lines what must be looked at before everything else
   */
  public static String withKept(String page, List<String> lines) {
    String start = "const DATA = {";
    int at = page.indexOf(start);
    if (at < 0) {
      throw new IllegalArgumentException("This is no report page: it has no data.");
    }
    String kept = "\"kept\": %s, ".formatted(data(lines));
    int after = at + start.length();
    return page.substring(0, after) + kept + page.substring(after);
  }

  /** Data as a page has it: "<" is escaped so that no name in it can end the script element. */
  private static String data(Object content) {
    return Json.MAPPER.writeValueAsString(content).replace("<", "\\u003c");
  }

  /** A page: the frame of all of them with its sections, its scripts and its data. */
  public static String page(String name, Object content) {
    StringBuilder scripts = new StringBuilder(resource(ECHARTS));
    Stream.concat(EVERY_PAGE.stream(), Objects.requireNonNull(SCRIPTS.get(name)).stream())
        .forEach(script -> scripts.append('\n').append(resource("/report/" + script + ".js")));
    return resource("/report/page.html")
        .replace("<!--SECTIONS-->\n", resource("/report/" + name + ".html"))
        .replace("/*STYLE*/", resource("/report/style.css"))
        .replace("/*SCRIPTS*/", scripts)
        .replace("/*DATA*/null", data(content));
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + name + " is not on the class path.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
