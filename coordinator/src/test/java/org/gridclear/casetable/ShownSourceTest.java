package org.gridclear.casetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which file is read of what is named, and what a folder without such a table is told. */
// Rows: B-01, H-18
class ShownSourceTest {
  @TempDir private Path folder;

  private final List<String> loaded = new ArrayList<>();

  private CaseFiles.Loaded load(String file) {
    loaded.add(file);
    return CaseFiles.load(file, Path.of(""), Set.of());
  }

  private Path put(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text, StandardCharsets.UTF_8);
  }

  private Table table(String source, String caseName, String name) {
    return new ShownSource(source, caseName, Optional.empty()).table(name, this::load);
  }

  private String refused(String name) {
    return assertThrows(IllegalArgumentException.class, () -> table(folder.toString(), "", name))
        .getMessage();
  }

  @Test
  void aCaseFileIsReadAsItIs() throws IOException {
    String file = put("town.json", TownCase.CASE).toString();
    assertEquals(4, table(file, "", "buses").rows().size());
    assertEquals("the tables of town", table(file, "", null).description());
    assertEquals(List.of(file, file), loaded);
  }

  @Test
  void ofAClearedCaseItsOwnFileIsRead() throws IOException {
    Path file = put("case.json.gz", TownCase.CASE);
    assertEquals(7, table(folder.toString(), "", "units").rows().size());
    assertEquals(List.of(file.toString()), loaded);
  }

  /** Folders are numbered in the order of the run; a part of a name that one has is enough. */
  @Test
  void ofARunTheCaseThatIsNamedIsRead() throws IOException {
    put("summary.json", "{\"cases\": [{\"name\": \"base\"}, {\"name\": \"windy\"}]}");
    Path base = put("cases/000-base/case.json.gz", TownCase.CASE);
    String other = TownCase.CASE.replace("\"mw\": [5, 5, 5]", "\"mw\": [6, 5, 5]");
    Path windy = put("cases/001-windy/case.json.gz", other);
    assertEquals(List.of("5.0", "70.0", "0.0", "0.0"), peaks(""));
    assertEquals(List.of("6.0", "70.0", "0.0", "0.0"), peaks("win"));
    assertEquals(List.of(base.toString(), windy.toString()), loaded);
    String said =
        assertThrows(
                IllegalArgumentException.class, () -> table(folder.toString(), "calm", "buses"))
            .getMessage();
    assertTrue(said.contains("calm") && said.contains("base, windy"), said);
  }

  private List<String> peaks(String name) {
    return TownCase.lines(table(folder.toString(), name, "buses"), "peakLoadMw");
  }

  @Test
  void theMarketThatIsAskedForIsThatOfTheConstraints() throws IOException {
    String file = put("town.json", TownCase.CASE).toString();
    Table day = table(file, "", "constraints");
    Table realTime =
        new ShownSource(file, "", Optional.of(Market.RT)).table("constraints", this::load);
    int why = day.indexOf("why");
    assertTrue(
        day.rows().stream().noneMatch(row -> row[why].equals("not a constraint of market RT")));
    assertTrue(
        realTime.rows().stream().anyMatch(row -> row[why].equals("not a constraint of market RT")));
  }

  @Test
  void aSettlementFolderHasMembersAloneAndSaysSo() throws IOException {
    put("settlement.yaml", "settlement: x\n");
    String said = refused("units");
    assertTrue(said.contains("no table units: ask for members"), said);
    assertEquals(List.of(), loaded);
  }

  @Test
  void aClosedMonthSaysWhereItsTablesAre() throws IOException {
    put("close.json", "{}");
    assertTrue(refused("units").contains("gridclear settle bill"));
    assertTrue(refused("members").contains("does not say who owns what"));
    assertEquals(List.of(), loaded);
  }

  @Test
  void membersStandInASettlementFolderAlone() throws IOException {
    String file = put("town.json", TownCase.CASE).toString();
    String said =
        assertThrows(IllegalArgumentException.class, () -> table(file, "", "members")).getMessage();
    assertTrue(said.startsWith(file + " does not say who owns what"), said);
  }
}
