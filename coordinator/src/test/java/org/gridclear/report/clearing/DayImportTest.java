package org.gridclear.report.clearing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.CostParts;
import org.gridclear.clearing.result.Prices;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.MarketDay;
import org.gridclear.network.NetworkIndex;
import org.gridclear.quantity.Horizon;
import org.gridclear.report.clearing.ImportMapping.Kind;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cleared day is merged by a table, adds and replaces, and never takes a series away. */
// Rows: C-13, D-11, F-10, O-14, O-16
class DayImportTest {
  /** Five minutes over a day. */
  private static final MarketDay DAY =
      SyntheticMarket.complete(
          BuiltInNetworks.read("ieee14"),
          new Horizon(288, 5, 0),
          new SyntheticOptions(1, 1, 0, 0.04, 0.04));

  private static final int UNITS = DAY.thermalUnits().size();

  @TempDir private Path folder;

  /** Every unit gives 12 MW in even and 36 MW in odd periods at 100 and 200 yuan/MWh. */
  private static ClearingResult result(double shedMw) {
    int buses = DAY.network().buses().size();
    double[][] output = table(UNITS, t -> t % 2 == 0 ? 12 : 36);
    double[][] reserve = table(UNITS, t -> 0);
    Arrays.fill(reserve[0], 1.5);
    double[][] shed = table(buses, t -> 0);
    shed[0][0] = shedMw;
    Schedule schedule =
        new Schedule(
            new boolean[UNITS][288],
            new boolean[UNITS][288],
            output,
            new double[][][] {reserve},
            new double[0][],
            new double[0][],
            new double[0][],
            new double[0][],
            new double[0][],
            shed,
            new double[0][],
            new double[0][],
            new double[0][],
            new double[0][]);
    Prices prices =
        new Prices(
            table(buses, t -> t % 2 == 0 ? 103 : 203),
            table(buses, t -> t % 2 == 0 ? 100 : 200),
            table(buses, t -> 2),
            table(buses, t -> 1),
            table(1, t -> t < 12 ? 6 : 12));
    return new ClearingResult(
        ClearingResult.Status.OPTIMAL,
        0,
        0,
        0,
        new CostParts(0, 0, 0, 0, 0, 0, 0),
        schedule,
        prices,
        new double[288],
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  private static double[][] table(int rows, java.util.function.IntToDoubleFunction value) {
    double[][] table = new double[rows][288];
    for (double[] row : table) {
      Arrays.setAll(row, value);
    }
    return table;
  }

  private static String unit() {
    return DAY.thermalUnits().get(0).id();
  }

  private static String bus() {
    return DAY.thermalUnits().get(0).bus();
  }

  private ImportMapping mapping(String... rows) throws IOException {
    Path file = folder.resolve("map.csv");
    Files.writeString(file, "kind,from,to,share\n" + String.join("\n", rows) + "\n");
    return ImportMapping.read(file);
  }

  private static ClearedDay.Series series(ImportMapping mapping) {
    BiPredicate<Kind, String> known = (kind, id) -> true;
    return new ClearedDay(DAY, result(0), "rt", 24, mapping, known).series();
  }

  private static long[] all(long value) {
    long[] values = new long[24];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void fiveMinutePricesAreWeightedByTheEnergyClearedAtTheBus() throws IOException {
    boolean load = DAY.busLoads().stream().anyMatch(each -> each.bus().equals(bus()));
    int at = new NetworkIndex(DAY.network()).bus(bus());
    double weighted = 0;
    double weight = 0;
    for (int p = 0; p < 12; p++) {
      double mw = 0;
      for (var unit : DAY.thermalUnits()) {
        mw += unit.bus().equals(bus()) ? (p % 2 == 0 ? 12 : 36) : 0;
      }
      for (var each : DAY.busLoads()) {
        mw += each.bus().equals(bus()) ? each.mw().at(p) : 0;
      }
      weighted += mw * (p % 2 == 0 ? 100 : 200);
      weight += mw;
    }
    assertTrue(at >= 0 && weight > 0);
    Map<String, long[]> prices =
        series(mapping("unit," + unit() + ",T1", "bus," + bus() + ",P1", "bus,7,P7"))
            .files()
            .get("prices.csv");
    assertEquals(Math.round(1000 * weighted / weight), prices.get("P1,rtEnergy")[0]);
    assertTrue(load || prices.get("P1,rtEnergy")[0] == 175_000, "12 at 100 and 36 at 200 are 175");
    assertArrayEquals(all(2_000), prices.get("P1,rtCongestion"));
    assertEquals(150_000, prices.get("P7,rtEnergy")[0], "nothing is cleared there: plain mean");
  }

  @Test
  void unitsLoadsReserveAndItsPriceAreTaken() throws IOException {
    String loadBus = DAY.busLoads().get(0).bus();
    Map<String, Map<String, long[]>> files =
        series(
                mapping(
                    "unit," + unit() + ",T1",
                    "load," + loadBus + ",U1,0.3",
                    "load," + loadBus + ",U2,0.7",
                    "product," + SyntheticMarket.RESERVE + ",spinning",
                    "bus," + bus() + ",P1"))
            .files();
    assertArrayEquals(all(240_000), files.get("awards.csv").get("T1,rtMwh"), "mean of 12 and 36");
    double mwh = 0;
    for (int p = 0; p < 12; p++) {
      mwh += DAY.busLoads().get(0).mw().at(p) / 12;
    }
    long one = files.get("awards.csv").get("U1,rtMwh")[0];
    long two = files.get("awards.csv").get("U2,rtMwh")[0];
    assertEquals(Math.round(1e4 * mwh), one + two);
    assertEquals(Math.round(0.3 * (one + two)), one);
    assertArrayEquals(all(15_000), files.get("services.csv").get("T1,spinningMw"));
    assertEquals(6_000, files.get("prices.csv").get("*,spinningYuanPerMwh")[0]);
    assertEquals(12_000, files.get("prices.csv").get("*,spinningYuanPerMwh")[1]);
  }

  private void file(String name, String... rows) throws IOException {
    StringBuilder text = new StringBuilder("id,series");
    for (int t = 1; t <= 24; t++) {
      text.append(',').append(t);
    }
    Files.createDirectories(folder.resolve("day"));
    Files.writeString(
        folder.resolve("day").resolve(name), text + "\n" + String.join("\n", rows) + "\n");
  }

  private static String row(String id, String series, int value) {
    return id + "," + series + "," + String.join(",", Collections.nCopies(24, "" + value));
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var list = Files.list(folder.resolve("day"))) {
      for (Path file : list.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void seriesAreAddedAndReplacedAndNoneIsTakenAway() throws IOException {
    file("awards.csv", row("T1", "rtMwh", 1), row("T1", "daMwh", 2), row("U9", "rtMwh", 3));
    file("prices.csv", row("P1", "daEnergy", 4), row("PX", "rtEnergy", 5));
    ImportMapping mapping = mapping("unit," + unit() + ",T1", "bus," + bus() + ",P1");
    DayImport.Merged merged =
        new DayImport(folder.resolve("day"), 24).merge(series(mapping), mapping, (k, id) -> true);
    assertEquals(new DayImport.Merged(1, 1, 3, 1, 4), merged);
    Map<String, String> files = files();
    for (String kept : List.of(row("T1", "daMwh", 2), row("U9", "rtMwh", 3))) {
      assertTrue(files.get("awards.csv").contains(kept), kept);
    }
    assertTrue(files.get("awards.csv").contains("T1,rtMwh,24,"));
    assertTrue(files.get("prices.csv").contains(row("PX", "rtEnergy", 5)));
  }

  @Test
  void unrelatedDayAndLostSeriesAreRefusedAndNothingChanges() throws IOException {
    file("awards.csv", row("T1", "rtMwh", 1));
    file("prices.csv", row("P1", "rtEnergy", 4));
    Map<String, String> before = files();
    ClearedDay.Series unrelated =
        new ClearedDay(DAY, result(0), "rt", 24, ImportMapping.identity(), (k, id) -> false)
            .series();
    DayImport target = new DayImport(folder.resolve("day"), 24);
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> target.merge(unrelated, ImportMapping.identity(), (k, id) -> false))
            .getMessage()
            .contains("0 entities and 0 price points"));
    ImportMapping lost = mapping("unit," + unit() + ",T1", "unit,GONE,T2", "bus," + bus() + ",P1");
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> target.merge(series(lost), lost, (k, id) -> true))
            .getMessage()
            .contains("T2 would lose its series"));
    ImportMapping unknown = mapping("unit," + unit() + ",NOBODY", "bus," + bus() + ",P1");
    assertThrows(
        IllegalArgumentException.class,
        () -> target.merge(series(unknown), unknown, (k, id) -> !id.equals("NOBODY")));
    assertEquals(before, files());
  }

  @Test
  void sharesOfALoadHaveToAddUpAndATargetHasOneSource() {
    assertThrows(IllegalArgumentException.class, () -> mapping("load,1,U1,0.3", "load,1,U2,0.6"));
    assertThrows(IllegalArgumentException.class, () -> mapping("bus,1,P1", "zone,a,P1"));
    assertThrows(IllegalArgumentException.class, () -> mapping("unit,G1"));
  }

  @Test
  void dayThatIsNotSecureNotAuditedOrShedsLoadIsObjectedTo() {
    assertEquals(List.of("it was not audited"), DayImport.objections(result(0), null));
    List<String> objections =
        DayImport.objections(
            result(2)
                .withSecurity(
                    new SecurityReport(
                        List.of(), false, List.of(), List.of(), List.of(), List.of())),
            null);
    assertEquals(3, objections.size(), objections::toString);
    assertTrue(objections.get(2).contains("sheds up to 2.0000 MW"));
  }
}
