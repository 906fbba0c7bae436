package org.gridclear.security.powerflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.network.Shunt;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.ScreeningOptions.Rating;
import org.gridclear.security.result.Monitored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who takes an imbalance, on a triangle of equal reactances whose flows are thirds: units of 20 MW
 * in 5..50 at a and of 10 MW in 0..100 at b, listed with 2 and 1, and a load at c.
 */
class SharedImbalanceTest {
  private static Generator unit(String bus, double mw, double least, double most, double listed) {
    return new Generator("g" + bus, bus, "", mw, 0, -50, 50, 1, least, most, 0, listed, true, null);
  }

  private static Branch line(String id, String from, String to, double shift, boolean on) {
    return new Branch(
        id, from, to, BranchKind.LINE, 0, 0.1, 0, 1, shift, new Branch.Ratings(90, 0, 120), on);
  }

  private static Network network(double loadMw, double shift, double gMw, boolean ab) {
    return new Network(
        "triangle",
        100,
        List.of(
            Bus.of("a", "").with(BusType.REFERENCE),
            Bus.of("b", "").with(BusType.PV),
            Bus.of("c", "")),
        List.of(
            line("ab", "a", "b", shift, ab),
            line("bc", "b", "c", 0, true),
            line("ac", "a", "c", 0, true)),
        List.of(unit("a", 20, 5, 50, 2), unit("b", 10, 0, 100, 1)),
        List.of(new Load("d", "c", loadMw, 0)),
        gMw == 0 ? List.of() : List.of(new Shunt("c", gMw, 0)),
        List.of(),
        List.of());
  }

