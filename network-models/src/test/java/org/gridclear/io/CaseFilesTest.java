package org.gridclear.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridclear.market.MarketDay;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// Rows: A-18, W-09
class CaseFilesTest {
  /** Two buses, one line, one unit, a load that comes from a CSV file. */
  private static final String CASE =
      """
      {"format": "gridclear-case", "version": 1, "name": "two",
       "horizon": {"periodCount": 2, "minutesPerPeriod": 60},
       "network": {"name": "two", "baseMva": 100,
         "buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
         "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1,
                       "ratings": {"normalMva": 50}}]},
       "thermalUnits": [{"id": "g", "bus": "a",
         "offers": [{"mw": [10, 100], "yuanPerH": [500, 3000]}],
         "initial": {"on": true, "hours": 5, "powerMw": 20}}],
       "busLoads": [{"bus": "b", "mw": {"csv": "load.csv", "column": "b"}}]}
      """;

  @TempDir Path folder;

  private MarketDay read(String text) throws IOException {
    Files.writeString(folder.resolve("load.csv"), "a,b\n1,30\n2,45.5\n");
    Files.writeString(folder.resolve("case.json"), text);
    CaseFiles.Loaded loaded = CaseFiles.load("case.json", folder, Set.of());
    return ((CaseFiles.Content.WholeDay) loaded.content()).day();
  }

  private List<String> issues(String text) {
    return assertThrows(InvalidInputException.class, () -> read(text)).issues().stream()
        .map(Issue::line)
        .toList();
  }

  private static void contains(List<String> lines, String... parts) {
    assertTrue(
        lines.stream().anyMatch(line -> List.of(parts).stream().allMatch(line::contains)),
        String.join("\n", lines));
  }

  private String refused(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    return assertThrows(InvalidInputException.class, () -> CaseFiles.load(name, folder, Set.of()))
        .getMessage();
  }

  @Test
  void anotherEncodingOrABinaryFileIsNamedInsteadOfItsContents() throws IOException {
    byte[] gbk = CASE.replace("two\",", "深圳\",").getBytes(Charset.forName("GBK"));
    String encoding = refused("gbk.json", gbk);
    assertTrue(encoding.contains("line 1") && encoding.contains("perhaps GBK"), encoding);
    String zip = refused("a.json", new byte[] {'P', 'K', 3, 4, 0, 1});
    assertTrue(zip.contains("a ZIP archive"), zip);
    String binary = refused("a.m", new byte[] {'a', 'b', 0, 1, 2});
    assertTrue(binary.contains("a binary file (byte 0x00 at 2)"), binary);
  }

  @Test
  void aVoltageBandThatIsUpsideDownIsRefused() {
    String text =
        CASE.replaceFirst("\\{\"id\": \"a\"", "{\"id\": \"a\", \"vMinPu\": 1.1, \"vMaxPu\": 0.9");
    contains(issues(text), "bus a", "vMinPu = 1.1", "Its vMaxPu is 0.9");
  }

  @Test
  void brokenJsonIsOneIssueWithItsLine() {
    List<String> twice =
        issues(CASE.replace("\"name\": \"two\",\n", "\"name\": \"two\", \"name\": \"x\",\n"));
    assertEquals(1, twice.size(), twice.toString());
    contains(twice, "FMT-02", "line 1", "name");
    List<String> cut = issues(CASE.substring(0, CASE.length() / 2));
    assertEquals(1, cut.size(), cut.toString());
    contains(cut, "FMT-02", "line ");
    List<String> noNetwork = issues(CASE.replace("\"network\"", "\"networkk\""));
    assertEquals(1, noNetwork.size(), noNetwork.toString());
    contains(noNetwork, "FMT-04", "network = absent");
  }

  @Test
  void ownFormatIsReadWithSeriesFromCsv() throws IOException {
    MarketDay day = read(CASE);
    assertArrayEquals(new double[] {30, 45.5}, day.busLoads().get(0).mw().toArray());
    assertEquals(100, day.thermalUnits().get(0).pMaxMw().at(1));
  }

  /** A unit that offers more later is not held to what it offers first. */
  @Test
  void limitsThatAreNotGivenAreTheEndsOfEachPeriodsOffer() throws IOException {
    String offer = "{\"mw\": [10, 100], \"yuanPerH\": [500, 3000]}";
    String second = "{\"mw\": [5, 160], \"yuanPerH\": [500, 5000]}";
    var unit = read(CASE.replace(offer, offer + ", " + second)).thermalUnits().get(0);
    assertArrayEquals(new double[] {10, 5}, unit.pMinMw().toArray());
    assertArrayEquals(new double[] {100, 160}, unit.pMaxMw().toArray());
    assertEquals(160, unit.rampUpMwPerH());
  }

  @Test
  void aRampThatIsNotGivenIsSaidWhereItBinds() throws IOException {
    assertEquals(List.of(), ramps(CASE));
    String quarters = CASE.replace("\"minutesPerPeriod\": 60", "\"minutesPerPeriod\": 15");
    assertEquals(2, ramps(quarters).size());
    assertEquals(1, ramps(quarters.replace("\"initial\"", RAMP + "\"initial\"")).size());
    String held =
        CASE.replace("\"initial\"", RAMP + "\"reserves\": [\"ten\"], \"initial\"")
            .replace(
                "\"busLoads\"",
                "\"rules\": {\"products\": [{\"id\": \"ten\", \"minutes\": 10}]}, \"busLoads\"");
    assertEquals(1, ramps(held).size());
    contains(ramps(held), "FMT-10", "rampDownMwPerH = not given");
  }

