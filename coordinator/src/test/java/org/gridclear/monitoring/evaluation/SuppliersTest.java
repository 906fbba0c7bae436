package org.gridclear.monitoring.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who controls whom, as concentration counts it (EQ-10). */
// Rows: J-03, K-04
class SuppliersTest {
  private static Suppliers of(String direct) {
    Map<String, String> map = new TreeMap<>();
    for (String each : direct.split(" ", -1)) {
      String[] pair = each.split(">", -1);
      map.put(pair[0], pair[1]);
    }
    return Suppliers.of(map);
  }

  /** "a>b": b has more than half of a. */
  @ParameterizedTest
  @CsvSource({
    "a>b, a, b",
    "a>b, b, b",
    "a>b, c, c",
    "a>b b>c, a, c",
    "a>b b>c c>d, a, d",
    "a>b x>b, x, b",
    "a>Holding, a, Holding"
  })
  void supplierIsTheLastOfTheWayUp(String direct, String owner, String supplier) {
    assertEquals(supplier, of(direct).of(owner));
  }

  /** Members that control each other in a circle are one supplier, and so is who hangs on them. */
  @ParameterizedTest
  @CsvSource({"a>b b>a", "a>b b>c c>a", "a>b b>a d>b e>d", "c>b b>a a>c d>c", "z>a a>b b>a"})
  void membersOfACircleAreOneSupplier(String direct) {
    Suppliers suppliers = of(direct);
    for (String member : suppliers.controller().keySet()) {
      assertEquals("a", suppliers.of(member), member);
    }
  }

  @Test
  void whatHasNoOwnerHasNoSupplier() {
    assertEquals("", of("a>b").of(""));
  }
}
