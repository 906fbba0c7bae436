package org.gridclear.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  private static final List<String> ORDERED =
      List.of(
          "",
          "1",
          "2",
          "02",
          "10",
          "100",
          "101-2",
          "101-10",
          "99999999999999999999",
          "bus 2",
          "bus 2a",
          "bus 10",
          "bus 10 b",
          "unit");

  @Test
  void numbersInNamesStandByTheirValue() {
    List<String> mixed = new ArrayList<>(new HashSet<>(ORDERED));
    Collections.shuffle(mixed, new Random(3));
    mixed.sort(NaturalOrder.OF_NAMES);
    List<String> expected = new ArrayList<>(ORDERED);
    Collections.swap(expected, 2, 3);
    assertEquals(expected, mixed, "equal values by their text");
  }

  @Test
  void onlyEqualNamesAreEqualInIt() {
    for (String left : ORDERED) {
      for (String right : ORDERED) {
        int order = NaturalOrder.OF_NAMES.compare(left, right);
        assertEquals(left.equals(right), order == 0);
        assertEquals(-Integer.signum(order), sign(right, left));
      }
    }
  }

  private static int sign(String left, String right) {
    return Integer.signum(NaturalOrder.OF_NAMES.compare(left, right));
  }

  @Test
  void whatIsKnownIsListedInIt() {
    String advice = NearestName.advice("north", List.of("10", "1", "2", "11"));
    assertEquals("Known are: 1, 2, 10, 11.", advice);
    assertTrue(NearestName.advice("bus 3", List.of("bus 10", "bus 2")).contains("'bus 2'"));
  }
}
