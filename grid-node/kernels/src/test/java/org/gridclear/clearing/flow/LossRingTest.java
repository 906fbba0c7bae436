package org.gridclear.clearing.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Losses of a ring of three buses, where flows follow from injections by Kirchhoff's laws: against
 * the least cost over all injections, with losses drawn by the share of load. Once with offers
 * above zero, where losses are convex, once with wind that pays to run, where losses earn money.
 */
// Rows: D-05
class LossRingTest {
  private static final ClearingOptions EXACT =
      ClearingOptions.LOSSLESS.withGap(1e-7).withLosses(true);
  private static final double SHED = 20_000;

  /**
   * A bus has a load, a unit from 0 MW on with its price, and wind with its price.
   *
   * @param x reactances of 0–1, 1–2 and 0–2
   * @param r their resistances
   */
  private record Ring(
      double[] load,
      double[] unitMw,
      double[] unitPrice,
      double[] windMw,
      double windPrice,
      double[] x,
      double[] r) {
    static Ring random(long seed, double windPrice) {
      Random random = new Random(seed);
      double[] load = new double[3];
      double[] unitMw = new double[3];
      double[] price = new double[3];
      double[] wind = new double[3];
      double[] x = new double[3];
      double[] r = new double[3];
      for (int b = 0; b < 3; b++) {
        load[b] = 10 + random.nextInt(60);
        unitMw[b] = 20 + random.nextInt(120);
        price[b] = 50 + random.nextInt(200);
        wind[b] = random.nextInt(3) == 0 ? 60 + random.nextInt(140) : 0;
        x[b] = 0.03 + random.nextInt(10) / 100.0;
        r[b] = 0.003 + random.nextInt(25) / 1000.0;
      }
      wind[0] = Math.max(wind[0], 50);
      return new Ring(load, unitMw, price, wind, windPrice, x, r);
    }

    ClearingCase day() {
      StringBuilder units = new StringBuilder();
      StringBuilder winds = new StringBuilder();
      StringBuilder loads = new StringBuilder();
      for (int b = 0; b < 3; b++) {
        String comma = b == 0 ? "" : ", ";
        units.append(
            String.format(
                Locale.ROOT,
                "%s{\"id\": \"g%d\", \"bus\": \"b%d\", \"commitment\": [\"on\"], \"offers\":"
                    + " [{\"mw\": [0, %f], \"yuanPerH\": [0, %f]}],"
                    + " \"initial\": {\"on\": true, \"hours\": 9, \"powerMw\": 0}}",
                comma,
                b,
                b,
                unitMw[b],
                unitPrice[b] * unitMw[b]));
        winds.append(
            String.format(
                Locale.ROOT,
                "%s{\"id\": \"w%d\", \"bus\": \"b%d\", \"maxMw\": %f, \"priceYuanPerMwh\": %f}",
                comma,
                b,
                b,
                windMw[b],
                windPrice));
        loads.append(
            String.format(Locale.ROOT, "%s{\"bus\": \"b%d\", \"mw\": %f}", comma, b, load[b]));
      }
      return ClearingCase.of(
          Days.read(
              String.format(
                  Locale.ROOT,
                  """
                  {"name": "ring", "horizon": {"periodCount": 1},
                   "network": {
                     "buses": [{"id": "b0", "type": "reference"}, {"id": "b1"}, {"id": "b2"}],
                     "branches": [
                       {"id": "l01", "from": "b0", "to": "b1", "rPu": %f, "xPu": %f},
                       {"id": "l12", "from": "b1", "to": "b2", "rPu": %f, "xPu": %f},
                       {"id": "l02", "from": "b0", "to": "b2", "rPu": %f, "xPu": %f}]},
                   "thermalUnits": [%s], "profiledUnits": [%s], "busLoads": [%s]}
                  """,
                  r[0],
                  x[0],
                  r[1],
                  x[1],
                  r[2],
                  x[2],
                  units,
                  winds,
                  loads)));
    }

    /**
     * The cost where buses 0 and 1 send so much into the ring, bus 2 the rest; what is lost is
     * drawn by share of load.
     */
    double yuan(double sent0, double sent1) {
      // The ring carries what closes its voltage law: f01·x01 + f12·x12 = f02·x02.
      double around = x[0] + x[1] + x[2];
      double f01 = (sent0 * x[2] - sent1 * x[1]) / around;
      double f02 = sent0 - f01;
      double f12 = sent1 + f01;
      double loss = (r[0] * f01 * f01 + r[1] * f12 * f12 + r[2] * f02 * f02) / 100;
      double total = load[0] + load[1] + load[2];
      double[] sent = {sent0, sent1, -sent0 - sent1};
      double yuan = 0;
      for (int b = 0; b < 3; b++) {
        yuan += yuanAt(b, load[b] + sent[b] + load[b] / total * loss);
      }
      return yuan;
    }

    /** The least cost of so much power at a bus: wind, then its unit, then load not served. */
    private double yuanAt(int b, double mw) {
      if (mw < 0) {
        return Double.POSITIVE_INFINITY;
      }
      boolean windFirst = windPrice < unitPrice[b];
      double firstMw = Math.min(mw, windFirst ? windMw[b] : unitMw[b]);
      double nextMw = Math.min(mw - firstMw, windFirst ? unitMw[b] : windMw[b]);
      double shedMw = mw - firstMw - nextMw;
      return shedMw > load[b]
          ? Double.POSITIVE_INFINITY
          : firstMw * (windFirst ? windPrice : unitPrice[b])
              + nextMw * (windFirst ? unitPrice[b] : windPrice)
              + shedMw * SHED;
    }

    /** The least cost over all that buses 0 and 1 may send. */
    double bestYuan() {
      double best = Double.POSITIVE_INFINITY;
      double[] at = {0, 0};
      double reach = 400;
      int steps = 200;
      for (int finer = 0; finer < 14; finer++) {
        double[] centre = at.clone();
        for (int i = -steps; i <= steps; i++) {
          for (int j = -steps; j <= steps; j++) {
            double sent0 = centre[0] + i * reach / steps;
            double sent1 = centre[1] + j * reach / steps;
            double yuan = yuan(sent0, sent1);
            if (yuan < best) {
              best = yuan;
              at = new double[] {sent0, sent1};
            }
          }
        }
        reach = Math.max(4 * reach / steps, reach / 4);
        steps = 24;
      }
      return best;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aRingIsAsGoodAsTheBestOfAllInjections(long seed) {
    Ring ring = Ring.random(seed, 30);
    ClearingResult result = Fixtures.clear(ring.day(), EXACT);
    double best = ring.bestYuan();
    double tolerance = 1e-5 * Math.max(1000, Math.abs(best)) + 2;
    assertEquals(best, result.objectiveYuan(), tolerance);
    assertTrue(result.bestBoundYuan() <= best + tolerance, result.bestBoundYuan() + " " + best);
  }

  @ParameterizedTest
  @CsvSource({"1, -100", "2, -100", "3, -100", "4, -300", "5, -300", "6, -20"})
  void aRingWhoseLossesEarnMoneyIsBoundedByTheBestOfAllInjections(long seed, double windPrice) {
    Ring ring = Ring.random(seed, windPrice);
    ClearingResult result = Fixtures.clear(ring.day(), EXACT);
    double best = ring.bestYuan();
    double tolerance = 1e-5 * Math.max(1000, Math.abs(best)) + 5;
    assertTrue(result.bestBoundYuan() <= best + tolerance, result.bestBoundYuan() + " " + best);
    assertEquals(best, result.objectiveYuan(), tolerance);
  }
}
