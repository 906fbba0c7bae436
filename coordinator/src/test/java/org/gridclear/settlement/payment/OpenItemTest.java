package org.gridclear.settlement.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An item, what is open of it, and the days that it is late. */
// Rows: T-06, T-07
class OpenItemTest {
  private static final LocalDate MONTH = LocalDate.of(2026, 10, 1);
  private static final LocalDate DUE = LocalDate.of(2026, 11, 10);

  private static OpenItem item(long milliYuan) {
    return new OpenItem("I1", OpenItem.Kind.INVOICE, MONTH, DUE, milliYuan, List.of());
  }

  /** Σ over the days d after the due day of what is open at the end of d, counted by hand. */
  @ParameterizedTest(name = "1000 due on the 10th, {0} come on the {1}th, up to the {2}th: {3}")
  @CsvSource({
    "0, 10, 10, 0",
    "0, 10, 11, 1000",
    "0, 10, 13, 3000",
    "400, 1, 13, 1800",
    "400, 10, 13, 1800",
    "400, 11, 13, 1800",
    "400, 12, 13, 2200",
    "400, 13, 13, 2600",
    "400, 14, 13, 3000",
    "1000, 11, 20, 0",
    "1000, 12, 20, 1000",
    "1000, 9, 20, 0",
    "0, 10, 9, 0"
  })
  void daysThatAreLateCountWhatIsOpenAtTheirEnd(long paid, int on, int upTo, long yuanDays) {
    OpenItem settled = item(1000).settle(LocalDate.of(2026, 11, on), paid);
    assertEquals(yuanDays, settled.lateMilliYuanDays(LocalDate.of(2026, 11, upTo)));
  }

  @Test
  void partsOfSeveralDaysCountEachFromItsOwn() {
    OpenItem item =
        item(1000).settle(LocalDate.of(2026, 11, 12), 300).settle(LocalDate.of(2026, 11, 14), 500);
    // 11: 1000; 12 and 13: 700 each; 14 and 15: 200 each.
    assertEquals(1000 + 1400 + 400, item.lateMilliYuanDays(LocalDate.of(2026, 11, 15)));
    assertEquals(200, item.openMilliYuan());
  }

  @Test
  void daysOfAMonthEndAndALeapDayAreCounted() {
    OpenItem item =
        new OpenItem(
            "I1",
            OpenItem.Kind.INVOICE,
            LocalDate.of(2028, 1, 1),
            LocalDate.of(2028, 2, 27),
            7,
            List.of());
    // 28 and 29 February, 1 March.
    assertEquals(21, item.lateMilliYuanDays(LocalDate.of(2028, 3, 1)));
  }

  @Test
  void settlingKeepsTheItemAndItsOtherParts() {
    OpenItem once = item(1000).settle(DUE, 1);
    OpenItem twice = once.settle(DUE.plusDays(1), 2);
    assertEquals(
        List.of(new OpenItem.Settled(DUE, 1), new OpenItem.Settled(DUE.plusDays(1), 2)),
        twice.settled());
    assertEquals(999, once.openMilliYuan());
    assertEquals(
        new OpenItem("I1", OpenItem.Kind.INVOICE, MONTH, DUE, 1000, twice.settled()), twice);
  }

  @Test
  void anotherAmountKeepsWhatWasSettled() {
    OpenItem grown = item(1000).settle(DUE, 400).amounting(1500);
    assertEquals(1100, grown.openMilliYuan());
    assertEquals(1500, grown.milliYuan());
    OpenItem less = grown.amounting(300);
    assertEquals(-100, less.openMilliYuan(), "what was paid too much");
  }

  /** docs/settlement-process.md: a late fee and a default are found of invoices and of bills. */
  @ParameterizedTest
  @EnumSource(OpenItem.Kind.class)
  void invoicesAndAdjustmentsAloneAreBills(OpenItem.Kind kind) {
    List<String> bills = List.of("INVOICE", "ADJUSTMENT");
    assertEquals(bills.contains(kind.name()), kind.isBill());
  }
}
