package org.gridclear.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.Shunt;
import org.gridclear.network.SmallGrids;
import org.gridclear.network.topology.Incidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Admittances, Jacobian, loss factors and voltage sensitivities of a grid with all that a branch
 * may have, against full matrices and differences of whole solutions.
 */
// Rows: H-13
class AcSensitivitiesTest {
  private static final int BUSES = 7;

  /** Bus 0 is the reference, bus 2 holds its voltage, bus 6 has no branch in service. */
  private static final boolean[] ON = {true, true, true, true, true, true, true, true, false};

  private static final Network GRID = grid(1.04);

  private static Network grid(double ratio) {
    List<Branch> branches =
        List.of(
            branch("a", 0, 1, 0.02, 0.10, 0.06, 1, 0),
            branch("b", 1, 2, 0.03, 0.15, 0.04, 1, 0),
            branch("c", 2, 3, 0.01, 0.09, 0, ratio, 4),
            branch("d", 3, 4, 0.05, 0.25, 0.02, 1, 0),
            branch("parallel", 4, 3, 0.04, 0.20, 0.03, 0.97, -3),
            branch("e", 4, 0, 0.02, 0.12, 0.05, 1, 0),
            branch("f", 1, 5, 0.06, 0.18, 0, 1.02, 0),
            branch("g", 5, 2, 0.02, 0.21, 0.08, 1, 0),
            branch("out", 6, 5, 0.02, 0.11, 0.09, 1, 0));
    return SmallGrids.of(BUSES, branches)
        .withShunts(List.of(new Shunt("1", 2, 15), new Shunt("4", 0.5, -8), new Shunt("1", 1, 4)));
  }

  private static Branch branch(
      String id, int from, int to, double r, double x, double b, double ratio, double shiftDeg) {
    return new Branch(
        id,
        String.valueOf(from),
        String.valueOf(to),
        BranchKind.TRANSFORMER,
        r,
        x,
        b,
        ratio,
        shiftDeg,
        Branch.Ratings.UNLIMITED,
        true);
  }

  /** A solved grid: angles, then magnitudes by bus; the dead bus has neither. */
  private static double[] solve(Network network, double[] asked, boolean[] known, double[] start) {
    double[] state = start.clone();
    new DenseGrid(network, ON).solve(asked, known, state);
    return state;
  }

  private static final double[] ASKED = {
    0, -0.4, 0.5, -0.35, -0.2, -0.25, 0, 0, -0.1, 0, -0.15, -0.05, -0.12, 0
  };

  private static final boolean[] KNOWN = known(0, 6, 7, 9, 13);

  private static boolean[] known(int... places) {
    boolean[] known = new boolean[2 * BUSES];
    Arrays.stream(places).forEach(k -> known[k] = true);
    return known;
  }

  private static double[] start() {
    double[] start = new double[2 * BUSES];
    Arrays.fill(start, BUSES, 2 * BUSES, 1);
    start[BUSES] = 1.03;
    start[BUSES + 2] = 1.01;
    start[2 * BUSES - 1] = 0;
    return start;
  }

  private static final double[] SOLVED = solve(GRID, ASKED, KNOWN, start());

  private static AcPoint point() {
    NetworkIndex index = new NetworkIndex(GRID);
    int[] from = IntStream.range(0, index.branchCount()).map(index::from).toArray();
    int[] to = IntStream.range(0, index.branchCount()).map(index::to).toArray();
    SymbolicFactor symbolic = SymbolicFactor.of(BUSES, from, to);
    Incidence incidence = new Incidence(index);
    BranchAdmittances branches = new BranchAdmittances(index);
    AdmittanceMatrix y = new AdmittanceMatrix(incidence, symbolic, branches, ON);
    double[] e = new double[BUSES];
    double[] f = new double[BUSES];
    boolean[] angleFixed = new boolean[BUSES];
    boolean[] voltageFixed = new boolean[BUSES];
    for (int bus = 0; bus < BUSES; bus++) {
      int k = symbolic.position(bus);
      e[k] = SOLVED[BUSES + bus] * Math.cos(SOLVED[bus]);
      f[k] = SOLVED[BUSES + bus] * Math.sin(SOLVED[bus]);
      angleFixed[k] = KNOWN[bus];
      voltageFixed[k] = KNOWN[BUSES + bus];
    }
    return new AcPoint(incidence, branches, y, e, f, angleFixed, voltageFixed);
  }

