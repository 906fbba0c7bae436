package org.gridclear.settlement.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a member owes and is owed, by hand. */
// Rows: T-06, T-07
class MemberAccountTest {
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private MemberAccount account = new MemberAccount();

  @BeforeEach
  void empty() {
    account = new MemberAccount();
  }

  private static OpenItem item(String number, OpenItem.Kind kind, int due, long milliYuan) {
    LocalDate day = LocalDate.of(2026, 11, due);
    return new OpenItem(number, kind, OCTOBER, day, milliYuan, List.of());
  }

  private static OpenItem invoice(String number, int due, long milliYuan) {
    return item(number, OpenItem.Kind.INVOICE, due, milliYuan);
  }

  private List<Long> open() {
    return account.dues().stream().map(OpenItem::openMilliYuan).toList();
  }

  private List<String> numbers() {
    return account.dues().stream().map(OpenItem::number).toList();
  }

  @Test
  void duesStandByDayThenByNumberWhateverTheirOrderOfComing() {
    account.owes(invoice("I3", 12, 1));
    account.owes(invoice("I2", 12, 1));
    account.owes(invoice("I9", 11, 1));
    account.owes(invoice("I1", 13, 1));
    assertEquals(List.of("I9", "I2", "I3", "I1"), numbers());
  }

  @Test
  void creditsStandByDayThenByNumber() {
    account.isOwed(invoice("I3", 12, 1));
    account.isOwed(invoice("I2", 12, 1));
    account.isOwed(invoice("I9", 11, 1));
    assertEquals(
        List.of("I9", "I2", "I3"), account.credits().stream().map(OpenItem::number).toList());
    assertEquals(List.of(), account.dues());
  }

  /** Items of 100, 50 and 30 yuan are due one after the other; the rest of the money waits. */
  @ParameterizedTest(name = "{0} come: {1}, {2}, {3} stay open, {4} wait")
  @CsvSource({
    "0, 100, 50, 30, 0",
    "1, 99, 50, 30, 0",
    "99, 1, 50, 30, 0",
    "100, 0, 50, 30, 0",
    "101, 0, 49, 30, 0",
    "150, 0, 0, 30, 0",
    "179, 0, 0, 1, 0",
    "180, 0, 0, 0, 0",
    "181, 0, 0, 0, 1",
    "1000, 0, 0, 0, 820"
  })
  void moneyGoesToTheEarliestDueFirst(long money, long one, long two, long three, long waits) {
    account.owes(invoice("I1", 10, 100));
    account.owes(invoice("I2", 11, 50));
    account.owes(invoice("I3", 12, 30));
    account.receive(money, DAY);
    assertEquals(List.of(one, two, three), open());
    assertEquals(waits, account.unappliedMilliYuan());
    assertEquals(180 - money, account.balanceMilliYuan());
    assertEquals(one + two + three, MemberAccount.open(account.dues()));
  }

  @Test
  void moneyInAdvanceCountsOnTheDayThatTheNextInvoiceIsDue() {
    account.receive(70, LocalDate.of(2026, 10, 5));
    account.owes(invoice("I1", 12, 100));
    assertEquals(
        List.of(new OpenItem.Settled(LocalDate.of(2026, 11, 12), 70)),
        account.dues().get(0).settled());
    assertEquals(0, account.unappliedMilliYuan());
    // 30 of 100 are open after the due day.
    assertEquals(30, account.dues().get(0).lateMilliYuanDays(LocalDate.of(2026, 11, 13)));
  }

  /** An earlier invoice that comes later takes what waits, and no more than it is. */
  @ParameterizedTest
  @CsvSource({"0, 100, 0", "60, 40, 0", "100, 0, 0", "101, 0, 1", "250, 0, 150"})
  void moneyInAdvanceIsUsedUpToTheInvoice(long before, long stays, long waits) {
    account.receive(before, DAY);
    account.owes(invoice("I1", 12, 100));
    assertEquals(List.of(stays), open());
    assertEquals(waits, account.unappliedMilliYuan());
  }

  /** What goes out is first what the member is owed, else what it paid in advance. */
  @ParameterizedTest
  @CsvSource({"10, 40, 20", "50, 0, 20", "60, 0, 10", "70, 0, 0"})
  void moneyOutIsForCreditsThenForAdvances(long out, long open, long waits) {
    account.receive(20, DAY);
    account.isOwed(invoice("C1", 12, 50));
    account.pay(out, DAY);
    assertEquals(open, MemberAccount.open(account.credits()));
    assertEquals(waits, account.unappliedMilliYuan());
    assertEquals(out - 70, account.balanceMilliYuan());
  }

  @Test
  void whatIsOwedBothWaysIsSetOffOnBothSides() {
    account.owes(invoice("I1", 10, 100));
    account.owes(invoice("I2", 11, 100));
    account.isOwed(invoice("C1", 12, 130));
    account.offset(120, DAY);
    assertEquals(List.of(0L, 80L), open());
    assertEquals(10, MemberAccount.open(account.credits()));
    assertEquals(70, account.balanceMilliYuan(), "70 before and after");
    assertEquals(DAY, account.dues().get(0).settled().get(0).value());
    assertEquals(DAY, account.credits().get(0).settled().get(0).value());
  }

  @Test
  void balanceIsDuesLessCreditsLessAdvances() {
    account.owes(invoice("I1", 10, 100));
    assertEquals(100, account.balanceMilliYuan());
    account.isOwed(invoice("C1", 12, 130));
    assertEquals(-30, account.balanceMilliYuan());
    account.receive(150, DAY);
    assertEquals(-180, account.balanceMilliYuan());
    assertEquals(50, account.unappliedMilliYuan());
  }

