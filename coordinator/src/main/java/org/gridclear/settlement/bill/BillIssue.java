package org.gridclear.settlement.bill;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridclear.file.Sha256;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.input.SettlementMonth.EntityName;

/** Gives bills of a close their numbers and notes them in the register. */
public final class BillIssue {
  /** How times of publication are written. */
  public static final DateTimeFormatter PUBLISHED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

  private final CloseFolder close;
  private final BillRegister register;
  private final String publishedAt;
  private final String books;
  private final Map<String, List<MitigatedOffer>> mitigated;

  /**
   * Issues bills of a close.
   *
   * @param publishedAt time of publication of what is issued now
   * @param mitigated mitigated offers by entity, which bills that are issued now say
   */
  public BillIssue(
      CloseFolder close,
      BillRegister register,
      String publishedAt,
      Map<String, List<MitigatedOffer>> mitigated) {
    this.close = close;
    this.register = register;
    this.publishedAt = publishedAt;
    this.books = BillRegister.books(close);
    this.mitigated = Map.copyOf(mitigated);
  }

  /** The bill with the number and time it was issued with, or those it will be issued with. */
  public Bill numbered(BillDrafts.Draft draft) {
    Optional<BillRegister.Issued> issued = draft.issued();
    Bill bill = draft.bill();
    String month = close.record().month();
    return issued.isPresent()
        ? bill.issued(issued.get().number(), issued.get().published())
        : bill.with(mitigated(bill))
            .issued(register.reserve("B", month, bill.entity().id()), publishedAt);
  }

  /** Those of the days on which the entity belonged to the member of the bill. */
  private List<MitigatedOffer> mitigated(Bill bill) {
    String id = bill.entity().id();
    EntityName entity = close.month().entities().get(close.entity(id));
    LocalDate first = close.month().date(1);
    return mitigated.getOrDefault(id, List.of()).stream()
        .filter(each -> !each.date().isBefore(first))
        .filter(each -> !each.date().isAfter(close.month().date(close.month().days())))
        .filter(
            each ->
                entity
                    .on((int) ChronoUnit.DAYS.between(first, each.date()) + 1)
                    .member()
                    .equals(bill.entity().member()))
        .toList();
  }

  /** Whether a bill was issued with other bytes. */
  public boolean differs(Bill bill, byte[] pdf) {
    return register
        .find(bill.number())
        .filter(before -> !before.sha256().equals(Sha256.hex(pdf)))
        .isPresent();
  }

  /**
   * Notes that a bill is issued.
   *
   * @throws IllegalArgumentException if it was issued with other bytes
   */
  public void add(Bill bill, byte[] pdf) {
    String sha256 = Sha256.hex(pdf);
    if (register.find(bill.number()).isEmpty()) {
      register.addMitigated(bill, sha256);
      register.add(issued(bill, "bill", sha256, "-"));
    } else if (differs(bill, pdf)) {
      throw new IllegalArgumentException(
          "Bill %s was issued with other content, and an issued bill never changes; cancel it with --cancel %s."
              .formatted(bill.number(), bill.number()));
    }
  }

  /** The credit note of a bill, numbered. */
  public Bill credit(Bill bill, String reason) {
    return bill.credit(reason)
        .issued(register.reserve("C", close.record().month(), bill.entity().id()), publishedAt);
  }

  /** Notes that a credit note is issued. */
  public void addCredit(Bill note, Bill bill, byte[] pdf) {
    register.add(issued(note, "credit", Sha256.hex(pdf), bill.number()));
  }

  private BillRegister.Issued issued(Bill bill, String kind, String sha256, String cancels) {
    return new BillRegister.Issued(
        bill.number(),
        kind,
        close.record().month(),
        bill.entity().id(),
        bill.entity().member(),
        bill.from(),
        bill.to(),
        books,
        FixedPoint.format(bill.total(), 3),
        bill.publishedAt(),
        sha256,
        cancels);
  }
}
