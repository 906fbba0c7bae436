package org.gridclear.settlement.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Late fees over several runs, by hand: 0.05 % a day of what is open after the 12th. */
// Rows: T-07
class LateFeesTest extends PaymentsOnDisk {
  @BeforeEach
  void market() {
    open("embedded");
  }

  private long charged(int november) {
    return desk().lateFees(LocalDate.of(2026, 11, november), "sue");
  }

  private long fee(String member) {
    return ledger.ask(state -> state.lateFees().charged("I-" + member));
  }

  private void pays(String reference, String member, long milliYuan, int november) {
    LocalDate value = LocalDate.of(2026, 11, november);
    received(List.of(new PaymentDesk.BankLine(reference, member, milliYuan, value)), "sue");
  }

  private void rate(long ppm) {
    decided(
        acts()
            .propose(
                new PaymentTerms(
                    5,
                    ppm,
                    PaymentTerms.Reference.MAXIMUM,
                    10_000,
                    Map.of("A", 8_000L),
                    3,
                    500,
                    PaymentTerms.Sharing.CREDITORS),
                "sue"));
  }

  @Test
  void chargingStepByStepComesToChargingAtOnce() {
    invoiced("a", -1_000_000);
    clock.set("2026-11-23T09:00+08:00");
    assertEquals(0, charged(12), "the due day is not late");
    assertEquals(500, charged(13));
    assertEquals(1_500, charged(16));
    pays("R1", "a", 400_000, 15);
    // 2 · 1000 + 3 · 600 = 3800 yuan days, of which 2000 were charged.
    assertEquals(1_900 - 2_000, charged(17));
    assertEquals(1_900, fee("a"));
  }

  /** A day before the last one would give back what was charged, until the next run. */
  @Test
  void anEarlierDayThanTheLastChargedIsRefused() {
    invoiced("a", -1_000_000);
    clock.set("2026-11-23T09:00+08:00");
    assertEquals(5_000, charged(22));
    conflict(
        "charged up to 2026-11-22; give that day or a later one",
        () -> desk().lateFees(LocalDate.of(2026, 11, 21), "sue"));
    assertEquals(5_000, fee("a"));
    again();
    conflict("up to 2026-11-22", () -> desk().lateFees(LocalDate.of(2026, 11, 13), "sue"));
    assertEquals(0, charged(22));
  }

  /** Days 13 to 17 at 0.05 %, days 18 to 22 at 0.1 %: 2.500 + 5.000 yuan; what was paid stays. */
  @Test
  void anotherRateHoldsForDaysSinceItWasApproved() {
    invoiced("a", -1_000_000);
    invoiced("b", -2_000_000);
    clock.set("2026-11-15T09:00+08:00");
    pays("R1", "b", 2_000_000, 14);
    assertEquals(1_000 + 1_000, charged(14), "two days of a, one of b");
    clock.set("2026-11-18T00:10+08:00");
    rate(1_000);
    clock.set("2026-11-23T09:00+08:00");
    again();
    assertEquals(7_500 - 1_000, charged(22));
    assertEquals(7_500, fee("a"));
    assertEquals(1_000, fee("b"), "paid before the rate changed");
    inBalance();
  }

  @Test
  void aRateThatHeldBetweenTwoOthersCountsForItsDaysAlone() {
    invoiced("a", -1_000_000);
    clock.set("2026-11-15T12:00+08:00");
    rate(0);
    clock.set("2026-11-17T12:00+08:00");
    rate(2_000);
    clock.set("2026-11-17T13:00+08:00");
    rate(300);
    clock.set("2026-11-23T09:00+08:00");
    // 13 and 14 at 0.05 %, 15 and 16 free, 17 to 22 at 0.03 %.
    assertEquals(1_000 + 1_800, charged(22));
  }
}
