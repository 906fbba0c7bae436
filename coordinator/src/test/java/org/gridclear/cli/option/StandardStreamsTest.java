package org.gridclear.cli.option;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.cli.GridClear;
import org.gridclear.cli.Shell;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code -} is standard input and output: commands can be put one behind the other. */
class StandardStreamsTest {
  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatOneCommandWritesTheNextOneReads() throws IOException {
    Shell.Ended matpower =
        Shell.run("export", "ieee14", "--format", "matpower", "--out", "-", "--config", config());
    assertEquals(0, matpower.code(), matpower.text());
    Path file = folder.resolve("same.m");
    Shell.run("export", "ieee14", "--format", "matpower", "--out", file.toString());
    assertEquals(Files.readString(file), matpower.output());
    Shell.Ended day =
        Shell.reading(bytes(matpower.output()), "import", "-", "--periods", "2", "--out", "-");
    assertEquals(0, day.code(), day.text());
    assertEquals("gridclear-case", Json.MAPPER.readTree(day.output()).get("format").asString());
    Shell.Ended units =
        Shell.reading(bytes(day.output()), "show", "-", "units", "--format", "csv", "--out", "-");
    assertTrue(units.output().startsWith("unit,"), units.text());
    assertEquals(0, units.code(), units.text());
  }

  /** A file of defaults that sets nothing: the stream must stay clean of words all the same. */
  private String config() throws IOException {
    return Files.writeString(folder.resolve("none.yaml"), "{}").toString();
  }

  @Test
  void bytesOfATableGoThroughAsTheyAre() throws IOException {
    Path file = folder.resolve("buses.parquet");
    Shell.run("show", "ieee14", "buses", "--out", file.toString());
    java.io.PrintStream out = System.out;
    java.io.ByteArrayOutputStream stream = new java.io.ByteArrayOutputStream();
    try {
      System.setOut(new java.io.PrintStream(stream, true));
      assertEquals(
          0, GridClear.run("show", "ieee14", "buses", "--format", "parquet", "--out", "-"));
    } finally {
      System.setOut(out);
    }
    assertArrayEquals(Files.readAllBytes(file), stream.toByteArray());
  }

  @Test
  void aCaseANetworkAStudyAndOutagesAreReadFromStandardInput() {
    byte[] day = bytes(Shell.run("import", "ieee14", "--periods", "2", "--out", "-").output());
    String out = folder.resolve("x").toString();
    Shell.Ended cleared = Shell.reading(day, "clear", "-", "--quiet", "--out", out);
    assertEquals(0, cleared.code(), cleared.text());
    assertTrue(Files.exists(folder.resolve("x/cases/000-base/units.csv")));
    byte[] outages = bytes("contingency,kind,element\na,branch,1-2\n");
    Shell.Ended screened =
        Shell.reading(
            outages,
            "screen",
            "ieee14",
            "--contingencies",
            "-",
            "--format",
            "json",
            "--out",
            folder.resolve("y").toString());
    JsonNode summary = Json.MAPPER.readTree(screened.output());
    assertEquals(1, summary.get("outages").asInt(), screened.text());
    byte[] study = bytes("study: s\nbase: {case: ieee14}\ncases: [{name: more}]\n");
    Shell.Ended expanded = Shell.reading(study, "study", "-", "--dry-run");
    assertEquals(0, expanded.code(), expanded.text());
    assertTrue(expanded.output().contains("more:"), expanded.output());
    Shell.Ended checked = Shell.reading(study, "validate", "-");
    assertEquals(0, checked.code(), checked.text());
    assertEquals(0, Shell.reading(day, "validate", "-").code());
  }

  @Test
  void whatIsNoStreamIsRefusedByName() {
    for (String command : List.of("clear", "screen", "powerflow")) {
      Shell.Ended ended = Shell.run(command, "ieee14", "--out", "-");
      assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
      assertTrue(ended.text().contains("a folder of tables is no stream"), ended.text());
    }
    assertFalse(Files.exists(Path.of("-")));
    Shell.Ended xml = Shell.reading(bytes("<rdf:RDF/>"), "powerflow", "-");
    assertEquals(ExitCodes.BAD_INPUT, xml.code(), xml.text());
    assertTrue(xml.text().contains("give other formats as files"), xml.text());
    Shell.Ended twice = Shell.reading(bytes("mpc.x"), "screen", "-", "--contingencies", "-");
    assertEquals(ExitCodes.BAD_INPUT, twice.code(), twice.text());
    Shell.Ended cuts = Shell.run("clear", "ieee14", "--cuts", "-");
    assertEquals(ExitCodes.BAD_INPUT, cuts.code(), cuts.text());
    assertTrue(cuts.text().contains("Standard input is not read here"), cuts.text());
  }
}
