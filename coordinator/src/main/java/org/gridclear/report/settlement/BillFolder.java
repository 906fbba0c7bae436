package org.gridclear.report.settlement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridclear.file.StoredFiles;
import org.gridclear.settlement.bill.Bill;
import org.gridclear.settlement.bill.BillDrafts;
import org.gridclear.settlement.bill.BillDrafts.Draft;
import org.gridclear.settlement.bill.BillIssue;
import org.gridclear.settlement.bill.BillRegister;
import org.gridclear.settlement.bill.MitigatedOffer;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.EntityDetail;
import org.gridclear.signature.DetachedSignature;
import org.gridclear.signature.PdfSigning;
import org.gridclear.signature.Signing;

/**
 * Issues bills of a close as files: a PDF each, one CSV of all their lines, detail where it is
 * wanted. A bill that was issued before is written again with the same bytes, or refused.
 */
public final class BillFolder {
  private final CloseFolder close;
  private final BillRegister register;
  private final BillDrafts drafts;
  private final BillIssue issue;
  private final ThreadLocal<BillPdf> pdf = ThreadLocal.withInitial(BillPdf::new);

  /**
   * Bills of a close.
   *
   * @param publishedAt time of publication of what is issued now
   * @param mitigated mitigated offers by entity, which bills that are issued now say
   */
  public BillFolder(
      CloseFolder close,
      BillRegister register,
      String publishedAt,
      Map<String, List<MitigatedOffer>> mitigated) {
    this.close = close;
    this.register = register;
    this.drafts = new BillDrafts(close, register);
    this.issue = new BillIssue(close, register, publishedAt, mitigated);
  }

  /**
   * What came of it.
   *
   * @param bills bills that were written
   * @param failures one line per bill that could not be made
   */
  public record Result(List<Bill> bills, List<String> failures) {}

  /** Issues the bills of all entities; after a re-settlement only of those that it changed. */
  public Result all(Path folder) {
    List<Draft> all =
        IntStream.range(0, close.record().unitKeys().size())
            .parallel()
            .mapToObj(drafts::of)
            .flatMap(List::stream)
            .toList();
    return write(folder, all);
  }

  /**
   * Issues the bills of one entity and writes its detail.
   *
   * @throws IllegalArgumentException if it has none
   */
  public Result one(Path folder, String entity) throws IOException {
    List<Draft> own = drafts.of(entity);
    if (own.isEmpty()) {
      throw new IllegalArgumentException(
          "Nothing of %s changed since it was billed; there is no bill.".formatted(entity));
    }
    Result result = write(folder, own);
    EntityDetail detail = EntityDetail.of(close, entity);
    for (Bill bill : result.bills()) {
      EntityDetail ofBill = detail.of(close.month(), bill.entity().member());
      Path lines = folder.resolve(bill.number() + "-lines.csv");
      new DetailText(close, ofBill).write(lines);
      sign(lines);
      Path sheet = folder.resolve(bill.number() + ".xlsx");
      BillSheet.write(sheet, bill, close, ofBill);
      sign(sheet);
    }
    return result;
  }

  /** A bill, numbered, with its bytes or why it has none. */
  private record Made(Bill bill, byte[] pdf, String failure) {}

  private Result write(Path folder, List<Draft> all) {
    List<Bill> numbered =
        all.stream()
            .sorted(
                Comparator.comparing((Draft d) -> d.bill().entity().id())
                    .thenComparing(d -> d.bill().from()))
            .map(issue::numbered)
            .toList();
    List<Bill> bills = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    int some = 512;
    for (int first = 0; first < numbered.size(); first += some) {
      numbered.subList(first, Math.min(numbered.size(), first + some)).parallelStream()
          .map(this::made)
          .forEachOrdered(
              made -> {
                if (made.failure().isEmpty()) {
                  byte[] document = asIssued(made);
                  issue.add(made.bill(), document);
                  document(folder, made.bill(), document);
                  bills.add(made.bill());
                } else {
                  failures.add(made.bill().entity().id() + ": " + made.failure());
                }
              });
    }
    BillTable.write(folder.resolve("bills.csv"), bills);
    sign(folder.resolve("bills.csv"));
    return new Result(bills, failures);
  }

  private Made made(Bill bill) {
    try {
      return new Made(bill, pdf.get().write(bill), "");
    } catch (IllegalArgumentException e) {
      return new Made(bill, new byte[0], String.valueOf(e.getMessage()));
    }
  }

  /** What was issued without a place for a seal is written again without it. */
  private byte[] asIssued(Made made) {
    if (issue.differs(made.bill(), made.pdf())) {
      byte[] without = pdf.get().writeWithoutSeal(made.bill());
      return issue.differs(made.bill(), without) ? made.pdf() : without;
    }
    return made.pdf();
  }

  /**
   * Cancels a bill by a credit note.
   *
   * @param number number of a bill that was issued from this close and stands
   * @throws IllegalArgumentException if there is no such bill
   */
  public Bill cancel(Path folder, String number, String reason) {
    String entity =
        register
            .find(number)
            .map(BillRegister.Issued::entity)
            .filter(id -> register.stands(number) && close.has(id))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no bill %s of this close that stands.".formatted(number)));
    Bill bill =
        drafts.of(entity).stream()
            .filter(draft -> draft.issued().isPresent())
            .map(issue::numbered)
            .filter(each -> each.number().equals(number))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The bill %s is of other books than this close.".formatted(number)));
    Bill note = issue.credit(bill, reason);
    byte[] bytes = pdf.get().write(note);
    issue.addCredit(note, bill, bytes);
    document(folder, note, bytes);
    Path table = folder.resolve(note.number() + ".csv");
    BillTable.write(table, List.of(note));
    sign(table);
    return note;
  }

  /** Writes a bill, signed where the process has keys; its time is that of its publication. */
  private static void document(Path folder, Bill bill, byte[] pdf) {
    byte[] written =
        Signing.keys()
            .map(
                keys ->
                    PdfSigning.sign(
                        keys, pdf, publishedAt(bill), "Settlement bill " + bill.number()))
            .orElse(pdf);
    Path file = folder.resolve(bill.number() + ".pdf");
    put(file, written);
    sign(file);
  }

  private static Instant publishedAt(Bill bill) {
    return OffsetDateTime.parse(bill.publishedAt(), BillIssue.PUBLISHED).toInstant();
  }

  private static void sign(Path file) {
    try {
      DetachedSignature.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(Path file, byte[] bytes) {
    try {
      StoredFiles.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
