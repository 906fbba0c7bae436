package org.gridclear.cli.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code show} as a shell sees it. */
class ShowCommandTest {
  private static final String CASE =
      """
      {"format": "gridclear-case", "version": 1, "name": "day",
       "horizon": {"periodCount": 2, "minutesPerPeriod": 60},
       "network": {"buses": [
         {"id": "1", "name": "Northgate 東", "type": "reference", "zone": "north", "baseKv": 220},
         {"id": "2", "name": "=South", "zone": "south", "baseKv": 110}],
         "branches": [{"id": "l", "from": "1", "to": "2", "xPu": 0.1, "ratings": {"normalMva": 60}}]},
       "busLoads": [{"bus": "2", "mw": [50, 40]}],
       "thermalUnits": [
         {"id": "coal-1", "bus": "1", "fuel": "coal",
          "offers": [{"mw": [10, 100], "yuanPerH": [1000, 10000]}]},
         {"id": "gas-1", "bus": "2", "fuel": "gas",
          "offers": [{"mw": [0, 30], "yuanPerH": [0, 9000.000001]}]}],
       "rules": {"ranges": [
         {"id": "cap", "kind": "output", "scope": {"units": ["coal-1"]}, "max": 45, "inEffect": false}]}}
      """;

  @TempDir Path folder;

  private String file() throws IOException {
    return Files.writeString(folder.resolve("day.json"), CASE).toString();
  }

  private JsonNode json(String... arguments) {
    Shell.Ended ended =
        Shell.run(Stream.concat(Stream.of("show"), Stream.of(arguments)).toArray(String[]::new));
    assertEquals(0, ended.code(), ended.text());
    return Json.MAPPER.readTree(ended.text().substring(ended.text().indexOf('[')));
  }

