package org.gridclear.settlement.reader;

import static org.gridclear.settlement.reader.SettlementFolder.DAY;
import static org.gridclear.settlement.reader.SettlementFolder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gridclear.settlement.folder.EditedFiles;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is well written and cannot be settled: said by rule, file, place and value. */
// Rows: O-17, Q-06, Q-25, S-18
class BrokenFoldersTest {
  @TempDir private static Path folder;
  private static EveryFile files;

  @BeforeAll
  static void write() {
    files = new EveryFile(folder);
  }

  private static void refused(InputFiles broken, String rule, String file, String place) {
    List<Issue> issues = EveryFile.issues(broken);
    Issue issue =
        issues.stream()
            .filter(each -> each.rule().id().equals(rule) && each.file().endsWith(file))
            .filter(each -> each.line().contains(": " + place + ";"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("not said: " + issues));
    assertFalse(issue.advice().isBlank());
  }

  /** Of each file what refers to nothing, comes twice, or is against another record. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          members.csv   | member,name | membre,name     | FMT-04 | members.csv   | line 1, member = absent in membre,name,type,bank,from,to
          members.csv   | member,name | member,naam     | FMT-03 | members.csv   | line 1, naam = naam
          members.csv   | M2,Users    | M1,Users        | SET-06 | members.csv   | line 3, from = M1
          members.csv   | M2,Users,user,,, | M2,Users,user,,,,x | FMT-02 | members.csv | line 3 = 7 cells
          members.csv   | 2026-12-31  | 2025-12-31      | SET-06 | members.csv   | line 2, to = 2025-12-31
          members.csv   | 2026-12-31  | 2026-09-30      | SET-07 | registry      | entity T1, member = M1
          members.csv   | 2026-01-01  | 2026-10-02      | SET-07 | registry      | entity T1, member = M1
          entities.csv  | GR1,M3      | GR1,M9          | SET-07 | registry      | entity GR1, member = M9
          entities.csv  | U3,M2,User  | U2,M2,User      | SET-06 | entities.csv  | line 5, from = U2
          entities.csv  | U3,M2,User,user | GR1,M2,User,user | SET-06 | registry  | entity GR1, class = grid
          entities.csv  | U1,M2,User,user,P1,10kV | U1,M2,User,user,P1,20kV | SET-07 | registry | entity U1, tariff = 20kV
          entities.csv  | U1,M2,User,user,P1,10kV | U1,M2,User,user,P1,     | SET-16 | registry | entity U1, tariff = absent
          entities.csv  | U1,M2,User,user,P1,10kV,20,0,0,0,, | U1,M2,User,user,P1,10kV,20,0,0,0,,T1 | SET-07 | registry | entity U1, grid = T1
          entities.csv  | U1,M2,User,user,P1,10kV,20,0,0,0,, | U1,M2,User,user,P1,10kV,20,0,0,0,,GR2 | SET-07 | registry | entity U1, grid = GR2
          entities.csv  | U2,M2,User,user,P1,10kV,20,0,0,0,, | U2,M2,User,user,P1,10kV,20,0,0,0,V9, | SET-07 | registry | entity U2, aggregator = V9
          entities.csv  | U2,M2,User,user,P1,10kV,20,0,0,0,, | U2,M2,User,user,P1,10kV,20,0,0,0,V2, | SET-07 | services.csv | line 2, U2 aggregator = V2
          relations.csv | EU1,U1,1,1  | EU9,U1,1,1      | SET-07 | registry      | relation of meter EU9, meter = EU9
          relations.csv | EU1,U1,1,1  | EU1,U9,1,1      | SET-07 | registry      | relation of meter EU1, entity = U9
          relations.csv | EU1,U1,1,1  | EU1,U1,1,0.9999 | SET-14 | meters.csv    | line 2, EU1 share = 0.9999
          relations.csv | EU2,U2,1,1  | EU1,U2,1,1      | SET-11 | registry      | meter EU1, share = 2.0
          contracts.csv | C1,T1,U1    | C1,T9,U1        | SET-07 | registry      | contract C1, seller = T9
          contracts.csv | C1,T1,U1    | C1,T1,V2        | SET-18 | curves.csv    | contract C1, buyer = V2
          contracts.csv | C1,T1,U1,P1 | C1,T1,U1,P9     | SET-08 | prices.csv    | point P9, daLoss = absent
          rights.csv    | F1,U1       | F1,U9           | SET-07 | registry      | right F1, entity = U9
          rights.csv    | F1,U1       | F1,V2           | SET-07 | registry      | right F1, entity = V2
          rights.csv    | F1,U1,P1,P1 | F1,U1,P1,P9     | SET-08 | prices.csv    | point P9, daEnergy = absent
          offers.csv    | T1,100:280  | T9,100:280      | SET-07 | registry      | offer of T9, entity = T9
          calendar.csv  | holiday     | holiday#2026-10-01,workday | NET-01 | calendar.csv | line 3, date = 2026-10-01
          """)
  void aRecordThatCannotBeIsNamed(
      String file, String from, String to, String rule, String named, String place) {
    refused(files.edited(file, from, to.replace('#', '\n')), rule, named, place);
  }

  /** Of an exchange each value is one that a register can show, or the energy is another. */
  @ParameterizedTest
  @CsvSource({
    "lastReading, -1, 'line 2, lastReading = -1'",
    "lastReading, 1000.0001, 'line 2, lastReading = 1000.0001'",
    "firstReading, -0.0001, 'line 2, firstReading = -0.0001'",
    "firstReading, 1000.5, 'line 2, firstReading = 1000.5'",
    "multiplier, 0, 'line 2, multiplier = 0.0000'",
    "multiplier, -1, 'line 2, multiplier = -1.0000'",
    "fullScale, -1000, 'line 2, fullScale = -1000.0000'",
    "interval, 0, 'line 2, interval = 0'",
    "interval, 25, 'line 2, interval = 25'"
  })
  void anExchangeOfAMeterIsOneThatCanBe(String column, String value, String place) {
    refused(files.withCell(DAY + "exchanges.csv", column, value), "SET-05", "exchanges.csv", place);
  }

  /** A device of another full scale is held to its own, the one before to its own. */
  @Test
  void eachDeviceHasItsFullScale() {
    String exchanges = DAY + "exchanges.csv";
    assertEquals(List.of(), EveryFile.issues(files.withCell(exchanges, "fullScale", "720")));
    refused(
        files.withCell(exchanges, "fullScale", "719"),
        "SET-05",
        "registers.csv",
        "line 2, 24 = 720");
    assertEquals(List.of(), EveryFile.issues(files.withCell(exchanges, "fullScale", "0")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          weeks: fixd             | FMT-05 | settlement, weeks = fixd
          weeks: Monday           | FMT-05 | settlement, weeks = Monday
          markets: []             | FMT-04 | settlement, markets = none
          markets: [id]           | FMT-05 | settlement, markets = id
          substitute: [nearDay]   | FMT-05 | settlement, substitute = nearDay
          missing: zero           | FMT-05 | settlement, missing = zero
          mode: mixed             | FMT-05 | settlement, mode = mixed
          dayss: 1                | FMT-03 | settlement, dayss = 1
          limits: {spikeFactor: x}   | FMT-05 | limits, spikeFactor = x
          limits: {soldShare: -0.1}  | FMT-05 | limits, soldShare = -0.1
          limits: {spike: 2}         | FMT-03 | limits, spike = 2
          parameters: {noSuch: {value: 1}}  | FMT-03 | parameters, noSuch = 1
          """)
  void aSettingThatIsNoneIsRefused(String setting, String rule, String place) {
    String settings = files.text("settlement.yaml") + setting + "\n";
    refused(files.with("settlement.yaml", settings), rule, "settlement.yaml", place);
  }

  @ParameterizedTest
  @CsvSource({
    "month: 2026-10, month: 2026-13, FMT-05, 'settlement, month = 2026-13'",
    "days: 1, days: 0, FMT-05, 'settlement, days = 0'",
    "days: 1, days: 32, FMT-05, 'settlement, days = 32'",
    "days: 1, days: 1.5, FMT-05, 'settlement, days = 1.5'",
    "intervalsPerDay: 24, intervalsPerDay: 25, SET-03, 'settlement, intervalsPerDay = 25'",
    "intervalsPerDay: 24, intervalsPerDay: 23, SET-03, 'settlement, intervalsPerDay = 23'"
  })
  void aMonthThatIsNoneIsRefused(String from, String to, String rule, String place) {
    refused(files.edited("settlement.yaml", from, to), rule, "settlement.yaml", place);
  }

  /** A file in a folder of no day would be read by nobody: an event that is charged to nobody. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "days/2026-10-1/events.csv",
        "days/2026-10-32/events.csv",
        "days/2026-11-01/events.csv",
        "days/20261001/events.csv",
        "days/events.csv",
        "days/2026-10-1/meters.parquet"
      })
  void aFileInTheFolderOfNoDayIsRefused(String path) {
    InputFiles broken = files.with(path, "entity,item,quantity,yuan\nU1,UNPLANNED_OUTAGE,1,5\n");
    refused(broken, "FMT-03", "settlement.yaml", place(path));
  }

  private static String place(String path) {
    return "%s, folder = %s".formatted(path, path.substring(0, path.lastIndexOf('/')));
  }

  @Test
  void aLaterDayOfTheMonthMayLieThere() {
    assertEquals(
        List.of(),
        EveryFile.issues(files.with("days/2026-10-31/events.csv", "entity,item,quantity,yuan\n")));
  }

  /** Intervals begin where the day and its grid say, to the second. */
  @ParameterizedTest
  @CsvSource({
    "2026-10-01T00:00:30, 2026-10-01T01:00:30",
    "2026-09-30T23:59:30, 2026-10-01T00:59:30",
    "2026-10-01T00:00:00.5, 2026-10-01T01:00:00.5",
    "2026-10-02T00:00, 2026-10-02T01:00",
    "2026-10-01T00:00, 2026-10-01T00:15",
    "2026-10-01T00:30, 2026-10-01T01:30"
  })
  void aTimeOffTheGridIsRefused(String start, String end) {
    refused(
        longMeters(start, end), "SET-03", "meters.csv", "line 2, start = " + start + " to " + end);
  }

  @Test
  void timesOnTheGridMayHaveSeconds() {
    assertEquals(
        List.of(), EveryFile.issues(longMeters("2026-10-01T00:00:00", "2026-10-01T01:00:00")));
  }

  /** The meters of the day, hour by hour; the first hour of the first meter has these times. */
  private static InputFiles longMeters(String start, String end) {
    StringBuilder text = new StringBuilder("meter,start,end,forwardMwh\n");
    for (String meter : List.of("EU1", "EU2", "EU3")) {
      for (int t = 0; t < 24; t++) {
        boolean first = text.length() < 40;
        String from = first ? start : "2026-10-01T%02d:00".formatted(t);
        String to = t == 23 ? "2026-10-02T00:00" : "2026-10-01T%02d:00".formatted(t + 1);
        text.append(String.join(",", meter, from, first ? end : to, "10")).append('\n');
      }
    }
    return files.with(DAY + "meters.csv", text.toString());
  }

  /** A load whose aggregator is there is paid through it, by a measured baseline too. */
  @ParameterizedTest
  @CsvSource({"V1, ''", "V2, 'line 3, U2 aggregator = V2'"})
  void aMeasuredResponseIsPaidToWhoIsThere(String aggregator, String place) {
    InputFiles measured =
        files.with(
            DAY + "services.csv",
            SettlementFolder.header("entity")
                + row("U2", "responseCalledMwh", "1")
                + row("U2", "baselineMwh", "12"));
    String entities =
        files
            .text("entities.csv")
            .replace("U2,M2,User,user,P1,10kV,20,0,0,0,,", "U2,M2,User,user,P1,10kV,20,0,0,0,V,")
            .replace(",V,,,", "," + aggregator + ",,,");
    InputFiles both =
        new EditedFiles(
            measured, Map.of("entities.csv", entities.getBytes(StandardCharsets.UTF_8)));
    if (place.isEmpty()) {
      assertEquals(List.of(), EveryFile.issues(both));
    } else {
      refused(both, "SET-07", "services.csv", place);
    }
  }

  /** A rule that ends before it begins would charge nobody on any day. */
  @Test
  void aRuleOfABookThatHoldsOnNoDayIsRefused() {
    String book = RuleBookReader.defaultText();
    String rule = "  - {item: ";
    assertTrue(book.contains(rule));
    IssueLog log = new IssueLog("book");
    RuleBookReader.read(
        book.replaceFirst(
            Pattern.quote(rule), "  - {effectiveFrom: 2026-10-02, effectiveTo: 2026-10-01, item: "),
        log);
    assertEquals(1, log.issues().size(), () -> log.issues().toString());
    Issue issue = log.issues().get(0);
    assertEquals("SET-06", issue.rule().id());
    assertEquals("effectiveTo", issue.field());
    assertEquals("2026-10-01", issue.value());
  }
}