  @Test
  void admittancesOfABranchAreThoseOfAPiBehindAnIdealTransformer() {
    double[] values = new BranchAdmittances(new NetworkIndex(GRID)).values();
    for (int l = 0; l < GRID.branches().size(); l++) {
      List<DenseGrid.Complex> pi = DenseGrid.pi(GRID.branches().get(l));
      for (int k = 0; k < 4; k++) {
        int at = BranchAdmittances.STRIDE * l + 2 * k;
        assertEquals(pi.get(k).re(), values[at], 1e-12, l + " real part " + k);
        assertEquals(pi.get(k).im(), values[at + 1], 1e-12, l + " imaginary part " + k);
      }
    }
  }

  @Test
  void admittancesOfAThreeFourFiveTriangleAreWholeNumbers() {
    // 1 / (0.03 + 0.04 j) = 12 − 16 j; a ratio of 2 quarters y_ff and halves the others
    Network one = SmallGrids.of(2, List.of(branch("x", 0, 1, 0.03, 0.04, 0.5, 2, 90)));
    assertArrayEquals(
        new double[] {3, -3.9375, -8, -6, 8, 6, 12, -15.75},
        new BranchAdmittances(new NetworkIndex(one)).values(),
        1e-12);
  }

  @Test
  void aBranchWithoutImpedanceIsACouplerOfTheLeastReactance() {
    Network coupler =
        SmallGrids.of(
            2, List.of(branch("x", 0, 1, 0, 0, 0, 1, 0), branch("y", 0, 1, 0, 1e-6, 0, 1, 0)));
    double[] y = new BranchAdmittances(new NetworkIndex(coupler)).values();
    assertArrayEquals(new double[] {0, -1e6, 0, 1e6, 0, 1e6, 0, -1e6}, Arrays.copyOf(y, 8), 1e-6);
    assertArrayEquals(Arrays.copyOf(y, 8), Arrays.copyOfRange(y, 8, 16), 1e-6);
  }

  @Test
  void powerIntoABranchIsVoltageTimesConjugateCurrentAtBothEnds() {
    BranchAdmittances admittances = new BranchAdmittances(new NetworkIndex(GRID));
    DenseGrid.Complex from = new DenseGrid.Complex(1.02, 0.11);
    DenseGrid.Complex to = new DenseGrid.Complex(0.97, -0.06);
    double[] power = new double[4];
    for (int l = 0; l < GRID.branches().size(); l++) {
      List<DenseGrid.Complex> pi = DenseGrid.pi(GRID.branches().get(l));
      var atFrom = from.times(pi.get(0).times(from).plus(pi.get(1).times(to)).conjugate());
      var atTo = to.times(pi.get(2).times(from).plus(pi.get(3).times(to)).conjugate());
      admittances.power(l, from.re(), from.im(), to.re(), to.im(), power);
      assertArrayEquals(
          new double[] {atFrom.re(), atFrom.im(), atTo.re(), atTo.im()}, power, 1e-12);
    }
  }

  @Test
  void theMatrixTakesThePowerThatTheFullOneTakes() {
    AcPoint point = point();
    double[] p = new double[BUSES];
    double[] q = new double[BUSES];
    point.y().power(point.e(), point.f(), p, q);
    double[] expected =
        new DenseGrid(GRID, ON)
            .power(Arrays.copyOf(SOLVED, BUSES), Arrays.copyOfRange(SOLVED, BUSES, 2 * BUSES));
    for (int bus = 0; bus < BUSES; bus++) {
      assertEquals(expected[bus], p[point.position(bus)], 1e-12, "P at " + bus);
      assertEquals(expected[BUSES + bus], q[point.position(bus)], 1e-12, "Q at " + bus);
    }
  }