  @Test
  void itemIsFoundByItsNumber() {
    account.owes(invoice("I1", 10, 100));
    account.owes(invoice("I2", 11, 50));
    assertEquals(50, account.due("I2").milliYuan());
    assertThrows(NoSuchElementException.class, () -> account.due("I3"));
    account.isOwed(invoice("C1", 12, 130));
    assertThrows(NoSuchElementException.class, () -> account.due("C1"));
  }

  /** Bills and late fees of the month, never parts in defaults, nor other months. */
  @Test
  void settledAndOpenOfAMonthAreOfBillsAndLateFees() {
    account.owes(invoice("I1", 10, 100));
    account.owes(item("A1", OpenItem.Kind.ADJUSTMENT, 11, 50));
    account.owes(item("LI1", OpenItem.Kind.LATE_FEE, 12, 7));
    account.owes(item("X1", OpenItem.Kind.DEFAULT_SHARE, 13, 1000));
    account.owes(new OpenItem("I2", OpenItem.Kind.INVOICE, NOVEMBER, DAY, 10_000, List.of()));
    assertEquals(157, account.openMilliYuan(OCTOBER));
    assertEquals(10_000, account.openMilliYuan(NOVEMBER));
    assertEquals(0, account.settledMilliYuan(OCTOBER));
    account.receive(160, DAY);
    assertEquals(157, account.settledMilliYuan(OCTOBER));
    assertEquals(0, account.openMilliYuan(OCTOBER));
    assertEquals(997, account.due("X1").openMilliYuan());
    assertEquals(0, account.settledMilliYuan(NOVEMBER));
  }

  @Test
  void lateFeeGrowsInItsPlace() {
    account.owes(invoice("I1", 10, 100));
    account.lateFee("LI1", OCTOBER, LocalDate.of(2026, 11, 15), 5);
    account.lateFee("LI1", OCTOBER, LocalDate.of(2026, 11, 20), 3);
    assertEquals(List.of("I1", "LI1"), numbers());
    OpenItem fee = account.due("LI1");
    assertEquals(8, fee.milliYuan());
    assertEquals(OpenItem.Kind.LATE_FEE, fee.kind());
    assertEquals(LocalDate.of(2026, 11, 15), fee.due(), "due as it was first");
    assertEquals(OCTOBER, fee.month());
  }

  /** Of a fee that was paid, what is taken back waits for the next invoice. */
  @ParameterizedTest(name = "fee 10, paid {0}, {1} taken back: open {2}, waits {3}")
  @CsvSource({"0, -4, 6, 0", "6, -4, 0, 0", "6, -5, 0, 1", "10, -4, 0, 4", "10, -10, 0, 10"})
  void feeThatBecomesSmallerGivesBackWhatWasPaid(long paid, long change, long open, long waits) {
    account.lateFee("LI1", OCTOBER, LocalDate.of(2026, 11, 15), 10);
    account.receive(paid, DAY);
    account.lateFee("LI1", OCTOBER, LocalDate.of(2026, 11, 15), change);
    assertEquals(open, account.due("LI1").openMilliYuan());
    assertEquals(waits, account.unappliedMilliYuan());
    assertEquals(10 - paid + change, account.balanceMilliYuan());
  }

  /** What was paid of a fee that becomes smaller pays another invoice that is open. */
  @Test
  void feeThatBecomesSmallerPaysWhatElseIsOpen() {
    account.lateFee("LI1", OCTOBER, LocalDate.of(2026, 11, 15), 10);
    account.receive(10, DAY);
    account.owes(invoice("I2", 21, 7));
    account.lateFee("LI1", OCTOBER, LocalDate.of(2026, 11, 25), -4);
    assertEquals(3, account.due("I2").openMilliYuan());
    assertEquals(0, account.unappliedMilliYuan(), "the exchange does not pay out what is owed");
    assertEquals(
        List.of(new OpenItem.Settled(LocalDate.of(2026, 11, 25), 4)), account.due("I2").settled());
    account.lateFee("LI1", OCTOBER, LocalDate.of(2026, 11, 26), -5);
    assertEquals(0, account.due("I2").openMilliYuan());
    assertEquals(2, account.unappliedMilliYuan());
    account.lateFee("LI1", OCTOBER, LocalDate.of(2026, 11, 27), 3);
    assertEquals(1, account.due("LI1").openMilliYuan(), "what waits pays the fee that grows");
    assertEquals(0, account.unappliedMilliYuan());
  }

  /** Σ over all that comes and goes is the balance, whatever the order. */
  @Test
  void balanceIsWhatHappenedWhateverTheOrder() {
    Random random = new Random(4);
    for (int round = 0; round < 200; round++) {
      MemberAccount of = new MemberAccount();
      long expected = 0;
      long fee = 0;
      for (int i = 0; i < 20; i++) {
        long amount = random.nextInt(50);
        switch (random.nextInt(5)) {
          case 0 -> {
            of.owes(invoice("I" + i, 1 + random.nextInt(28), amount));
            expected += amount;
          }
          case 1 -> {
            of.isOwed(invoice("C" + i, 1 + random.nextInt(28), amount));
            expected -= amount;
          }
          case 2 -> {
            of.receive(amount, DAY);
            expected -= amount;
          }
          case 3 -> {
            long change = Math.max(-fee, amount - 25);
            of.lateFee("L", OCTOBER, DAY, change);
            fee += change;
            expected += change;
          }
          default -> {
            long both = Math.min(MemberAccount.open(of.dues()), MemberAccount.open(of.credits()));
            of.offset(Math.min(both, amount), DAY);
          }
        }
        assertEquals(expected, of.balanceMilliYuan());
        assertTrue(
            of.unappliedMilliYuan() == 0 || MemberAccount.open(of.dues()) == 0,
            "money waits only where nothing is open");
      }
    }
  }
}
