package org.gridclear.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DeadlineTest {
  @Test
  void aSoonerDeadlinePassesWhileItsShareIsStillLeft() {
    double[] left = {100};
    Deadline late = Deadline.when(() -> left[0]);
    Deadline sooner = late.sooner(0.15);
    assertEquals(85, sooner.remainingSeconds());
    left[0] = 16;
    assertFalse(sooner.passed());
    left[0] = 15;
    assertTrue(sooner.passed());
    assertFalse(late.passed());
  }

  @Test
  void whereNoOneKnowsWhatIsLeftNothingIsKept() {
    Deadline cancelled = () -> false;
    assertSame(cancelled, cancelled.sooner(0.15));
  }
}
