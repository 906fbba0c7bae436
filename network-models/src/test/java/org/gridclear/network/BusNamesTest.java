package org.gridclear.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BusNamesTest {
  private static Bus bus(String id, String name) {
    return new Bus(id, name, BusType.PQ, 220, "", 1, 0, 0.9, 1.1);
  }

  @Test
  void anIdComesBeforeANameAndANameOfSeveralIsRefusedWithTheirIds() {
    BusNames names =
        new BusNames(
            Network.copperPlate("n", "x")
                .withBuses(
                    List.of(bus("1", "2"), bus("2", "South"), bus("3", "West"), bus("4", "West"))));
    assertEquals("2", names.idOf("2"), "the bus with this id, not the one that is called so");
    assertEquals("2", names.idOf("South"));
    assertEquals("nowhere", names.idOf("nowhere"));
    String said =
        assertThrows(IllegalArgumentException.class, () -> names.idOf("West")).getMessage();
    assertTrue(said.contains("2 buses are called 'West': give the id, one of 3, 4."), said);
  }
}
