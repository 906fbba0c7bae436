package org.gridclear.settlement.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gridclear.file.Sha256;
import org.gridclear.file.StoredFiles;
import org.gridclear.settlement.bill.Bill;
import org.gridclear.settlement.bill.BillDrafts;
import org.gridclear.settlement.bill.BillRegister;
import org.gridclear.settlement.bill.BillRegister.Issued;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.signature.PdfSigning;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/**
 * Bills that were issued from the closes of a shelf, as the registers of their settlement folders
 * have them; a close whose folder is not on this machine adds none.
 *
 * @param shelf the closes
 */
public record IssuedBills(CloseShelf shelf) {
  /**
   * A document that was issued.
   *
   * @param issued its row of the register
   * @param stands whether it stands; false for a bill that was cancelled
   * @param closes closes that may be the one it was made from
   * @param register where it is registered
   */
  public record Document(Issued issued, boolean stands, List<String> closes, Path register) {}

  /** Documents to members for which a condition holds, the newest month first. */
  public List<Document> to(Predicate<String> member) {
    Map<Path, Map<String, List<String>>> byBooks = new LinkedHashMap<>();
    for (String id : shelf.names()) {
      try {
        var record = shelf.facts(id).record();
        byBooks
            .computeIfAbsent(Path.of(record.source()), key -> new TreeMap<>())
            .computeIfAbsent(record.bookHash(), key -> new ArrayList<>())
            .add(id);
      } catch (IllegalArgumentException e) {
        // A damaged close is said by the list of closes; bills of the others are still there.
        continue;
      }
    }
    List<Document> documents = new ArrayList<>();
    byBooks.forEach((folder, closes) -> documents.addAll(of(folder, closes, member)));
    documents.sort(
        Comparator.comparing((Document each) -> each.issued().month())
            .reversed()
            .thenComparing(each -> each.issued().number()));
    return documents;
  }

  private static List<Document> of(
      Path folder, Map<String, List<String>> closes, Predicate<String> member) {
    BillRegister register = BillRegister.reading(folder);
    return register.all().stream()
        .filter(issued -> member.test(issued.member()))
        .filter(issued -> closes.containsKey(hash(issued)))
        .map(
            issued ->
                new Document(
                    issued,
                    issued.kind().equals("credit") || register.stands(issued.number()),
                    Objects.requireNonNull(closes.get(hash(issued))),
                    folder))
        .toList();
  }

  private static String hash(Issued issued) {
    return issued.books().substring(0, Math.max(0, issued.books().indexOf('/')));
  }

  /** A document by its number, of those to members for which a condition holds. */
  public Optional<Document> find(String number, Predicate<String> member) {
    return to(member).stream().filter(each -> each.issued().number().equals(number)).findFirst();
  }

  /** Documents as a table. */
  public static Table table(List<Document> documents) {
    Table.Rows rows =
        new Table.Rows(
            "bills",
            "A bill or credit note that was issued.",
            Column.text("number", "Its number."),
            Column.text("kind", "bill or credit."),
            Column.text("month", "Its month."),
            Column.text("entity", "Id of the entity."),
            Column.text("member", "Id of the member that it is issued to."),
            Column.text("from", "First day."),
            Column.text("to", "Last day."),
            CloseTables.yuan("yuan", "Its total; negative what the member pays."),
            Column.text("published", "Time of publication."),
            Column.text("state", "stands, cancelled, or credit."),
            Column.text("cancels", "Number of the bill that it cancels; empty for none."));
    for (Document each : documents) {
      Issued issued = each.issued();
      boolean credit = issued.kind().equals("credit");
      rows.add(
          issued.number(),
          issued.kind(),
          issued.month(),
          issued.entity(),
          issued.member(),
          issued.from(),
          issued.to(),
          new BigDecimal(issued.yuan()).setScale(3),
          issued.published(),
          credit ? "credit" : each.stands() ? "stands" : "cancelled",
          issued.cancels().equals("-") ? "" : issued.cancels());
    }
    return rows.table();
  }

  /**
   * The close that a document was made from, opened; nothing where it is none of the shelf.
   *
   * @throws org.gridclear.file.DamagedFileException if a file is not what was sealed
   */
  public Optional<CloseFolder> close(Document document) {
    for (String id : document.closes()) {
      CloseFolder close = CloseFolder.open(shelf.path(id));
      if (BillRegister.books(close).equals(document.issued().books())) {
        return Optional.of(close);
      }
      close.close();
    }
    return Optional.empty();
  }

  /**
   * The lines of a bill that stands, computed again from its close; nothing for other documents.
   */
  public static Optional<Bill> bill(Document document, CloseFolder close) {
    return new BillDrafts(close, BillRegister.reading(document.register()))
        .of(document.issued().entity()).stream()
            .filter(draft -> draft.issued().filter(document.issued()::equals).isPresent())
            .map(BillDrafts.Draft::bill)
            .findFirst();
  }

  /** The bytes of the PDF of a document; nothing where they do not lie with its closes. */
  public Optional<byte[]> pdf(Document document) {
    Issued issued = document.issued();
    String name = issued.number() + ".pdf";
    return document.closes().stream()
        .map(shelf::path)
        .flatMap(
            close ->
                Stream.of("bills", "bill-" + issued.entity())
                    .map(folder -> close.resolve(folder).resolve(name).normalize())
                    .filter(file -> file.startsWith(close) && Files.isRegularFile(file)))
        .map(IssuedBills::bytes)
        .filter(bytes -> Sha256.hex(PdfSigning.unsigned(bytes)).equals(issued.sha256()))
        .findFirst();
  }

  private static byte[] bytes(Path file) {
    try {
      return StoredFiles.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
