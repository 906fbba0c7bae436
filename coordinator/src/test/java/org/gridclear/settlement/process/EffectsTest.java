package org.gridclear.settlement.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a correction changes, and what suspense holds of it (70). */
// Rows: S-06, S-29
class EffectsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

  private static Effects.Change change(String member, long before, long after, boolean settled) {
    return new Effects.Change(member, member + "1", DAY, "DEVIATION", before, after, settled);
  }

  /** Σ changes of the updated statements + suspense = 0. */
  @Test
  void suspenseHoldsWhatUpdatedStatementsChangedWithTheOtherSign() {
    Effects effects =
        new Effects(
            List.of(
                change("a", 1_000, 4_000, true),
                change("b", -500, -1_500, false),
                change("c", 0, -700, true),
                change("d", 10, 0, false)));
    assertEquals(3_000, effects.changes().get(0).milliYuan());
    assertEquals(-2_300, effects.suspenseMilliYuan()); // −(3000 − 700)
    assertEquals(1_290, effects.totalMilliYuan()); // 3000 − 1000 − 700 − 10
    assertEquals(0, new Effects(List.of()).suspenseMilliYuan());
  }

  @Test
  void changesThatWereKeptAreReadAsTheyWere() {
    String kept =
        """
        member,entity,date,item,before,after,settled
        a,a1,2026-10-05,DEVIATION,1.000,4.000,true
        b,b1,2026-10-06,DA,-0.500,-1.501,false
        """;
    assertEquals(
        new Effects(
            List.of(
                change("a", 1_000, 4_000, true),
                new Effects.Change("b", "b1", DAY.plusDays(1), "DA", -500, -1_501, false))),
        Effects.read(kept.getBytes(StandardCharsets.UTF_8)));
  }
}
