package org.gridclear.market.handover;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.Shell;
import org.gridclear.market.MarketDay;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.Owners;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.handover.SettlementHandOver.HandedOver;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.quantity.Horizon;
import org.gridclear.report.clearing.ClearedDay;
import org.gridclear.report.clearing.ImportMapping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what is approved goes to a settlement, whole, by id, and takes nothing away. */
// Rows: O-14, O-16, I-11, V-08, O-15
class SettlementHandOverTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final String ENTITIES =
      """
      S7,MTH00000,Coal,thermal,2,,100,0,0,0,,,
      S07,MTH00000,Gas,gas,1,,100,0,0,0,,,
      Sw,MTH00000,Wind,wind,1,,5,0,0,0,,,
      Ss,MTH00000,Storage,storage,10,,5,0,0,0,,,
      """;

  private static final String TABLE =
      """
      kind,from,to,share
      unit,7,S7,
      unit,07,S07,
      unit,w,Sw,
      storage,s,Ss,
      bus,2,2,
      bus,1,1,
      bus,10,10,
      product,spin,spinning,
      """;

  private static final String RECORDS =
      """
      {"format": "gridclear-registry", "version": 1, "records": [
        {"kind": "member", "id": "north", "from": "2026-01-01", "name": "N", "type": "generator"},
        {"kind": "price-point", "id": "1", "from": "2026-01-01", "name": "Bus 1", "bus": "1"},
        {"kind": "price-point", "id": "2", "from": "2026-01-01", "name": "Bus 2", "bus": "2"},
        {"kind": "unit", "id": "S7", "from": "2026-01-01", "name": "Coal", "member": "north",
         "type": "thermal", "stage": "commercial", "element": "7", "capacityMw": 100, "pricePoint": "2"},
        {"kind": "unit", "id": "U07", "from": "2026-01-01", "name": "Gas", "member": "north",
         "type": "gas", "stage": "commercial", "element": "07", "capacityMw": 100, "pricePoint": "1"},
        {"kind": "foreign-id", "id": "f1", "from": "2026-01-01", "system": "old", "foreign": "S07",
         "of": "unit", "thing": "U07"}]}
      """;

  @TempDir private Path folder;
  private MarketFolder market;
  private Path own;

  @BeforeEach
  void make() throws IOException {
    market =
        MarketFolder.create(
            folder.resolve("m"),
            new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
    own = folder.resolve("own");
    run("settle", "synthesize", own.toString(), "--entities", "12", "--days", "1");
    Path entities = own.resolve("entities.csv");
    Files.writeString(entities, Files.readString(entities) + ENTITIES);
  }

  @AfterEach
  void close() {
    market.close();
  }

  private static void run(String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    assertEquals(0, ended.code(), ended.text());
  }

  private DayApproval approval() {
    return new DayApproval(market, OpenAnomalies.NONE, KnownAccounts.NONE, Clock.systemUTC());
  }

  private void approve(DayKey key, DayResult day) {
    VersionId version = VersionId.of(DayStore.of(market).append(key, day, SmallDays.MADE));
    approval().check(new Wanted(version, "sue", "seen"));
    approval().submit(new Wanted(version, "sue", ""));
    approval().approve(new Wanted(version, "bob", "agreed"));
  }

  private ImportMapping table(String text) throws IOException {
    return ImportMapping.read(Files.writeString(folder.resolve("map.csv"), text));
  }

  private HandedOver hand(Market trade, Optional<ImportMapping> table, Optional<String> system)
      throws IOException {
    return new SettlementHandOver(market, approval(), Clock.systemUTC())
        .handOver(new SettlementHandOver.Wanted(trade, DATE, own, table, system, "sue"));
  }

  private Map<String, String> rows(String file) throws IOException {
    Map<String, String> rows = new TreeMap<>();
    for (String line : Files.readAllLines(own.resolve("days/2026-10-01").resolve(file))) {
      String[] cells = line.split(",", 3);
      rows.put(cells[0] + "," + cells[1], cells[2]);
    }
    return rows;
  }

  private String refused(Market trade, Optional<ImportMapping> table) throws IOException {
    Map<String, String> before = rows("awards.csv");
    String said =
        assertThrows(IllegalArgumentException.class, () -> hand(trade, table, Optional.empty()))
            .getMessage();
    assertEquals(before, rows("awards.csv"));
    return said;
  }

  @Test
  void seriesAreThoseOfTheClearedCase() throws IOException {
    DayResult day = SmallDays.dayAhead(DATE, 100);
    approve(new DayKey(Market.DA, DATE), day);
    ImportMapping mapping = table(TABLE);
    Map<String, Map<String, long[]>> expected =
        new ClearedDay(day.clearingCase().day(), day.result(), "da", 24, mapping, (k, id) -> true)
            .series()
            .files();
    DayOfRuns joined =
        new DayOfRuns(
            DayStore.of(market),
            VersionsInForce.of(approval(), DayStore.of(market), Market.DA, DATE));
    Map<String, Map<String, long[]>> actual =
        new VersionSeries(joined, "da", 24, mapping, (k, id) -> true).series().files();
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (file, series) -> {
          assertEquals(series.keySet(), actual.get(file).keySet());
          series.forEach(
              (key, values) -> assertArrayEquals(values, actual.get(file).get(key), key));
        });
    Map<String, String> before = rows("awards.csv");
    HandedOver done = hand(Market.DA, Optional.of(mapping), Optional.empty());
    assertEquals(4, done.merged().awards());
    assertTrue(done.unmatched().contains("flexible user"), done.unmatched().toString());
    Map<String, String> after = rows("awards.csv");
    assertTrue(after.containsKey("S7,daMwh"));
    before.forEach((key, values) -> assertEquals(values, after.get(key), key));
    String noted = Files.readString(own.resolve("imports.csv"));
    assertTrue(noted.contains(day.summary().outcomeHash()) && noted.contains("sue"), noted);
  }

  @Test
  void onlyWhatIsApprovedIsHandedOn() throws IOException {
    Optional<ImportMapping> mapping = Optional.of(table(TABLE));
    assertTrue(refused(Market.DA, mapping).contains("There is no version"));
    DayKey key = new DayKey(Market.DA, DATE);
    VersionId version =
        VersionId.of(
            DayStore.of(market).append(key, SmallDays.dayAhead(DATE, 100), SmallDays.MADE));
    assertTrue(refused(Market.DA, mapping).contains("No version is approved"));
    approval().check(new Wanted(version, "sue", "seen"));
    approval().submit(new Wanted(version, "sue", ""));
    assertTrue(refused(Market.DA, mapping).contains("No version is approved"));
    approval().approve(new Wanted(version, "bob", "agreed"));
    DayStore.of(market).append(key, SmallDays.dayAhead(DATE, 101), SmallDays.MADE);
    HandedOver done = hand(Market.DA, mapping, Optional.empty());
    assertEquals(1, done.versions().get(0).version(), "a later draft does not count");
    approval().withdraw(new Wanted(version, "bob", "wrong"));
    assertTrue(refused(Market.DA, mapping).contains("No version is approved"));
  }

  @Test
  void anEntityThatWouldLoseItsSeriesRefusesTheDay() throws IOException {
    approve(new DayKey(Market.DA, DATE), SmallDays.dayAhead(DATE, 100));
    String said = refused(Market.DA, Optional.of(table(TABLE + "unit,8,TH00000,\n")));
    assertTrue(said.contains("no unit 8; TH00000 would lose its series"), said);
  }

  @Test
  void theRegistrySaysWhatIsWhatByItsOwnIdsOrThoseOfASystem() throws IOException {
    approve(new DayKey(Market.DA, DATE), SmallDays.dayAhead(DATE, 100));
    market.close();
    Path records = Files.writeString(folder.resolve("r.json"), RECORDS);
    String path = folder.resolve("m").toString();
    run("registry", "propose", records.toString(), "--market", path, "--by", "ann");
    run("registry", "review", "1", "--approve", "--market", path, "--by", "bob");
    String[] command = {"settle", "import-day", path, own.toString(), "--date", DATE.toString()};
    Shell.Ended ended = Shell.run(command);
    assertEquals(0, ended.code(), ended.text());
    assertTrue(ended.text().contains("1 awards of da 2026-10-01 version 1"), ended.text());
    assertTrue(ended.text().contains("not in the settlement: unit U07"), ended.text());
    market = MarketFolder.open(folder.resolve("m"));
    HandedOver own = hand(Market.DA, Optional.empty(), Optional.empty());
    assertEquals(1, own.merged().awards());
    assertEquals(List.of("unit U07"), own.withoutElement());
    assertTrue(own.entitiesWithout().containsAll(List.of("S07", "Sw", "Ss")));
    assertTrue(own.unmatched().containsAll(List.of("unit 07", "unit w", "storage s")));
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> hand(Market.DA, Optional.empty(), Optional.of("old")))
            .getMessage();
    assertTrue(said.contains("0 price points"), said);
  }

  /** Each run counts until the next one begins; hours that no run has are refused. */
  @Test
  void runsOfADayAreJoined() throws IOException {
    approve(new DayKey(Market.RT, DATE, 1), realTime(0, 3, 100));
    Optional<ImportMapping> mapping =
        Optional.of(table(TABLE.replace("product,spin,spinning,\n", "")));
    assertTrue(refused(Market.RT, mapping).contains("18:00 to 24:00"));
    DayResult second = realTime(12, 2, 110);
    approve(new DayKey(Market.RT, DATE, 2), second);
    HandedOver done = hand(Market.RT, mapping, Optional.empty());
    assertEquals(2, done.versions().size());
    String[] awards = rows("awards.csv").get("S7,rtMwh").split(",");
    DayResult first = realTime(0, 3, 100);
    assertEquals(mwh(first, 0), Double.parseDouble(awards[0]), 1e-4);
    assertEquals(mwh(first, 1), Double.parseDouble(awards[47]), 1e-4);
    assertEquals(mwh(second, 0), Double.parseDouble(awards[48]), 1e-4);
    assertEquals(mwh(second, 1), Double.parseDouble(awards[95]), 1e-4);
    VersionId next =
        VersionId.of(
            DayStore.of(market)
                .append(new DayKey(Market.RT, DATE, 3), realTime(18, 1, 90), SmallDays.MADE));
    assertTrue(refused(Market.RT, mapping).contains("rt 2026-10-01 cycle 3"), next.text());
  }

  private static double mwh(DayResult day, int period) {
    return day.result().schedule().outputMw()[0][period] / 4; // a quarter of an hour
  }

  private static DayResult realTime(int fromHour, int periods, double loadMw) {
    MarketDay day = SmallDays.day(DATE, periods, 360, loadMw);
    return SmallDays.cleared(
        day.withHorizon(new Horizon(periods, 360, fromHour * 60, DATE)), Market.RT, Owners.NONE);
  }

  /** What speaks against a run is said together, and it is taken by whoever says why. */
  @Test
  void aRunOfAnotherDateThatNobodyAuditedIsTakenWithAReasonAlone() throws IOException {
    DayResult cleared = SmallDays.dayAhead(DATE.minusDays(1), 60);
    RunHandOver.Run run = new RunHandOver.Run(cleared.clearingCase().day(), cleared.result(), null);
    Map<String, String> before = rows("awards.csv");
    String said =
        assertThrows(IllegalArgumentException.class, () -> handRun(run, "", "sue")).getMessage();
    assertTrue(said.contains("it was not audited, it begins on 2026-09-30."), said);
    assertThrows(IllegalArgumentException.class, () -> handRun(run, "the same bids", " "));
    assertEquals(before, rows("awards.csv"));
    RunHandOver.HandedOver done = handRun(run, "the same bids", "sue");
    assertEquals(List.of("it was not audited", "it begins on 2026-09-30"), done.overridden());
    assertTrue(rows("awards.csv").containsKey("S7,daMwh"));
    String noted = Files.readString(own.resolve("imports.csv"));
    assertTrue(noted.contains("2026-10-01,da,-,sue,"), noted);
    assertTrue(noted.contains("it begins on 2026-09-30,the same bids"), noted);
  }

  private RunHandOver.HandedOver handRun(RunHandOver.Run run, String override, String by)
      throws IOException {
    return new RunHandOver(Clock.systemUTC())
        .handOver(run, new RunHandOver.Wanted("da", DATE, own, table(TABLE), by, override));
  }
}
