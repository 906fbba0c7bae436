package org.gridclear.settlement.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What others bear of a default, and what of it came back. */
// Rows: T-07, T-08
class RecoveryTest {
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  private static final PaymentEvent.Act.Defaulted ACT =
      new PaymentEvent.Act.Defaulted(
          "d", OCTOBER, 1_000_000, 5_000, List.of(), 705_000, "hash", LocalDate.of(2026, 11, 20));

  private static PaymentEvent.Act.Share share(String member, long milliYuan) {
    return new PaymentEvent.Act.Share(member, milliYuan);
  }

  /** The example of docs/settlement-process.md: 440.625 and 264.375; of 100, 62.5 and 37.5. */
  @Test
  void whatComesBackIsTakenFromWhatEachBears() {
    Recovery fresh =
        Recovery.of("Xd-1", ACT, List.of(share("a", 440_625), share("b", 264_375)), 30_000);
    assertEquals(705_000, fresh.borneMilliYuan());
    assertEquals(0, fresh.returnedMilliYuan());
    assertEquals(0, fresh.returns());
    assertEquals(30_000, fresh.paidBeforeMilliYuan());
    Recovery once = fresh.returned(List.of(share("a", 62_500), share("b", 37_500)));
    assertEquals(Map.of("a", 378_125L, "b", 226_875L), once.borne());
    assertEquals(605_000, once.borneMilliYuan());
    assertEquals(100_000, once.returnedMilliYuan());
    assertEquals(1, once.returns());
    Recovery twice = once.returned(List.of(share("b", 226_875)));
    assertEquals(Map.of("a", 378_125L, "b", 0L), twice.borne());
    assertEquals(326_875, twice.returnedMilliYuan());
    assertEquals(2, twice.returns());
    assertEquals(30_000, twice.paidBeforeMilliYuan());
    assertEquals("Xd-1", twice.number());
    assertEquals(ACT, twice.act());
    assertEquals(705_000, fresh.borneMilliYuan(), "the one before is as it was");
  }

  @Test
  void partsOfOneMemberAreAdded() {
    Recovery of = Recovery.of("X", ACT, List.of(share("a", 1), share("b", 2), share("a", 4)), 0);
    assertEquals(Map.of("a", 5L, "b", 2L), of.borne());
  }
}
