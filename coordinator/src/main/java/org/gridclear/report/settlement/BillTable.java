package org.gridclear.report.settlement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.bill.Bill;
import org.gridclear.table.CsvFile;

/** Bills as a table: the rows of a bill add up to its row {@code total}. */
final class BillTable {
  private BillTable() {}

  static void write(Path target, List<Bill> bills) {
    try (CsvFile file =
        new CsvFile(
            target,
            "bill",
            "entity",
            "member",
            "from",
            "to",
            "published",
            "account",
            "item",
            "quantity",
            "yuanPerUnit",
            "yuan",
            "direction",
            "oldBill",
            "unit")) {
      for (Bill bill : bills) {
        rows(bill).forEach(row -> file.row(row.toArray()));
      }
    }
  }

  private static List<List<String>> rows(Bill bill) {
    List<List<String>> rows = new ArrayList<>();
    if (bill.resettlements().isEmpty()) {
      for (Bill.Line line : bill.lines()) {
        String price = line.quantity() == 0 ? "" : FixedPoint.format(line.price(), 3);
        String quantity = FixedPoint.format(line.quantity(), 4);
        rows.add(
            row(
                bill,
                line.account(),
                line.code(),
                quantity,
                price,
                line.amount(),
                "",
                line.unit()));
      }
    }
    for (Bill.Resettlement line : bill.resettlements()) {
      rows.add(
          row(bill, "resettlement", line.code(), "", "", line.amount(), line.billNumber(), ""));
    }
    rows.add(row(bill, "total", "", "", "", bill.total(), "", ""));
    return rows;
  }

  private static List<String> row(
      Bill bill,
      String account,
      String item,
      String quantity,
      String price,
      long amount,
      String oldBill,
      String unit) {
    return List.of(
        bill.number(),
        bill.entity().id(),
        bill.entity().member(),
        bill.from(),
        bill.to(),
        bill.publishedAt(),
        account,
        item,
        quantity,
        price,
        SettlementTables.yuan(amount),
        amount < 0 ? "collect" : "pay",
        oldBill,
        unit);
  }
}