  @Test
  void parallelBranchesAreOneEntryAndWhatIsOutIsNone() {
    AdmittanceMatrix y = point().y();
    int n = BUSES;
    assertEquals(14, y.start(n)); // seven pairs of buses, in both directions
    int six = y.symbolic().position(6);
    assertEquals(y.start(six), y.start(six + 1));
    assertEquals(0, y.diagonalG(six));
    assertEquals(0, y.diagonalB(six));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theJacobianIsTheDerivativeOfThePowers(long seed) {
    AcPoint point = point();
    BlockLuFactor factor = new BlockLuFactor(point.y().symbolic());
    Jacobian.factor(
        point.y(), point.e(), point.f(), point.angleFixed(), point.voltageFixed(), factor);
    SplittableRandom random = new SplittableRandom(seed);
    double[] direction = new double[2 * BUSES]; // angles, then logarithms of magnitudes by bus
    for (int c = 0; c < direction.length; c++) {
      direction[c] = KNOWN[c] ? 0 : random.nextDouble(-1, 1);
    }
    double h = 1e-5;
    double[] up = moved(direction, h);
    double[] down = moved(direction, -h);
    double[] rhs = new double[2 * BUSES];
    for (int bus = 0; bus < BUSES; bus++) {
      int k = point.position(bus);
      rhs[2 * k] = KNOWN[bus] ? 0 : (up[bus] - down[bus]) / (2 * h);
      rhs[2 * k + 1] = KNOWN[BUSES + bus] ? 0 : (up[BUSES + bus] - down[BUSES + bus]) / (2 * h);
    }
    factor.solve(rhs);
    for (int bus = 0; bus < BUSES; bus++) {
      int k = point.position(bus);
      assertEquals(direction[bus], rhs[2 * k], 1e-8, "angle of " + bus);
      assertEquals(direction[BUSES + bus], rhs[2 * k + 1], 1e-8, "magnitude of " + bus);
    }
  }

  private static double[] moved(double[] direction, double by) {
    double[] angle = new double[BUSES];
    double[] magnitude = new double[BUSES];
    for (int bus = 0; bus < BUSES; bus++) {
      angle[bus] = SOLVED[bus] + by * direction[bus];
      magnitude[bus] = SOLVED[BUSES + bus] * Math.exp(by * direction[BUSES + bus]);
    }
    return new DenseGrid(GRID, ON).power(angle, magnitude);
  }

  @Test
  void lossFactorsAreTheRiseOfTheLossesPerMegawattInjected() {
    double[] factors = LossFactors.of(point());
    assertEquals(0, factors[0]); // the reference
    assertEquals(0, factors[6]); // without voltage
    double h = 1e-4;
    for (int bus = 1; bus < 6; bus++) {
      double rise = (losses(bus, h) - losses(bus, -h)) / (2 * h);
      assertEquals(rise, factors[bus], 1e-7, "bus " + bus);
      assertTrue(Math.abs(rise) > 1e-3, "a loss that is seen at " + bus);
    }
  }

  private static double losses(int bus, double more) {
    double[] asked = ASKED.clone();
    asked[bus] += more;
    double[] state = solve(GRID, asked, KNOWN, SOLVED);
    double[] power =
        new DenseGrid(GRID, ON)
            .power(Arrays.copyOf(state, BUSES), Arrays.copyOfRange(state, BUSES, 2 * BUSES));
    return Arrays.stream(power, 0, BUSES).sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void voltagesRiseWithAReactiveInjectionAlsoWhereAVoltageWasHeld(int bus) {
    boolean[] known = KNOWN.clone();
    known[BUSES + bus] = false; // a held voltage is let go for its own column
    double[] solved = SOLVED.clone();
    double[] asked = ASKED.clone();
    double[] power =
        new DenseGrid(GRID, ON)
            .power(Arrays.copyOf(solved, BUSES), Arrays.copyOfRange(solved, BUSES, 2 * BUSES));
    asked[BUSES + bus] = power[BUSES + bus];
    double h = 1e-4;
    asked[BUSES + bus] += h;
    double[] up = solve(GRID, asked, known, solved);
    asked[BUSES + bus] -= 2 * h;
    double[] down = solve(GRID, asked, known, solved);
    double[] rise = new VoltageSensitivities(point()).toReactive(bus);
    for (int at = 0; at < BUSES; at++) {
      double perMvar = (up[BUSES + at] - down[BUSES + at]) / (2 * h) / GRID.baseMva();
      assertEquals(perMvar, rise[at], 1e-9, "at " + at);
    }
    assertTrue(rise[bus] > 1e-5);
  }

  @Test
  void voltagesMoveWithARatioAsWholeSolutionsDo() {
    double h = 1e-4;
    double[] up = solve(grid(1.04 + h), ASKED, KNOWN, SOLVED);
    double[] down = solve(grid(1.04 - h), ASKED, KNOWN, SOLVED);
    double[] rise = new VoltageSensitivities(point()).toRatio(2);
    for (int at = 0; at < BUSES; at++) {
      assertEquals((up[BUSES + at] - down[BUSES + at]) / (2 * h), rise[at], 1e-7, "at " + at);
    }
    assertTrue(Math.abs(rise[3]) > 0.01);
    assertEquals(0, rise[2], 1e-15); // its voltage is held
  }
}
