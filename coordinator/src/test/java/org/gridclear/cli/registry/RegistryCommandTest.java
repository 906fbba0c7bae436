package org.gridclear.cli.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code registry} as a shell sees it. */
// Rows: Q-08, Q-10, Q-11, Q-12, Q-13, Q-18, O-11, O-16, A-24, A-26, A-28
class RegistryCommandTest {
  private static final String RECORDS =
      """
      {"format": "gridclear-registry", "version": 1, "records": [
        {"kind": "member", "id": "north", "from": "2026-01-01", "name": "North Power", "type": "generator",
         "shareholders": ["holding:60", "city:40"]},
        {"kind": "member", "id": "city", "from": "2026-01-01", "name": "City Retail", "type": "retailer"},
        {"kind": "zone", "id": "east", "from": "2026-01-01", "name": "East", "zoning": "area", "buses": ["1", "2"]},
        {"kind": "zone", "id": "p-1", "from": "2026-01-01", "name": "Price 1", "zoning": "price", "buses": ["2"]},
        {"kind": "price-point", "id": "b1", "from": "2026-01-01", "name": "Bus 1", "bus": "1"},
        {"kind": "retailer", "id": "R", "from": "2026-01-01", "name": "City", "member": "city",
         "type": "independent", "pricePoint": "b1"},
        {"kind": "unit", "id": "T1", "from": "2026-01-01", "name": "Coal, 1", "member": "north", "type": "thermal",
         "stage": "commissioning", "capacityMw": 300, "pricePoint": "b1"},
        {"kind": "contract", "id": "C1", "from": "2026-10-01", "to": "2026-12-31", "seller": "T1", "buyer": "R",
         "form": "annual-base", "settled": "financial", "pricePoint": "b1", "market": "da",
         "totalMwh": 9000.0001, "yuanPerMwh": 401.25, "monthWeights": [1, 2, 3]},
        {"kind": "foreign-id", "id": "x1", "from": "2026-01-01", "system": "trading", "foreign": "0815",
         "of": "unit", "thing": "T1"}]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void market() throws IOException {
    assertEquals(
        0, Shell.run("market", "init", folder.resolve("m").toString(), "--name", "m").code());
    Files.writeString(folder.resolve("start.json"), RECORDS);
  }

  private Shell.Ended registry(String... arguments) {
    List<String> all = new ArrayList<>(List.of("registry"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--market", folder.resolve("m").toString()));
    return Shell.run(all.toArray(String[]::new));
  }

  private Shell.Ended propose(String file, String... more) {
    return registry(
        Stream.concat(
                Stream.of("propose", folder.resolve(file).toString(), "--by", "ann"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private void change(int number, String file) {
    assertEquals(0, propose(file).code());
    Shell.Ended done =
        registry("review", String.valueOf(number), "--approve", "--by", "bob", "--reason", "ok");
    assertEquals(0, done.code(), done.text());
  }

  private JsonNode rows(String... arguments) {
    Shell.Ended ended =
        registry(
            Stream.concat(Stream.of(arguments), Stream.of("--format", "json"))
                .toArray(String[]::new));
    assertEquals(0, ended.code(), ended.text());
    return Json.MAPPER.readTree(ended.output());
  }

  @Test
  void whatOneProposesAnotherApprovesAndADayShows() throws IOException {
    assertEquals("[]", rows("review").toString().replace(" ", ""));
    Shell.Ended proposed = propose("start.json", "--note", "first registration");
    assertEquals(0, proposed.code(), proposed.text());
    assertTrue(proposed.output().startsWith("Proposal 1: 9 things change"), proposed.output());
    assertEquals("first registration", rows("review").get(0).get("note").asString());
    Shell.Ended own = registry("review", "1", "--approve", "--by", "ANN");
    assertEquals(ExitCodes.BAD_INPUT, own.code());
    assertTrue(own.text().contains("somebody else reviews it"), own.text());
    Shell.Ended nobody = registry("review", "1", "--approve");
    assertEquals(ExitCodes.BAD_INPUT, nobody.code());
    assertTrue(nobody.text().contains("--by NAME"), nobody.text());
    Shell.Ended seen = registry("review", "1");
    assertTrue(seen.output().contains("unit T1 {id=T1, from=2026-01-01"), seen.output());
    Shell.Ended done = registry("review", "1", "--approve", "--by", "bob");
    assertTrue(done.output().contains("approved by bob"), done.text());
    assertTrue(done.output().contains("revision 1"), done.text());

    Files.writeString(
        folder.resolve("unit.csv"),
        """
        id,from,to,name,member,type,stage,capacityMw,pricePoint
        T1,2026-12-01,,"Coal, 1",north,thermal,commercial,310.5,b1
        """);
    change(2, "unit.csv");
    JsonNode then = rows("show", "unit", "--on", "2026-11-30");
    assertEquals("commissioning", then.get(0).get("stage").asString());
    assertEquals(300, then.get(0).get("capacityMw").asDouble());
    JsonNode later = rows("show", "unit", "--on", "2026-12-01");
    assertEquals("commercial", later.get(0).get("stage").asString());
    assertEquals("Coal, 1", later.get(0).get("name").asString());
    assertEquals(1, rows("show", "unit", "--revision", "1").size());
    assertEquals(2, rows("show", "zone", "--on", "2026-10-01").size());
    JsonNode history = rows("history", "unit", "T1");
    assertEquals(3, history.size());
    assertEquals("ann", history.get(0).get("proposedBy").asString());
    assertEquals("bob", history.get(2).get("approvedBy").asString());
    assertEquals(2, rows("review", "--all").size());
  }

  @Test
  void everyIssueOfEveryFileIsToldAtOnce() throws IOException {
    Files.writeString(folder.resolve("tariff.csv"), "id,from,yuanPerMwh\n10kV,2026-01-01,x\n");
    Files.writeString(folder.resolve("zone.csv"), "id,from,name,zonig\nz,2026-01-01,n,area\n");
    Shell.Ended refused = propose("tariff.csv", folder.resolve("zone.csv").toString());
    assertEquals(ExitCodes.BAD_INPUT, refused.code());
    assertTrue(refused.text().contains("yuanPerMwh"), refused.text());
    assertTrue(refused.text().contains("'zoning'"), refused.text());
    Files.writeString(folder.resolve("my.csv"), "id,from,yuanPerMwh\n10kV,2026-01-01,5\n");
    Shell.Ended unnamed = propose("my.csv");
    assertEquals(ExitCodes.BAD_INPUT, unnamed.code());
    assertTrue(unnamed.text().contains("give --kind"), unnamed.text());
    assertEquals(0, propose("my.csv", "--kind", "tariff").code());
  }

  @Test
  void whatIsExportedIsWhatIsRegistered() throws IOException {
    change(1, "start.json");
    Path json = folder.resolve("all.json");
    assertEquals(0, registry("export", "--out", json.toString()).code());
    Path csv = folder.resolve("all");
    assertEquals(0, registry("export", "--out", csv.toString()).code());
    List<String> files = new ArrayList<>();
    try (Stream<Path> list = Files.list(csv)) {
      list.map(Path::toString).sorted().forEach(files::add);
    }
    assertEquals(7, files.size());
    for (List<String> again : List.of(List.of(json.toString()), files)) {
      List<String> arguments = new ArrayList<>(List.of("propose", "--by", "ann"));
      arguments.addAll(again);
      Shell.Ended ended = registry(arguments.toArray(String[]::new));
      assertEquals(0, ended.code(), ended.text());
      assertEquals("Nothing would change: 9 as registered.\n", ended.output());
    }
    Shell.run("market", "init", folder.resolve("n").toString(), "--name", "n");
    String[] other = {"--market", folder.resolve("n").toString(), "--by", "ann"};
    Shell.run(with(List.of("registry", "propose", json.toString()), other));
    other[3] = "bob";
    assertEquals(0, Shell.run(with(List.of("registry", "review", "1", "--approve"), other)).code());
    Path again = folder.resolve("again.json");
    Shell.Ended exported =
        Shell.run("registry", "export", "--out", again.toString(), other[0], other[1]);
    assertEquals(0, exported.code(), exported.text());
    assertArrayEquals(Files.readAllBytes(json), Files.readAllBytes(again));
    assertEquals(ExitCodes.BAD_INPUT, registry("export", "--out", json.toString()).code());
  }

  private static String[] with(List<String> first, String... more) {
    return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void idsWithoutACounterpartAreListed() throws IOException {
    change(1, "start.json");
    Path ids = folder.resolve("ids.txt");
    Files.writeString(ids, "0815\n4711\n");
    String[] asked = {
      "unmatched", ids.toString(), "--system", "trading", "--kind", "unit", "--on", "2026-10-01"
    };
    Shell.Ended some = registry(asked);
    assertEquals(ExitCodes.FAILED_CELLS, some.code());
    assertEquals(
        "only there: 4711\n1 matched, 1 only there, 0 gone there, 0 only here\n", some.output());
    Files.writeString(ids, "4711\n");
    assertEquals(
        "only there: 4711\n"
            + "gone there: 0815 of T1\n"
            + "0 matched, 1 only there, 1 gone there, 0 only here\n",
        registry(asked).output());
    Files.writeString(ids, "0815\n");
    assertEquals(0, registry(asked).code());
    asked[5] = "member";
    assertTrue(registry(asked).output().contains("only here:  city\nonly here:  north\n"));
  }

  @Test
  void aTotalIsShownAsTheCurveThatAddsUpToIt() throws IOException {
    change(1, "start.json");
    java.math.BigDecimal sum = java.math.BigDecimal.ZERO;
    for (String month : List.of("2026-10", "2026-11", "2026-12")) {
      JsonNode rows = rows("curves", "--month", month, "--intervals", "24");
      for (JsonNode row : rows) {
        sum = sum.add(new java.math.BigDecimal(row.get("mwh").asString()));
      }
      assertEquals("R", rows.get(0).get("buyer").asString());
    }
    assertEquals("9000.0001", sum.toPlainString());
    assertEquals(
        ExitCodes.BAD_INPUT, registry("curves", "--month", "2026-09", "--intervals", "24").code());
  }

  @Test
  void attachmentsAreKeptByTheirContent() throws IOException {
    Path paper = Files.writeString(folder.resolve("licence.pdf"), "%PDF licence");
    assertEquals(0, propose("start.json", "--attach", paper.toString()).code());
    String shown = registry("review", "1").output();
    String hash = org.gridclear.file.Sha256.hex(Files.readAllBytes(paper));
    assertTrue(shown.contains("attached " + hash + " licence.pdf"), shown);
    assertTrue(
        Files.exists(folder.resolve("m/content").resolve(hash.substring(0, 2)).resolve(hash)));
  }
}