  private static PowerFlowModel model(Network network) {
    return new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network));
  }

  private static double[] flowsMw(DcPowerFlow flow) {
    double[] mw = new double[3];
    for (int l = 0; l < 3; l++) {
      mw[l] = 100 * flow.flowPu(l);
    }
    return mw;
  }

  /** Flows of the triangle: a third of the difference of what the ends give. */
  private static double[] thirds(double a, double b) {
    double c = -a - b;
    return new double[] {(a - b) / 3, (b - c) / 3, (a - c) / 3};
  }

  @ParameterizedTest
  @CsvSource({
    // load, sharing, then what a and b give
    "90, REFERENCE, 80, 10",
    "90, HEADROOM, 35, 55", // room 30 and 90 of 60 missing
    "90, LISTED, 60, 30",
    "10, REFERENCE, 0, 10",
    "10, HEADROOM, 8, 2", // room down 15 and 10 of 20 too much
    "30, HEADROOM, 20, 10",
    "30, REFERENCE, 20, 10",
    "180, HEADROOM, 57.5, 122.5", // more than there is room for is shared alike
  })
  void whatIsMissingGoesWhereTheSharingSays(double load, Sharing sharing, double a, double b) {
    DcPowerFlow flow = new DcPowerFlow(model(network(load, 0, 0, true)), sharing);
    assertArrayEquals(thirds(a, b), flowsMw(flow), 1e-9);
    double sum = 0;
    for (double pu : flow.net()) {
      sum += pu;
    }
    assertEquals(0, sum, 1e-12);
  }

  @Test
  void aShuntDrawsAndAPhaseShiftDrivesAFlowRoundTheLoop() {
    DcPowerFlow drawn = new DcPowerFlow(model(network(85, 0, 5, true)), Sharing.REFERENCE);
    assertArrayEquals(thirds(80, 10), flowsMw(drawn), 1e-9);
    DcPowerFlow shifted = new DcPowerFlow(model(network(90, 3, 0, true)), Sharing.REFERENCE);
    double round = 100 * 10 * Math.toRadians(3) / 3;
    double[] flat = thirds(80, 10);
    assertArrayEquals(
        new double[] {flat[0] - round, flat[1] - round, flat[2] + round}, flowsMw(shifted), 1e-9);
  }

  @Test
  void aBranchThatIsOutCarriesNothingAndTheOthersAll() {
    DcPowerFlow flow = new DcPowerFlow(model(network(90, 3, 0, false)), Sharing.REFERENCE);
    assertArrayEquals(new double[] {0, 10, 80}, flowsMw(flow), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({
    "REFERENCE, true, 1, 0",
    "HEADROOM, true, 0.25, 0.75",
    "HEADROOM, false, 0.6, 0.4",
    "LISTED, true, 0.66666666667, 0.33333333333",
    "LISTED, false, 0.66666666667, 0.33333333333",
  })
  void sharesAddUpToOne(Sharing sharing, boolean up, double a, double b) {
    PowerFlowModel model = model(network(90, 0, 0, true));
    double[] share = Shares.of(model, sharing, 0, up);
    assertEquals(a, share[model.position(0)], 1e-9);
    assertEquals(b, share[model.position(1)], 1e-9);
    assertEquals(0, share[model.position(2)], 0);
    double scale = Shares.scale(model, sharing, 0, up);
    double units = 0;
    for (int g = 0; g < 2; g++) {
      units += scale * Shares.ofUnit(model, sharing, g, up);
    }
    assertEquals(sharing == Sharing.REFERENCE ? 0 : 1, units, 1e-9);
  }

  @Test
  void whereNobodyHasRoomTheReferenceTakesIt() {
    Network full =
        new Network(
            "full",
            100,
            network(90, 0, 0, true).buses(),
            network(90, 0, 0, true).branches(),
            List.of(unit("a", 50, 5, 50, 0), unit("b", 100, 0, 100, 0)),
            List.of(new Load("d", "c", 170, 0)),
            List.of(),
            List.of(),
            List.of());
    for (Sharing sharing : Sharing.values()) {
      PowerFlowModel model = model(full);
      assertEquals(1, Shares.of(model, sharing, 0, true)[model.position(0)], 0, "" + sharing);
      assertArrayEquals(thirds(70, 100), flowsMw(new DcPowerFlow(model, sharing)), 1e-9);
    }
    PowerFlowModel model = model(full);
    assertTrue(Shares.of(model, Sharing.HEADROOM, 0, false)[model.position(1)] > 0.6, "down");
  }

  @ParameterizedTest
  @CsvSource({"NORMAL, 90", "SHORT_TERM, 90", "EMERGENCY, 120"})
  void aRatingThatIsNotGivenIsTheNormalOne(Rating rating, double mva) {
    Network network = network(90, 0, 0, true);
    OperatingPoint point = OperatingPoint.of(network);
    assertEquals(mva, Monitored.limitMva(network, point, rating, 0), 0);
  }

  @ParameterizedTest
  @CsvSource({
    "NORMAL, 50, 50",
    "SHORT_TERM, 50, 50",
    "EMERGENCY, 50, 60",
    "NORMAL, 0, 0.001",
    "EMERGENCY, 0, 0.001",
    "NORMAL, Infinity, 0",
  })
  void theLimitsOfAPeriodTakeThePlaceOfRatings(Rating rating, double normal, double mva) {
    Network network = network(90, 0, 0, true);
    double[] limits = {normal, 7, 7};
    double[] emergency = {1.2 * normal, 8, 8};
    OperatingPoint point = OperatingPoint.of(network).withLimits(limits, emergency);
    assertEquals(mva, Monitored.limitMva(network, point, rating, 0), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "1.1, 1", "0.9, 1", "1.05, 0.5", "1.2, 2", "0.95, 0.5"})
  void aVoltageIsLoadedByItsDistanceFromTheMiddleOfItsBand(double pu, double loading) {
    assertEquals(loading, Monitored.voltageLoading(pu, 0.9, 1.1), 1e-9);
  }

  @Test
  void devicesAreBranchesThenGatesThenBuses() {
    List<String> names = new ArrayList<>();
    Monitored.devices(network(90, 0, 0, true))
        .forEach(device -> names.add(device.kind() + " " + device.id()));
    assertEquals(List.of("LINE ab", "LINE bc", "LINE ac", "BUS a", "BUS b", "BUS c"), names);
  }
}
