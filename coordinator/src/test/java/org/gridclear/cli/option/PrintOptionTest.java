package org.gridclear.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gridclear.cli.Shell;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a program reads: one JSON document on the output stream and nothing beside it. */
class PrintOptionTest {
  @TempDir Path folder;

  private static JsonNode data(Shell.Ended ended) {
    return Json.MAPPER.readTree(ended.output());
  }

  private Shell.Ended run(String line) {
    return Shell.run(line.replace("DIR", folder.toString()).split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clear ieee14 --periods 3 --out DIR/x",
        "powerflow ieee14 --out DIR/x",
        "screen ieee14 --dc --out DIR/x",
        "study DIR/study.yaml --out DIR/x"
      })
  void theSummaryIsPrintedAsItIsWritten(String line) throws IOException {
    Files.writeString(
        folder.resolve("study.yaml"),
        "study: s\n"
            + "base: {case: ieee14}\n"
            + "cases: [{name: more, changes: [{load: {scale: 1.01}}]}]\n");
    Shell.Ended ended = run(line + " --format json");
    JsonNode written = Json.MAPPER.readTree(Files.readString(folder.resolve("x/summary.json")));
    assertEquals(written, data(ended), ended.text());
    assertEquals(List.of(), tooLong(written), "at most 15 digits, no negative zero");
  }

  /** Numbers that nothing was asked for, and that have digits which mean nothing. */
  private static List<String> tooLong(JsonNode summary) {
    ((ObjectNode) summary).remove("options");
    return Pattern.compile("[:\\[,](-0\\.0|-?[0-9.]{17,}(E-?\\d+)?)[,}\\]]")
        .matcher(summary.toString())
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void withoutIsForPeople() {
    Shell.Ended words = run("powerflow ieee14 --out DIR/x");
    assertEquals(run("powerflow ieee14 --out DIR/y --format json").code(), words.code());
    assertTrue(words.output().startsWith("ieee14 DC: converged"), words.output());
  }

  @Test
  void issuesAreObjectsWhetherTheyRefuseTheFileOrNot() throws IOException {
    Path study = folder.resolve("study.yaml");
    Files.writeString(study, "study: s\nbase: {case: ieee14}\n");
    Shell.Ended good = run("validate DIR/study.yaml --format json");
    assertEquals(ExitCodes.DONE, good.code());
    assertTrue(data(good).get("accepted").asBoolean());
    Files.writeString(study, "study: s\nbase: {case: ieee14}\ncasess: []\n");
    Shell.Ended bad = run("validate DIR/study.yaml --format json");
    assertEquals(ExitCodes.BAD_INPUT, bad.code());
    JsonNode issue = data(bad).get("issues").get(0);
    assertEquals("FMT-03", issue.get("rule").asString());
    assertEquals("casess", issue.get("field").asString());
    assertTrue(issue.get("advice").asString().contains("'cases'"), issue.toString());
  }

  @Test
  void anExplanationIsTheSameAsData() {
    run("clear ieee14 --periods 3 --out DIR/x");
    Shell.Ended words = run("explain DIR/x --bus 2 --period 2");
    JsonNode price = data(run("explain DIR/x --bus 2 --period 2 --format json")).get("price");
    String lmp = "%.2f".formatted(price.get("lmpYuanPerMwh").asDouble());
    assertTrue(words.output().contains(lmp), lmp + " " + words.output());
    double shares = 0;
    for (JsonNode share : price.get("shares")) {
      shares += share.get("yuanPerMwh").asDouble();
    }
    assertEquals(price.get("lmpYuanPerMwh").asDouble(), shares, 1e-6);
  }

  @Test
  void changesOfCommitmentAreTheSameAsData() {
    run("clear ieee14 --periods 3 --out DIR/x");
    Shell.Ended ended = run("changes DIR/x DIR/x --format json");
    assertEquals(0, data(ended).get("changes").size());
    assertEquals(180, data(ended).get("toMinute").asInt());
  }

  @Test
  void anotherShapeIsRefused() {
    Shell.Ended ended = run("powerflow ieee14 --format xml --out DIR/x");
    assertEquals(ExitCodes.BAD_INPUT, ended.code());
    assertTrue(ended.text().contains("--format"), ended.text());
    assertFalse(Files.exists(folder.resolve("x")));
  }
}
