package org.gridclear.run.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.gridclear.run.dispatch.GridCapacity.OpenRun;
import org.junit.jupiter.api.Test;

/** What one more node would bring, worked out by hand. */
class GridCapacityTest {
  @Test
  void oneMoreNodeTakesItsShareOfWhatIsLeft() {
    // 4 slots of 2 nodes need 120 s for what is left; 6 slots need 80 s.
    GridCapacity capacity = GridCapacity.of(4, 2, List.of(new OpenRun("r", 4, 20, 120, 30)));
    assertEquals(2, capacity.slotsOfOneMore());
    assertEquals(40.0, capacity.savedSeconds(), 1e-9);
    assertEquals(1.0, capacity.efficiency(), 1e-9);
    assertEquals("r", capacity.oldestWaitingRun());
  }

  @Test
  void whereNothingWaitsOneMoreBringsNothing() {
    GridCapacity capacity = GridCapacity.of(4, 2, List.of(new OpenRun("r", 2, 0, 50, 30)));
    assertEquals(0.0, capacity.savedSeconds(), 1e-9);
    assertEquals(0.5, capacity.efficiency(), 1e-9);
    assertNull(capacity.oldestWaitingSeconds());
  }

  @Test
  void moreSlotsThanUnitsWaitAreOfNoUse() {
    // One unit waits, so one slot more of two is used: 100 s become 80 s.
    GridCapacity capacity = GridCapacity.of(4, 2, List.of(new OpenRun("r", 4, 1, 100, 9)));
    assertEquals(20.0, capacity.savedSeconds(), 1e-9);
  }

  @Test
  void whatIsNotKnownIsNoZero() {
    GridCapacity unknown =
        GridCapacity.of(
            4, 1, List.of(new OpenRun("a", 1, 5, -1, 10), new OpenRun("b", 1, 1, 60, 99)));
    assertNull(unknown.leftSeconds());
    assertNull(unknown.savedSeconds());
    assertEquals("b", unknown.oldestWaitingRun());
    assertEquals(6, unknown.waiting());
    GridCapacity none = GridCapacity.of(0, 0, List.of());
    assertNull(none.efficiency());
    assertEquals(0.0, none.savedSeconds(), 1e-9);
  }

  @Test
  void oneProcessAloneHasNoNodesToDrain() {
    assertEquals(List.of(), GridMembers.NONE.loads());
    assertThrows(IllegalArgumentException.class, () -> GridMembers.NONE.drain("n1"));
    assertThrows(IllegalArgumentException.class, GridMembers.NONE::activate);
  }
}
