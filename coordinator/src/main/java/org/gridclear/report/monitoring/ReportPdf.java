package org.gridclear.report.monitoring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.gridclear.report.monitoring.ReportContent.Cell;
import org.gridclear.report.monitoring.ReportContent.Chart;
import org.gridclear.report.monitoring.ReportContent.Head;
import org.gridclear.report.monitoring.ReportContent.Section;

/** A report as PDF, A4, in Chinese and English; the same content gives the same bytes. */
public final class ReportPdf {
  private static final float SIZE = 8;
  private static final float ROW = 14;
  private static final float CHART = 130;
  private static final float COURSE = 60;
  private static final float GAP = 12;

  private final ReportPage page;

  private ReportPdf(ReportPage page) {
    this.page = page;
  }

  /**
   * The bytes of a report.
   *
   * @throws IllegalArgumentException if the font lacks a character, which is named
   */
  public static byte[] of(ReportContent content) {
    try (InputStream in = ReportPdf.class.getResourceAsStream("/bills/bill-font.ttf");
        PDDocument document = new PDDocument()) {
      TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(in.readAllBytes()));
      CmapLookup glyphs = font.getUnicodeCmapLookup();
      document.setDocumentId((long) content.hashCode());
      document.getDocumentInformation().setTitle(content.title());
      try (ReportPage page =
          new ReportPage(document, PDType0Font.load(document, font, true), glyphs)) {
        new ReportPdf(page).write(content);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(ReportContent content) throws IOException {
    page.text(ReportPage.LEFT, 16, content.title());
    page.down(18);
    page.text(ReportPage.LEFT, 10, content.subtitle());
    page.down(10);
    for (String notice : content.notices()) {
      page.down(ROW);
      page.colour("warning");
      page.text(ReportPage.LEFT, SIZE + 1, notice);
    }
    page.colour("");
    for (Section section : content.sections()) {
      section(section, content.chinese());
    }
  }

  private void section(Section section, boolean chinese) throws IOException {
    page.down(26);
    page.room(section.charts().isEmpty() ? 4 * ROW : CHART + 2 * ROW);
    page.text(ReportPage.LEFT, 11, section.title());
    page.rule(-4);
    page.down(4);
    for (Chart chart : section.charts()) {
      chart(chart);
    }
    if (section.rows().isEmpty()) {
      page.down(ROW);
      page.text(ReportPage.LEFT, SIZE, chinese ? "无。" : "None.");
      return;
    }
    float[] widths = widths(section);
    head(section, widths);
    for (List<Cell> row : section.rows()) {
      page.down(ROW);
      if (page.room(0)) {
        head(section, widths);
        page.down(ROW);
      }
      row(section, row, widths);
    }
  }

  private void head(Section section, float[] widths) throws IOException {
    page.down(ROW);
    float x = ReportPage.LEFT;
    for (int c = 0; c < widths.length; c++) {
      Head head = section.columns().get(c);
      cell(x, widths[c], head.numeric(), head.text());
      x += widths[c];
    }
    page.rule(-3);
  }

  private void row(Section section, List<Cell> row, float[] widths) throws IOException {
    float x = ReportPage.LEFT;
    for (int c = 0; c < widths.length; c++) {
      Cell cell = row.get(c);
      page.colour(cell.severity());
      cell(x, widths[c], section.columns().get(c).numeric(), cell.text());
      page.colour("");
      if (cell.course().size() > 1) {
        Chart small = new Chart("", false, List.of(), cell.course());
        page.lines(small, x + GAP, page.y() - 2, COURSE, ROW - 3);
      }
      x += widths[c];
    }
  }

  private void cell(float x, float width, boolean numeric, String text) throws IOException {
    String shown = page.fitting(text, SIZE, width - GAP);
    float left = numeric ? x + width - page.width(shown, SIZE) - GAP / 2 : x;
    page.text(left, SIZE, shown);
  }

  /** Widths of columns: what their texts need; the widest of texts takes or gives what is left. */
  private float[] widths(Section section) throws IOException {
    float[] widths = new float[section.columns().size()];
    float sum = 0;
    for (int c = 0; c < widths.length; c++) {
      widths[c] = page.width(section.columns().get(c).text(), SIZE) + GAP;
      for (List<Cell> row : section.rows()) {
        float course = row.get(c).course().size() > 1 ? COURSE + GAP : 0;
        widths[c] = Math.max(widths[c], page.width(row.get(c).text(), SIZE) + GAP + course);
      }
      sum += widths[c];
    }
    int widest = 0;
    for (int c = 1; c < widths.length; c++) {
      boolean text = !section.columns().get(c).numeric() && c < widths.length - 1;
      widest = text && widths[c] > widths[widest] ? c : widest;
    }
    widths[widest] = Math.max(60, widths[widest] + ReportPage.WIDTH - sum);
    return widths;
  }

  private void chart(Chart chart) throws IOException {
    float height = chart.bars() ? ROW * chart.labels().size() : CHART - 30;
    page.down(ROW);
    page.room(Math.min(height + 20, 600));
    page.text(ReportPage.LEFT, SIZE + 1, chart.title());
    if (chart.bars()) {
      bars(chart);
      return;
    }
    page.down(height + 10);
    float left = ReportPage.LEFT + 55;
    float width = ReportPage.WIDTH - 55;
    for (double at : new double[] {chart.low(), (chart.low() + chart.high()) / 2, chart.high()}) {
      float y = (float) (page.y() + height * chart.share(at));
      page.line(left, y, left + width, y);
      String text = ReportNumbers.shown(at);
      page.textAt(left - 5 - page.width(text, SIZE - 1), y - 2.5f, SIZE - 1, text);
    }
    page.lines(chart, left, page.y(), width, height);
    page.down(ROW);
    page.text(left, SIZE - 1, chart.labels().get(0));
    String last = chart.labels().get(chart.labels().size() - 1);
    page.text(left + width - page.width(last, SIZE - 1), SIZE - 1, last);
  }

  private void bars(Chart chart) throws IOException {
    float names = 120;
    float room = ReportPage.WIDTH - names - 70;
    for (int k = 0; k < chart.labels().size(); k++) {
      page.down(ROW);
      page.room(0);
      String name = page.fitting(chart.labels().get(k), SIZE, names - GAP);
      page.text(ReportPage.LEFT + names - GAP - page.width(name, SIZE), SIZE, name);
      double value = chart.values().get(k);
      if (!Double.isNaN(value)) {
        float zero = (float) (ReportPage.LEFT + names + room * chart.share(0));
        float end = (float) (ReportPage.LEFT + names + room * chart.share(value));
        page.bar(Math.min(zero, end), Math.abs(end - zero), value < 0);
        page.text(Math.max(zero, end) + 5, SIZE, ReportNumbers.shown(value));
      }
    }
  }
}
