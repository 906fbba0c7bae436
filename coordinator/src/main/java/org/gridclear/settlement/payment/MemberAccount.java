package org.gridclear.settlement.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a member owes and is owed. Money that nothing is open for waits for the next invoice. */
final class MemberAccount {
  private final List<OpenItem> dues = new ArrayList<>();
  private final List<OpenItem> credits = new ArrayList<>();
  private long unappliedMilliYuan;

  /** What the member owes, the earliest due first. */
  List<OpenItem> dues() {
    return List.copyOf(dues);
  }

  /** What the exchange owes it, the earliest due first. */
  List<OpenItem> credits() {
    return List.copyOf(credits);
  }

  /** What the member owes by this number. */
  OpenItem due(String number) {
    return dues.stream().filter(each -> each.number().equals(number)).findFirst().orElseThrow();
  }

  /** What the member paid of bills and late fees of a month. */
  long settledMilliYuan(LocalDate month) {
    return owed(month).mapToLong(item -> item.milliYuan() - item.openMilliYuan()).sum();
  }

  /** What is open of bills and late fees of a month. */
  long openMilliYuan(LocalDate month) {
    return owed(month).mapToLong(OpenItem::openMilliYuan).sum();
  }

  private Stream<OpenItem> owed(LocalDate month) {
    return dues.stream()
        .filter(item -> item.month().equals(month))
        .filter(item -> item.kind().isBill() || item.kind() == OpenItem.Kind.LATE_FEE);
  }

  /** Money of the member that nothing was open for. */
  long unappliedMilliYuan() {
    return unappliedMilliYuan;
  }

  static long open(List<OpenItem> items) {
    return items.stream().mapToLong(OpenItem::openMilliYuan).sum();
  }

  /** What the member owes in all; negative where the exchange owes it. */
  long balanceMilliYuan() {
    return open(dues) - open(credits) - unappliedMilliYuan;
  }

  void owes(OpenItem item) {
    dues.add(item);
    dues.sort(Comparator.comparing(OpenItem::due).thenComparing(OpenItem::number));
    long applied = Math.min(unappliedMilliYuan, item.milliYuan());
    if (applied > 0) {
      unappliedMilliYuan -= settle(dues, item.due(), applied);
    }
  }

  void isOwed(OpenItem item) {
    credits.add(item);
    credits.sort(Comparator.comparing(OpenItem::due).thenComparing(OpenItem::number));
  }

  /** Money or a drawn guarantee came. */
  void receive(long milliYuan, LocalDate value) {
    unappliedMilliYuan += milliYuan - settle(dues, value, milliYuan);
  }

  /** Money went to the member: for what it is owed, else what it paid in advance. */
  void pay(long milliYuan, LocalDate value) {
    unappliedMilliYuan -= milliYuan - settle(credits, value, milliYuan);
  }

  void offset(long milliYuan, LocalDate value) {
    settle(dues, value, milliYuan);
    settle(credits, value, milliYuan);
  }

  /** Adds to the late fee of an invoice, or takes from it; what waits then goes to what is open. */
  void lateFee(String number, LocalDate month, LocalDate due, long milliYuan) {
    Optional<OpenItem> old = dues.stream().filter(each -> each.number().equals(number)).findFirst();
    if (old.isEmpty()) {
      owes(new OpenItem(number, OpenItem.Kind.LATE_FEE, month, due, milliYuan, List.of()));
      return;
    }
    OpenItem now = old.get().amounting(old.get().milliYuan() + milliYuan);
    long over = Math.max(0, -now.openMilliYuan());
    dues.set(dues.indexOf(old.get()), over > 0 ? now.settle(due, -over) : now);
    unappliedMilliYuan += over;
    unappliedMilliYuan -= settle(dues, due, unappliedMilliYuan);
  }

  /** Settles items in their order; returns how much of the amount was needed. */
  private static long settle(List<OpenItem> items, LocalDate value, long milliYuan) {
    long left = milliYuan;
    for (int i = 0; i < items.size() && left > 0; i++) {
      long part = Math.min(left, items.get(i).openMilliYuan());
      if (part > 0) {
        items.set(i, items.get(i).settle(value, part));
        left -= part;
      }
    }
    return milliYuan - left;
  }
}
