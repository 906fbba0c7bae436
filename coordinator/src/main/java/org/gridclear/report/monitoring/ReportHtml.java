package org.gridclear.report.monitoring;

import java.util.List;
import java.util.Locale;
import org.gridclear.report.monitoring.ReportContent.Cell;
import org.gridclear.report.monitoring.ReportContent.Chart;
import org.gridclear.report.monitoring.ReportContent.Head;
import org.gridclear.report.monitoring.ReportContent.Section;

/** A report as one page; the same content gives the same text. */
public final class ReportHtml {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 28;
  private static final int CHART_WIDTH = 900;
  private static final int CHART_HEIGHT = 200;
  private static final int LEFT = 70;
  private static final int NAMES = 150;
  private static final int BAR = 22;
  private static final String STYLE =
      """
      body{font:14px/1.5 system-ui,"Noto Sans CJK SC",sans-serif;margin:2em auto;max-width:70em;color:#222}
      h1{font-size:1.6em;margin-bottom:.2em}h2{font-size:1.2em;border-bottom:1px solid #bbb;margin-top:1.6em}
      table{border-collapse:collapse;width:100%}th,td{padding:.25em .6em;border-bottom:1px solid #e4e4e4;text-align:left}
      td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}.severe{color:#b00020;font-weight:600}
      .warning{color:#8a5a00;font-weight:600}.missing{background:#fff3cd;padding:.5em .8em}
      figure{margin:1em 0}figcaption{font-weight:600;font-size:.9em}svg{vertical-align:middle;max-width:100%}
      polyline{fill:none;stroke:#2b6cb0;stroke-width:1.5}line{stroke:#ccc}rect{fill:#2b6cb0}rect.neg{fill:#b00020}
      svg text{font-size:11px;fill:#444}
      @media print{body{margin:0;max-width:none}h2{break-after:avoid}tr,figure{break-inside:avoid}}
      """;

  private final ReportContent content;
  private final StringBuilder page = new StringBuilder();

  private ReportHtml(ReportContent content) {
    this.content = content;
  }

  /** The page. */
  public static String of(ReportContent content) {
    return new ReportHtml(content).page();
  }

  private String page() {
    page.append("<!doctype html>\n<html lang=\"").append(content.chinese() ? "zh-CN" : "en");
    page.append("\"><head><meta charset=\"utf-8\"><title>").append(escaped(content.title()));
    page.append("</title><style>\n").append(STYLE).append("</style></head><body>\n<h1>");
    page.append(escaped(content.title())).append("</h1>\n<p>");
    page.append(escaped(content.subtitle())).append("</p>\n");
    for (String notice : content.notices()) {
      page.append("<p class=\"missing\">").append(escaped(notice)).append("</p>\n");
    }
    content.sections().forEach(this::section);
    return page.append("</body></html>\n").toString();
  }

  private void section(Section section) {
    page.append("<h2>").append(escaped(section.title())).append("</h2>\n");
    section.charts().forEach(this::chart);
    if (section.rows().isEmpty()) {
      page.append("<p>").append(content.chinese() ? "无。" : "None.").append("</p>\n");
      return;
    }
    page.append("<table><tr>");
    for (Head head : section.columns()) {
      page.append(head.numeric() ? "<th class=\"n\">" : "<th>");
      page.append(escaped(head.text())).append("</th>");
    }
    page.append("</tr>\n");
    for (List<Cell> row : section.rows()) {
      page.append("<tr>");
      for (int c = 0; c < row.size(); c++) {
        cell(section.columns().get(c), row.get(c));
      }
      page.append("</tr>\n");
    }
    page.append("</table>\n");
  }

  private void cell(Head head, Cell cell) {
    String kind = ((head.numeric() ? "n " : "") + cell.severity()).strip();
    page.append(kind.isEmpty() ? "<td>" : "<td class=\"" + kind + "\">");
    page.append(escaped(cell.text()));
    page.append(cell.course().size() > 1 ? small(cell.course()) : "").append("</td>");
  }

  private static String small(List<Double> of) {
    Chart chart = new Chart("", false, List.of(), of);
    StringBuilder points = new StringBuilder();
    for (int d = 0; d < of.size(); d++) {
      double x = (double) WIDTH * d / (of.size() - 1);
      point(points, x, 2 + (HEIGHT - 4) * (1 - chart.share(of.get(d))));
    }
    return "<svg width=\"%d\" height=\"%d\" role=\"img\"><polyline points=\"%s\"/></svg>"
        .formatted(WIDTH, HEIGHT, points.toString().strip());
  }

  private static void point(StringBuilder points, double x, double y) {
    points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
  }

  private void chart(Chart chart) {
    page.append("<figure><figcaption>").append(escaped(chart.title())).append("</figcaption>");
    int height = chart.bars() ? BAR * chart.labels().size() + 4 : CHART_HEIGHT;
    page.append(
        "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">"
            .formatted(CHART_WIDTH, height, CHART_WIDTH, height));
    if (chart.bars()) {
      bars(chart);
    } else {
      lines(chart);
    }
    page.append("</svg></figure>\n");
  }

  private void lines(Chart chart) {
    int bottom = CHART_HEIGHT - 20;
    for (double at : new double[] {chart.low(), (chart.low() + chart.high()) / 2, chart.high()}) {
      double y = 8 + (bottom - 8) * (1 - chart.share(at));
      svg("<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>", LEFT, y, CHART_WIDTH, y);
      text(LEFT - 6, y + 4, "end", ReportNumbers.shown(at));
    }
    StringBuilder points = new StringBuilder();
    int last = Math.max(1, chart.values().size() - 1);
    for (int k = 0; k <= chart.values().size(); k++) {
      boolean gap = k == chart.values().size() || chart.values().get(k).isNaN();
      if (gap && !points.isEmpty()) {
        page.append("<polyline points=\"").append(points.toString().strip()).append("\"/>");
        points.setLength(0);
      } else if (!gap) {
        double y = 8 + (bottom - 8) * (1 - chart.share(chart.values().get(k)));
        point(points, LEFT + (double) (CHART_WIDTH - LEFT) * k / last, y);
      }
    }
    text(LEFT, CHART_HEIGHT - 4, "start", chart.labels().get(0));
    text(CHART_WIDTH, CHART_HEIGHT - 4, "end", chart.labels().get(chart.labels().size() - 1));
  }

  private void bars(Chart chart) {
    double room = CHART_WIDTH - NAMES - 90.0;
    double zero = NAMES + room * chart.share(0);
    for (int k = 0; k < chart.labels().size(); k++) {
      double value = chart.values().get(k);
      double y = BAR * k + 3;
      text(NAMES - 6, y + 13, "end", chart.labels().get(k));
      if (!Double.isNaN(value)) {
        double end = NAMES + room * chart.share(value);
        svg(
            "<rect%s x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\"/>",
            value < 0 ? " class=\"neg\"" : "",
            Math.min(zero, end),
            y,
            Math.abs(end - zero),
            BAR - 6);
        text(Math.max(zero, end) + 6, y + 13, "start", ReportNumbers.shown(value));
      }
    }
  }

  private void text(double x, double y, String anchor, String text) {
    svg("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped(text));
  }

  private void svg(String form, Object... of) {
    page.append(String.format(Locale.ROOT, form, of));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
