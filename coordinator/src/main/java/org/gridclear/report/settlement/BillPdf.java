package org.gridclear.report.settlement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.bill.Bill;
import org.gridclear.settlement.bill.MitigatedOffer;

/**
 * Bills as PDF, in Chinese and English, with a place for a seal of ink (S-10); the same bill gives
 * the same bytes. One per thread.
 */
public final class BillPdf {
  private static final float LEFT = 40;
  private static final float TOP = 800;
  private static final float BOTTOM = 60;
  private static final float ROW = 15;
  private static final float SIZE = 8;

  private static final float SEAL_WIDTH = 220;
  private static final float SEAL_HEIGHT = 110;

  /** Left edges of the first two columns and right edges of the others. */
  private static final float[] COLUMNS = {40, 205, 390, 445, 525, 560};

  private final TrueTypeFont font;
  private final CmapLookup glyphs;

  /** Loads the font. */
  public BillPdf() {
    try (InputStream in = BillPdf.class.getResourceAsStream("/bills/bill-font.ttf")) {
      font = new TTFParser(true).parse(new RandomAccessReadBuffer(in.readAllBytes()));
      glyphs = font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The bytes of a bill.
   *
   * @throws IllegalArgumentException if the font lacks a character, which is named
   */
  public byte[] write(Bill bill) {
    return write(bill, true);
  }

  /**
   * The bytes of a bill as it was issued before bills had a place for a seal.
   *
   * @throws IllegalArgumentException if the font lacks a character, which is named
   */
  public byte[] writeWithoutSeal(Bill bill) {
    return write(bill, false);
  }

  private byte[] write(Bill bill, boolean seal) {
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId((long) bill.number().hashCode());
      PDFont face = PDType0Font.load(document, font, true);
      try (Page page = new Page(document, face)) {
        head(page, bill);
        lines(page, bill);
        foot(page, bill);
        if (seal) {
          seal(page);
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void head(Page page, Bill bill) throws IOException {
    text(page, LEFT, 15, "电费结算账单  Settlement bill");
    page.down(2);
    for (List<String> row :
        List.of(
            List.of("账单编号 Bill no.", bill.number(), "发布时间 Published", bill.publishedAt()),
            List.of(
                "结算主体 Entity",
                bill.entity().id() + " " + bill.entity().name(),
                "成员 Member",
                bill.entity().member() + " " + bill.entity().memberName()),
            List.of(
                "结算周期 Period",
                bill.from() + " - " + bill.to(),
                "类别 Class",
                bill.entity().entityClass()))) {
      text(page, LEFT, SIZE, row.get(0));
      text(page, 125, SIZE, row.get(1));
      text(page, 320, SIZE, row.get(2));
      text(page, 410, SIZE, row.get(3));
      page.down(1);
    }
    page.down(1);
  }

  private void lines(Page page, Bill bill) throws IOException {
    if (bill.resettlements().isEmpty()) {
      row(page, "科目 Item", "", "数量 Quantity", "均价 Price", "金额 yuan", "");
      page.rule();
      for (Bill.Line line : bill.lines()) {
        row(
            page,
            line.name().zh() + " " + line.code(),
            line.name().en(),
            line.quantity() == 0 ? "" : quantity(line),
            line.quantity() == 0 ? "" : FixedPoint.format(line.price(), 3),
            FixedPoint.format(line.amount(), 3),
            line.amount() < 0 ? "收" : "付");
      }
    } else {
      row(page, "追补科目 Re-settlement", "原账单 Old bill", "", "", "差额 yuan", "");
      page.rule();
      for (Bill.Resettlement line : bill.resettlements()) {
        row(
            page,
            line.name().zh() + " " + line.code(),
            line.billNumber(),
            "",
            "",
            FixedPoint.format(line.amount(), 3),
            line.amount() < 0 ? "收" : "付");
      }
    }
    page.rule();
  }

  private static String quantity(Bill.Line line) {
    String number = FixedPoint.format(line.quantity(), 4);
    return line.unit().equals("1") ? number : number + " " + line.unit();
  }

  private void foot(Page page, Bill bill) throws IOException {
    String direction = bill.total() < 0 ? "收" : "付";
    row(page, "合计 Total", "", "", "", FixedPoint.format(bill.total(), 3), direction);
    page.down(1);
    text(page, LEFT, SIZE, "收: 交易机构向成员收取 collect; 付: 交易机构向成员支付 pay");
    page.down(1);
    if (!bill.remark().isEmpty()) {
      text(page, LEFT, SIZE, "备注 Remark: " + bill.remark());
      page.down(1);
    }
    for (MitigatedOffer offer : bill.mitigated()) {
      for (String line : List.of(offer.text().zh(), offer.text().en())) {
        page.room();
        text(page, LEFT, SIZE, line);
        page.down(1);
      }
    }
  }

  /** A frame for the seal and the date, on one page. */
  private void seal(Page page) throws IOException {
    page.room(SEAL_HEIGHT);
    float left = COLUMNS[COLUMNS.length - 1] - SEAL_WIDTH;
    page.frame(left, SEAL_WIDTH, SEAL_HEIGHT);
    page.down(1);
    text(page, left + 6, SIZE, "交易机构盖章 Seal of the market operator");
    page.down(5);
    text(page, left + 6, SIZE, "日期 Date");
    page.down(1);
    text(page, left + 6, SIZE, "有电子签名的账单不需盖章 Not needed on a signed file");
  }

  private void row(Page page, String... cells) throws IOException {
    page.room();
    for (int c = 0; c < cells.length; c++) {
      float x = COLUMNS[c] - (c < 2 ? 0 : page.width(checked(cells[c]), SIZE));
      text(page, x, SIZE, cells[c]);
    }
    page.down(1);
  }

  private void text(Page page, float x, float size, String text) throws IOException {
    page.show(x, size, checked(text));
  }

  /** Whether the font has a glyph for every character of a text. */
  boolean shows(String text) {
    return text.codePoints().allMatch(point -> glyphs.getGlyphId(point) != 0);
  }

  private String checked(String text) {
    TreeSet<String> missing = new TreeSet<>();
    text.codePoints()
        .filter(point -> glyphs.getGlyphId(point) == 0)
        .forEach(point -> missing.add(Character.toString(point)));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "The bill font has no glyph for %s in '%s'; use other characters in the name."
              .formatted(missing, text));
    }
    return text;
  }

  /** Pages of a document, written from top to bottom. */
  private static final class Page implements AutoCloseable {
    private final PDDocument document;
    private final PDFont face;
    private PDPageContentStream stream;
    private float y;

    Page(PDDocument document, PDFont face) throws IOException {
      this.document = document;
      this.face = face;
      next();
    }

    private void next() throws IOException {
      close();
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      stream = new PDPageContentStream(document, page);
      y = TOP;
    }

    void room() throws IOException {
      room(0);
    }

    void room(float height) throws IOException {
      if (y - height < BOTTOM) {
        next();
      }
    }

    void frame(float left, float width, float height) throws IOException {
      stream.setLineWidth(0.4f);
      stream.addRect(left, y - height, width, height);
      stream.stroke();
    }

    void down(int rows) {
      y -= rows * ROW;
    }

    void rule() throws IOException {
      stream.setLineWidth(0.4f);
      stream.moveTo(LEFT, y + ROW - 4);
      stream.lineTo(COLUMNS[COLUMNS.length - 1], y + ROW - 4);
      stream.stroke();
    }

    float width(String text, float size) throws IOException {
      return text.isEmpty() ? 0 : face.getStringWidth(text) / 1000 * size;
    }

    void show(float x, float size, String text) throws IOException {
      if (text.isEmpty()) {
        return;
      }
      stream.beginText();
      stream.setFont(face, size);
      stream.newLineAtOffset(x, y);
      stream.showText(text);
      stream.endText();
    }

    @Override
    public void close() throws IOException {
      if (stream != null) {
        stream.close();
      }
    }
  }
}
