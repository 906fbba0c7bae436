package org.gridclear.io.rtsgmlc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StartCategory;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Branch;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// Rows: A-10, A-12, O-08
class RtsGmlcFormatTest {
  private static final Path REAL =
      Path.of(System.getProperty("gridclear.root", "."), "../shared/data").normalize();

  /** Columns for people: what is said in words, and what a reservoir is called. */
  private static final Set<String> NAMES = Set.of("Description", "Storage");

  @TempDir Path folder;

  private final Map<String, String> files = new TreeMap<>(SmallFolder.FILES);

  private CaseFiles.Loaded load(String part) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return CaseFiles.load(folder + part, Path.of(""), Set.of());
  }

  private MarketDay day() throws IOException {
    return ((CaseFiles.Content.WholeDay) load("@2020-01-02").content()).day();
  }

  private void change(String file, String from, String to) {
    assertTrue(files.get(file).contains(from), file);
    files.put(file, files.get(file).replace(from, to));
  }

  private void refused(String part, String... words) {
    String lines =
        String.join(
            "\n",
            assertThrows(InvalidInputException.class, () -> load(part)).issues().stream()
                .map(Issue::line)
                .toList());
    assertTrue(List.of(words).stream().allMatch(lines::contains), lines);
  }

  @Test
  void aHeatRateCurveBecomesTheCostOfEachOutput() throws IOException {
    ThermalUnit unit = day().thermalUnits().get(0);
    OfferCurve offer = unit.offer(0);
    assertEquals(60, offer.mw().get(1), 1e-6);
    assertEquals(List.of(30.0, 76.0), List.of(offer.firstMw(), offer.lastMw()));
    // 13.270 MMBTU/MWh · 30 MW · 2 $/MMBTU, then 7 and 8 per MWh of the segment; 0.5 $/MWh on top.
    assertEquals(13.27 * 30 * 2 + 0.5 * 30, offer.yuanPerH().get(0), 1e-9);
    assertEquals(13.27 * 60 + 7 * 2 * 30 + 0.5 * 60, offer.yuanPerH().get(1), 1e-5);
    assertEquals(13.27 * 60 + 7 * 60 + 8 * 2 * 16 + 0.5 * 76, offer.yuanPerH().get(2), 1e-5);
    assertEquals(120, unit.rampUpMwPerH());
    assertEquals(30, unit.startRampMw());
    assertEquals(4.5, unit.minDownHours());
  }

  @Test
  void startsCostTheHeatOfTheStateThatTheTimeOffLeaves() throws IOException {
    var units = day().thermalUnits();
    assertEquals(
        List.of(
            new StartCategory(4.5, 2007), new StartCategory(8, 4007), new StartCategory(10, 6007)),
        units.get(0).startCategories());
    // Where warm and cold begin together, the colder one holds.
    assertEquals(
        List.of(new StartCategory(4.5, 2007), new StartCategory(10, 6007)),
        units.get(1).startCategories());
  }

  @Test
  void aHeatStateOfHalfItsDataIsLeftOutAndSaid() throws IOException {
    change("SourceData/gen.csv", "8,2,10,8,3,3000,2000,1000,7,0,", "8,2,10,NA,3,NA,2000,1000,7,0,");
    assertEquals(
        List.of(new StartCategory(4.5, 2007)), day().thermalUnits().get(0).startCategories());
    String said =
        String.join("\n", load("@2020-01-02").log().issues().stream().map(Issue::line).toList());
    assertTrue(said.contains("1_STEAM_1, Start Heat Cold MBTU = absent"), said);
    assertTrue(said.contains("1_STEAM_1, Start Time Warm Hr = absent"), said);
  }

  @Test
  void theLoadOfAnAreaGoesToItsBusesInProportion() throws IOException {
    MarketDay day = day();
    assertEquals(3, day.busLoads().size());
    assertEquals(40, day.busLoads().get(0).mw().at(1), 1e-12);
    assertEquals(120, day.busLoads().get(1).mw().at(1), 1e-12);
    assertEquals(52, day.busLoads().get(2).mw().at(1), 1e-12);
    assertEquals(24, day.periodCount());
  }

  @Test
  void renewablesFollowTheirSeriesBetweenTheirLimits() throws IOException {
    var units = day().profiledUnits();
    assertEquals(List.of("1_HYDRO_1", "2_WIND_1"), units.stream().map(u -> u.id()).toList());
    assertEquals(12.5, units.get(0).minMw().at(1));
    assertEquals(12.5, units.get(0).maxMw().at(1));
    assertEquals(0, units.get(1).minMw().at(1));
    assertEquals(88, units.get(1).maxMw().at(1));
  }

  @Test
  void aPumpedPlantHoldsWhatItsTailCanGive() throws IOException {
    StorageUnit storage = day().storageUnits().get(0);
    // 75 MWh above and 20 below: never more than 95 above, nor less than 75 + 20 − 60.
    assertEquals(95, storage.maxLevelMwh().at(0), 1e-9);
    assertEquals(35, storage.minLevelMwh().at(0), 1e-9);
    assertEquals(75, storage.initialLevelMwh(), 1e-9);
    assertEquals(0.85, storage.chargeEfficiency().at(0), 1e-12);
    assertEquals(40, storage.maxChargeMw().at(0));
    assertEquals(50, storage.maxDischargeMw().at(0));
  }

  @Test
  void reservesHaveTheirRegionTheirUnitsAndTheirTime() throws IOException {
    MarketDay day = day();
    assertEquals(3, day.reserves().size());
    assertEquals(33, day.reserves().get(2).mw().at(5));
    ReserveRequirement regional = day.reserves().get(0);
    assertEquals("1", regional.scope().zone());
    assertEquals(31, regional.mw().at(1));
    ReserveRequirement down = day.reserves().get(1);
    assertTrue(down.scope().isSystem());
    assertEquals(62, down.mw().at(1));
    assertEquals(10, day.rules().product("Spin_Up_R1").minutes());
    assertEquals(5, day.rules().product("Reg_Down").minutes());
    assertEquals("DOWN", day.rules().product("Reg_Down").direction().name());
    assertEquals(Set.of("Spin_Up_R1", "Reg_Down", "Reg_Up"), day.thermalUnits().get(0).reserves());
    assertEquals(Set.of("Reg_Down", "Reg_Up"), day.thermalUnits().get(1).reserves());
  }

  @Test
  void theNetworkHasTapsRatingsShuntsAndTheDcLine() throws IOException {
    var network = day().network();
    Branch transformer = network.branches().get(1);
    assertEquals(1.03, transformer.tapRatio());
    assertEquals(new Branch.Ratings(175, 193, 200), transformer.ratings());
    assertEquals(1, network.branches().get(0).tapRatio());
    assertEquals(-100, network.shunts().get(0).bMvar());
    assertEquals(100, network.hvdcLines().get(0).pMaxMw());
    assertEquals(-100, day().rules().hvdcSchedules().get(0).minMw().at(3));
    assertFalse(network.generators().get(3).inService());
  }

  /** Every column that the format documents is read, or is named in a notice or warning. */
  @Test
  void everyColumnIsUsedOrNamed() throws IOException {
    String said =
        String.join("\n", load("@2020-01-02").log().issues().stream().map(Issue::line).toList());
    for (String column : SmallFolder.NOT_USED) {
      assertTrue(said.contains(column), column + " is not named in\n" + said);
    }
    for (String file : files.keySet()) {
      if (file.startsWith("SourceData/")) {
        for (String column : files.get(file).lines().findFirst().orElseThrow().split(",")) {
          boolean noticed =
              said.contains(", " + column + " = ") || said.contains("simulation " + column);
          assertTrue(
              noticed || NAMES.contains(column) || SmallFolder.USED.contains(column),
              "%s of %s is neither used nor named".formatted(column, file));
        }
      }
    }
    assertTrue(said.contains("generator 1_STEAM_1 and 5 more, FOR = 0.02"), said);
  }

  /** Each column said to be used changes what is read, or is refused, when its cells change. */
  @Test
  void everyColumnSaidToBeUsedMatters() throws IOException {
    String before = String.valueOf(day());
    for (String file : List.copyOf(files.keySet())) {
      String text = files.get(file);
      String[] header = text.lines().findFirst().orElseThrow().split(",");
      for (int c = 0; c < header.length; c++) {
        if (!file.startsWith("SourceData/") || !SmallFolder.USED.contains(header[c])) {
          continue;
        }
        files.put(file, SmallFolder.withColumn(text, c, "12.3"));
        String after;
        try {
          after = String.valueOf(day());
        } catch (InvalidInputException e) {
          after = "refused";
        }
        assertFalse(before.equals(after), "%s of %s does not matter".formatted(header[c], file));
        files.put(file, text);
      }
    }
  }

  @Test
  void aFolderWithoutADayIsRefusedWithTheDaysThereAre() {
    refused("", "FOLDER@2020-07-15", "1/1/20 0:00 to 12/31/20 0:00");
    refused("@2021-01-02", "2020-1-1 to 2020-1-2");
    refused("@2020-01-02:REAL", "REAL_TIME");
  }

  @Test
  void whatCannotBeMeantIsRefusedByName() {
    change("SourceData/gen.csv", "1_STEAM_1,1,", "1_STEAM_1,77,");
    refused("@2020-01-02", "unit 1_STEAM_1", "77");
  }

  @Test
  void aSeriesOfNobodyIsRefused() {
    change("SourceData/timeseries_pointers.csv", "2_WIND_1", "2_WIND_9");
    change("timeseries/wind.csv", "2_WIND_1", "2_WIND_9");
    refused("@2020-01-02", "2_WIND_9", "2_WIND_1");
  }

  @Test
  void aDayWithAMissingHourIsRefused() {
    files.put(
        "timeseries/wind.csv",
        files.get("timeseries/wind.csv").replaceFirst("(?m)^2020,1,2,7,.*\\R", ""));
    refused("@2020-01-02", "wind.csv", "23 rows");
  }

  @Test
  void statesBeforeTheDayAreReadWhereTheFolderHasThem() throws IOException {
    files.put("SourceData/initial_status.csv", "1_STEAM_1,3_CC_1\n6,-5\n44,0\n");
    assertEquals(new InitialState(true, 6, 44), day().thermalUnits().get(0).initial());
    assertEquals(new InitialState(false, 5, 0), day().thermalUnits().get(1).initial());
    files.put("SourceData/initial_status.csv", "1_STEAM_1,3_CC_1\n6,-5\n44,20\n");
    refused("@2020-01-02", "3_CC_1", "off for 5.0 h, 20.0 MW");
    files.put("SourceData/initial_status.csv", "1_STEAM_1,3_CC_1\n0,-5\n");
    refused("@2020-01-02", "1_STEAM_1", "negative number");
  }

  @Test
  void stopsCostWhatTheTableSaysInTheMoneyOfTheFile() throws IOException {
    assertEquals(
        List.of(0.0, 11.0), day().thermalUnits().stream().map(ThermalUnit::stopYuan).toList());
    assertEquals(MarketDay.CURRENCY_UNITS, day().currency());
  }

  @Test
  void whatLooksLikeAnotherUnitOrNameIsSaid() throws IOException {
    change("SourceData/gen.csv", "0,40,85", "0,40,0.85");
    change("SourceData/gen.csv", ",13270,7000,8000,NA", ",3.2,7,8,NA");
    change("SourceData/reserves.csv", "(Gas CC,Coal,Wind)", "(Gas CC,Coals,Wind)");
    String said =
        String.join("\n", load("@2020-01-02").log().issues().stream().map(Issue::line).toList());
    assertTrue(said.contains("2_STORAGE_1, Storage Roundtrip Efficiency = 0.85"), said);
    assertTrue(said.contains("1_STEAM_1, HR_avg_0 = 3.2"), said);
    assertTrue(said.contains("Eligible Device SubCategories = Coals"), said);
  }

  @Test
  void aReserveWithoutTimeAndALineWithOneEndAreRefused() {
    change("SourceData/reserves.csv", "Spin_Up_R1,600", "Spin_Up_R1,0");
    refused("@2020-01-02", "reserves.csv line 2", "Timeframe (sec)");
    change("SourceData/reserves.csv", "Spin_Up_R1,0", "Spin_Up_R1,600");
    change("SourceData/dc_branch.csv", "DC1,1,3", "DC1,1,1");
    refused("@2020-01-02", "hvdc line DC1", "Both ends are the same bus");
  }

  /** The published pglib-uc case of the day was made from these tables by others. */
  @Test
  void theRealDayIsThatOfPglibUc() {
    Path real = REAL.resolve("rts-gmlc");
    Path pglib = REAL.resolve("unit-commitment/pglib-uc/rts_gmlc/2020-01-27.json");
    Assumptions.assumeTrue(Files.isDirectory(real) && Files.exists(pglib));
    MarketDay day = day(real + "@2020-01-27");
    MarketDay published = day(pglib.toString());
    assertEquals(73, day.thermalUnits().size());
    assertEquals(80, day.profiledUnits().size());
    for (int t = 0; t < 24; t++) {
      assertEquals(published.loadMw(t), day.loadMw(t), 0.006);
    }
    Map<String, ThermalUnit> theirs = new TreeMap<>();
    published.thermalUnits().forEach(unit -> theirs.put(unit.id(), unit));
    for (ThermalUnit unit : day.thermalUnits()) {
      ThermalUnit other = theirs.get(unit.id());
      boolean nuclear = unit.id().equals("121_NUCLEAR_1"); // other heat rates in another edition
      for (int k = 0; k < (nuclear ? 1 : unit.offer(0).mw().size()); k++) {
        assertEquals(other.offer(0).mw().get(k), unit.offer(0).mw().get(k), 0.006, unit.id());
        assertEquals(
            other.offer(0).yuanPerH().get(k),
            unit.offer(0).yuanPerH().get(k),
            1e-3 * unit.offer(0).yuanPerH().get(k), // breakpoints are rounded there
            unit.id());
      }
      assertEquals(other.startCategories().size(), unit.startCategories().size(), unit.id());
      for (int k = 0; k < unit.startCategories().size(); k++) {
        assertEquals(
            other.startCategories().get(k).costYuan(),
            unit.startCategories().get(k).costYuan(),
            0.006,
            unit.id());
      }
    }
    published
        .profiledUnits()
        .forEach(
            unit ->
                day.profiledUnits().stream()
                    .filter(u -> u.id().equals(unit.id()))
                    .forEach(
                        u ->
                            assertArrayEquals(
                                unit.maxMw().head(24).toArray(),
                                u.maxMw().toArray(),
                                0.06,
                                u.id())));
  }

  private static MarketDay day(String source) {
    return ((CaseFiles.Content.WholeDay) CaseFiles.load(source, Path.of(""), Set.of()).content())
        .day();
  }
}
