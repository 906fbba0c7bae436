package org.gridclear.report.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.market.store.index.IndexAlarmRow;
import org.gridclear.monitoring.evaluation.IndexEvaluation.StoredIndex;
import org.gridclear.monitoring.index.Bounds;
import org.gridclear.monitoring.index.IndexDefinition;
import org.gridclear.monitoring.index.IndexDefinition.Family;

/**
 * The report of a market over a range of dates as one page: open alarms first, then scores and
 * indices by family with their course. The same values give the same text.
 *
 * @param facts what the report is of
 * @param values values of the range
 * @param alarms alarms of the range
 * @param language its language
 */
public record IndexReport(
    Facts facts, List<StoredIndex> values, List<IndexAlarmRow> alarms, ReportLanguage language) {
  private static final List<Family> ORDER =
      List.of(
          Family.COMPOSITE,
          Family.STRUCTURE,
          Family.SECURITY,
          Family.OPERATION,
          Family.BENEFIT,
          Family.DISPATCH);
  private static final int WIDTH = 160;
  private static final int HEIGHT = 28;
  private static final String STYLE =
      """
      body{font:14px/1.5 system-ui,"Noto Sans CJK SC",sans-serif;margin:2em auto;max-width:70em;color:#222}
      h1{font-size:1.6em;margin-bottom:.2em}h2{font-size:1.2em;border-bottom:1px solid #bbb;margin-top:1.6em}
      table{border-collapse:collapse;width:100%}th,td{padding:.25em .6em;border-bottom:1px solid #e4e4e4;text-align:left}
      td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}.severe{color:#b00020;font-weight:600}
      .warning{color:#8a5a00;font-weight:600}.missing{background:#fff3cd;padding:.5em .8em}
      svg{vertical-align:middle}polyline{fill:none;stroke:#2b6cb0;stroke-width:1.3}
      @media print{body{margin:0;max-width:none}h2{break-after:avoid}tr{break-inside:avoid}}
      """;

  /**
   * What a report is of.
   *
   * @param market name of the market
   * @param from first trading date
   * @param to last trading date
   * @param missing dates without results
   * @param currency what money is counted in
   */
  public record Facts(
      String market, LocalDate from, LocalDate to, List<LocalDate> missing, String currency) {
    public Facts {
      missing = List.copyOf(missing);
    }
  }

  public IndexReport {
    values = List.copyOf(values);
    alarms = List.copyOf(alarms);
  }

  /** The page. */
  public String html() {
    StringBuilder page = new StringBuilder();
    String title = language.of("Market report", "市场运行报告") + " " + facts.market();
    page.append("<!doctype html>\n<html lang=\"").append(language.of("en", "zh-CN"));
    page.append("\"><head><meta charset=\"utf-8\"><title>").append(escaped(title));
    page.append("</title><style>\n").append(STYLE).append("</style></head><body>\n");
    page.append("<h1>").append(escaped(title)).append("</h1>\n<p>");
    page.append(facts.from()).append(" – ").append(facts.to()).append("</p>\n");
    missing(page);
    alarms(page);
    for (Family family : ORDER) {
      family(page, family);
    }
    elements(page, "fuel-mix", language.of("Fuel mix, mean share", "电源结构（平均占比）"), true);
    elements(page, "member-profit", language.of("Profit of suppliers, sum", "成员盈亏（合计）"), false);
    return page.append("</body></html>\n").toString();
  }

  private void missing(StringBuilder page) {
    if (!facts.missing().isEmpty()) {
      page.append("<p class=\"missing\">");
      page.append(language.of("Dates without results: ", "无结果日期："));
      page.append(facts.missing().size()).append(" (").append(facts.missing().get(0));
      page.append(" …)</p>\n");
    }
  }

  /** Alarms of an index and zone. */
  private record Alarmed(String index, String zone, String severity) {}

  private void alarms(StringBuilder page) {
    Map<Alarmed, List<IndexAlarmRow>> open = new LinkedHashMap<>();
    for (String severity : List.of("severe", "warning")) {
      for (IndexAlarmRow alarm : alarms) {
        if (alarm.cleared().isEmpty() && alarm.passed().severity().equals(severity)) {
          open.computeIfAbsent(
                  new Alarmed(alarm.item().index(), alarm.item().zone(), severity),
                  none -> new ArrayList<>())
              .add(alarm);
        }
      }
    }
    page.append("<h2>").append(language.of("Open alarms", "未处理告警")).append("</h2>\n");
    if (open.isEmpty()) {
      page.append("<p>").append(language.of("None.", "无。")).append("</p>\n");
      return;
    }
    head(page, "Severity", "级别", "Index", "指标", "Zone", "分区", "#Days", "#天数", "#Limit", "#限值");
    open.forEach(
        (of, rows) -> {
          page.append("<tr><td class=\"").append(of.severity()).append("\">");
          page.append(language.severity(of.severity())).append("</td>");
          text(page, name(of.index()));
          text(page, language.zone(of.zone()));
          number(page, Integer.toString(rows.size()));
          number(page, shown(rows.get(0).passed().limit()));
          page.append("</tr>\n");
        });
    page.append("</table>\n");
  }

  private String name(String index) {
    return values.stream()
        .filter(each -> each.index().id().equals(index))
        .findFirst()
        .map(each -> language.of(each.index().names()))
        .orElse(index);
  }

  /** The course of an index in a zone. */
  private record Course(IndexDefinition index, String zone) {}

  private void family(StringBuilder page, Family family) {
    Map<Course, List<Double>> courses = new LinkedHashMap<>();
    for (StoredIndex each : values) {
      if (each.index().family() == family && each.zone().isEmpty() && each.value().defined()) {
        courses
            .computeIfAbsent(new Course(each.index(), each.zone()), none -> new ArrayList<>())
            .add(each.value().value());
      }
    }
    if (courses.isEmpty()) {
      return;
    }
    page.append("<h2>").append(language.of(family)).append("</h2>\n");
    head(
        page,
        "Index",
        "指标",
        "Unit",
        "单位",
        "#Mean",
        "#平均",
        "#Lowest",
        "#最低",
        "#Highest",
        "#最高",
        "#Last",
        "#最近",
        "Course",
        "走势");
    courses.forEach((course, of) -> course(page, course.index(), of));
    page.append("</table>\n");
  }

  private void course(StringBuilder page, IndexDefinition index, List<Double> of) {
    double last = of.get(of.size() - 1);
    Optional<Bounds.Passed> passed = index.bounds().passed(last);
    page.append("<tr>");
    text(page, language.of(index.names()));
    text(page, index.unit().replace("yuan", facts.currency()));
    number(page, shown(of.stream().mapToDouble(Double::doubleValue).sum() / of.size()));
    number(page, shown(of.stream().mapToDouble(Double::doubleValue).min().orElseThrow()));
    number(page, shown(of.stream().mapToDouble(Double::doubleValue).max().orElseThrow()));
    page.append("<td class=\"n ");
    page.append(passed.map(limit -> limit.severe() ? "severe" : "warning").orElse(""));
    page.append("\">").append(shown(last)).append("</td><td>");
    page.append(of.size() > 1 ? line(of) : "").append("</td></tr>\n");
  }

  private static String line(List<Double> of) {
    double low = of.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double high = of.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    StringBuilder points = new StringBuilder();
    for (int d = 0; d < of.size(); d++) {
      double x = (double) WIDTH * d / (of.size() - 1);
      double share = high > low ? (of.get(d) - low) / (high - low) : 0.5;
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, 2 + (HEIGHT - 4) * (1 - share)));
    }
    return "<svg width=\"%d\" height=\"%d\" role=\"img\"><polyline points=\"%s\"/></svg>"
        .formatted(WIDTH, HEIGHT, points.toString().strip());
  }

  private void elements(StringBuilder page, String index, String title, boolean mean) {
    Map<String, Double> sums = new TreeMap<>();
    int days = 0;
    for (StoredIndex each : values) {
      if (each.index().id().equals(index) && each.zone().isEmpty() && each.value().defined()) {
        each.value().elements().forEach((name, value) -> sums.merge(name, value, Double::sum));
        days++;
      }
    }
    if (sums.isEmpty()) {
      return;
    }
    page.append("<h2>").append(escaped(title)).append("</h2>\n");
    head(page, "Name", "名称", "#Value", "#数值");
    double by = mean ? days : 1;
    sums.forEach(
        (name, sum) -> {
          page.append("<tr>");
          text(page, name);
          number(page, shown(sum / by));
          page.append("</tr>\n");
        });
    page.append("</table>\n");
  }

  /** Titles in pairs, English and Chinese; # marks a column of numbers. */
  private void head(StringBuilder page, String... pairs) {
    page.append("<table><tr>");
    for (int c = 0; c < pairs.length; c += 2) {
      String title = language.of(pairs[c], pairs[c + 1]);
      boolean number = title.startsWith("#");
      page.append(number ? "<th class=\"n\">" : "<th>");
      page.append(number ? title.substring(1) : title).append("</th>");
    }
    page.append("</tr>\n");
  }

  private static void text(StringBuilder page, String text) {
    page.append("<td>").append(escaped(text)).append("</td>");
  }

  private static void number(StringBuilder page, String text) {
    page.append("<td class=\"n\">").append(text).append("</td>");
  }

  private static String shown(double value) {
    double size = Math.abs(value);
    String form = size >= 1000 ? "%,.0f" : size >= 10 ? "%.1f" : "%.3f";
    return String.format(Locale.ROOT, form, value + 0.0);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
