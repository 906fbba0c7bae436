package org.gridclear.report.settlement;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gridclear.file.StoredFiles;
import org.gridclear.settlement.bill.Bill;
import org.gridclear.settlement.bill.MitigatedOffer;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.EntityDetail;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.registry.Label;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.table.TimelessWorkbook;

/** The bill of an entity with every line of the month as a workbook. */
public final class BillSheet {
  private BillSheet() {}

  /** Writes the workbook; the same bill gives the same bytes. */
  public static void write(Path file, Bill bill, CloseFolder close, EntityDetail detail)
      throws IOException {
    Path aside = Files.createTempFile("bill-", ".xlsx");
    try {
      try (OutputStream out = Files.newOutputStream(aside);
          Workbook workbook = new Workbook(out, "GridClear", "1.0")) {
        bill(workbook.newWorksheet("bill"), bill);
        lines(workbook.newWorksheet("lines"), close.month(), close.quantityUnits(), detail);
      }
      StoredFiles.write(file, TimelessWorkbook.of(aside, close.month().date(close.month().days())));
    } finally {
      Files.delete(aside);
    }
  }

  private static void bill(Worksheet sheet, Bill bill) {
    head(
        sheet,
        "item",
        "name",
        "名称",
        "account",
        "quantity",
        "yuan per unit",
        "yuan",
        "direction",
        "unit");
    int row = 1;
    for (Bill.Resettlement line : bill.resettlements()) {
      named(sheet, row, line.code(), line.name());
      sheet.value(row, 3, "resettlement of " + line.billNumber());
      sheet.value(row, 6, BigDecimal.valueOf(line.amount(), 3));
      sheet.value(row, 7, line.amount() < 0 ? "collect" : "pay");
      row++;
    }
    List<Bill.Line> fees = bill.resettlements().isEmpty() ? bill.lines() : List.of();
    for (Bill.Line line : fees) {
      named(sheet, row, line.code(), line.name());
      sheet.value(row, 3, line.account());
      sheet.value(row, 4, BigDecimal.valueOf(line.quantity(), 4));
      sheet.value(row, 5, BigDecimal.valueOf(line.price(), 3));
      sheet.value(row, 6, BigDecimal.valueOf(line.amount(), 3));
      sheet.value(row, 7, line.direction());
      sheet.value(row, 8, line.unit());
      row++;
    }
    sheet.value(row, 0, "total");
    sheet.value(row, 6, BigDecimal.valueOf(bill.total(), 3));
    for (MitigatedOffer offer : bill.mitigated()) {
      named(sheet, ++row, "mitigated", offer.text());
    }
  }

  private static void named(Worksheet sheet, int row, String code, Label name) {
    sheet.value(row, 0, code);
    sheet.value(row, 1, name.en());
    sheet.value(row, 2, name.zh());
  }

  private static void lines(
      Worksheet lines, SettlementMonth month, List<String> units, EntityDetail detail) {
    head(lines, "day", "item", "interval", "quantity", "yuan", "yuan per unit", "contract", "unit");
    List<RuleBook.Item> items = month.book().items();
    for (int i = 0; i < detail.lines().size(); i++) {
      EntityDetail.Line line = detail.lines().get(i);
      lines.value(i + 1, 0, month.date(line.day()).toString());
      lines.value(i + 1, 1, items.get(line.item()).code());
      lines.value(i + 1, 2, line.interval());
      lines.value(i + 1, 3, BigDecimal.valueOf(line.quantity(), 4));
      lines.value(i + 1, 4, BigDecimal.valueOf(line.amount(), 3));
      if (line.price().isPresent()) {
        lines.value(i + 1, 5, BigDecimal.valueOf(line.price().getAsLong(), 3));
      }
      lines.value(i + 1, 6, line.contract() < 0 ? "" : month.contracts().get(line.contract()));
      lines.value(i + 1, 7, units.get(line.item()));
    }
  }

  private static void head(Worksheet sheet, String... names) {
    for (int c = 0; c < names.length; c++) {
      sheet.value(0, c, names[c]);
      sheet.style(0, c).bold().set();
    }
  }
}