  @Test
  void aUnitWithoutIdAndRampsLacksItsIdOnce() {
    List<String> lines = issues(CASE.replace("{\"id\": \"g\", ", "{"));
    assertEquals(
        1, lines.stream().filter(line -> line.contains("id = absent")).count(), "" + lines);
  }

  private static final String RAMP = "\"rampUpMwPerH\": 1e6, ";

  private List<String> ramps(String text) throws IOException {
    Files.writeString(folder.resolve("load.csv"), "a,b\n1,30\n2,45.5\n");
    Files.writeString(folder.resolve("case.json"), text);
    return CaseFiles.load("case.json", folder, Set.of()).log().issues().stream()
        .map(Issue::line)
        .filter(line -> line.contains("ramp"))
        .toList();
  }

  @Test
  void whatIsWrittenReadsBackEqualAndPacksToEqualBytes() throws IOException {
    MarketDay day = read(CASE);
    Files.write(folder.resolve("again.json"), CaseFiles.write(day));
    MarketDay again =
        ((CaseFiles.Content.WholeDay) CaseFiles.load("again.json", folder, Set.of()).content())
            .day();
    assertEquals(day, again);
    assertEquals(day, CaseFiles.unpack(CaseFiles.pack(day)));
    assertArrayEquals(CaseFiles.pack(day), CaseFiles.pack(again));
  }

  @Test
  void aMisspeltFieldIsNamedWithTheNearestRightOne() {
    contains(issues(CASE.replace("\"busLoads\"", "\"busLoad\"")), "FMT-03", "busLoad", "busLoads");
  }

  @Test
  void allIssuesOfABadCaseComeAtOnce() {
    List<String> lines =
        issues(
            CASE.replace("\"bus\": \"a\"", "\"bus\": \"zz\"")
                .replace("\"to\": \"b\"", "\"to\": \"c\"")
                .replace("\"normalMva\": 50", "\"normalMva\": -50")
                .replace("\"yuanPerH\": [500, 3000]", "\"yuanPerH\": [500, 3000], \"x\": 1")
                .replace("\"initial\"", "\"rampUpMwPerH\": -4, \"initial\""));
    contains(lines, "NET-02", "unit g", "zz");
    contains(lines, "NET-02", "branch ab", "to = c");
    contains(lines, "NET-04", "-50");
    contains(lines, "FMT-03", "offer", "x");
    contains(lines, "MKT-04", "rampUpMwPerH", "-4");
  }

  @Test
  void aNonConvexOfferNanAndDuplicateIdsAreRefused() {
    contains(
        issues(
            CASE.replace(
                "[10, 100], \"yuanPerH\": [500, 3000]",
                "[10, 50, 100], \"yuanPerH\": [500, 3000, 4000]")),
        "MKT-02",
        "unit g",
        "segment 2");
    contains(issues(CASE.replace("\"xPu\": 0.1", "\"xPu\": NaN")), "FMT-07", "xPu", "NaN");
    contains(
        issues(CASE.replace("{\"id\": \"b\"}", "{\"id\": \"b\"}, {\"id\": \"b\"}")),
        "NET-01",
        "bus b");
    contains(
        issues(CASE.replace("\"name\": \"two\",\n", "\"name\": \"two\", \"name\": \"x\",\n")),
        "FMT-02");
  }

  @Test
  void minimumUpTimeBeyondTheHorizonAgainstTheInitialStateIsRefused() {
    contains(
        issues(
            CASE.replace(
                "\"initial\"",
                "\"minUpHours\": 30, \"commitment\": [\"free\", \"off\"], \"initial\"")),
        "MKT-05",
        "unit g",
        "must stay on");
  }

  @Test
  void truncatedJsonAndForeignJsonAreRefused() {
    contains(issues(CASE.substring(0, 200)), "FMT-02");
    contains(issues("{\"hello\": 1}"), "FMT-02", "none of");
    contains(issues("[1, 2]"), "FMT-02", "not an object");
  }

  @Test
  void seriesOfTheWrongLengthAndMissingCsvAreNamed() {
    contains(
        issues(CASE.replace("{\"csv\": \"load.csv\", \"column\": \"b\"}", "[1, 2, 3]")),
        "FMT-06",
        "3 values");
    contains(issues(CASE.replace("\"column\": \"b\"", "\"column\": \"bb\"")), "NET-02", "bb");
    contains(issues(CASE.replace("load.csv", "../load.csv")), "FMT-01", "../load.csv");
  }

  @Test
  void aRuleThatIsSwitchedOffIsNotReported() throws IOException {
    Files.writeString(
        folder.resolve("case.json"),
        CASE.replace("\"normalMva\": 50", "\"normalMva\": -50")
            .replace("{\"csv\": \"load.csv\", \"column\": \"b\"}", "5"));
    CaseFiles.load("case.json", folder, Set.of(org.gridclear.validate.Rule.RATING_NOT_NEGATIVE));
  }

  @Test
  void builtInNetworksAreThereUnderTheirNames() {
    for (String name : BuiltInNetworks.names()) {
      assertEquals(name, BuiltInNetworks.read(name).name());
    }
    assertEquals(118, BuiltInNetworks.read("ieee118").buses().size());
  }
}
