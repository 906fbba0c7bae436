package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * {@code datapackage.json} beside the files that it names, for every command that writes tables.
 */
// Rows: I-25
class DataPackageTest {
  private static final Path ROOT = Path.of(System.getProperty("gridclear.root"));
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

  /** What cells of a type look like; a number has at most 15 digits and no exponent. */
  private static final Map<String, String> CELLS =
      Map.of(
          "string", "(?s).*",
          "integer", "|0|-?[1-9][0-9]*",
          "number", "|-?INF|0|-?(?!0+$)(?=[0-9.]+$)(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?",
          "boolean", "|0|1|true|false",
          "datetime", "|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?");

  @TempDir Path folder;

  private Path run(int code, String... arguments) {
    Path out = folder.resolve("out" + arguments[0]);
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--out", out.toString()))
            .toArray(String[]::new);
    Shell.Ended ended = Shell.run(all);
    assertEquals(code, ended.code(), ended.text());
    return out;
  }

  @Test
  void everyTableAndColumnOfAClearedDayIsNamedAndTyped() throws IOException {
    String example = ROOT.resolve("examples/market-rules.json").toString();
    Path day = run(0, "clear", example, "--quiet", "--parquet", "--roll", "12");
    check(day, true);
    JsonNode units = resource(day, "case-units");
    assertEquals("cases/000-base/units.csv", units.get("path").get(0).asString());
    assertEquals("MW", field(units, "mw").get("unit").asString());
    assertEquals(
        "yuan/MWh", field(resource(day, "case-prices"), "lmpYuanPerMwh").get("unit").asString());
    assertEquals("boolean", field(units, "on").get("type").asString());
    assertTrue(resource(day, "windows").get("path").isString(), "what comes with --roll");
    Path other = folder.resolve("other");
    Shell.run("clear", example, "--quiet", "--gap", "0.05", "--out", other.toString());
    check(other, false);
    assertTrue(parquet(other).isEmpty(), "Parquet only where it is asked for");
    Path compared = folder.resolve("compared");
    String[] compare = {
      "compare", day.toString(), other.toString(), "--parquet", "--out", compared.toString()
    };
    assertEquals(0, Shell.run(compare).code());
    check(compared, true);
  }

  @Test
  void everyTableAndColumnOfAScreeningAndOfAPowerFlowIsNamedAndTyped() throws IOException {
    check(run(1, "screen", "ieee30", "--ac", "--quiet", "--parquet", "--flows", "all"), true);
    check(run(0, "powerflow", "ieee30", "--ac", "--parquet"), true);
  }

  @Test
  void theTablesOfAnAcCheckAreNamedInTheMoneyOfTheCase() throws IOException {
    Path file = folder.resolve("case.json");
    Files.writeString(
        file,
        """
        {"format": "gridclear-case", "version": 1, "name": "day", "currency": "currency units",
         "horizon": {"periodCount": 2, "minutesPerPeriod": 30, "startMinute": 1410},
         "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "=b"}],
           "branches": [{"id": "l", "from": "a", "to": "=b", "rPu": 0.01, "xPu": 0.1,
             "ratings": {"normalMva": 90}}]},
         "busLoads": [{"bus": "=b", "mw": 60.1}],
         "storageUnits": [{"id": "s", "bus": "=b", "maxLevelMwh": 10, "maxChargeMw": 5,
           "maxDischargeMw": 5, "initialLevelMwh": 5}],
         "thermalUnits": [{"id": "g", "bus": "a", "offers": [{"mw": [0, 100], "yuanPerH": [0, 333]}]}]}
        """);
    Path out = run(0, "clear", file.toString(), "--quiet", "--security-rounds", "1");
    check(out, false);
    assertEquals(
        "currency units/MWh",
        field(resource(out, "case-prices"), "lmpYuanPerMwh").get("unit").asString());
    List<String[]> prices = lines(out.resolve("cases/000-base/prices.csv"));
    assertEquals("23:30", last(prices.get(1)));
    assertEquals("D2 00:00", last(prices.get(2)));
    assertEquals("'=b", prices.get(3)[0]);
  }

  private static String last(String[] cells) {
    return cells[cells.length - 1];
  }

  private static JsonNode resource(Path out, String name) throws IOException {
    JsonNode all = Json.MAPPER.readTree(Files.readAllBytes(out.resolve("datapackage.json")));
    return StreamSupport.stream(all.get("resources").spliterator(), false)
        .filter(each -> each.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode field(JsonNode resource, String name) {
    return StreamSupport.stream(resource.get("schema").get("fields").spliterator(), false)
        .filter(each -> each.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> files(Path out, String end) throws IOException {
    try (Stream<Path> all = Files.walk(out)) {
      return all.map(file -> out.relativize(file).toString())
          .filter(name -> name.endsWith(end))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> parquet(Path out) throws IOException {
    return files(out, ".parquet");
  }

  private static List<String[]> lines(Path file) {
    try (MappingIterator<String[]> lines = CSV.readerFor(String[].class).readValues(file)) {
      return lines.readAll();
    }
  }

  /** The files are those that are named, and have the columns and types that are named. */
  private static void check(Path out, boolean withParquet) throws IOException {
    JsonNode data = Json.MAPPER.readTree(Files.readAllBytes(out.resolve("datapackage.json")));
    Set<String> named = new TreeSet<>();
    Set<String> names = new TreeSet<>();
    for (JsonNode resource : data.get("resources")) {
      assertTrue(names.add(resource.get("name").asString()), "named twice: " + resource);
      assertTrue(resource.get("name").asString().matches("[-a-z0-9._/]+"), resource::toString);
      JsonNode path = resource.get("path");
      List<String> paths = new ArrayList<>();
      if (path.isString()) {
        paths.add(path.asString());
      } else {
        path.forEach(each -> paths.add(each.asString()));
      }
      named.addAll(paths);
      for (JsonNode field : resource.get("schema").get("fields")) {
        assertFalse(
            field.get("description").asString().isBlank(),
            "%s has no description of %s".formatted(paths, field.get("name")));
      }
      for (String each : paths) {
        if (each.endsWith(".csv")) {
          cells(lines(out.resolve(each)), resource.get("schema").get("fields"), each);
        } else {
          byte[] bytes = Files.readAllBytes(out.resolve(each));
          assertEquals("PAR1", new String(bytes, 0, 4, StandardCharsets.US_ASCII), each);
        }
      }
    }
    Set<String> there = files(out, ".csv");
    assertTrue(there.size() >= 3, there::toString);
    assertEquals(
        withParquet,
        parquet(out).stream()
            .map(name -> name.replace(".parquet", ".csv"))
            .collect(Collectors.toSet())
            .equals(there));
    there.addAll(parquet(out));
    assertEquals(there, named);
  }

  private static void cells(List<String[]> lines, JsonNode fields, String path) {
    List<String> types = new ArrayList<>();
    List<String> header = new ArrayList<>();
    fields.forEach(field -> types.add(field.get("type").asString()));
    fields.forEach(field -> header.add(field.get("name").asString()));
    assertEquals(header, List.of(lines.get(0)), path);
    for (String[] cells : lines.subList(1, lines.size())) {
      assertEquals(header.size(), cells.length, path);
      for (int c = 0; c < cells.length; c++) {
        String cell = cells[c];
        String where = "%s, %s (%s): '%s'".formatted(path, header.get(c), types.get(c), cell);
        assertTrue(cell.matches(CELLS.get(types.get(c))), where);
        boolean number = types.get(c).equals("number");
        assertTrue(!number || cell.replaceAll("^-?0\\.0*|[-.]", "").length() <= 15, where);
      }
    }
  }
}
