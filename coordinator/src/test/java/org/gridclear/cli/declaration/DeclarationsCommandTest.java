package org.gridclear.cli.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.json.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code declare} and {@code declarations} as a shell sees them. */
// Rows: A-11, L-02
class DeclarationsCommandTest {
  private static final LocalDate DATE = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(5);

  private static final String RECORDS =
      """
      {"format": "gridclear-registry", "version": 1, "records": [
        {"kind": "member", "id": "north", "from": "2026-01-01", "name": "North", "type": "generator"},
        {"kind": "member", "id": "south", "from": "2026-01-01", "name": "South", "type": "generator"},
        {"kind": "price-point", "id": "b1", "from": "2026-01-01", "name": "Bus 1", "bus": "1"},
        {"kind": "unit", "id": "G1", "from": "2026-01-01", "name": "Coal 1", "member": "north",
         "type": "thermal", "stage": "commercial", "capacityMw": 300, "minimumMw": 100,
         "pricePoint": "b1"},
        {"kind": "unit", "id": "G2", "from": "2026-01-01", "name": "Coal 2", "member": "south",
         "type": "thermal", "stage": "commercial", "capacityMw": 300, "pricePoint": "b1"}]}
      """;

  private static final String PARAMETERS =
      """
      {"market": "da", "from": "2026-01-01", "minutesPerPeriod": 60,
       "opens": {"daysBefore": 30, "time": "00:00"}, "gate": {"daysBefore": 1, "time": "09:30"},
       "energy": {"floorYuanPerMwh": -200, "capYuanPerMwh": 1500},
       "priceStepYuanPerMwh": 0.01, "segmentCountMax": 10, "segmentMwMin": 1,
       "startYuanCap": 1000000, "noLoadYuanPerHCap": 50000, "jumpFactor": 10,
       "products": [], "defaults": {"lastDays": 7, "referenceOffer": true}}
      """;

  private static final String OFFERS =
      """
      {"format": "gridclear-declarations", "version": 1, "market": "da", "date": "%s",
       "member": "north", "declarations": [{"unit": "%s", "kind": "thermal", "minMw": 120,
         "maxMw": 300, "noLoadYuanPerH": 850.5,
         "segments": [{"toMw": 150, "yuanPerMwh": 310}, {"toMw": 300, "yuanPerMwh": %s}],
         "starts": [{"state": "hot", "yuan": 20000}]}]}
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void market() throws IOException {
    done("market", "init", folder.resolve("m").toString(), "--name", "m");
    run("registry", "propose", file("records.json", RECORDS), "--by", "ann");
    run("registry", "review", "1", "--approve", "--by", "bob", "--reason", "ok");
    run("declarations", "set-parameters", file("parameters.json", PARAMETERS), "--by", "ann");
    run("declare", file("first.json", OFFERS.formatted(DATE, "G1", "342.5")), "--by", "ann");
  }

  private static String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Shell.Ended done(String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    assertEquals(0, ended.code(), ended.text());
    return ended;
  }

  private static Shell.Ended any(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--market", folder.resolve("m").toString()));
    return Shell.run(all.toArray(String[]::new));
  }

  private static Shell.Ended run(String... arguments) {
    Shell.Ended ended = any(arguments);
    assertEquals(0, ended.code(), ended.text());
    return ended;
  }

  @Test
  void eachDeclarationHasAReceiptOrAllThatIsWrong() throws IOException {
    String mixed =
        file(
            "mixed.json",
            OFFERS
                .formatted(DATE, "G1", "343")
                .replace(
                    "\"declarations\": [",
                    "\"declarations\": [{\"unit\": \"G2\", \"kind\": \"self-schedule\","
                        + " \"mw\": -5},"));
    Shell.Ended some = any("declare", mixed, "--by", "ann");
    assertEquals(ExitCodes.FAILED_CELLS, some.code(), some.text());
    assertTrue(some.text().contains("REFUSED DEC-12 G2 = north"), some.text());
    assertTrue(some.text().contains("REFUSED DEC-29 G2 mw = -5"), some.text());
    assertTrue(some.text().contains("accepted G1 energy of " + DATE), some.text());
    assertTrue(some.text().contains("1 of 2 declarations accepted"), some.text());
    Shell.Ended again = run("declare", mixed.replace("mixed", "first"), "--by", "ann", "--help");
    assertTrue(again.text().contains("Submissions, taken in this order"), again.text());
    Shell.Ended none =
        any("declare", file("late.json", OFFERS.formatted("2026-02-01", "G1", "9")), "--by", "ann");
    assertEquals(ExitCodes.BAD_INPUT, none.code(), none.text());
    assertTrue(none.text().contains("REFUSED DEC-15 date = 2026-02-01"), none.text());
    Shell.Ended nobody = any("declare", mixed);
    assertEquals(ExitCodes.BAD_INPUT, nobody.code());
    assertTrue(nobody.text().contains("--by NAME"), nobody.text());
  }

  @Test
  void receiptsAreFoundByTheirNumber() {
    Shell.Ended list =
        run("declarations", "list", "--trade", "da", "--date", DATE.toString(), "--format", "json");
    JsonNode rows = Json.MAPPER.readTree(list.text().substring(list.text().indexOf('[')));
    JsonNode first = rows.get(0);
    assertEquals("G1", first.get("unit").asString());
    assertEquals(1, first.get("version").asInt());
    assertEquals("ann", first.get("by").asString());
    String number = first.get("receipt").asString();
    assertTrue(run("declarations", "show", number).text().contains("\"yuanPerMwh\":342.5"));
    Shell.Ended receipt = run("declarations", "receipt", number, "--format", "csv");
    assertTrue(receipt.text().contains(first.get("hash").asString()), receipt.text());
    assertEquals(ExitCodes.BAD_INPUT, any("declarations", "show", "999").code());
  }

  @Test
  void aUnitWithoutAnOfferIsNamed() {
    Shell.Ended open =
        run("declarations", "in-force", "--trade", "da", "--date", DATE.toString(), "--by", "ann");
    assertTrue(open.text().contains("OPEN"), open.text());
    assertTrue(open.text().contains("DEC-50 G2 energy = no declaration"), open.text());
    assertTrue(open.text().contains("declared, receipt"), open.text());
  }

  /** The registry lies in the database whose ledger is held while a gate is closed. */
  @Test
  void aGateThatHasPassedIsClosedByTheRegistryOfItsMarket() throws IOException {
    String[] inForce = {
      "declarations", "in-force", "--trade", "da", "--date", "2026-02-01", "--by", "ann"
    };
    Shell.Ended missing = any(inForce);
    assertEquals(ExitCodes.FAILED_CELLS, missing.code(), missing.text());
    assertTrue(missing.text().contains("DEC-50 G1 energy = no declaration"), missing.text());
    assertTrue(missing.text().contains("DEC-50 G2 energy = no declaration"), missing.text());
    for (String unit : List.of("G1", "G2")) {
      String reference =
          OFFERS
              .formatted("2026-01-01", unit, "342.5")
              .replace("north", unit.equals("G1") ? "north" : "south");
      run("declarations", "set-reference", file(unit + ".json", reference), "--by", "ann");
    }
    Shell.Ended closed = run(inForce);
    assertTrue(closed.text().contains("CLOSED"), closed.text());
    assertTrue(closed.text().contains("reference offer version 1"), closed.text());
    assertEquals(closed.text(), run(inForce).text());
  }

  @Test
  void everyRuleIsListed() {
    assertTrue(Shell.run("declarations", "rules").text().contains("DEC-24 refuses a price lies"));
  }
}
