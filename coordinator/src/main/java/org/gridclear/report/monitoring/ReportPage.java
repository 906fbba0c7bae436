package org.gridclear.report.monitoring;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.gridclear.report.monitoring.ReportContent.Chart;

/** Pages of a PDF, written from top to bottom, with numbers at their feet. */
final class ReportPage implements AutoCloseable {
  static final float LEFT = 45;
  static final float WIDTH = 505;

  private static final float TOP = 795;
  private static final float BOTTOM = 55;
  private static final Color BLUE = new Color(0x2b, 0x6c, 0xb0);
  private static final Color RED = new Color(0xb0, 0x00, 0x20);
  private static final Color BROWN = new Color(0x8a, 0x5a, 0x00);
  private static final Color GREY = new Color(0xcc, 0xcc, 0xcc);

  private final PDDocument document;
  private final PDFont face;
  private final CmapLookup glyphs;
  private PDPageContentStream stream;
  private Color colour = Color.BLACK;
  private float y;
  private int number;

  ReportPage(PDDocument document, PDFont face, CmapLookup glyphs) throws IOException {
    this.document = document;
    this.face = face;
    this.glyphs = glyphs;
    next();
  }

  private void next() throws IOException {
    if (stream != null) {
      stream.close();
    }
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    stream = new PDPageContentStream(document, page);
    number++;
    y = TOP;
    textAt(LEFT + WIDTH / 2, 30, 8, Integer.toString(number));
  }

  float y() {
    return y;
  }

  void down(float by) {
    y -= by;
  }

  /** A new page where this one has not so much room; whether there is one. */
  boolean room(float height) throws IOException {
    boolean full = y - height < BOTTOM;
    if (full) {
      next();
    }
    return full;
  }

  /** Colour of texts from now on. */
  void colour(String severity) {
    colour =
        switch (severity) {
          case "severe" -> RED;
          case "warning" -> BROWN;
          default -> Color.BLACK;
        };
  }

  float width(String text, float size) throws IOException {
    return text.isEmpty() ? 0 : face.getStringWidth(checked(text)) / 1000 * size;
  }

  /** A text, cut with dots where it is wider. */
  String fitting(String text, float size, float width) throws IOException {
    String shown = text;
    for (int length = text.length() - 1; length > 0 && width(shown, size) > width; length--) {
      shown = text.substring(0, length) + "…";
    }
    return shown;
  }

  void text(float x, float size, String text) throws IOException {
    textAt(x, y, size, text);
  }

  void textAt(float x, float height, float size, String text) throws IOException {
    String shown = checked(text);
    if (!shown.isEmpty()) {
      stream.beginText();
      stream.setNonStrokingColor(colour);
      stream.setFont(face, size);
      stream.newLineAtOffset(x, height);
      stream.showText(shown);
      stream.endText();
    }
  }

  private String checked(String text) {
    TreeSet<String> missing = new TreeSet<>();
    text.codePoints()
        .filter(point -> glyphs.getGlyphId(point) == 0)
        .forEach(point -> missing.add(Character.toString(point)));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "The font of reports has no glyph for %s in '%s'; use other characters, or HTML."
              .formatted(missing, text));
    }
    return text;
  }

  void rule(float by) throws IOException {
    line(LEFT, y + by, LEFT + WIDTH, y + by);
  }

  void line(float fromX, float fromY, float toX, float toY) throws IOException {
    stream.setStrokingColor(GREY);
    stream.setLineWidth(0.5f);
    stream.moveTo(fromX, fromY);
    stream.lineTo(toX, toY);
    stream.stroke();
  }

  void bar(float x, float width, boolean negative) throws IOException {
    stream.setNonStrokingColor(negative ? RED : BLUE);
    stream.addRect(x, y - 2, width, 9);
    stream.fill();
  }

  /** The values of a chart as lines, in a rectangle with its lower left corner there. */
  void lines(Chart chart, float x, float bottom, float width, float height) throws IOException {
    stream.setStrokingColor(BLUE);
    stream.setLineWidth(0.8f);
    List<Double> values = chart.values();
    int last = Math.max(1, values.size() - 1);
    boolean open = false;
    for (int k = 0; k < values.size(); k++) {
      if (values.get(k).isNaN()) {
        open = false;
        continue;
      }
      float atX = x + width * k / last;
      float atY = (float) (bottom + height * chart.share(values.get(k)));
      if (open) {
        stream.lineTo(atX, atY);
      } else {
        stream.moveTo(atX, atY);
      }
      open = true;
    }
    stream.stroke();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