  private static List<String> values(JsonNode rows, String column) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.path(column).asString())
        .toList();
  }

  @Test
  void filtersKeepTheRowsThatMeetAllOfThem() throws IOException {
    String file = file();
    List<String> json = List.of("--format", "json");
    assertEquals(List.of("coal-1", "gas-1"), ids(file, json, "units"));
    assertEquals(List.of("gas-1"), ids(file, json, "units", "--fuel", "GAS"));
    assertEquals(
        List.of("gas-1"), ids(file, json, "units", "--zone", "south", "--kind", "thermal"));
    assertEquals(List.of(), ids(file, json, "units", "--zone", "south", "--fuel", "coal"));
    assertEquals(List.of("2"), ids(file, json, "buses", "--kv", "110"));
    assertEquals(List.of("1", "2"), ids(file, json, "buses", "--kv", "100..220"));
    assertEquals(List.of("1"), ids(file, json, "buses", "--name", "gate"));
    assertEquals(List.of("coal-1"), ids(file, json, "units", "--bus", "Northgate 東"));
    assertEquals(List.of("coal-1"), ids(file, json, "units", "--bus", "1"));
    assertEquals(List.of("l"), ids(file, json, "branches", "--zone", "south"));
  }

  private List<String> ids(String file, List<String> json, String... arguments) {
    List<String> all = new ArrayList<>(List.of(file));
    all.addAll(List.of(arguments));
    all.addAll(json);
    JsonNode rows = json(all.toArray(String[]::new));
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.properties().iterator().next().getValue().asString())
        .toList();
  }

  @Test
  void aFilterThatNothingMeetsOrNoColumnHasIsRefusedWithAdvice() throws IOException {
    String file = file();
    refused("zone: no row of units has 'nort'. Maybe you meant 'north'.", file, "--zone", "nort");
    refused("class: the table units has no such column", file, "--class", "unit");
    refused("kv: 'high' is no number and no range", file, "--kv", "high");
    Shell.Ended table = Shell.run("show", file, "unit");
    assertEquals(ExitCodes.BAD_INPUT, table.code());
    assertTrue(table.text().contains("Maybe you meant 'units'."), table.text());
    Shell.Ended members = Shell.run("show", file, "members");
    assertEquals(ExitCodes.BAD_INPUT, members.code());
    assertTrue(members.text().contains("does not say who owns what"), members.text());
  }

  private static void refused(String words, String file, String option, String value) {
    Shell.Ended ended = Shell.run("show", file, "units", option, value);
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    assertTrue(ended.text().contains(words), ended.text());
  }

  @Test
  void constraintsInEffectAndOutOfItAreTold() throws IOException {
    String file = file();
    JsonNode on = json(file, "constraints", "--in-effect", "--format", "json");
    JsonNode off = json(file, "constraints", "--no-in-effect", "--format", "json");
    JsonNode all = json(file, "constraints", "--format", "json");
    assertEquals(List.of("cap"), values(off, "constraint"));
    assertEquals(List.of("switched off"), values(off, "why"));
    assertFalse(values(on, "constraint").contains("cap"));
    assertEquals(all.size(), on.size() + off.size());
    JsonNode network = json(file, "constraints", "--class", "network", "--format", "json");
    assertEquals(List.of("l"), values(network, "constraint"));
    assertEquals(60, network.get(0).get("max").asDouble());
  }

  @Test
  void aClearedCaseIsShownAsItWasCleared() throws IOException {
    Path file = folder.resolve("free.json");
    String cleared =
        ", \"cleared\": {\"options\": {\"losses\": false}, \"switchedOff\": [\"B-19\"]}}";
    Files.writeString(file, CASE.strip().replaceFirst("}$", cleared));
    Path out = folder.resolve("out");
    Shell.Ended run = Shell.run("clear", file.toString(), "--quiet", "--out", out.toString());
    assertEquals(0, run.code(), run.text());
    String[] asked = {"constraints", "--family", "thermal", "--format", "json"};
    assertEquals(List.of("true"), values(json(with(Path.of(file()), asked)), "inEffect"));
    JsonNode free = json(with(out, asked));
    assertEquals(List.of("false"), values(free, "inEffect"));
    assertEquals(List.of("family switched off"), values(free, "why"));
    Shell.Ended why = Shell.run("explain", out.toString(), "--bus", "Northgate 東", "--period", "1");
    assertEquals(0, why.code(), why.text());
    assertEquals(Shell.run("explain", out.toString(), "--bus", "1", "--period", "1"), why);
    Path folderOfCase = out.resolve("cases/000-base");
    assertEquals(List.of("false"), values(json(with(folderOfCase, asked)), "inEffect"));
  }

  private static String[] with(Path path, String... more) {
    return Stream.concat(Stream.of(path.toString()), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void aTableIsWrittenOnceInTheFormatThatItsNameEndsWith() throws IOException {
    Path csv = folder.resolve("units.csv");
    assertEquals(0, Shell.run("show", file(), "buses", "--out", csv.toString()).code());
    List<String> lines = Files.readAllLines(csv);
    assertEquals("bus,name,kind,baseKv,zone,lossZone,vMinPu,vMaxPu", lines.get(0).substring(0, 48));
    assertTrue(lines.get(2).startsWith("2,\"'=South\",PQ,110,south,"), lines.get(2));
    Shell.Ended again = Shell.run("show", file(), "buses", "--out", csv.toString());
    assertEquals(ExitCodes.BAD_INPUT, again.code(), again.text());
    Shell.Ended binary = Shell.run("show", file(), "buses", "--format", "parquet");
    assertEquals(ExitCodes.BAD_INPUT, binary.code(), binary.text());
    Path parquet = folder.resolve("units.parquet");
    assertEquals(0, Shell.run("show", file(), "units", "--out", parquet.toString()).code());
    byte[] bytes = Files.readAllBytes(parquet);
    assertEquals("PAR1", new String(bytes, 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
  }

  /** The cells of a sheet as its XML has them: texts, numbers and flags, in the order of rows. */
  @Test
  void aWorkbookHoldsTheSameCellsAsTextsAndNumbers() throws Exception {
    Path book = folder.resolve("buses.xlsx");
    assertEquals(0, Shell.run("show", file(), "buses", "--out", book.toString()).code());
    String sheet;
    String texts;
    try (ZipFile zip = new ZipFile(book.toFile())) {
      sheet = text(zip, "xl/worksheets/sheet1.xml");
      texts =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(zip.getInputStream(zip.getEntry("xl/sharedStrings.xml")))
              .getDocumentElement()
              .getTextContent();
    }
    assertTrue(texts.contains("=South") && texts.contains("Northgate 東"), texts);
    assertFalse(sheet.contains("<f>"), "a text became a formula");
    assertTrue(sheet.matches("(?s).*<c r=\"D2\"[^>]*><v>220(\\.0)?</v></c>.*"), sheet);
    Path again = folder.resolve("again.xlsx");
    assertEquals(0, Shell.run("show", file(), "buses", "--out", again.toString()).code());
    assertEquals(-1, Files.mismatch(book, again));
    assertEquals(2, Shell.run("show", file(), "buses", "--format", "xlsx").code());
  }

  private static String text(ZipFile zip, String name) throws IOException {
    byte[] bytes = zip.getInputStream(zip.getEntry(name)).readAllBytes();
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void aBuiltInNetworkHasAnOverview() {
    for (String name : List.of("ieee9", "ieee118")) {
      JsonNode tables = json(name, "--format", "json");
      assertEquals(
          BuiltInNetworks.read(name).buses().size(), tables.get(1).get("rows").asInt(), name);
    }
  }
}
