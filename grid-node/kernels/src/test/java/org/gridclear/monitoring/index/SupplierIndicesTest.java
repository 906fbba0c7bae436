package org.gridclear.monitoring.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.gridclear.monitoring.structure.OfferedCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Indices of suppliers on markets of a few numbers, worked by hand from EQ-10 to EQ-12. */
// Rows: J-03, K-04
class SupplierIndicesTest {
  private static double[] of(double... values) {
    return values;
  }

  /** a has 60 + 20 of 160, b 50, c 30: shares of 50, 31.25 and 18.75 %. */
  private static SmallMarket three() {
    return new SmallMarket(1, 300, 300)
        .unit("u1", "a", "coal", of(40, 0), of(60, 60))
        .unit("u2", "a", "gas", of(10, 20), of(20, 20))
        .unit("u3", "b", "gas", of(50, 0), of(50, 100))
        .unit("u4", "c", "wind", of(0, 20), of(30, 20))
        .load(100, 80);
  }

  @Test
  void sharesOfOneOwnerAreAddedBeforeTheyAreSquared() {
    double first = 50 * 50 + 31.25 * 31.25 + 18.75 * 18.75;
    double second = 40 * 40 + 50 * 50 + 10 * 10;
    Measured found = three().measured(IndexKernel.HHI_OFFERED);
    assertArrayEquals(of(first, second), found.byPeriod(), 1e-9);
    assertEquals(160 / 360.0, found.elements().get("a"), 1e-12);
    assertEquals(150 / 360.0, found.elements().get("b"), 1e-12);
    assertEquals(50 / 360.0, found.elements().get("c"), 1e-12);
    assertEquals(Set.of("a", "b", "c"), found.elements().keySet());
  }

  @Test
  void whatWasClearedCountsByItselfAndAnOwnerWithNothingHasNoShare() {
    Measured found = three().measured(IndexKernel.HHI_CLEARED);
    assertArrayEquals(of(5000, 5000), found.byPeriod(), 1e-9);
    assertEquals(70 / 140.0, found.elements().get("a"), 1e-12);
    assertEquals(20 / 140.0, found.elements().get("c"), 1e-12);
  }

  @Test
  void aPumpThatDrawsHasNoShareAndTakesNoneFromItsOwner() {
    SmallMarket market =
        new SmallMarket(1, 300)
            .unit("pump", "a", "gas", of(-50), of(-50))
            .unit("u1", "a", "gas", of(30), of(30))
            .unit("u2", "b", "gas", of(30), of(30));
    assertArrayEquals(of(5000), market.measured(IndexKernel.HHI_CLEARED).byPeriod(), 1e-9);
    assertArrayEquals(of(5000), market.measured(IndexKernel.HHI_OFFERED).byPeriod(), 1e-9);
  }

  @Test
  void aPeriodInWhichNobodyGeneratesHasNoConcentrationButTheOthersHave() {
    Measured found =
        new SmallMarket(1, 300, 300)
            .unit("u1", "a", "gas", of(0, 10), of(0, 10))
            .measured(IndexKernel.HHI_CLEARED);
    assertTrue(Double.isNaN(found.byPeriod()[0]));
    assertEquals(10_000, found.byPeriod()[1], 1e-9);
    assertEquals(1, found.elements().get("a"), 0);
    Measured none =
        new SmallMarket(1, 300)
            .unit("u1", "a", "gas", of(0), of(0))
            .measured(IndexKernel.HHI_CLEARED);
    assertTrue(Double.isNaN(none.elements().get("a")), "a share of nothing is no number");
  }

  @Test
  void theLargestShareCountsAsManyAsItIsTold() {
    assertArrayEquals(of(0.5, 0.5), three().measured(IndexKernel.LARGEST_SHARE).byPeriod(), 1e-12);
    assertArrayEquals(
        of(0.8125, 0.9),
        three().number("count", 2).measured(IndexKernel.LARGEST_SHARE).byPeriod(),
        1e-12);
    assertArrayEquals(
        of(1, 1), three().number("count", 4).measured(IndexKernel.LARGEST_SHARE).byPeriod(), 1e-12);
  }

  /** 160 without a 80: 0.8 of demand 100; the second period has 100 of 200 left for 80. */
  @Test
  void residualSupplyIsThatOfTheOwnerWhomTheMarketNeedsMost() {
    Measured found = three().measured(IndexKernel.RESIDUAL_SUPPLY);
    assertArrayEquals(of(80 / 100.0, 100 / 80.0), found.byPeriod(), 1e-12);
    assertEquals(0.8, found.elements().get("a"), 1e-12, "the least of the day, not the last");
    assertEquals(110 / 100.0, found.elements().get("b"), 1e-12);
    assertEquals(130 / 100.0, found.elements().get("c"), 1e-12);
  }

  @Test
  void anOwnerWithoutWhomDemandIsJustMetIsNotPivotal() {
    SmallMarket just =
        new SmallMarket(1, 300, 300)
            .unit("u1", "a", "gas", of(0, 0), of(100, 100))
            .unit("u2", "b", "gas", of(0, 0), of(100, 100))
            .load(100, 100.5);
    assertArrayEquals(of(0, 2), just.measured(IndexKernel.PIVOTAL_SUPPLIERS).byPeriod(), 0);
    assertArrayEquals(
        of(1, 0), three().measured(IndexKernel.PIVOTAL_SUPPLIERS).byPeriod(), 0, "a alone");
  }

