package org.gridclear.worker.ignite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A drained node goes when nothing of it is on its way any more. */
class DrainTest {
  private final Drain drain = new Drain();

  private boolean look(int times) {
    boolean may = false;
    for (int k = 0; k < times; k++) {
      may = drain.mayGo(true);
    }
    return may;
  }

  @Test
  void aUnitUnderWayHoldsTheNodeAndItsAnswerHasTimeToArrive() {
    assertTrue(drain.take());
    drain.begin();
    assertFalse(look(10));
    drain.handBack();
    assertEquals(0, drain.underWay());
    assertFalse(look(Drain.QUIET_LOOKS - 1));
    assertTrue(look(1));
  }

  @Test
  void aRequestThatIsRefusedStartsTheWaitAnew() {
    drain.begin();
    assertFalse(look(2));
    assertFalse(drain.take());
    assertEquals(0, drain.underWay());
    assertFalse(look(Drain.QUIET_LOOKS));
    assertTrue(look(1));
  }

  @Test
  void dataWithoutBackupsHoldTheNode() {
    drain.begin();
    assertFalse(look(2));
    assertFalse(drain.mayGo(false));
    assertFalse(look(Drain.QUIET_LOOKS - 1));
    assertTrue(look(1));
  }
}
