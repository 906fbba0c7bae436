package org.gridclear.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.close.Bill;
import org.gridclear.close.BillRegister;
import org.gridclear.close.CloseFolder;
import org.gridclear.close.EntityDetail;
import org.gridclear.quantity.FixedPoint;

/** Bills of a close as files: a PDF each, one CSV of all their lines, detail where it is wanted. */
public final class BillFolder {
  private final CloseFolder close;
  private final CloseFolder billed;
  private final String publishedAt;
  private final ThreadLocal<BillPdf> pdf = ThreadLocal.withInitial(BillPdf::new);

  /** Bills of a close. */
  public BillFolder(CloseFolder close, String publishedAt) {
    this.close = close;
    this.billed = BillRegister.billedBefore(close);
    this.publishedAt = publishedAt;
  }

  /**
   * Writes the bills of all entities; after a re-settlement only of those that it changed.
   *
   * @return number of bills
   */
  public int all(Path folder) {
    List<Bill> bills =
        IntStream.range(0, close.record().unitKeys().size())
            .parallel()
            .mapToObj(unit -> Bill.of(close, unit, billed, publishedAt))
            .flatMap(List::stream)
            .filter(bill -> billed == null || !bill.resettlements().isEmpty())
            .toList();
    bills.parallelStream().forEach(bill -> pdf(folder, bill));
    table(folder, bills);
    return bills.size();
  }

  /** Writes the bill of one entity with its detail. */
  public Bill one(Path folder, String entity) throws IOException {
    int number = close.entity(entity);
    Bill bill =
        IntStream.range(0, close.record().unitKeys().size())
            .filter(
                unit -> close.charges(unit).from() <= number && number < close.charges(unit).to())
            .mapToObj(unit -> Bill.of(close, unit, billed, publishedAt))
            .flatMap(List::stream)
            .filter(each -> each.entity().id().equals(entity))
            .findFirst()
            .orElseThrow();
    EntityDetail detail = EntityDetail.of(close, entity);
    pdf(folder, bill);
    table(folder, List.of(bill));
    new DetailText(close, detail).write(folder.resolve(bill.number() + "-lines.csv"));
    BillSheet.write(folder.resolve(bill.number() + ".xlsx"), bill, close.month(), detail);
    return bill;
  }

  private void pdf(Path folder, Bill bill) {
    try {
      Files.write(folder.resolve(bill.number() + ".pdf"), pdf.get().write(bill));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void table(Path folder, List<Bill> bills) {
    try (CsvFile file =
        new CsvFile(
            folder.resolve("bills.csv"),
            "bill",
            "entity",
            "member",
            "from",
            "to",
            "published",
            "account",
            "item",
            "MWh",
            "yuanPerMwh",
            "yuan",
            "direction",
            "oldBill")) {
      for (Bill bill : bills) {
        rows(bill).forEach(row -> file.row(row.toArray()));
      }
    }
  }

  private static List<List<String>> rows(Bill bill) {
    List<List<String>> rows = new ArrayList<>();
    for (Bill.Line line : bill.lines()) {
      String price = line.quantity() == 0 ? "" : FixedPoint.format(line.price(), 3);
      String quantity = FixedPoint.format(line.quantity(), 4);
      rows.add(row(bill, line.account(), line.code(), quantity, price, line.amount(), ""));
    }
    for (Bill.Resettlement line : bill.resettlements()) {
      rows.add(row(bill, "resettlement", line.code(), "", "", line.amount(), line.billNumber()));
    }
    rows.add(row(bill, "total", "", "", "", bill.total(), ""));
    return rows;
  }

  private static List<String> row(
      Bill bill,
      String account,
      String item,
      String quantity,
      String price,
      long amount,
      String oldBill) {
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
        oldBill);
  }
}
