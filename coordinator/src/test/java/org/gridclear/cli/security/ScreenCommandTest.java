package org.gridclear.cli.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.cli.Shell;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code screen} says on its console, in its tables and by its exit code. */
// Rows: H-09, H-24, H-27
class ScreenCommandTest {
  private static final String HEAD = "mpc.version = '2'; mpc.baseMVA = 100;\n";

  @TempDir Path folder;

  private record Ended(int code, String out, Path folder) {
    JsonNode summary() throws IOException {
      return Json.MAPPER.readTree(Files.readAllBytes(folder.resolve("summary.json")));
    }

    List<String> rows(String table, String outage) throws IOException {
      return Files.readAllLines(folder.resolve(table)).stream()
          .filter(row -> row.startsWith("base," + outage + ","))
          .toList();
    }
  }

  private Ended screen(String network, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("net.m"), HEAD + network);
    Path out = folder.resolve("out");
    String[] arguments = new String[options.length + 5];
    arguments[0] = "screen";
    arguments[1] = file.toString();
    arguments[2] = "--out";
    arguments[3] = out.toString();
    arguments[4] = "--quiet";
    System.arraycopy(options, 0, arguments, 5, options.length);
    Shell.Ended ended = Shell.run(arguments);
    return new Ended(ended.code(), ended.text(), out);
  }

  /** A line to a load and a plant on a spur behind it: without the plant the line is too little. */
  private static String plantOnASpur(int ratingMva) {
    return """
    mpc.bus = [1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 90 0 0 0 1 1 0 110 1 1.1 0.9;
      3 2 0 0 0 0 1 1 0 110 1 1.1 0.9];
    mpc.gen = [1 30 0 90 -90 1 100 1 200 0; 3 60 0 90 -90 1 100 1 60 0];
    mpc.branch = [1 2 0 0.1 0 %1$d %1$d %1$d 0 0 1 -360 360;
      2 3 0 0.1 0 %1$d %1$d %1$d 0 0 1 -360 360];
    """
        .formatted(ratingMva);
  }

  @Test
  void anOutageThatIslandsAndOverloadsCountsInBothPlacesAndAsksForAction() throws IOException {
    Ended ended = screen(plantOnASpur(70), "--contingencies", list("x,branch,L2"));
    assertEquals(1, ended.code());
    assertEquals(1, ended.summary().get("counts").get("violated").asInt());
    assertEquals(1, ended.summary().get("counts").get("islanded").asInt());
    assertEquals(1, ended.summary().get("islandedAndViolated").asInt());
    assertTrue(ended.out().contains("violated 1, islanded 1 (1 of them violated)"), ended.out());
    String page = Files.readString(ended.folder().resolve("report.html"));
    assertTrue(page.contains("\"islandedAndViolated\":1"));
  }

  @Test
  void aLostSpurAloneAsksForNoAction() throws IOException {
    Ended ended = screen(plantOnASpur(200), "--contingencies", list("x,branch,L2"));
    assertEquals(0, ended.code(), ended.out());
    assertEquals(1, ended.summary().get("counts").get("islanded").asInt());
    assertEquals(0, ended.summary().get("counts").get("violated").asInt());
  }

  @Test
  void moreLostThanAllRoomIsItsOwnCountAndAsksForAction() throws IOException {
    String network = plantOnASpur(200).replace("1 100 1 200 0", "1 100 1 40 0");
    Ended ended = screen(network, "--scope", "generators");
    assertEquals(1, ended.code());
    assertEquals(1 + 1, ended.summary().get("counts").get("unbalanced").asInt());
    assertTrue(ended.rows("outages.csv", "G2").get(0).contains("UNBALANCED"));
    assertTrue(ended.rows("outages.csv", "G2").get(0).contains("50.000 MW are missing"));
  }

  @Test
  void withoutABaseCaseItIsSaidThatNothingWasChecked() throws IOException {
    String network =
        """
        mpc.bus = [1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 6000 2000 0 0 1 1 0 110 1 1.1 0.9];
        mpc.gen = [1 60 0 9000 -9000 1 100 1 9000 0];
        mpc.branch = [1 2 0.02 0.1 0 50 50 50 0 0 1 -360 360; 1 2 0.02 0.1 0 50 50 50 0 0 1 -360 360];
        """;
    Ended ended = screen(network, "--ac");
    assertEquals(1, ended.code());
    assertTrue(ended.out().contains("Nothing was checked"), ended.out());
    assertFalse(ended.out().contains("No branch has a rating"), ended.out());
    assertTrue(ended.out().contains("snapshot base, outages 1 to 2"), ended.out());
  }

  @Test
  void withoutRatingsVoltageViolationsAreShownAndItIsSaidThatFlowsAreNotChecked()
      throws IOException {
    String network =
        """
        mpc.bus = [1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 60 20 0 0 1 1 0 110 1 1.1 0.97];
        mpc.gen = [1 60 0 90 -90 1 100 1 200 0];
        mpc.branch = [1 2 0.02 0.1 0 0 0 0 0 0 1 -360 360; 1 2 0.02 0.1 0 0 0 0 0 0 1 -360 360];
        """;
    Ended ended = screen(network, "--ac", "--contingencies", list("x,branch,L1"));
    assertEquals(1, ended.code());
    assertTrue(ended.out().contains("No branch has a rating"), ended.out());
    JsonNode worst = ended.summary().get("worst").get(0);
    assertEquals("2", worst.get("worstDevice").asString());
    double below = worst.get("excessPu").asDouble();
    assertTrue(below > 0.001 && below < 0.05, worst.toString());
    assertEquals(1 + below / 0.065, worst.get("worstLoading").asDouble(), 1e-9);
    assertEquals(Math.pow(1 + below / 0.065, 8), worst.get("severity").asDouble(), 1e-9);
    String row = ended.rows("violations.csv", "x").get(0);
    assertTrue(row.startsWith("base,x,2,bus,110,1,NEW,p.u.,0.98"), row);
    assertTrue(row.contains(",0.97,1."), row);
  }

  @Test
  void equivalentOutagesHaveTheirRowsUnderTheirOwnNames() throws IOException {
    Ended ended =
        screen(plantOnASpur(70), "--contingencies", list("first,branch,L2", "second,bus,3"));
    List<String> first = ended.rows("violations.csv", "first");
    List<String> second = ended.rows("violations.csv", "second");
    assertEquals(1, first.size());
    assertEquals(first.get(0).replace("first", "second"), second.get(0));
    assertEquals(2, ended.summary().get("counts").get("violated").asInt());
    assertTrue(ended.rows("outages.csv", "second").get(0).contains(",first,"));
  }

  private String list(String... rows) throws IOException {
    String text = "contingency,kind,element\n" + String.join("\n", rows) + "\n";
    return Files.writeString(folder.resolve("list.csv"), text).toString();
  }
}