  @Test
  void withoutDemandNobodyIsPivotalAndNobodyIsCounted() {
    SmallMarket idle =
        new SmallMarket(1, 300, 300)
            .unit("u1", "a", "gas", of(0, 0), of(100, 100))
            .unit("u2", "b", "gas", of(0, 0), of(60, 60))
            .load(0, 100);
    double[] pivotal = idle.measured(IndexKernel.PIVOTAL_SUPPLIERS).byPeriod();
    assertTrue(Double.isNaN(pivotal[0]));
    assertEquals(1, pivotal[1], 0);
    assertTrue(Double.isNaN(idle.measured(IndexKernel.RESIDUAL_SUPPLY).byPeriod()[0]));
    assertTrue(Double.isNaN(idle.measured(IndexKernel.THREE_PIVOTAL).byPeriod()[0]));
  }

  /** 40, 30, 20, 15, 5 of 110: without the three largest 20 are left, with d out of them 25. */
  @Test
  void threeSuppliersTogetherAreTakenOut() {
    SmallMarket five = new SmallMarket(1, 300).load(50);
    double[] supply = {40, 30, 20, 15, 5};
    for (int i = 0; i < supply.length; i++) {
      five.unit("u" + i, "abcde".substring(i, i + 1), "gas", of(0), of(supply[i]));
    }
    Measured found = five.measured(IndexKernel.THREE_PIVOTAL);
    assertArrayEquals(of(20 / 50.0), found.byPeriod(), 1e-12);
    assertEquals(20 / 50.0, found.elements().get("a"), 1e-12);
    assertEquals(20 / 50.0, found.elements().get("c"), 1e-12);
    assertEquals(25 / 50.0, found.elements().get("d"), 1e-12);
    assertEquals(35 / 50.0, found.elements().get("e"), 1e-12);
  }

  /** u1 offers 70 of 100, u2 everything, u3 more than it has, u4 nothing of 20. */
  @Test
  void withheldIsWhatIsAvailableAndNotOffered() {
    SmallMarket market =
        new SmallMarket(1, 300)
            .unit("u1", "a", "gas", of(0), of(100), of(1), curve(10, 70, 200))
            .unit("u2", "a", "gas", of(0), of(50), of(1), curve(10, 50, 200))
            .unit("u3", "b", "gas", of(0), of(30), of(1), curve(10, 45, 200))
            .unit("u4", "b", "gas", of(0), of(20));
    Measured found = market.measured(IndexKernel.WITHHELD);
    assertArrayEquals(of(50 / 200.0), found.byPeriod(), 1e-12);
    assertEquals(30 / 50.0, found.elements().get("a"), 1e-12, "a's share of what is withheld");
    assertEquals(20 / 50.0, found.elements().get("b"), 1e-12);
    double[] nothing =
        new SmallMarket(1, 300)
            .unit("u1", "a", "gas", of(0), of(0))
            .measured(IndexKernel.WITHHELD)
            .byPeriod();
    assertTrue(Double.isNaN(nothing[0]), "nothing is available");
  }

  private static OfferedCurve curve(double least, double most, double yuanPerMwh) {
    return new OfferedCurve(of(least, most), of(least * yuanPerMwh, most * yuanPerMwh));
  }

  /** Half hours: 40 MW × (300 − 200) × 0.5 h; below the offer a loss; idle units earn nothing. */
  @Test
  void profitIsPriceLessOfferedCostForTheLengthOfThePeriod() {
    SmallMarket market =
        new SmallMarket(0.5, 300, 150)
            .unit("u1", "a", "gas", of(40, 40), of(90, 90), of(1, 1), curve(10, 90, 200))
            .unit("u2", "b", "gas", of(0, 0), of(90, 90), of(0, 0), curve(10, 90, 200));
    Measured found = market.measured(IndexKernel.MEMBER_PROFIT);
    assertArrayEquals(of(2000, -1000), found.byPeriod(), 1e-9);
    assertEquals(1000, found.elements().get("a"), 1e-9);
    assertEquals(0, found.elements().get("b"), 0);
    assertEquals(
        "energy at its price less its offered cost; starts, reserve and contracts apart",
        found.note());
  }

  @Test
  void aUnitThatRunsAtNothingPaysForItsLeastOutputAndOneWithoutOfferIsNotKnown() {
    SmallMarket market =
        new SmallMarket(1, 300)
            .unit("u1", "a", "gas", of(0), of(90), of(1), curve(10, 90, 200))
            .unit("u2", "b", "gas", of(5), of(90));
    Measured found = market.measured(IndexKernel.MEMBER_PROFIT);
    assertEquals(-2000, found.elements().get("a"), 1e-9);
    assertTrue(Double.isNaN(found.elements().get("b")));
    assertTrue(Double.isNaN(found.byPeriod()[0]));
  }

  @ParameterizedTest
  @EnumSource(
      value = IndexKernel.class,
      names = {
        "HHI_OFFERED",
        "HHI_CLEARED",
        "LARGEST_SHARE",
        "RESIDUAL_SUPPLY",
        "PIVOTAL_SUPPLIERS",
        "THREE_PIVOTAL",
        "WITHHELD",
        "MEMBER_PROFIT"
      })
  void anIndexOfSuppliersNeedsThemAll(IndexKernel kernel) {
    Measured unowned = three().unit("u5", "", "gas", of(1, 1), of(1, 1)).measured(kernel);
    assertFalse(unowned.defined());
    assertEquals("1 units have no registered owner", unowned.note());
    Measured two =
        three()
            .unit("u5", "", "gas", of(1, 1), of(1, 1))
            .unit("u6", "", "gas", of(1, 1), of(1, 1))
            .measured(kernel);
    assertEquals("2 units have no registered owner", two.note());
    assertEquals("no unit lies there", new SmallMarket(1, 300).measured(kernel).note());
    assertTrue(three().measured(kernel).byPeriod().length == 2, "and with them has a number");
  }
}
