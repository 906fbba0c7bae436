package org.gridclear.market.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of a load by factors. */
class LoadSharingTest {
  @Test
  void partsOfALoadAddUpToItExactly() {
    List<BigDecimal> thirds =
        List.of(new BigDecimal("1"), new BigDecimal("1"), new BigDecimal("1"));
    assertEquals(
        List.of(
            new BigDecimal("33.333334"), new BigDecimal("33.333333"), new BigDecimal("33.333333")),
        LoadSharing.share(new BigDecimal("100"), thirds));
    List<BigDecimal> uneven =
        List.of(new BigDecimal("0.2"), BigDecimal.ZERO, new BigDecimal("0.777777"));
    BigDecimal sum =
        LoadSharing.share(new BigDecimal("-812.123456789"), uneven).stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, sum.compareTo(new BigDecimal("-812.123456789")));
  }
}
