package org.gridclear.monitoring.structure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Measures of structure, conduct and outcome: by hand on small markets, and by what must hold. */
// Rows: J-03, K-04
class StructureTest {
  private static double[] drawn(SplittableRandom random, int count) {
    return random.doubles(count, 0.1, 500).toArray();
  }

  @Test
  void twentyThirtyFiftyPercentAre3800() {
    assertEquals(3800, Concentration.hhi(new double[] {20, 30, 50}), 1e-9);
    assertEquals(10_000, Concentration.hhi(new double[] {0, 7}), 1e-9);
    assertTrue(Double.isNaN(Concentration.hhi(new double[] {0, 0})));
    assertThrows(IllegalArgumentException.class, () -> Concentration.hhi(new double[] {-1}));
  }

  @Test
  void hhiLiesBetweenEqualOwnersAndOneAndMergersNeverLowerIt() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 500; i++) {
      double[] mw = drawn(random, 2 + random.nextInt(9));
      double hhi = Concentration.hhi(mw);
      assertTrue(hhi >= 10_000.0 / mw.length - 1e-6 && hhi <= 10_000 + 1e-6);
      double[] merged = Arrays.copyOf(mw, mw.length - 1);
      merged[0] += mw[mw.length - 1];
      assertTrue(Concentration.hhi(merged) >= hhi - 1e-9);
    }
  }

  @Test
  void theLargestSharesAddUpToAll() {
    double[] mw = {10, 40, 30, 20};
    assertEquals(0.4, Concentration.largestShare(mw, 1), 1e-12);
    assertEquals(0.7, Concentration.largestShare(mw, 2), 1e-12);
    assertEquals(1, Concentration.largestShare(mw, 9), 1e-12);
    assertTrue(Double.isNaN(Concentration.largestShare(new double[2], 1)));
  }

  @Test
  void aSupplierIsPivotalWhereTheOthersCannotMeetDemand() {
    double[] supply = {100, 60, 40};
    double[] none = new double[3];
    double[] index = ResidualSupply.index(supply, none, 120);
    assertArrayEquals(new double[] {100 / 120.0, 140 / 120.0, 160 / 120.0}, index, 1e-12);
    assertEquals(100 / 120.0, ResidualSupply.market(index), 1e-12);
    double[] sold = ResidualSupply.index(supply, new double[] {100, 0, 0}, 120);
    assertEquals(200 / 120.0, sold[0], 1e-12, "what is sold under contract cannot be withheld");
    assertTrue(Double.isNaN(ResidualSupply.index(supply, none, 0)[0]));
    assertTrue(Double.isNaN(ResidualSupply.market(new double[0])));
  }

  @Test
  void pivotalMeansThatTakingTheSupplierOutLeavesTooLittle() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 500; i++) {
      double[] mw = drawn(random, 1 + random.nextInt(8));
      double demand = random.nextDouble(1, Arrays.stream(mw).sum() * 1.2);
      double[] index = ResidualSupply.index(mw, new double[mw.length], demand);
      for (int s = 0; s < mw.length; s++) {
        double others = 0;
        for (int o = 0; o < mw.length; o++) {
          others += o == s ? 0 : mw[o];
        }
        assertEquals(others < demand - 1e-9, index[s] < 1 - 1e-12, "supplier " + s);
      }
    }
  }

  /** The least over all triples that the supplier is in. */
  private static double byTriples(double[] mw, double demand, int supplier) {
    double total = Arrays.stream(mw).sum();
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < mw.length; a++) {
      for (int b = a + 1; b < mw.length; b++) {
        if (a != supplier && b != supplier) {
          least = Math.min(least, (total - mw[a] - mw[b] - mw[supplier]) / demand);
        }
      }
    }
    return least;
  }

  @Test
  void threePivotalSuppliersAreThoseOfTheWorstTriple() {
    double[] fair = PivotalSuppliers.index(new double[] {50, 40, 30, 20, 10}, 60);
    assertArrayEquals(
        new double[] {30 / 60.0, 30 / 60.0, 30 / 60.0, 40 / 60.0, 50 / 60.0}, fair, 1e-12);
    assertEquals(5, PivotalSuppliers.failing(fair));
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 300; i++) {
      double[] mw = drawn(random, 3 + random.nextInt(7));
      double demand = random.nextDouble(1, 900);
      double[] index = PivotalSuppliers.index(mw, demand);
      for (int s = 0; s < mw.length; s++) {
        assertEquals(byTriples(mw, demand, s), index[s], 1e-9);
      }
    }
  }

  @Test
  void onlyUnitsThatRelieveAConstraintCountForIt() {
    double[] effective =
        PivotalSuppliers.effective(
            new double[] {0.5, -0.2, 0.1, 0.4},
            new double[] {100, 300, 50, -5},
            new int[] {0, 0, 1, 1},
            2);
    assertArrayEquals(new double[] {50, 5}, effective, 1e-12);
  }

  @Test
  void lernerIsTheShareOfThePriceAboveCost() {
    assertEquals(0.25, Markup.lerner(400, 300), 1e-12);
    assertEquals(0, Markup.lerner(300, 300), 1e-12);
    assertEquals(1, Markup.lerner(300, 0), 1e-12);
    assertTrue(Markup.lerner(300, 360) < 0);
    assertTrue(Double.isNaN(Markup.lerner(0, 100)));
    assertEquals(
        0.2,
        Markup.weighted(new double[] {0.5, 0.1, Double.NaN, 0.9}, new double[] {10, 30, 5, 0}),
        1e-12);
    assertTrue(Double.isNaN(Markup.weighted(new double[] {0.5}, new double[] {0})));
  }

  @Test
  void pricesThatDoNotChangeHaveNoVolatility() {
    assertEquals(0, PriceVariation.volatility(new double[] {300, 300, 300}), 0);
    assertEquals(0, PriceVariation.volatility(new double[] {100, 200, 300}), 0, "even changes");
    // Changes 100 and −100: deviation 100, mean price 400/3.
    assertEquals(0.75, PriceVariation.volatility(new double[] {100, 200, 100}), 1e-12);
    assertEquals(0.5, PriceVariation.coefficient(new double[] {100, 300}), 1e-12);
    assertTrue(Double.isNaN(PriceVariation.volatility(new double[] {1, 2})));
    assertTrue(Double.isNaN(PriceVariation.coefficient(new double[] {-1, -3})));
    double[] prices = new SplittableRandom(3).doubles(24, 100, 600).toArray();
    double[] doubled = Arrays.stream(prices).map(price -> 2 * price).toArray();
    assertEquals(PriceVariation.volatility(prices), PriceVariation.volatility(doubled), 1e-12);
  }

  @Test
  void whatCameTrueAsForeseenCountsOne() {
    double[] plan = {100, 200};
    assertEquals(1, Execution.forecastAccuracy(plan, plan), 0);
    assertEquals(1, Execution.ofPlan(plan, plan), 0);
    assertEquals(
        1 - (0.1 + 0.05) / 2, Execution.forecastAccuracy(new double[] {110, 190}, plan), 1e-12);
    assertEquals(0.9, Execution.ofPlan(plan, new double[] {110, 180}), 1e-12);
    assertTrue(Double.isNaN(Execution.forecastAccuracy(plan, new double[] {0, 100})));
    assertTrue(Double.isNaN(Execution.ofPlan(new double[2], plan)));
  }

  @Test
  void anOfferSaysWhatTheNextMegawattCosts() {
    OfferedCurve curve =
        new OfferedCurve(new double[] {50, 100, 150}, new double[] {10_000, 22_500, 40_000});
    assertEquals(250, curve.marginalYuanPerMwh(50), 1e-12);
    assertEquals(350, curve.marginalYuanPerMwh(100), 1e-12);
    assertEquals(350, curve.marginalYuanPerMwh(150), 1e-12);
    assertEquals(50, curve.mwAtOrBelow(300), 1e-12);
    assertEquals(100, curve.mwAtOrBelow(350), 1e-12);
    assertEquals(16_250, curve.costYuanPerH(75), 1e-9);
    assertEquals(10_000, curve.costYuanPerH(0), 0);
    assertEquals(40_000, curve.costYuanPerH(999), 0);
    assertEquals(50, curve.leastMw(), 0);
    assertEquals(150, curve.greatestMw(), 0);
    OfferedCurve point = new OfferedCurve(new double[] {5}, new double[] {1});
    assertTrue(Double.isNaN(point.marginalYuanPerMwh(5)));
  }
}
